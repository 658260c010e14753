/* Names for controls that unfold and select2 leave nameless: search fields of pickers, cells of tables of rows. */
"use strict";
(() => {
  const words = (control) => {
    const label = control.labels && control.labels[0];
    return (label ? label.textContent : control.getAttribute("aria-label") || "").replace(/\s+/g, " ").trim().replace(/\s*\*$/, "");
  };
  const ofPicker = (field) => {
    const list = field.getAttribute("aria-controls") || field.getAttribute("aria-owns") || "";
    const named = document.getElementById(list.replace(/^select2-/, "").replace(/-results$/, ""));
    const beside = field.closest(".select2-container");
    return named || (beside && beside.previousElementSibling);
  };
  const name = (root) => {
    for (const sign of root.querySelectorAll("span.help-tooltip[aria-label]:not([role])")) sign.setAttribute("role", "img");
    // On a narrow screen unfold keeps the acts of a page behind an icon alone.
    for (const link of root.querySelectorAll('a[x-on\\:click*="showActions"]:not([aria-label])')) {
      link.setAttribute("aria-label", "Actions");
      link.setAttribute("role", "button");
    }
    for (const control of root.querySelectorAll("td[data-label] :is(input:not([type=hidden]), select, textarea)")) {
      if (control.matches(".select2-search__field") || control.hasAttribute("aria-label") || (control.labels && control.labels.length)) continue;
      control.setAttribute("aria-label", control.closest("td").dataset.label);
    }
    for (const cell of root.querySelectorAll("#result_list [data-label]")) {
      const label = cell.dataset.label;
      if (/^[a-z]/.test(label)) cell.dataset.label = label[0].toUpperCase() + label.slice(1);
    }
    for (const shown of root.querySelectorAll(".select2-selection__rendered[role=textbox]:not([aria-label])")) {
      const picker = shown.closest(".select2-container").previousElementSibling;
      if (picker && words(picker)) shown.setAttribute("aria-label", words(picker));
    }
    // select2 puts the cross that empties a choice among the items, where a list may hold nothing else.
    for (const list of root.querySelectorAll("ul.select2-selection__rendered:not([role])")) list.setAttribute("role", "presentation");
    for (const field of root.querySelectorAll("input:is([type=date], [type=datetime-local]):not(.day)")) {
      if (field.value && !(field.nextElementSibling && field.nextElementSibling.matches(".said-day"))) sayDay(field);
    }
    for (const field of root.querySelectorAll(".select2-search__field:not([aria-label])")) {
      const picker = ofPicker(field);
      field.setAttribute("aria-label", `Search ${(picker && (words(picker) || picker.name)) || "the list"}`);
    }
  };
  // Browsers write days as their own country does; beside the field stands the newsroom's form: 9 December 2026, 14:05.
  const MONTHS = "January February March April May June July August September October November December".split(" ");
  const inWords = (value) => {
    const [, year, month, day, time] = value.match(/^(\d{4})-(\d\d)-(\d\d)(?:T(\d\d:\d\d))?/) || [];
    return year ? `${Number(day)} ${MONTHS[month - 1]} ${year}${time ? `, ${time}` : ""}` : "";
  };
  const sayDay = (field) => {
    let said = field.nextElementSibling;
    if (!said || !said.matches(".said-day")) {
      said = document.createElement("output");
      said.className = "said-day";
      field.after(said);
    }
    said.textContent = inWords(field.value);
  };
  document.addEventListener("input", ({ target }) => {
    if (target.matches && target.matches("input[type=date], input[type=datetime-local]")) sayDay(target);
  });
  // The first field that is to be put right, opened where it is folded; the list of them where none can take the focus.
  const toProblem = () => {
    const problems = document.querySelector(".form-problems");
    if (!problems) return;
    for (const link of problems.querySelectorAll("a[href^='#']")) {
      link.addEventListener("click", (event) => {
        const field = document.getElementById(link.hash.slice(1));
        if (!field) return;
        event.preventDefault();
        for (let box = field.closest("details"); box; box = box.parentElement.closest("details")) box.open = true;
        field.focus();
      });
    }
    const first = problems.querySelector("a[href^='#']");
    if (first) first.click();
    if (!first || document.activeElement === document.body) problems.focus();
  };
  const start = () => {
    name(document);
    toProblem();
    let waiting = false;
    new MutationObserver(() => {
      if (waiting) return;
      waiting = true;
      requestAnimationFrame(() => { waiting = false; name(document); });
    }).observe(document.body, { childList: true, subtree: true });
  };
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start); else start();
})();

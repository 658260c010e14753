// The notes of a long article lie on a page of their own. Once the article stands they are fetched and put into it, so that
// its marks open them where they are; until then, and where they do not come, each mark is a link to its note.
(() => {
  "use strict";
  const apart = document.querySelector(".cards[data-from]");
  const made = (kind, facts) => Object.assign(document.createElement(kind), facts);
  const takeNote = (note) => {
    note.querySelector(".to-text")?.remove();
    const close = made("button", { type: "button", className: "close", textContent: "×", ariaLabel: "Close" });
    close.setAttribute("popovertarget", note.id);
    note.prepend(close);
    note.setAttribute("popover", "");
    note.setAttribute("role", "dialog");
    for (const link of note.querySelectorAll("a[href^='../#']")) link.setAttribute("href", link.hash);
    apart.append(note);
  };
  const openFromMark = (mark) => {
    const button = made("button", { type: "button", className: mark.className });
    for (const name of ["aria-label", "data-n"]) button.setAttribute(name, mark.getAttribute(name));
    button.setAttribute("popovertarget", mark.hash.slice(1));
    button.append(...mark.childNodes);
    const focused = document.activeElement === mark;
    mark.replaceWith(button);
    if (focused) button.focus({ preventScroll: true });
  };
  const takeLevel = (level, place) => {
    const own = document.querySelectorAll(".counts .level")[place];
    for (const link of level.querySelectorAll("ol a")) {
      const sentence = link.hash.replace(/-why$/, "");
      if (document.getElementById(sentence.slice(1))) link.setAttribute("href", sentence);
      else link.replaceWith(...link.childNodes);
    }
    own.querySelector("p").replaceWith(...level.querySelectorAll("p, ol"));
  };
  const place = (text) => {
    const page = new DOMParser().parseFromString(text, "text/html");
    const notes = page.querySelector(`.cards[data-of="${apart.dataset.of}"]`);
    if (!notes) throw new Error("These notes are of another version."); // marks go on leading to their page
    if (apart.querySelector(".card")) return;
    notes.querySelectorAll(".card").forEach(takeNote);
    document.querySelectorAll(".text a.tag").forEach(openFromMark);
    page.querySelectorAll(".counts .level").forEach(takeLevel);
  };
  let coming;
  const fetched = async () => {
    const answer = await fetch(apart.dataset.from);
    if (!answer.ok) throw new Error(answer.status);
    place(await answer.text());
  };
  const soon = () => (coming ??= fetched()).then(() => true, () => false);
  const quiet = window.requestIdleCallback || setTimeout;
  if (!navigator.connection?.saveData) quiet(soon, window.requestIdleCallback ? { timeout: 2000 } : 0);
  for (const kind of ["pointerover", "focusin"]) {
    document.addEventListener(kind, (event) => event.target.closest?.("a.tag") && soon());
  }
  document.addEventListener("click", async (event) => {
    const mark = event.target.closest("a.tag");
    if (!mark || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    if (await soon()) document.querySelector(`[popovertarget="${mark.hash.slice(1)}"]`).click();
    else location.assign(mark.href);
  });
  // Paper has no second page: where they did not come yet, printing waits for them.
  addEventListener("beforeprint", () => {
    if (apart.querySelector(".card")) return;
    const asked = new XMLHttpRequest();
    asked.open("GET", apart.dataset.from, false);
    asked.send();
    if (asked.status === 200) place(asked.responseText);
  });
})();

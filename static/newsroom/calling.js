// "@" in a note opens the list of people who can be asked, as the form beside it has them; choosing writes the name.
"use strict";
(() => {
  const BEGUN = /(?:^|[^\w.@[/+-])@([\w.+-]{0,60})$/;
  const MOST = 8;

  const people = (form) =>
    [...form.querySelectorAll(".people label")].map((label) => {
      const words = label.textContent.replace(/\s+/g, " ").trim();
      return { words, name: (/\(@([^()\s]+)\)$/.exec(words) || [])[1] };
    });

  function begin(form, number) {
    const field = form.querySelector("textarea");
    const all = field ? people(form).filter((person) => person.name) : [];
    if (!all.length) return;
    const list = document.createElement("ul");
    list.id = `called-${number}`;
    list.className = "calling";
    list.setAttribute("role", "listbox");
    list.setAttribute("aria-label", "People");
    list.hidden = true;
    const said = document.createElement("p");
    said.className = "visually-hidden";
    said.setAttribute("role", "status");
    field.after(list, said);
    field.setAttribute("aria-autocomplete", "list");
    field.setAttribute("autocomplete", "off");
    let chosen = 0;

    const begun = () => BEGUN.exec(field.value.slice(0, field.selectionStart));
    const close = () => {
      list.hidden = true;
      said.textContent = "";
      field.removeAttribute("aria-activedescendant");
      field.removeAttribute("aria-controls");
    };
    const mark = (at) => {
      chosen = (at + list.children.length) % list.children.length;
      [...list.children].forEach((row, index) => row.setAttribute("aria-selected", String(index === chosen)));
      field.setAttribute("aria-activedescendant", list.children[chosen].id);
      list.children[chosen].scrollIntoView({ block: "nearest" });
    };

    function show() {
      const typed = begun();
      const wanted = typed ? typed[1].toLowerCase() : "";
      const fits = ({ words, name }) =>
        name.toLowerCase().startsWith(wanted) || words.toLowerCase().split(/[\s(@)]+/).some((word) => word.startsWith(wanted));
      const found = typed ? all.filter(fits).slice(0, MOST) : [];
      // Whoever is called already, by the whole name, needs no list.
      if (!found.length || (found.length === 1 && found[0].name.toLowerCase() === wanted)) return close();
      list.replaceChildren(
        ...found.map(({ words, name }, index) => {
          const row = document.createElement("li");
          row.id = `${list.id}-${index}`;
          row.setAttribute("role", "option");
          row.dataset.name = name;
          row.textContent = words;
          return row;
        }),
      );
      list.hidden = false;
      said.textContent = `${found.length} ${found.length === 1 ? "person" : "people"}. Arrows choose, Enter writes the name.`;
      field.setAttribute("aria-controls", list.id);
      mark(0);
    }

    function write(name) {
      const [end, typed] = [field.selectionStart, begun()];
      if (typed) {
        const space = /^\s/.test(field.value.slice(end)) ? "" : " ";
        field.setRangeText(name + space, end - typed[1].length, end, "end");
        field.dispatchEvent(new Event("input", { bubbles: true }));
      }
      close();
    }

    field.addEventListener("input", show);
    field.addEventListener("blur", close);
    field.addEventListener("keydown", (event) => {
      if (list.hidden || event.isComposing) return;
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (step) mark(chosen + step);
      else if (event.key === "Enter" || event.key === "Tab") write(list.children[chosen].dataset.name);
      else if (event.key === "Escape") close();
      else return;
      event.preventDefault();
    });
    list.addEventListener("mousedown", (event) => {
      event.preventDefault(); // the text keeps the focus
      const row = event.target.closest("li");
      if (row) write(row.dataset.name);
    });
  }

  document.querySelectorAll("form.say").forEach(begin);
})();

// "@" in a note opens the list of people who can be asked; choosing one writes the name. A note says by `data-calls`
// where the people are told; notes may come and go, as those of the review desk do.
"use strict";
(() => {
  const BEGUN = /(?:^|[^\w.@[/+-])@([\w.+-]{0,60})$/;
  const MOST = 8;
  const asked = new Map();
  let open = null;
  let count = 0;

  function people(url) {
    if (!asked.has(url)) {
      const answer = fetch(url, { headers: { Accept: "application/json" }, credentials: "same-origin" })
        .then((response) => (response.ok ? response.json() : { people: [] }))
        .then((told) => told.people)
        .catch(() => {
          asked.delete(url); // the next "@" asks again
          return [];
        });
      asked.set(url, answer);
    }
    return asked.get(url);
  }

  const begun = (field) => BEGUN.exec(field.value.slice(0, field.selectionStart));

  function close() {
    if (!open) return;
    open.list.remove();
    open.said.textContent = "";
    open.field.removeAttribute("aria-activedescendant");
    open.field.removeAttribute("aria-controls");
    open = null;
  }

  function mark(at) {
    const rows = [...open.list.children];
    open.chosen = (at + rows.length) % rows.length;
    rows.forEach((row, index) => row.setAttribute("aria-selected", String(index === open.chosen)));
    open.field.setAttribute("aria-activedescendant", rows[open.chosen].id);
    rows[open.chosen].scrollIntoView({ block: "nearest" });
  }

  // The line that says what opened stays beside its note, so that it is heard when its words change.
  function lineOf(field) {
    const beside = field.nextElementSibling;
    if (beside?.classList.contains("calling-said")) return beside;
    const said = document.createElement("p");
    said.className = "calling-said visually-hidden";
    said.setAttribute("role", "status");
    field.after(said);
    field.setAttribute("aria-autocomplete", "list");
    field.setAttribute("autocomplete", "off");
    return said;
  }

  function build(field, found) {
    close();
    const said = lineOf(field);
    const list = document.createElement("ul");
    list.id = `called-${(count += 1)}`;
    list.className = "calling";
    list.setAttribute("role", "listbox");
    list.setAttribute("aria-label", "People");
    list.append(
      ...found.map(({ words, name }, index) => {
        const row = document.createElement("li");
        row.id = `${list.id}-${index}`;
        row.setAttribute("role", "option");
        row.dataset.name = name;
        row.textContent = words;
        return row;
      }),
    );
    list.addEventListener("mousedown", (event) => {
      event.preventDefault(); // the note keeps the focus
      const row = event.target.closest("li");
      if (row) write(row.dataset.name);
    });
    said.after(list);
    said.textContent = `${found.length} ${found.length === 1 ? "person" : "people"}. Arrows choose, Enter writes the name.`;
    field.setAttribute("aria-controls", list.id);
    open = { field, list, said, chosen: 0 };
    mark(0);
  }

  async function show(field) {
    if (!begun(field)) return close();
    const all = await people(field.dataset.calls);
    const typed = begun(field); // it may have gone on meanwhile
    const wanted = typed ? typed[1].toLowerCase() : "";
    const fits = ({ words, name }) =>
      name.toLowerCase().startsWith(wanted) || words.toLowerCase().split(/[\s(@)]+/).some((word) => word.startsWith(wanted));
    const found = typed && document.activeElement === field ? all.filter(fits).slice(0, MOST) : [];
    // Whoever is called already, by the whole name, needs no list.
    if (!found.length || (found.length === 1 && found[0].name.toLowerCase() === wanted)) return close();
    build(field, found);
  }

  function write(name) {
    const { field } = open;
    const [end, typed] = [field.selectionStart, begun(field)];
    if (typed) {
      const space = /^\s/.test(field.value.slice(end)) ? "" : " ";
      field.setRangeText(name + space, end - typed[1].length, end, "end");
      field.dispatchEvent(new Event("input", { bubbles: true }));
    }
    close();
  }

  document.addEventListener("input", (event) => {
    if (event.target.matches?.("textarea[data-calls]")) show(event.target);
  });
  document.addEventListener("focusout", (event) => {
    if (open && event.target === open.field) close();
  });
  // Before the page's own keys: Escape closes the list, and not what the note stands in.
  document.addEventListener(
    "keydown",
    (event) => {
      if (!open || event.target !== open.field || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (step) mark(open.chosen + step);
      else if (event.key === "Enter" || event.key === "Tab") write(open.list.children[open.chosen].dataset.name);
      else if (event.key === "Escape") close();
      else return;
      event.preventDefault();
      event.stopImmediatePropagation();
    },
    true,
  );
})();

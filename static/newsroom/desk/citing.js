// Citing is one gesture: [@ opens a search of the library, choosing writes the key. A DOI, PMID, PMCID, address or whole
// reference put there is added to the library and to the article's works first.
(() => {
  "use strict";
  const desk = window.citewellDesk;
  const root = document.querySelector(".desk");
  if (!desk || !root.dataset.article) return;
  const { EditorView } = CodeMirror;
  const SEARCH = root.dataset.searchUrl;
  const ADD = root.dataset.citeUrl;
  const BEGUN = /\[(?:[^\[\]\n]{0,200}[;\s])?-?@([^\[\]\n;]{0,600})$/;
  // A reference as journals print it holds semicolons, and brackets such as "[Internet]".
  const PASTED = /\[(?:[^\[\]\n]{0,200}[;\s])?-?@((?:[^\[\]\n@]|\[[^\[\]\n@]{1,40}\]){30,600})$/;
  const KEY = /^[\w:.#$%&+?<>~/-]+\s*(?:;|$)/;
  const WORK = /^\s*(?:doi:\s*)?10\.\d{4,9}\/\S+|^\s*(?:PMID:?\s*)?\d{6,9}\s*$|^\s*PMC\d{4,9}|^\s*https?:\/\/\S{4,}/i;
  const REFERENCE = /(?=.*\b(?:1[89]|20)\d\d\b)(?=.{30,})/;

  // What stands behind the last [@ before a place: its words, or null where none is begun.
  function begun(state, place) {
    const line = state.doc.lineAt(place);
    const before = state.sliceDoc(Math.max(line.from, place - 800), place);
    const found = BEGUN.exec(before);
    if (found) return found[1];
    const pasted = PASTED.exec(before);
    return pasted && REFERENCE.test(pasted[1]) && !KEY.test(pasted[1]) ? pasted[1] : null;
  }

  async function search(words, signal) {
    try {
      const response = await fetch(`${SEARCH}?${new URLSearchParams({ q: words, article: root.dataset.article })}`, {
        headers: { Accept: "application/json" },
        credentials: "same-origin",
        signal,
      });
      if (!response.ok) return null;
      return (await response.json()).works || [];
    } catch {
      return null;
    }
  }

  // Adding a work may end a review: then it is asked first, in the words of the server.
  async function added(values) {
    const first = await desk.post(ADD, values);
    if (first.status !== 409) return first;
    if (!window.confirm(first.answer.error)) return { ok: false, answer: { error: "Nothing was added." } };
    return desk.post(ADD, { ...values, end: 1 });
  }

  // Writes the key in place of what was typed behind the @, and closes the bracket where none stands.
  function write(view, from, to, key) {
    const closed = /^[^\[\n]{0,200}\]/.test(view.state.sliceDoc(to, to + 200));
    const insert = key + (closed ? "" : "]");
    view.dispatch({ changes: { from, to, insert }, selection: { anchor: from + key.length + 1 }, userEvent: "input.complete" });
    view.focus();
  }

  async function choose(view, from, values, known) {
    const words = view.state.sliceDoc(from, view.state.selection.main.head);
    if (known) return write(view, from, from + words.length, known);
    desk.host.setAttribute("aria-busy", "true");
    const { ok, answer } = await added(values);
    desk.host.removeAttribute("aria-busy");
    desk.problem(ok ? "" : answer.error || "The work was not added. Try again.");
    if (!ok) return;
    const at = view.state.sliceDoc(from, from + words.length) === words ? from : view.state.doc.toString().indexOf(`@${words}`) + 1;
    const works = answer.works || [answer];
    if (at > 0 || at === from) write(view, at, at + words.length, works.map((work) => work.key).join("; @"));
    works.filter((work) => work.added).forEach(listed);
    const faults = (answer.faults || []).map((fault) => `“${fault.text}”: ${fault.error}`);
    if (faults.length) desk.problem(`Not added: ${faults.join(" ")}`);
    desk.readAgain();
  }

  // A work that was put on the list meanwhile is named in its drawer; its number and key can be changed after a save.
  function listed(answer) {
    const rows = document.querySelector("#article_citations-group .formset");
    if (!rows) return;
    const line = document.createElement("p");
    line.className = "row-added";
    line.textContent = `Added: ${answer.label || ""} [@${answer.key}]`;
    rows.before(line);
  }

  // Before anything is typed: the works that the article has already, as the newsroom knows them.
  function own(works) {
    return (works || []).map((work) => ({ label: `[@${work.key}]`, detail: work.label, type: "cited", status: work.status, key: work.key }));
  }

  async function complete(context) {
    const words = begun(context.state, context.pos);
    if (words === null) return null;
    const from = context.pos - words.length;
    const quit = new AbortController();
    context.addEventListener("abort", () => quit.abort(), { onDocChange: true });
    await new Promise((resolve) => setTimeout(resolve, words ? 90 : 0));
    if (context.aborted) return null;
    const found = await search(words.trim(), quit.signal);
    if (context.aborted) return null;
    const works = words.trim() || !found ? found : [];
    const options = words.trim() ? [] : own(found).map((work) => ({ ...work, apply: (view) => choose(view, from, {}, work.key) }));
    options.push(...(works || []).map((work) => ({
      label: `${work.authors || "No author"} ${work.year || "n.d."}`,
      detail: work.title,
      type: work.cited ? "cited" : "work",
      status: work.status,
      apply: (view) => choose(view, from, { work: work.id }, work.cited ? work.key : ""),
    })));
    // A number alone can be nothing but that of PubMed here; elsewhere it is asked to say so.
    const text = words.trim().replace(/^(?=\d{6,9}$)/, "PMID ");
    if (text && (WORK.test(text) || REFERENCE.test(text))) {
      options.unshift({
        label: "Add it and cite it",
        detail: text,
        type: "new",
        apply: (view) => choose(view, from, { text }, ""),
      });
    }
    if (!options.length) {
      const said = works === null ? "The library does not answer" : text ? "No work in the library" : "No work in this article yet";
      options.push({ label: said, detail: text ? "Paste a DOI, PMID, PMCID, address or whole reference to add one." : "Type an author, title or year, or paste a DOI, PMID or reference.", type: "none", apply: () => {} });
    }
    return options.length ? { from, to: context.pos, options, filter: false } : null;
  }

  desk.extensions.push(
    CodeMirror.autocompletion({
      override: [complete],
      icons: false,
      defaultKeymap: true,
      interactionDelay: 30,
      updateSyncTime: 120,
      maxRenderedOptions: 12,
      tooltipClass: () => "cite-list",
      optionClass: (option) => `cite-option cite-${option.type}`,
      addToOptions: [
        {
          render: (option) => {
            if (!["retracted", "concern"].includes(option.status)) return null;
            const pill = document.createElement("span");
            pill.className = "pill pill-blocker";
            pill.textContent = option.status === "retracted" ? "Retracted" : "Under concern";
            return pill;
          },
          position: 60,
        },
      ],
    }),
    // The list opens on [@ even where it is pasted or put in by a button.
    EditorView.updateListener.of((update) => {
      if (!update.docChanged || CodeMirror.completionStatus(update.state)) return;
      if (!update.transactions.some((one) => one.isUserEvent("input") && !one.isUserEvent("input.complete"))) return;
      if (begun(update.state, update.state.selection.main.head) !== null) {
        setTimeout(() => CodeMirror.startCompletion(update.view));
      }
    }),
  );

  // Enter while the answer is on its way chooses what comes, and breaks no line in half a key.
  function chooseSoon(view) {
    const { head } = view.state.selection.main;
    if (begun(view.state, head) === null || !CodeMirror.completionStatus(view.state)) return false;
    let tries = 0;
    const again = () => {
      if (view.state.selection.main.head !== head || CodeMirror.acceptCompletion(view)) return;
      if (CodeMirror.completionStatus(view.state) && ++tries < 250) setTimeout(again, 60);
    };
    setTimeout(again, 60);
    return true;
  }
  desk.keys.unshift({ key: "Enter", run: chooseSoon });

  desk.commands.cite = (view) => {
    const { head } = view.state.selection.main;
    const space = head > 0 && /\S/.test(view.state.sliceDoc(head - 1, head)) ? " " : "";
    view.dispatch({ changes: { from: head, insert: `${space}[@` }, selection: { anchor: head + space.length + 2 }, userEvent: "input.command" });
    view.focus();
    CodeMirror.startCompletion(view);
    return true;
  };

  // --- Works put on the list without a place in the text -----------------------------------------------------
  function addBox() {
    const box = document.querySelector(".drawer-search");
    if (!box || box.firstChild) return;
    box.innerHTML = `<label for="add-work">Add a work by DOI, PMID, PMCID, address or whole reference</label>
      <span class="drawer-add"><input id="add-work" class="desk-input" type="text" autocomplete="off"><button type="button" class="button">Add</button></span>
      <p class="errorlist" role="status"></p>`;
    const [field, button, said] = [box.querySelector("input"), box.querySelector("button"), box.querySelector("p")];
    const add = async () => {
      if (!field.value.trim()) return field.focus();
      button.disabled = true;
      const { ok, answer } = await added({ text: field.value });
      button.disabled = false;
      const works = ok ? answer.works || [answer] : [];
      const faults = ok ? (answer.faults || []).map((fault) => `“${fault.text}”: ${fault.error}`) : [answer.error];
      const there = works.filter((work) => !work.added).map((work) => `[@${work.key}] is on the list already.`);
      said.textContent = [...there, ...faults].join(" ");
      works.filter((work) => work.added).forEach(listed);
      if (ok && !faults.length) field.value = "";
      field.focus();
      desk.readAgain();
    };
    button.addEventListener("click", add);
    field.addEventListener("keydown", (event) => event.key === "Enter" && (event.preventDefault(), add()));
  }
  document.addEventListener("desk-ready", addBox);
  document.addEventListener("desk-rows", addBox);

  // --- Keys from cards -------------------------------------------------------------------------------------
  // The key stands before the stop that ends the sentence, or within a bracket of keys that stands there already.
  function at(sentence) {
    const bracket = /\[[^\[\]\n]*@[^\[\]\n]*\](?=[.!?…]*["'”’)*_]*\s*$)/.exec(sentence);
    if (bracket) return { place: bracket.index + bracket[0].length - 1, begin: "; @", end: "" };
    const stop = /[.!?…]+["'”’)*_]*\s*$|\s*$/.exec(sentence);
    return { place: stop.index, begin: " [@", end: "]" };
  }

  function cite(button) {
    const card = button.closest(".card-flag");
    const place = desk.cards.places().find(({ key }) => key === card.dataset.key);
    desk.problem(place ? "" : "The sentence is being read anew. Press again in a moment.");
    if (!place) return;
    const sentence = desk.view.state.sliceDoc(place.from, place.to);
    const found = at(sentence);
    const insert = found.begin + button.dataset.cite + found.end;
    const from = place.from + found.place;
    desk.view.dispatch({
      changes: { from, insert },
      selection: { anchor: from + insert.length },
      effects: EditorView.scrollIntoView(from, { y: "nearest", yMargin: 120 }),
      userEvent: "input.cite",
    });
    button.disabled = true;
    desk.view.focus();
  }

  document.addEventListener("click", (event) => {
    const button = event.target.closest && event.target.closest("button.cite");
    if (button) cite(button);
  });
})();

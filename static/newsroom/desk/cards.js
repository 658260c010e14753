// Cards in the margin, each at its sentence. The way goes both ways: from a card to its words and from words to a card.
(() => {
  "use strict";
  const desk = window.citewellDesk;
  const wide = window.matchMedia("(min-width: 1180px)");
  const panel = () => document.getElementById("findings");
  if (!desk) return;
  const { Decoration, EditorView, StateEffect, StateField } = CodeMirror;

  // --- Places: marks in the text that move with it -----------------------------------------------------------
  const place = StateEffect.define();
  const choose = StateEffect.define();
  const mark = (card, active) =>
    Decoration.mark({
      class: `claim-mark claim-${card.worst}${active === card.key ? " claim-active" : ""}`,
      card,
    });
  const marks = StateField.define({
    create: () => ({ set: Decoration.none, active: null }),
    update(value, change) {
      let { set, active } = { set: value.set.map(change.changes), active: value.active };
      let again = false;
      for (const effect of change.effects) {
        if (effect.is(place)) set = Decoration.set(effect.value.map((card) => mark(card, active).range(card.from, card.to)), true);
        if (effect.is(choose) && effect.value !== active) [active, again] = [effect.value, true];
      }
      if (again) {
        const kept = [];
        set.between(0, change.newDoc.length, (from, to, one) => void kept.push(mark(one.spec.card, active).range(from, to)));
        set = Decoration.set(kept, true);
      }
      return { set, active };
    },
    provide: (field) => EditorView.decorations.from(field, (value) => value.set),
  });
  desk.extensions.push(marks);

  function places() {
    const { state } = desk.view;
    const found = [];
    state.field(marks).set.between(0, state.doc.length, (from, to, one) => {
      if (to > from) found.push({ ...one.spec.card, from, to });
    });
    return found;
  }

  // Finds the words of a card in the text: where it is said to be, else nearest to it.
  function find(text, words, start, taken) {
    if (text.startsWith(words, start) && !taken.has(start)) return start;
    let best = -1;
    for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) {
      if (!taken.has(at) && (best < 0 || Math.abs(at - start) < Math.abs(best - start))) best = at;
    }
    return best;
  }

  // --- The list -----------------------------------------------------------------------------------------------
  function worstOf(element) {
    return ["blocker", "warning", "note", "settled"].find((name) => element.classList.contains(`card-${name}`)) || "tied";
  }

  // Makes what the server wrote into something that can be used: its words lead to the sentence.
  function enliven(element) {
    const words = element.querySelector(".card-words");
    if (!words || words.tagName === "BUTTON" || !element.dataset.start) return;
    const go = document.createElement("button");
    go.type = "button";
    go.className = "card-words";
    go.title = "Go to the sentence";
    go.textContent = words.textContent;
    words.replaceWith(go);
  }

  function locateAll() {
    learn();
    const text = desk.view.state.doc.toString();
    const taken = new Set();
    const found = [];
    document.querySelectorAll(".cards > .card-flag").forEach((element) => {
      const words = element.querySelector(".card-words").textContent;
      const from = find(text, words, Number(element.dataset.start), taken);
      element.classList.toggle("is-lost", from < 0);
      if (from < 0) return;
      taken.add(from);
      element.dataset.key = unique(element, found);
      found.push({ key: element.dataset.key, worst: worstOf(element), from, to: from + words.length });
    });
    put(found);
  }

  // The same words may stand twice, with the same flags.
  function unique(element, found) {
    let key = element.dataset.key.split(".")[0];
    const own = key;
    for (let number = 2; found.some((card) => card.key === key); number++) key = `${own}.${number}`;
    return key;
  }

  function put(found) {
    desk.view.dispatch({ effects: place.of(found.filter((card) => card.to > card.from)) });
    document.querySelectorAll(".cards > .card-flag").forEach(enliven);
    count();
    soon();
  }

  const element = (key) => document.querySelector(`.cards > .card-flag[data-key="${CSS.escape(key)}"]`);

  function count() {
    const seen = [...document.querySelectorAll(".findings .finding:not(.finding-decided)")].filter((one) => !one.closest(".is-gone"));
    document.querySelectorAll(".findings-counts [data-severity]").forEach((pill) => {
      const number = seen.filter((one) => one.classList.contains(`finding-${pill.dataset.severity}`)).length;
      pill.innerHTML = `<b>${number}</b> ${pill.dataset.severity}${number === 1 ? "" : "s"}`;
      pill.toggleAttribute("data-none", !number);
    });
    document.querySelectorAll(".sheet-count").forEach((one) => (one.textContent = seen.length));
    document.querySelectorAll(".findings-none").forEach((one) => (one.hidden = seen.length > 0));
  }

  // --- Layout -------------------------------------------------------------------------------------------------
  let waiting = 0;
  function soon() {
    if (!waiting) waiting = requestAnimationFrame(() => ((waiting = 0), layout()));
  }

  function top(from) {
    const at = desk.view.coordsAtPos(from);
    return at ? at.top : desk.view.lineBlockAt(from).top + desk.view.documentTop;
  }

  const GAP = 6;
  function layout() {
    const list = document.querySelector(".cards");
    if (!list) return;
    const here = places();
    const known = new Map(here.map((card) => [card.key, card]));
    list.querySelectorAll(":scope > .card-flag").forEach((one) => one.classList.toggle("is-gone", !known.has(one.dataset.key)));
    list.classList.toggle("is-placed", wide.matches);
    if (!wide.matches) {
      list.style.height = "";
      return;
    }
    const base = list.getBoundingClientRect().top;
    const rows = here
      .map((card) => ({ card, one: element(card.key), want: Math.max(0, top(card.from) - base) }))
      .filter((row) => row.one && row.one.offsetParent)
      .sort((a, b) => a.card.from - b.card.from);
    rows.forEach((row) => (row.height = row.one.offsetHeight));
    const active = rows.findIndex((row) => row.card.key === desk.view.state.field(marks).active);
    let end = 0;
    rows.forEach((row) => ((row.at = Math.max(row.want, end)), (end = row.at + row.height + GAP)));
    if (active >= 0) {
      rows[active].at = rows[active].want;
      for (let n = active - 1, limit = rows[active].at; n >= 0; n--) {
        rows[n].at = Math.min(rows[n].at, limit - GAP - rows[n].height);
        limit = rows[n].at;
      }
      for (let n = active + 1, from = rows[active].at + rows[active].height + GAP; n < rows.length; n++) {
        rows[n].at = Math.max(rows[n].want, from);
        from = rows[n].at + rows[n].height + GAP;
      }
    }
    rows.forEach((row) => (row.one.style.top = `${Math.round(row.at)}px`));
    const last = rows.length ? rows[rows.length - 1] : null;
    list.style.height = `${Math.max(last ? last.at + last.height : 0, desk.host.getBoundingClientRect().bottom - base)}px`;
  }

  // Advice that is the same for several flags of a kind is written once, and put in where one of them is opened.
  const advice = {};
  const kind = (one) => `${one.dataset.code}.${one.dataset.advice || 0}`;
  function learn() {
    document.querySelectorAll(".finding").forEach((one) => {
      const words = one.querySelector(".advice");
      if (words) advice[kind(one)] = advice[kind(one)] || words.textContent;
    });
  }
  function advise(finding) {
    if (!finding.open || finding.querySelector(".advice") || !advice[kind(finding)]) return;
    const words = document.createElement("p");
    words.className = "advice";
    words.textContent = advice[kind(finding)];
    finding.querySelector("summary").after(words);
  }

  // --- Going from one to the other ----------------------------------------------------------------------------
  function activate(key, scroll) {
    const { active } = desk.view.state.field(marks);
    if (active !== key) desk.view.dispatch({ effects: choose.of(key) });
    document.querySelectorAll(".card-flag.is-active").forEach((one) => one.classList.remove("is-active"));
    const one = key && element(key);
    if (!one) return soon();
    one.classList.add("is-active");
    soon();
    if (scroll && !wide.matches) one.scrollIntoView({ block: "nearest" });
  }

  function goTo(card) {
    sheet(false);
    desk.view.focus();
    desk.view.dispatch({
      selection: { anchor: card.from },
      effects: EditorView.scrollIntoView(card.from, { y: "center" }),
    });
    activate(card.key, true);
    return true;
  }

  function step(by) {
    const { head } = desk.view.state.selection.main;
    const { active } = desk.view.state.field(marks);
    const all = places().sort((a, b) => a.from - b.from);
    if (!all.length) return true;
    // A flagged sentence that begins at the cursor is the next, unless one stands in it already.
    const ahead = (card) => card.from > head || (card.from === head && card.key !== active);
    const next = by > 0 ? all.find(ahead) : [...all].reverse().find((card) => card.to < head);
    return goTo(next || (by > 0 ? all[0] : all[all.length - 1]));
  }

  function toCard() {
    const { head } = desk.view.state.selection.main;
    const card = places().find(({ from, to }) => from <= head && head <= to);
    if (!card) return true;
    activate(card.key);
    sheet(true);
    const first = element(card.key).querySelector("summary, button");
    if (first) first.focus();
    return true;
  }
  Object.assign((desk.commands = desk.commands || {}), { nextFlag: () => step(1), lastFlag: () => step(-1), card: toCard });

  function sheet(open) {
    document.body.classList.toggle("sheet-open", open);
    document.querySelectorAll(".sheet-handle").forEach((one) => one.setAttribute("aria-expanded", String(open)));
    if (open) soon();
  }

  function handle() {
    const row = document.getElementById("submit-row");
    if (!row || !panel()) return;
    const made = document.createElement("button");
    made.type = "button";
    made.className = "button sheet-handle";
    made.setAttribute("aria-controls", "findings");
    made.setAttribute("aria-expanded", "false");
    made.innerHTML = 'Flags <b class="sheet-count"></b>';
    made.addEventListener("click", () => sheet(!document.body.classList.contains("sheet-open")));
    row.prepend(made);
  }

  function clicked(event) {
    const one = event.target.closest(".cards > .card-flag");
    if (!one) return;
    const card = places().find(({ key }) => key === one.dataset.key);
    if (!card) return;
    if (event.target.closest("button.card-words")) goTo(card);
    else activate(card.key);
  }

  function opened(event) {
    const one = event.target;
    if (!one.closest || !one.closest(".findings")) return;
    if (one.matches(".finding")) advise(one);
    soon();
  }

  function pressed(event) {
    if (!event.target.closest(".findings")) return;
    if (event.key === "F8") {
      event.preventDefault();
      step(event.shiftKey ? -1 : 1);
    } else if (event.key === "Escape") {
      const one = event.target.closest(".cards > .card-flag");
      const card = one && places().find(({ key }) => key === one.dataset.key);
      event.preventDefault();
      if (card) goTo(card);
      else sheet(false), desk.view.focus();
    }
  }

  desk.heard.push((update) => {
    if (update.geometryChanged || update.viewportChanged || update.docChanged) soon();
    if (update.selectionSet && update.view.hasFocus) {
      const { head } = update.state.selection.main;
      const here = places().find(({ from, to }) => from <= head && head <= to);
      setTimeout(() => activate(here ? here.key : null, true));
    }
  });

  desk.cards = { places, put, element, enliven, locateAll, count, soon, goTo, marks };

  document.addEventListener("desk-ready", () => {
    handle();
    locateAll();
    document.addEventListener("click", clicked);
    document.addEventListener("keydown", pressed);
    document.addEventListener("toggle", opened, true);
    document.querySelector(".last-word")?.addEventListener("toggle", soon);
    document.addEventListener("change", (event) => event.target.name === "findings-band" && soon());
    wide.addEventListener("change", () => (sheet(false), soon()));
    window.addEventListener("resize", soon);
    if (document.fonts) document.fonts.ready.then(soon);
  });
})();

// Cards follow typing: the text is read again a moment after the last key, one question at a time. After a save the
// panel of what was saved takes its place as soon as the engine has read it.
(() => {
  "use strict";
  const desk = window.citewellDesk;
  const root = document.querySelector(".desk");
  const QUIET = 150; // milliseconds without a key before the text is read
  const ENDED = 20; // the same where the last key ended a sentence or a paragraph, or put words in at once
  const LONGEST = 900; // nobody who types on and on waits longer than this
  const AGAIN = 1500; // after an answer that did not come
  const IDLE = 2000; // then a text that was read in part is read whole: what stands far off may bear on a sentence
  const WHOLE = 20000; // letters; a longer text is read whole when it is saved

  // --- What is typed --------------------------------------------------------------------------------------
  let since = null; // changes since the text was sent, while an answer is awaited
  let dirty = null; // the stretch that changed and was not read yet
  let asking = false;
  let timer = 0;
  let first = 0;
  let last = 0; // when the last key went down
  let idle = 0;
  let wanted = false; // whether the whole was asked for while an answer was awaited

  function changed(update) {
    if (!update.docChanged) return;
    if (since) since = since.compose(update.changes);
    let [from, to] = dirty ? [update.changes.mapPos(dirty[0], -1), update.changes.mapPos(dirty[1], 1)] : [Infinity, -1];
    update.changes.iterChangedRanges((_a, _b, begin, end) => ((from = Math.min(from, begin)), (to = Math.max(to, end))));
    dirty = [from, to];
    last = performance.now();
    later(ended(update) ? ENDED : QUIET);
  }

  function ended(update) {
    let put = "";
    update.changes.iterChanges((_a, _b, _c, _d, words) => (put += words.toString()));
    return put.length > 1 || /[.!?\n]/.test(put);
  }

  function later(wait = QUIET) {
    const now = performance.now();
    if (!first) first = now;
    clearTimeout(timer);
    timer = setTimeout(ask, Math.max(0, Math.min(wait, first + LONGEST - now)));
  }

  async function ask(whole) {
    if (asking) wanted = wanted || whole === true;
    if (asking || (!dirty && whole !== true)) return;
    if (CodeMirror.completionStatus(desk.view.state) === "active") return later(AGAIN); // half a key is no claim
    asking = true;
    first = 0;
    clearTimeout(idle);
    const text = window.citewellText.get();
    const [from, to] = dirty || [0, text.length];
    dirty = null;
    since = desk.view.state.changes();
    const have = [...new Set([...document.querySelectorAll(".cards > .card-flag")].map((one) => one.dataset.key.split(".")[0]))];
    const values = { text, have: have.join(",") };
    if (whole !== true) Object.assign(values, { from, to });
    const { ok, status, answer } = await desk.post(root.dataset.typedUrl, values);
    const moved = since;
    since = null;
    asking = false;
    if (ok) show(answer, moved);
    else if (status === 503 || status === 0) dirty = grown(dirty, moved, from, to);
    else desk.say(answer.error);
    const again = wanted;
    wanted = false;
    if (again && ok) ask(true);
    else if (dirty) later(ok ? Math.max(ENDED, last + QUIET - performance.now()) : AGAIN);
    else if (ok && answer.scope[1] - answer.scope[0] < text.length && text.length <= WHOLE) idle = setTimeout(() => ask(true), IDLE);
  }

  function grown(now, moved, from, to) {
    const [begin, end] = [moved.mapPos(from, -1), moved.mapPos(to, 1)];
    return now ? [Math.min(now[0], begin), Math.max(now[1], end)] : [begin, end];
  }

  function show(answer, moved) {
    const list = document.querySelector(".cards");
    if (!list) return;
    const [begin, end] = [moved.mapPos(answer.scope[0], -1), moved.mapPos(answer.scope[1], 1)];
    const kept = desk.cards.places().filter((card) => card.to <= begin || card.from >= end);
    const old = new Map();
    list.querySelectorAll(":scope > .card-flag").forEach((one) => {
      if (kept.some((card) => card.key === one.dataset.key)) return;
      const key = one.dataset.key.split(".")[0];
      old.set(key, [...(old.get(key) || []), one]);
    });
    const found = [...kept];
    answer.cards.forEach((card) => {
      const [from, to] = [moved.mapPos(card.start, 1), moved.mapPos(card.end, -1)];
      if (to <= from) return;
      const one = (old.get(card.key) || []).shift() || made(card, list);
      if (!one) return;
      one.dataset.key = card.key;
      for (let number = 2; found.some((other) => other.key === one.dataset.key); number++) one.dataset.key = `${card.key}.${number}`;
      one.classList.remove("is-lost", "is-gone");
      one.dataset.start = from;
      desk.cards.enliven(one);
      found.push({ key: one.dataset.key, worst: one.className.match(/card-(blocker|warning|note|settled|tied)/)[1], from, to });
    });
    old.forEach((rest) => rest.forEach((one) => one.remove()));
    inOrder(found, list);
    desk.cards.put(found);
    measure(answer.grade);
    root.dataset.typed = "read";
    document.dispatchEvent(new CustomEvent("cards-shown"));
  }

  // A card that stands in its place already is left alone: each that moves is drawn anew.
  function inOrder(found, list) {
    let before = null;
    found.sort((a, b) => a.from - b.from).forEach((card) => {
      const one = desk.cards.element(card.key);
      if (!one) return;
      const next = before ? before.nextElementSibling : list.firstElementChild;
      if (one !== next && !one.contains(document.activeElement)) list.insertBefore(one, next);
      before = one;
    });
  }

  function made(card, list) {
    const html = card.html || (document.querySelector(`.card-flag[data-key^="${CSS.escape(card.key)}"]`) || {}).outerHTML;
    if (!html) return null;
    const one = new DOMParser().parseFromString(`<ol>${html}</ol>`, "text/html").querySelector("li");
    list.append(one);
    return one;
  }

  let grade = null;
  function measure(given) {
    if (given !== undefined && given !== null) grade = given;
    const line = document.querySelector(".findings-measure");
    if (!line) return;
    const prose = window.citewellText.get().replace(/\]\([^()\n]*\)|\[[^\[\]\n]*@[^\[\]\n]*\]|\[\^[^\[\]\n]*\]|https?:\/\/\S+/g, " ");
    const words = (prose.match(/[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*/gu) || []).length;
    line.hidden = false;
    const read = grade === null ? "" : ` · reading grade ${grade.toFixed(1)}${grade > 8 ? ", aim for 8" : ""}`;
    const typed = desk.area.value === desk.area.defaultValue ? "" : " · flags as typed";
    line.textContent = `${words.toLocaleString("en-GB")} words${read}${typed}`;
  }

  // --- What is saved ---------------------------------------------------------------------------------------
  function watch(panel) {
    if (!panel || panel.dataset.state !== "reading") return;
    window.askAgain(panel.dataset.statusUrl, (answer, ok) => {
      if (!ok && answer.error) {
        panel.querySelector(".findings-state").textContent = answer.error;
        return false;
      }
      if (answer.state === "reading" || !answer.html) return true;
      document.dispatchEvent(new CustomEvent("desk-lines", { detail: answer.lines || {} }));
      return !replace(panel, new DOMParser().parseFromString(answer.html, "text/html").getElementById("findings"));
    });
  }

  function replace(panel, fresh) {
    if (!fresh) return false;
    // The live region must outlast the change of its words, or it is never read out.
    const status = panel.querySelector(".findings-state");
    status.replaceChildren(...fresh.querySelector(".findings-state").childNodes);
    fresh.querySelector(".findings-state").replaceWith(status);
    panel.replaceWith(fresh);
    if (desk) {
      desk.cards.locateAll();
      ask(true);
    }
    fresh.dispatchEvent(new CustomEvent("findings-changed", { bubbles: true }));
    return true;
  }

  // --- The place is kept over a save ------------------------------------------------------------------------
  const KEPT = "citewell-place";
  function keepPlace(event) {
    if (event.submitter && event.submitter.name === "page") return;
    const { head } = desk.view.state.selection.main;
    const kept = { path: location.pathname, y: scrollY, head, at: Date.now(), typing: desk.view.hasFocus };
    sessionStorage.setItem(KEPT, JSON.stringify(kept));
  }
  function findPlace() {
    const kept = JSON.parse(sessionStorage.getItem(KEPT) || "null");
    sessionStorage.removeItem(KEPT);
    if (!kept || kept.path !== location.pathname || Date.now() - kept.at > 60000 || document.getElementById("problems")) return;
    const anchor = Math.min(kept.head, desk.view.state.doc.length);
    desk.view.dispatch({ selection: { anchor } });
    if (kept.typing) desk.view.focus();
    requestAnimationFrame(() => scrollTo(0, kept.y));
  }

  if (desk) {
    desk.say = (words) => {
      const line = document.querySelector(".findings-measure");
      if (line) [line.hidden, line.textContent] = [false, words];
    };
    desk.readAgain = () => ask(true);
    if (root && root.dataset.typedUrl) desk.heard.push(changed);
    document.addEventListener("desk-ready", () => {
      measure();
      if (root.dataset.typedUrl) setTimeout(() => ask(true), 50);
      document.getElementById("article_form").addEventListener("submit", keepPlace);
      findPlace();
    });
    desk.heard.push((update) => update.docChanged && measure());
  }
  document.addEventListener("DOMContentLoaded", () => watch(document.getElementById("findings")));
})();

/* The review desk by keys: the chosen flag beside the list, decided in place, one or many with one reason. */
"use strict";
(() => {
  const desk = document.querySelector(".review");
  const list = document.getElementById("review-list");
  const help = document.getElementById("review-keys");
  if (!desk) return;
  const detail = document.getElementById("review-detail");
  const form = document.getElementById("review-form");
  const said = document.getElementById("review-said");
  const query = desk.dataset.query ? `?${desk.dataset.query}` : "";
  const flags = () => [...list.querySelectorAll(".review-flag")];
  const ticked = () => [...list.querySelectorAll("input[name=flag]:checked")].map((box) => box.value);
  const ended = desk.querySelector(".kept-dialog");
  const kept = new Map();
  let chosen = null;
  let asking = null;
  let hush = 0;

  const say = (words, problem = false) => {
    clearTimeout(hush);
    said.textContent = words;
    said.classList.toggle("review-problem", problem);
    hush = setTimeout(() => { said.textContent = ""; }, problem ? 12000 : 4000);
  };

  // --- Reasons that are begun: kept at their flag, whatever is looked at, and in this tab over a reload ---------
  const PLACE = `citewell-reasons-${desk.dataset.person}`;
  let begun = {};
  try { begun = JSON.parse(sessionStorage.getItem(PLACE)) || {}; } catch { begun = {}; }

  const keep = (pk, words) => {
    if (words) begun[pk] = words; else delete begun[pk];
    try { sessionStorage.setItem(PLACE, JSON.stringify(begun)); } catch { /* a full store keeps nothing over a reload */ }
  };

  const remember = () => {
    const decide = detail.querySelector(".flag-decide");
    if (!decide) return;
    const { reason, due } = decide.elements;
    const verdict = decide.querySelector("[name=verdict]:checked");
    keep(decide.closest(".flag-detail").dataset.flag, reason.value.trim() && { reason: reason.value, due: due.value, verdict: verdict ? verdict.value : "" });
  };

  const putBack = (pk) => {
    const decide = detail.querySelector(".flag-decide");
    if (!decide || !begun[pk]) return;
    const radio = [...decide.querySelectorAll("[name=verdict]")].find((one) => one.value === begun[pk].verdict);
    if (radio) radio.checked = true;
    decide.elements.reason.value = begun[pk].reason;
    decide.elements.due.value = begun[pk].due;
  };

  // --- A session that ended: logging in again in a window beside, then on with what was asked -------------------
  let waiting = null;
  let timer = 0;

  // Whether the same person is logged in; then every form has the token of now.
  const loggedIn = async () => {
    const answer = await fetch(desk.dataset.session, { credentials: "same-origin", headers: { "X-Beat": "1" } });
    const who = answer.ok ? await answer.json() : {};
    if (String(who.person) !== desk.dataset.person) return false;
    kept.clear();
    for (const one of document.querySelectorAll("[name=csrfmiddlewaretoken]")) one.value = who.token;
    return true;
  };

  const onceLoggedIn = async (act) => {
    waiting = act;
    if (await loggedIn().catch(() => false)) return goOn();
    if (!ended.open) ended.showModal();
    clearInterval(timer);
    timer = setInterval(backAgain, 2000);
    return undefined;
  };

  const backAgain = async () => {
    if (waiting && await loggedIn().catch(() => false)) goOn();
  };

  const goOn = () => {
    const act = waiting;
    waiting = null;
    clearInterval(timer);
    if (ended.open) ended.close();
    if (act) act();
  };

  window.addEventListener("focus", backAgain);
  ended.querySelector("[data-later]").addEventListener("click", () => ended.close());

  const show = async (pk, again = false) => {
    if (asking) asking.abort();
    const now = asking = new AbortController();
    if (!kept.has(pk)) {
      try {
        const answer = await fetch(`/admin/articles/flag/${pk}/panel/${query}`, { signal: now.signal, headers: { "X-Requested-With": "fetch" } });
        const lost = answer.redirected || answer.status === 403;
        if (lost && !again) return onceLoggedIn(() => show(pk, true));
        if (lost || !answer.ok) throw new Error("This flag cannot be shown. Load the page anew.");
        kept.set(pk, await answer.text());
      } catch (error) {
        if (error.name !== "AbortError") say(error instanceof TypeError ? "There is no connection. Nothing was lost; try again." : error.message, true);
        return;
      }
    }
    if (asking !== now) return;
    detail.innerHTML = kept.get(pk);
    detail.scrollTop = 0;
    putBack(pk);
    describe();
  };

  const describe = () => {
    const line = detail.querySelector(".flag-for");
    const number = ticked().length;
    if (!line) return;
    line.hidden = number < 2;
    line.textContent = `For the ${number} flags that are ticked.`;
  };

  const choose = (row, { sheet = false, still = false } = {}) => {
    if (!row) return;
    if (chosen) chosen.removeAttribute("aria-current");
    chosen = row;
    row.setAttribute("aria-current", "true");
    if (!still) row.scrollIntoView({ block: "nearest" });
    history.replaceState(null, "", `#${row.id}`);
    detail.classList.toggle("review-sheet", sheet);
    show(row.dataset.flag);
  };

  const step = (by) => {
    const rows = flags();
    const next = rows[rows.indexOf(chosen) + by];
    if (next) return choose(next);
    const further = list.querySelector(by > 0 ? "[rel=next]" : "[rel=prev]");
    if (further) further.focus();
    say(by > 0 ? (further ? "That was the last on this page. Enter shows more." : "That was the last.") : (further ? "That was the first on this page." : "That was the first."));
  };

  const stepArticle = (by) => {
    const groups = [...list.querySelectorAll(".review-group")];
    const next = groups[groups.indexOf(chosen && chosen.closest(".review-group")) + by];
    if (next) choose(next.querySelector(".review-flag")); else say(by > 0 ? "That was the last article on this page." : "That was the first article on this page.");
  };

  const nextOpen = () => {
    const rows = flags();
    const rest = rows.slice(rows.indexOf(chosen) + 1);
    return rest.find((row) => row.dataset.state === "open" && !row.dataset.done);
  };

  const tick = (row) => {
    const box = row && row.querySelector("input[name=flag]:not(:disabled)");
    if (box) box.checked = !box.checked;
    describe();
  };

  const tickKind = () => {
    if (!chosen) return;
    const { code, article } = chosen.dataset;
    const same = flags().filter((row) => row.dataset.code === code && row.dataset.article === article && row.dataset.state === "open");
    for (const row of same) row.querySelector("input[name=flag]").checked = true;
    describe();
    say(`${same.length} of this kind ${same.length === 1 ? "is" : "are"} ticked in this article.`);
  };

  const pick = (key) => {
    const radio = detail.querySelector(`.verdict input[data-key="${key}"]`);
    if (!radio) return false;
    radio.checked = true;
    detail.querySelector("[name=reason]").focus();
    return true;
  };

  const record = async (decide, again = false) => {
    const ids = ticked().length ? ticked() : [chosen.dataset.flag];
    const data = new FormData(decide);
    for (const pk of ids) data.append("flag", pk);
    const button = decide.querySelector("[type=submit]");
    if (button.disabled) return undefined; // keys that are pressed twice record once
    button.disabled = true;
    let answer;
    try {
      const response = await fetch(form.action, { method: "POST", body: data, headers: { Accept: "application/json" } });
      if (!response.headers.get("Content-Type").includes("json")) {
        button.disabled = false;
        if (!again) return onceLoggedIn(() => record(decide, true));
        throw new Error(String(response.status));
      }
      answer = await response.json();
    } catch {
      answer = { problem: "The newsroom did not answer. Your reason is still here; try again." };
    }
    button.disabled = false;
    if (answer.problem) return say(answer.problem, true);
    keep(decide.closest(".flag-detail").dataset.flag, "");
    settle(answer);
    const next = nextOpen();
    if (next) choose(next, { sheet: detail.classList.contains("review-sheet") }); else { kept.delete(chosen.dataset.flag); detail.classList.remove("review-sheet"); show(chosen.dataset.flag); }
    if (document.activeElement && detail.contains(document.activeElement)) document.activeElement.blur();
    say(next ? answer.message : `${answer.message} No open flag is left below.`);
  };

  const settle = ({ flags: states, verdict }) => {
    for (const [pk, state] of Object.entries(states)) {
      const row = document.getElementById(`flag-${pk}`);
      kept.delete(pk);
      if (!row) continue;
      row.className = `review-flag review-${state.state}`;
      row.dataset.state = state.state;
      row.dataset.done = "yes";
      row.querySelector(".review-state").textContent = state.state === "open" ? verdict : state.label;
      row.querySelector("input[name=flag]").checked = false;
    }
  };

  const keys = {
    j: () => step(1), k: () => step(-1), n: () => stepArticle(1), p: () => stepArticle(-1), m: () => tick(chosen), g: tickKind,
    "?": () => help.showModal(),
    Enter: () => { if (chosen) location.assign(chosen.querySelector(".mark").href); },
  };

  document.addEventListener("keydown", (event) => {
    const typing = event.target.matches("input:not([type=checkbox], [type=radio]), textarea, select");
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && detail && detail.contains(event.target)) {
      event.preventDefault();
      return detail.querySelector(".flag-decide").requestSubmit();
    }
    if (event.key === "Escape" && !help.open) {
      if (detail) detail.classList.remove("review-sheet");
      if (typing) event.target.blur();
      return undefined;
    }
    if (typing || event.ctrlKey || event.metaKey || event.altKey || help.open) return undefined;
    if (event.key === "Enter" && event.target.closest("a, button, summary, label")) return undefined;
    if (!list && event.key !== "?") return undefined;
    const act = keys[event.key] || (chosen && /^[swerxoa]$/.test(event.key) && (() => pick(event.key)));
    if (act) { event.preventDefault(); act(); }
    return undefined;
  });

  for (const button of document.querySelectorAll("[data-help]")) { button.hidden = false; button.addEventListener("click", () => help.showModal()); }
  if (!list) return;

  list.addEventListener("click", (event) => {
    const row = event.target.closest(".review-flag");
    if (!row || event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (event.target.matches("input")) return describe();
    if (event.target.closest("a")) event.preventDefault();
    choose(row, { sheet: matchMedia("(max-width: 1000px)").matches });
  });
  detail.addEventListener("input", remember);
  detail.addEventListener("submit", (event) => {
    if (!event.target.matches(".flag-decide")) return;
    event.preventDefault();
    record(event.target);
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  const asked = location.hash && document.getElementById(location.hash.slice(1));
  if (matchMedia("(min-width: 1001px)").matches) choose(asked || flags()[0], { still: !asked });
})();

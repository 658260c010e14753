// Keeps what is typed before it is saved: in this browser at once, at the newsroom a moment later. Tells who else is
// here, and lets one log in again in place. Knows the text by the form alone, or by window.citewellText where an
// editor stands over the textarea.
(() => {
  "use strict";
  const LOCAL_WAIT = 250; // milliseconds after a key until the words are in this browser
  const SEND_WAIT = 1000; // until they are sent
  const BEAT = 15000; // between two signs of being here; the newsroom takes three missed ones for a closed page
  const RETRY = 5000;
  const KEEPALIVE_BYTES = 60000; // what a browser sends for a page that is being closed
  const OLD = 90 * 24 * 3600 * 1000;
  const OWN = ["csrfmiddlewaretoken", "working_tab", "working_serial", "ends", "beside"];

  const box = document.getElementById("kept");
  const form = document.getElementById("article_form");
  if (!box || !form) return;
  const line = form.querySelector(".kept-state");
  const present = form.querySelector(".kept-present");
  const dialog = box.querySelector("dialog");
  const prefix = `citewell-copy-${box.dataset.person}-${box.dataset.article}-`;
  const channel = "BroadcastChannel" in window ? new BroadcastChannel("citewell-copies") : null;
  let tab = box.dataset.restoredTab || crypto.randomUUID();
  let token = field("csrfmiddlewaretoken").value;
  let last = "", sent = "", sending = false, submitting = false, waiting = null, leaving = false;
  let localTimer, sendTimer, retryTimer, signedOutTimer;

  function field(name) {
    return form.querySelector(`input[name='${name}']`) || document.querySelector(`input[name='${name}']`) || {};
  }

  function snapshot() {
    const held = {};
    for (const [name, value] of new FormData(form)) {
      if (typeof value !== "string" || OWN.includes(name) || name.includes("__prefix__")) continue;
      (held[name] = held[name] || []).push(value);
    }
    if (window.citewellText) held.body = [window.citewellText.get()];
    return held;
  }

  function say(state, words) {
    if (box.dataset.state === state && line.textContent === words) return;
    box.dataset.state = state;
    line.textContent = words;
  }

  // --- In this browser -----------------------------------------------------------------------------------

  function version() {
    return Number(field("expected_version").value || 0);
  }
  function keepHere() {
    const held = snapshot();
    const text = JSON.stringify(held);
    if (text === last) return false;
    last = text;
    const copy = { serial: Date.now(), version: version(), form: held };
    try {
      localStorage.setItem(prefix + tab, JSON.stringify(copy));
    } catch { /* full or forbidden: the newsroom keeps it alone */ }
    return true;
  }
  function mine() {
    try {
      return JSON.parse(localStorage.getItem(prefix + tab));
    } catch {
      return null;
    }
  }
  function forget(name) {
    try {
      localStorage.removeItem(prefix + name);
    } catch { /* as above */ }
  }

  function typed() {
    clearTimeout(localTimer);
    localTimer = setTimeout(() => {
      if (!keepHere()) return;
      if (box.dataset.state !== "offline" && box.dataset.state !== "signed-out") say("keeping", "Keeping your words…");
      clearTimeout(sendTimer);
      sendTimer = setTimeout(send, SEND_WAIT);
    }, LOCAL_WAIT);
  }

  // Rows that are fetched when a drawer is opened are no change of the person's.
  let still = false;
  document.addEventListener("desk-rows-come", () => {
    keepHere();
    still = last === sent;
  });
  document.addEventListener("desk-rows", () => {
    if (still) last = sent = JSON.stringify(snapshot());
    else typed();
  });

  // --- At the newsroom -----------------------------------------------------------------------------------

  async function post(message, beat) {
    const headers = { "Content-Type": "application/json", "X-CSRFToken": token, Accept: "application/json" };
    if (beat) headers["X-Beat"] = "1";
    const body = JSON.stringify(message);
    const keepalive = Boolean(message.left) && body.length < KEEPALIVE_BYTES;
    return fetch(box.dataset.address, { method: "POST", body, headers, credentials: "same-origin", keepalive });
  }

  // One message at a time; what is typed meanwhile goes with the next.
  async function send() {
    if (sending || submitting || box.dataset.state === "signed-out") return;
    const words = last !== sent ? last : null;
    const serial = Date.now();
    sending = true;
    try {
      const message = { tab, serial, version: version(), form: words ? JSON.parse(words) : null };
      const response = await post(message, !words);
      if (response.ok) heard(await response.json(), words);
      else await refused(response);
    } catch {
      offline();
    } finally {
      sending = false;
      if (last !== sent && !["offline", "signed-out", "local", "gone"].includes(box.dataset.state)) {
        clearTimeout(sendTimer);
        sendTimer = setTimeout(send, SEND_WAIT);
      }
    }
  }

  function heard(answer, words) {
    if (words) sent = words;
    if (last === sent) say(answer.at ? "kept" : "idle", answer.at ? `Kept at ${answer.at}; not saved as a version yet.` : "");
    if (present && "present" in answer) present.innerHTML = answer.present;
    if (answer.saved) tellSaved(answer.saved);
  }

  function tellSaved(words) {
    let told = form.querySelector(".kept-saved");
    if (!told) {
      told = document.createElement("p");
      told.className = "notice kept-saved";
      told.setAttribute("role", "status");
      const beside = form.querySelector(".desk-said");
      if (beside) beside.querySelector(".kept-line").after(told);
      else box.insertBefore(told, box.querySelector(".kept-line"));
    }
    const text = `${words} When you save, what you both did is put together; what touches is asked.`;
    if (told.textContent !== text) told.textContent = text;
  }

  async function refused(response) {
    if (response.status === 413) return say("local", "Too long to be kept at the newsroom. It is kept in this browser.");
    if (response.status === 404) return say("gone", "This article is no longer there. Copy your words before you leave.");
    if (response.status !== 403) return offline("The newsroom does not answer as it should.");
    const state = await session();
    if (state === "same") {
      clearTimeout(retryTimer);
      retryTimer = setTimeout(send, 200);
    }
  }

  function offline(why) {
    say("offline", `${why || "No connection."} Your words are kept in this browser and sent when it is back.`);
    clearTimeout(retryTimer);
    retryTimer = setTimeout(send, RETRY);
  }

  // --- The session ---------------------------------------------------------------------------------------

  async function session() {
    const response = await fetch(box.dataset.session, { credentials: "same-origin", headers: { "X-Beat": "1" } });
    if (!response.ok) throw new Error(String(response.status));
    const who = await response.json();
    if (String(who.person) === box.dataset.person) {
      token = who.token;
      document.querySelectorAll("input[name='csrfmiddlewaretoken']").forEach((one) => (one.value = token));
      return "same";
    }
    signedOut(who.person ? who.name : "");
    return "other";
  }

  function signedOut(other) {
    const words = dialog.querySelector(".kept-dialog-words");
    if (other) {
      words.textContent = `You are logged in as ${other} now, and these words are ${box.dataset.name}'s. They are kept in this browser: log in as ${box.dataset.name} to go on.`;
    }
    say("signed-out", "Your session has ended. Your words are kept in this browser.");
    if (!dialog.open && !dialog.dataset.later) dialog.showModal();
    clearInterval(signedOutTimer);
    signedOutTimer = setInterval(backAgain, 2000);
  }

  async function backAgain() {
    if (box.dataset.state !== "signed-out") return clearInterval(signedOutTimer);
    try {
      if ((await session()) !== "same") return;
    } catch {
      return;
    }
    clearInterval(signedOutTimer);
    delete dialog.dataset.later;
    if (dialog.open) dialog.close();
    say("keeping", "You are logged in again.");
    if (waiting) {
      const submitter = waiting;
      waiting = null;
      return submit(submitter);
    }
    send();
  }

  // --- Saving --------------------------------------------------------------------------------------------

  async function submit(submitter) {
    keepHere();
    say("saving", "Saving…");
    try {
      if ((await session()) !== "same") {
        waiting = submitter;
        return;
      }
    } catch {
      submitting = false;
      return offline("Not saved: no connection.");
    }
    // Whatever is still on its way with a lower number changes nothing once this is saved.
    set("working_tab", tab);
    set("working_serial", String(Date.now()));
    submitting = true;
    form.requestSubmit(submitter && submitter.isConnected ? submitter : undefined);
  }
  function set(name, value) {
    const one = box.querySelector(`input[name='${name}']`);
    if (one) one.value = value;
  }

  form.addEventListener("submit", (event) => {
    if (submitting) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    submit(event.submitter);
  }, true);

  // --- Coming and going ----------------------------------------------------------------------------------

  window.addEventListener("pagehide", () => {
    leaving = true;
    if (submitting) return;
    keepHere();
    const words = last !== sent ? JSON.parse(last) : null;
    const message = { tab, serial: Date.now(), version: version(), form: words, left: true };
    if (words && JSON.stringify(message).length >= KEEPALIVE_BYTES) message.form = null;
    post(message, true).catch(() => {});
  });
  window.addEventListener("pageshow", (event) => {
    leaving = false;
    if (!event.persisted) return;
    submitting = false;
    send();
  });
  window.addEventListener("online", send);
  window.addEventListener("offline", () => offline());
  window.addEventListener("focus", () => box.dataset.state === "signed-out" && backAgain());
  dialog.querySelector("[data-later]").addEventListener("click", () => {
    dialog.dataset.later = "1";
    dialog.close();
  });

  form.querySelectorAll("button[data-discard]").forEach((button) => button.addEventListener("click", async () => {
    if (!window.confirm("Throw these words away? They cannot be brought back.")) return;
    const address = box.dataset.discard.replace("/0/", `/${button.dataset.discard}/`);
    const response = await fetch(address, { method: "POST", headers: { "X-CSRFToken": token }, credentials: "same-origin" });
    if (!response.ok) return;
    forget(button.dataset.tab);
    submitting = true; // nothing of this page is kept on leaving it
    if (button.dataset.tab === tab) forget(tab);
    window.location.assign(window.location.pathname);
  }));

  if (channel) channel.addEventListener("message", ({ data }) => {
    if (leaving || data.from === tab && data.kind !== "adopt") return;
    if (data.kind === "who" && data.tab === tab) channel.postMessage({ kind: "here", tab, from: tab });
    // Another page has taken these words over: this one goes on under a name of its own.
    if (data.kind === "adopt" && data.tab === tab && data.page !== page) {
      tab = crypto.randomUUID();
      sent = "";
    }
  });
  const page = crypto.randomUUID();

  function isOpen(name) {
    if (!channel) return Promise.resolve(false);
    return new Promise((resolve) => {
      const hear = ({ data }) => data.kind === "here" && data.tab === name && done(true);
      const done = (open) => {
        channel.removeEventListener("message", hear);
        resolve(open);
      };
      channel.addEventListener("message", hear);
      channel.postMessage({ kind: "who", tab: name, from: page });
      setTimeout(done, 250, false);
    });
  }

  // Words that reached this browser and not the newsroom go there first; then the page shows them.
  async function bringBack() {
    const known = new Map(JSON.parse(document.getElementById("kept-known").textContent));
    let brought = false;
    for (const key of Object.keys(localStorage).filter((one) => one.startsWith(prefix))) {
      const name = key.slice(prefix.length);
      let copy = null;
      try {
        copy = JSON.parse(localStorage.getItem(key));
      } catch { /* not ours any more */ }
      if (!copy || !copy.form || (known.get(name) || 0) >= copy.serial || copy.serial < Date.now() - OLD) {
        localStorage.removeItem(key);
        continue;
      }
      if (await isOpen(name)) continue;
      const message = { tab: name, serial: copy.serial, version: copy.version, form: copy.form, left: true };
      const response = await post(message, true);
      if (!response.ok) continue;
      localStorage.removeItem(key);
      brought = true;
    }
    return brought;
  }

  // The page that was here a moment ago may count as open still.
  async function wasHere() {
    const before = sessionStorage.getItem("citewell-tab");
    const other = before && form.querySelector(`.kept-other [data-tab='${before}']`);
    if (!other || box.dataset.restored || (await isOpen(before))) return false;
    window.location.replace(`?copy=${other.dataset.discard}`);
    return true;
  }

  async function start() {
    const shown = new URLSearchParams(window.location.search).get("copy");
    // A save that was refused shows its words: this page goes on with them, and to load it again would send them again.
    const again = document.getElementById("problems");
    try {
      if (again) tab = sessionStorage.getItem("citewell-tab") || tab;
      if (again) sent = "";
      if (!shown && !again && (await bringBack())) return window.location.reload();
      if (!shown && !again && (await wasHere())) return;
      sessionStorage.setItem("citewell-tab", tab);
    } catch { /* no storage, no connection: the page works without */ }
    if (channel && box.dataset.restoredTab) channel.postMessage({ kind: "adopt", tab, page, from: page });
    for (const kind of ["input", "change", "keyup", "click"]) form.addEventListener(kind, typed);
    setInterval(() => {
      if (submitting) return;
      keepHere();
      send();
    }, BEAT);
    send();
  }

  last = sent = JSON.stringify(snapshot());
  box.dataset.ready = "1";
  start();
})();

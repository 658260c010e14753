// Shows, on the screens of what was recognised, whether each work exists as written, as the services answer.
(() => {
  "use strict";

  function show(slot, told) {
    slot.replaceChildren();
    if (!told.words) return;
    const pill = document.createElement("span");
    pill.className = `pill pill-${told.tone}`;
    pill.textContent = told.words;
    slot.append(pill);
    if (told.tone === "good" || !told.details.length) return;
    const list = document.createElement("ul");
    for (const line of told.details) {
      const item = document.createElement("li");
      item.textContent = line;
      list.append(item);
    }
    slot.append(list);
  }

  document.addEventListener("DOMContentLoaded", () => {
    const slots = new Map();
    for (const slot of document.querySelectorAll(".verdict-slot")) slots.set(slot.dataset.verdict, slot);
    if (!slots.size) return;
    const address = document.querySelector("[data-verdicts]").dataset.verdicts;
    const url = () => `${address}?${[...slots.keys()].map((key) => `key=${key}`).join("&")}`;
    askAgain(url(), (answer, ok) => {
      if (!ok) return false;
      for (const [key, told] of Object.entries(answer.verdicts)) {
        if (told.busy || !slots.has(key)) continue;
        show(slots.get(key), told);
        slots.delete(key);
      }
      return slots.size > 0;
    });
  });
})();

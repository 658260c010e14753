// Asks how far an import or bulk work is, and puts the answer in place until it has ended.
(() => {
  "use strict";
  const SLOWEST = 10000;

  function watch(box) {
    if (box.dataset.busy !== "yes") return;
    const state = box.querySelector(".batch-state");
    const status = box.querySelector(".batch-status");
    let wait = 1000;
    const again = () => {
      wait = Math.min(wait * 1.2, SLOWEST);
      setTimeout(ask, wait);
    };
    async function ask() {
      if (document.hidden) return again();
      let answer;
      try {
        const response = await fetch(box.dataset.url, {
          headers: { Accept: "application/json" },
          credentials: "same-origin",
        });
        if (!response.ok) return again();
        answer = await response.json();
      } catch {
        return again();
      }
      const fresh = new DOMParser().parseFromString(answer.html, "text/html").body.firstElementChild;
      // Whoever is about to press "Cancel" keeps the button under their finger.
      if (fresh && !(answer.busy && state.contains(document.activeElement))) state.replaceChildren(fresh);
      if (answer.busy) return again();
      status.textContent = "It has ended.";
    }
    setTimeout(ask, wait);
  }

  document.addEventListener("DOMContentLoaded", () => document.querySelectorAll(".batch-live").forEach(watch));
})();

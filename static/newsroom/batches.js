// Shows how far an import or bulk work is until it has ended.
(() => {
  "use strict";

  function watch(box) {
    if (box.dataset.busy !== "yes") return;
    const state = box.querySelector(".batch-state");
    const status = box.querySelector(".batch-status");
    askAgain(box.dataset.url, (answer, ok) => {
      if (!ok) return true;
      const fresh = new DOMParser().parseFromString(answer.html, "text/html").body.firstElementChild;
      // Whoever is about to press "Cancel" keeps the button under their finger.
      if (fresh && !(answer.busy && state.contains(document.activeElement))) state.replaceChildren(fresh);
      if (!answer.busy) status.textContent = "It has ended.";
      return answer.busy;
    });
  }

  document.addEventListener("DOMContentLoaded", () => document.querySelectorAll(".batch-live").forEach(watch));
})();

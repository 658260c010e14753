// Puts the findings in place when the engine has read the saved version.
(() => {
  "use strict";

  function watch(panel) {
    if (panel.dataset.state !== "reading") return;
    askAgain(panel.dataset.statusUrl, (answer, ok) => {
      if (!ok && answer.error) {
        panel.querySelector(".findings-state").textContent = answer.error;
        return false;
      }
      if (answer.state === "reading" || !answer.html) return true;
      return !show(panel, new DOMParser().parseFromString(answer.html, "text/html").getElementById("findings"));
    });
    panel.addEventListener("toggle", () => (panel.dataset.touched = "1"), true);
  }

  function show(panel, fresh) {
    if (!fresh) return false;
    const list = panel.querySelector("details");
    const next = fresh.querySelector("details");
    if (list && next && panel.dataset.touched) next.open = list.open;
    // The live region must outlast the change of its words, or it is never read out.
    const status = panel.querySelector(".findings-state");
    status.replaceChildren(...fresh.querySelector(".findings-state").childNodes);
    fresh.querySelector(".findings-state").replaceWith(status);
    panel.replaceWith(fresh);
    fresh.dispatchEvent(new CustomEvent("findings-changed", { bubbles: true }));
    return true;
  }

  document.addEventListener("DOMContentLoaded", () => document.querySelectorAll(".findings").forEach(watch));
})();

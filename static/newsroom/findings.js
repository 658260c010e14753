// Asks the server whether the engine has read the saved version, and puts its findings in place when it has.
(() => {
  "use strict";
  const SLOWEST = 10000;

  function watch(panel) {
    if (panel.dataset.state !== "reading") return;
    let wait = 1000;
    const again = () => {
      wait = Math.min(wait * 1.15, SLOWEST);
      setTimeout(ask, wait);
    };
    async function ask() {
      if (document.hidden) return again();
      let answer;
      try {
        const response = await fetch(panel.dataset.statusUrl, {
          headers: { Accept: "application/json" },
          credentials: "same-origin",
        });
        answer = await response.json();
        if (response.status === 403) return say(panel, answer.error);
      } catch {
        return again();
      }
      if (answer.state === "reading" || !answer.html) return again();
      const fresh = new DOMParser().parseFromString(answer.html, "text/html").getElementById("findings");
      if (!fresh) return again();
      const list = panel.querySelector("details");
      const next = fresh.querySelector("details");
      if (list && next && panel.dataset.touched) next.open = list.open;
      // The live region must outlast the change of its words, or it is never read out.
      const status = panel.querySelector(".findings-state");
      status.replaceChildren(...fresh.querySelector(".findings-state").childNodes);
      fresh.querySelector(".findings-state").replaceWith(status);
      panel.replaceWith(fresh);
      fresh.dispatchEvent(new CustomEvent("findings-changed", { bubbles: true }));
    }
    panel.addEventListener("toggle", () => (panel.dataset.touched = "1"), true);
    setTimeout(ask, wait);
  }

  function say(panel, words) {
    panel.querySelector(".findings-state").textContent = words;
  }

  document.addEventListener("DOMContentLoaded", () => document.querySelectorAll(".findings").forEach(watch));
})();

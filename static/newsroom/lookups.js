// Asks how far the services have answered about works, and puts the answer in place until all of them have.
(() => {
  "use strict";
  const SLOWEST = 10000;

  function watch(box) {
    if (box.dataset.busy !== "yes") return;
    const rows = box.querySelector(".lookups-rows");
    const status = box.querySelector(".lookups-status");
    let wait = 1500;
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
        answer = await response.json();
        if (!response.ok) return (status.textContent = answer.error);
      } catch {
        return again();
      }
      if (rows && answer.html) {
        const fresh = new DOMParser().parseFromString(answer.html, "text/html").querySelector("ul, table");
        if (fresh && !rows.contains(document.activeElement)) rows.replaceChildren(fresh);
      }
      if (answer.busy) return again();
      status.textContent = box.dataset.done || "The services have been asked.";
      if (!box.dataset.reload) return;
      // The facts below are those of before; a form that somebody is filling in is left alone.
      const link = document.createElement("a");
      link.href = `${window.location.pathname}#${box.dataset.done ? "address" : "facts"}`;
      link.textContent = box.dataset.done ? "Show all of it" : "Show what they said";
      link.addEventListener("click", () => setTimeout(() => window.location.reload()));
      status.append(" ", link);
    }
    setTimeout(ask, wait);
  }

  document.addEventListener("DOMContentLoaded", () => document.querySelectorAll(".lookups-live").forEach(watch));
})();

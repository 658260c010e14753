// Shows how far the services have answered about works until all of them have.
(() => {
  "use strict";

  function watch(box) {
    if (box.dataset.busy !== "yes") return;
    const rows = box.querySelector(".lookups-rows");
    const status = box.querySelector(".lookups-status");
    askAgain(box.dataset.url, (answer, ok) => {
      if (!ok) {
        status.textContent = answer.error;
        return false;
      }
      if (rows && answer.html) {
        const fresh = new DOMParser().parseFromString(answer.html, "text/html").querySelector("ul, table");
        if (fresh && !rows.contains(document.activeElement)) rows.replaceChildren(fresh);
      }
      if (!answer.busy) end(box, status);
      return answer.busy;
    });
  }

  function end(box, status) {
    status.textContent = box.dataset.done || "The services have been asked.";
    if (!box.dataset.reload) return;
    // The facts below are those of before; a form that somebody is filling in is left alone.
    const link = document.createElement("a");
    link.href = `${window.location.pathname}#${box.dataset.place || (box.dataset.done ? "address" : "facts")}`;
    link.textContent = box.dataset.done ? "Show all of it" : "Show what they said";
    link.addEventListener("click", () => setTimeout(() => window.location.reload()));
    status.append(" ", link);
  }

  document.addEventListener("DOMContentLoaded", () => document.querySelectorAll(".lookups-live").forEach(watch));
})();

// A convenience on top of a page that works without it: remembers which marks a reader wants to see,
// and closes a card when one of its links leads elsewhere on the page.
(() => {
  "use strict";
  const NAME = "marks";
  const recall = () => {
    try {
      return localStorage.getItem(NAME);
    } catch {
      return null; // storage may be forbidden
    }
  };
  const chosen = document.getElementById(`marks-${recall()}`);
  if (chosen) chosen.checked = true;
  document.addEventListener("change", (event) => {
    if (event.target.name !== NAME) return;
    try {
      localStorage.setItem(NAME, event.target.value);
    } catch {
      // the choice then lasts for this page only
    }
  });
  document.addEventListener("click", (event) => {
    const link = event.target.closest("[popover] a[href^='#']");
    if (link) link.closest("[popover]").hidePopover();
  });
})();

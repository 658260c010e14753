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
  // On a phone the card is a sheet at the bottom edge: the sentence it judges stays in sight above it.
  document.addEventListener("toggle", (event) => {
    const card = event.target;
    if (event.newState !== "open" || !card.matches?.(".card")) return;
    const button = document.querySelector(`[popovertarget="${card.id}"]`);
    if (!button || Math.round(card.getBoundingClientRect().bottom) < window.innerHeight) return;
    const hidden = button.getBoundingClientRect().bottom + 12 - card.getBoundingClientRect().top;
    if (hidden > 0) window.scrollBy(0, hidden);
  }, true);
  document.addEventListener("focusout", (event) => {
    const card = event.target.closest(".card:popover-open");
    if (card && event.relatedTarget && !card.contains(event.relatedTarget)) card.hidePopover();
  });
  document.addEventListener("click", (event) => {
    const link = event.target.closest("[popover] a[href^='#']");
    if (link) link.closest("[popover]").hidePopover();
  });
})();

// A convenience on top of a page that works without it: lights up the sentence whose note is open, shows a reference beside
// its number, and marks the present section in the contents. It may come after the first note was opened.
(() => {
  "use strict";
  const wide = matchMedia("(min-width: 60rem)");

  // What stands open beside the text is told to be open, where the style sheet alone has unfolded it.
  const unfold = () => {
    if (wide.matches) for (const one of document.querySelectorAll(".fold")) one.open = true;
  };
  unfold();
  wide.addEventListener("change", unfold);

  // --- The sentence of an open note -----------------------------------------------------------------------

  const buttonOf = (card) => document.querySelector(`[popovertarget="${card.id}"]`);
  const light = (card, on) => {
    const first = document.getElementById(card.id.replace(/-why$/, ""));
    const button = buttonOf(card);
    if (!first || !button) return;
    for (const mark of first.parentElement.closest("p, li, blockquote, td, .text").querySelectorAll("mark")) {
      const after = first === mark || first.compareDocumentPosition(mark) & Node.DOCUMENT_POSITION_FOLLOWING;
      if (after && mark.compareDocumentPosition(button) & Node.DOCUMENT_POSITION_FOLLOWING) mark.classList.toggle("lit", on);
    }
  };
  const turned = (card, open) => {
    light(card, open);
    // On a phone the card is a sheet at the bottom edge: the sentence it judges stays in sight above it.
    const button = buttonOf(card) || card.source;
    if (!open || !button || Math.round(card.getBoundingClientRect().bottom) < window.innerHeight) return;
    const hidden = button.getBoundingClientRect().bottom + 12 - card.getBoundingClientRect().top;
    if (hidden > 0 && !wide.matches) window.scrollBy(0, hidden);
  };
  document.addEventListener("toggle", (event) => {
    if (event.target.matches?.(".card")) turned(event.target, event.newState === "open");
  }, true);
  for (const card of document.querySelectorAll(".card:popover-open")) {
    const at = document.activeElement; // who opened it before this script came may have left it since
    if (at === document.body || at === buttonOf(card) || card.contains(at)) turned(card, true);
    else card.hidePopover();
  }
  document.addEventListener("focusout", (event) => {
    const card = event.target.closest(".card:popover-open");
    if (card && event.relatedTarget && !card.contains(event.relatedTarget)) card.hidePopover();
  });

  // --- A reference beside its number ----------------------------------------------------------------------

  let beside;
  let pressed; // the number whose card was open when it was pressed: a press elsewhere than the card closes it
  document.addEventListener("pointerdown", () => (pressed = beside?.matches(":popover-open") ? beside.source : null), true);
  const showReference = (link) => {
    const work = document.getElementById(link.hash.slice(1));
    if (!work || !HTMLElement.prototype.showPopover) return false;
    if (!beside) {
      beside = Object.assign(document.createElement("div"), { className: "card", popover: "auto", id: "ref-card" });
      beside.setAttribute("role", "dialog");
      document.querySelector(".cards").append(beside);
    }
    const again = pressed === link || (beside.source === link && beside.matches(":popover-open"));
    pressed = null;
    beside.hidePopover();
    if (again) return true;
    const all = Object.assign(document.createElement("a"), { href: link.hash, textContent: "In the list of references" });
    const words = document.createElement("p");
    words.append(...[...work.cloneNode(true).childNodes]);
    for (const back of words.querySelectorAll("[href^='#claim']")) back.remove();
    const last = document.createElement("p");
    last.append(all);
    beside.replaceChildren(words, last);
    beside.setAttribute("aria-label", link.getAttribute("aria-label") || `Reference ${link.textContent}`);
    beside.source = link;
    beside.showPopover({ source: link });
    return true;
  };
  document.addEventListener("click", (event) => {
    const inside = event.target.closest("[popover] a[href^='#']");
    if (inside) return inside.closest("[popover]").hidePopover();
    const plain = !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey);
    const number = plain && event.target.closest(".cite a[href^='#ref-']");
    if (number && showReference(number)) event.preventDefault();
  });

  // --- Copying a reference --------------------------------------------------------------------------------

  const copyable = (label, text) => {
    const button = Object.assign(document.createElement("button"), { type: "button", className: "button", textContent: label });
    button.addEventListener("click", async () => {
      await navigator.clipboard.writeText(text());
      button.textContent = "Copied";
      setTimeout(() => (button.textContent = label), 2000);
    });
    return button;
  };
  if (navigator.clipboard) {
    for (const one of document.querySelectorAll(".cite-page dd")) {
      const words = one.textContent.trim().replace(/\s+/g, " "); // what lies in a closed box has no inner text
      one.append(" ", copyable("Copy", () => words));
    }
    const list = document.querySelector(".refs.whole");
    const words = () => [...list.querySelectorAll(".entry")].map((one) => one.innerText).join("\n");
    if (list) list.before(copyable("Copy all references", words));
  }

  // --- The present section --------------------------------------------------------------------------------

  const entries = new Map([...document.querySelectorAll(".toc a")].map((link) => [link.hash.slice(1), link]));
  const headings = [...entries.keys()].map((id) => document.getElementById(id)).filter(Boolean);
  const present = () => {
    const reached = headings.filter((one) => one.getBoundingClientRect().top < window.innerHeight / 3).pop();
    for (const [id, link] of entries) {
      if (id === reached?.id) link.setAttribute("aria-current", "true");
      else link.removeAttribute("aria-current");
    }
  };
  if (headings.length) {
    let waiting = false;
    document.addEventListener("scroll", () => {
      if (waiting) return;
      waiting = true;
      requestAnimationFrame(() => {
        waiting = false;
        present();
      });
    }, { passive: true });
    present();
  }
})();

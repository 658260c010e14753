// Parts of the page that are fetched when they are opened: <details data-fetch="ADDRESS">. Each time anew, so that what
// stands there is true now.
(() => {
  "use strict";

  async function fill(place, address) {
    try {
      const answer = await fetch(address, { credentials: "same-origin", headers: { "X-Requested-With": "fetch" } });
      if (!answer.ok || answer.redirected) throw new Error(String(answer.status));
      place.innerHTML = await answer.text();
    } catch {
      place.textContent = "This could not be fetched. Close it and open it again.";
    }
  }

  document.addEventListener(
    "toggle",
    ({ target }) => {
      if (target.open && target.dataset?.fetch) fill(target.querySelector("[data-fetched]"), target.dataset.fetch);
    },
    true,
  );
})();

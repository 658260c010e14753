// Asks an address again and again, less and less often, until what it tells of has ended.
// `heard` gets each answer, with whether it is one, and says whether to ask again.
function askAgain(url, heard) {
  "use strict";
  const SLOWEST = 10000;
  let wait = 1000;

  function later() {
    wait = Math.min(wait * 1.2, SLOWEST);
    setTimeout(ask, wait);
  }
  async function ask() {
    if (document.hidden) return later();
    let response, answer;
    try {
      response = await fetch(url, { headers: { Accept: "application/json" }, credentials: "same-origin" });
      answer = await response.json();
    } catch {
      return later();
    }
    if (heard(answer, response.ok)) later();
  }
  setTimeout(ask, wait);
}

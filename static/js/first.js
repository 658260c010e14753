// What a page needs before it is used: which marks a reader wants to see. The rest comes when the page is at rest or with what
// is pressed first; that press is repeated once it is there.
(() => {
  const { rest } = document.currentScript.dataset;
  const NAME = "marks";
  const stored = (value) => {
    try {
      return value ? localStorage.setItem(NAME, value) : localStorage.getItem(NAME);
    } catch {
      return null; // storage may be forbidden: the choice then lasts for this page only
    }
  };
  const chosen = document.getElementById(`marks-${stored()}`);
  if (chosen) chosen.checked = true;
  document.addEventListener("change", (event) => event.target.name === NAME && stored(event.target.value));
  let coming;
  let here = false;
  const part = (address) => new Promise((onload, onerror) => {
    const style = address.endsWith(".css");
    const one = document.createElement(style ? "link" : "script");
    const facts = { [style ? "href" : "src"]: address, rel: "stylesheet", onload, onerror };
    document.querySelector("link[media=print]").before(Object.assign(one, facts));
  });
  const soon = () => (coming ??= Promise.all(rest.split(" ").map(part)).then(() => (here = true), () => false));
  addEventListener("load", () => (window.requestIdleCallback ? requestIdleCallback(soon, { timeout: 500 }) : setTimeout(soon)));
  document.addEventListener("click", async (event) => {
    const link = event.target.closest?.(".cite a, a.tag");
    if (here || !link || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    event.stopPropagation();
    if (await soon()) link.click();
    else location.assign(link.href);
  }, true);
})();

// The preview beside the text: as readers will see it, claims underlined. It scrolls along with the text.
(() => {
  "use strict";
  const desk = window.citewellDesk;
  if (!desk) return;
  let pane = null;
  let button = null;
  let timer = 0;
  let asking = false;
  let stale = false;

  const open = () => document.body.classList.contains("previewing");

  async function ask() {
    if (!open()) return;
    if (asking) return void (stale = true);
    [asking, stale] = [true, false];
    let busy = false;
    const data = new FormData();
    data.append("content", window.citewellText.get());
    try {
      const response = await fetch(desk.area.dataset.markdownxUrlsPath, {
        method: "POST",
        body: data,
        credentials: "same-origin",
        headers: { "X-CSRFToken": desk.token(), "X-Requested-With": "XMLHttpRequest" },
      });
      const html = await response.text();
      busy = response.status === 503; // another text is being read: what stands stays, and it is asked again
      // Sanitised by the server, or its own words.
      if (!busy || !pane.childElementCount || pane.querySelector(".preview-problem")) pane.innerHTML = html;
    } catch {
      pane.innerHTML = '<p class="preview-problem" role="alert">The preview did not come. It is tried again as you type.</p>';
    }
    asking = false;
    follow();
    if (busy) later(3000);
    else if (stale) later();
  }

  function later(wait = 400) {
    clearTimeout(timer);
    timer = setTimeout(ask, wait);
  }

  // The blocks of the text and those of the preview, in order: where they are as many, each leads to the other.
  function follow() {
    if (!open() || !pane.childElementCount) return;
    const { view } = desk;
    const barHeight = document.querySelector(".desk-tools").getBoundingClientRect().bottom;
    const at = view.lineBlockAtHeight(Math.max(0, barHeight - view.documentTop)).from;
    const text = view.state.doc.toString();
    const blocks = [];
    for (const match of text.matchAll(/(?:^|\n\s*\n)\s*(?=\S)/g)) blocks.push(match.index + match[0].length);
    const now = blocks.findLastIndex((from) => from <= at);
    const shown = [...pane.children].filter((one) => !one.matches(".preview-page, section.footnotes"));
    const index = Math.min(shown.length - 1, Math.round(now * (shown.length / Math.max(1, blocks.length))));
    const one = shown[Math.max(0, index)];
    if (one) pane.scrollTop = one.offsetTop - pane.firstElementChild.offsetTop;
  }

  function toggle() {
    const on = !open();
    document.body.classList.toggle("previewing", on);
    button.setAttribute("aria-pressed", String(on));
    pane.hidden = !on;
    desk.view.requestMeasure();
    if (on) ask();
    else desk.cards.soon();
    return true;
  }

  document.addEventListener("desk-ready", () => {
    button = desk.box.querySelector(".editor-preview");
    button.setAttribute("aria-pressed", "false");
    button.addEventListener("click", toggle);
    pane = document.createElement("div");
    pane.className = "markdownx-preview desk-preview newsroom-editor";
    pane.hidden = true;
    pane.tabIndex = 0;
    pane.setAttribute("role", "region");
    pane.setAttribute("aria-label", "Preview");
    document.querySelector(".desk-margin").append(pane);
    desk.commands.preview = toggle;
    desk.heard.push((update) => update.docChanged && open() && later());
    window.addEventListener("scroll", () => open() && requestAnimationFrame(follow), { passive: true });
  });
})();

// Rich text that is pasted into a plain field comes in as Markdown: headings, lists, links, tables and footnotes are kept.
// Without this script, or where the server does not answer, it comes in as plain text.
(() => {
  "use strict";

  async function paste(field, html, plain) {
    const [from, to] = [field.selectionStart, field.selectionEnd];
    const body = new URLSearchParams({ html, csrfmiddlewaretoken: field.form.csrfmiddlewaretoken.value });
    let text = plain;
    field.setAttribute("aria-busy", "true");
    try {
      const answer = await fetch(field.dataset.richText, { method: "POST", body, credentials: "same-origin" });
      if (answer.ok) text = (await answer.json()).markdown || plain;
    } catch {
      // the plain text is better than none
    }
    field.removeAttribute("aria-busy");
    field.setRangeText(text, from, to, "end");
    field.dispatchEvent(new Event("input", { bubbles: true }));
  }

  document.addEventListener("paste", (event) => {
    const field = event.target;
    if (!(field instanceof HTMLTextAreaElement) || !field.dataset.richText || !event.clipboardData) return;
    const html = event.clipboardData.getData("text/html");
    if (!/<(?:h[1-6]|p|div|li|table|a|b|strong|em|i|sup|br|span)\b/i.test(html)) return;
    event.preventDefault();
    paste(field, html, event.clipboardData.getData("text/plain"));
  });
})();

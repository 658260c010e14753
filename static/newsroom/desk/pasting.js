// Rich text from Word, Google Docs and web pages is pasted as Markdown; plain text stays as it is.
(() => {
  "use strict";
  const desk = window.citewellDesk;
  if (!desk) return;
  const { EditorView } = CodeMirror;
  const RICH = /<(?:a\s[^>]*href|h[1-6]|li|table|b|strong|i|em|sup|sub|blockquote|img|p\s[^>]*mso)[\s>]|mso-list|font-weight:\s*(?:bold|[6-9]00)|font-style:\s*italic/i;

  async function paste(view, html, plain) {
    const { from, to } = view.state.selection.main;
    const notes = [...new Set([...view.state.doc.toString().matchAll(/\[\^([^\s\[\]]{1,80})\]/g)].map((match) => match[1]))];
    desk.host.setAttribute("aria-busy", "true");
    const { ok, answer } = await desk.post(document.querySelector(".desk").dataset.richUrl, { html, notes: notes.join(" ") });
    desk.host.removeAttribute("aria-busy");
    desk.problem(ok ? "" : answer.error);
    const text = ok && answer.markdown ? answer.markdown : plain;
    insert(view, text, from, Math.min(to, view.state.doc.length), ok);
  }

  // Blocks keep an empty line between them and what stands around; words go into the line. Notes go to the end.
  function insert(view, text, from, to, rich) {
    const { doc } = view.state;
    const notes = [];
    let words = rich ? text.replace(/(?:^|\n\n)(\[\^[^\]\n]+\]:[\s\S]*?)(?=\n\n\[\^|\n\n(?! )|$)/g, (_, note) => (notes.push(note.trim()), "")) : text;
    words = rich ? words.trim() : words;
    const blocks = rich && /\n\n|^#{1,6} |^[-*] |^\d+\. |^\|/m.test(words);
    if (blocks) {
      const before = doc.sliceString(Math.max(0, from - 2), from);
      const after = doc.sliceString(to, Math.min(doc.length, to + 2));
      words = (from === 0 || before.endsWith("\n\n") ? "" : before.endsWith("\n") ? "\n" : "\n\n") + words;
      words += to === doc.length || after.startsWith("\n\n") ? "" : after.startsWith("\n") ? "\n" : "\n\n";
    }
    const changes = [{ from, to, insert: words }];
    if (notes.length) {
      const last = to === doc.length ? "\n\n" : doc.toString().endsWith("\n\n") ? "" : doc.toString().endsWith("\n") ? "\n" : "\n\n";
      changes.push({ from: doc.length, insert: last + notes.join("\n\n") + "\n" });
    }
    view.dispatch({ changes, selection: { anchor: from + words.length }, userEvent: "input.paste", scrollIntoView: true });
    view.focus();
  }

  desk.extensions.push(
    EditorView.domEventHandlers({
      paste(event, view) {
        const data = event.clipboardData;
        if (!data || (data.files && data.files.length && !data.types.includes("text/html"))) return false;
        const html = data.getData("text/html");
        if (!html || !RICH.test(html)) return false;
        event.preventDefault();
        paste(view, html, data.getData("text/plain"));
        return true;
      },
    }),
  );
})();

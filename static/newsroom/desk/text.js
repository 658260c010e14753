// CodeMirror over the textarea. The textarea stays the form's field: it always holds the text, says so by `input`, and
// whoever writes into it and says so writes into the editor. `citewellText` is the way in for other scripts.
(() => {
  "use strict";
  const area = document.querySelector("textarea.markdownx-editor");
  if (!area || !window.CodeMirror) return;
  const { EditorState, EditorView, HighlightStyle, MatchDecorator, Decoration, ViewPlugin, tags } = CodeMirror;
  const box = area.closest(".newsroom-editor");
  const desk = (window.citewellDesk = { area, box, extensions: [], keys: [], heard: [], view: null });

  const look = HighlightStyle.define([
    { tag: tags.heading1, class: "md-h1" },
    { tag: tags.heading2, class: "md-h2" },
    { tag: tags.heading3, class: "md-h3" },
    { tag: [tags.heading4, tags.heading5, tags.heading6], class: "md-h4" },
    { tag: tags.strong, class: "md-strong" },
    { tag: tags.emphasis, class: "md-em" },
    { tag: tags.link, class: "md-link" },
    { tag: tags.url, class: "md-url" },
    { tag: tags.quote, class: "md-quote" },
    { tag: tags.monospace, class: "md-code" },
    { tag: [tags.processingInstruction, tags.contentSeparator], class: "md-mark" },
  ]);

  // [@key], [@a; @b] and [^1] are looked at as one thing.
  const cited = new MatchDecorator({
    regexp: /\[(?:[^\[\]\n]{0,80}@[^\[\]\n]{1,300}|\^[^\s\[\]]{1,80})\]/g,
    decoration: Decoration.mark({ class: "md-cite" }),
  });
  const citations = ViewPlugin.fromClass(
    class {
      constructor(view) {
        this.decorations = cited.createDeco(view);
      }
      update(update) {
        this.decorations = cited.updateDeco(update, this.decorations);
      }
    },
    { decorations: (plugin) => plugin.decorations },
  );

  let own = false; // whether the textarea is being written by the editor itself

  function keepTextarea(update) {
    if (update.docChanged) {
      own = true;
      area.value = update.state.doc.toString();
      area.dispatchEvent(new Event("input", { bubbles: true }));
      own = false;
    }
    desk.heard.forEach((hear) => hear(update));
  }

  function replaceAll(text) {
    const old = desk.view.state.doc.toString();
    const fresh = text.replace(/\r\n?/g, "\n");
    let from = 0;
    while (from < old.length && from < fresh.length && old[from] === fresh[from]) from++;
    let end = 0;
    while (end < old.length - from && end < fresh.length - from && old[old.length - 1 - end] === fresh[fresh.length - 1 - end]) end++;
    if (from === old.length && from === fresh.length) return;
    desk.view.dispatch({ changes: { from, to: old.length - end, insert: fresh.slice(from, fresh.length - end) } });
  }

  function state() {
    const nonce = document.querySelector("script[nonce]");
    return EditorState.create({
      doc: area.value,
      extensions: [
        ...(nonce ? [EditorView.cspNonce.of(nonce.nonce)] : []),
        CodeMirror.history(),
        EditorView.lineWrapping,
        CodeMirror.markdown({ base: CodeMirror.markdownLanguage, completeHTMLTags: false, pasteURLAsLink: false }),
        CodeMirror.syntaxHighlighting(look),
        citations,
        CodeMirror.search({ top: true }),
        CodeMirror.placeholder("Write, or paste a finished text. [@ cites a work."),
        EditorView.contentAttributes.of({
          "aria-label": "Text",
          "aria-multiline": "true",
          spellcheck: "true",
          autocapitalize: "sentences",
          "data-testid": "text",
        }),
        ...desk.extensions,
        CodeMirror.keymap.of([...desk.keys, ...CodeMirror.historyKeymap, ...CodeMirror.searchKeymap, ...CodeMirror.defaultKeymap]),
        EditorView.updateListener.of(keepTextarea),
      ],
    });
  }

  function begin() {
    const host = document.createElement("div");
    host.className = "desk-editor";
    area.after(host);
    desk.host = host;
    desk.view = new EditorView({ state: state(), parent: host });
    // It stays where other scripts and forms find it, and is out of the way of eyes, keys and screen readers.
    area.classList.add("is-behind");
    area.tabIndex = -1;
    area.setAttribute("aria-hidden", "true");
    area.addEventListener("input", () => own || replaceAll(area.value));
    const label = document.querySelector(`label[for="${area.id}"]`);
    if (label) label.addEventListener("click", (event) => (event.preventDefault(), desk.view.focus()));
    window.citewellText = {
      get: () => desk.view.state.doc.toString(),
      set: replaceAll,
      replaceRange: (from, to, text) => desk.view.dispatch({ changes: { from, to, insert: text } }),
    };
    document.documentElement.classList.add("desk-on");
    document.dispatchEvent(new CustomEvent("desk-ready", { detail: desk }));
  }

  desk.problem = (words) => {
    const line = box.querySelector(".editor-problem");
    line.textContent = words;
    line.hidden = !words;
  };
  desk.token = () => document.querySelector("#article_form input[name=csrfmiddlewaretoken]").value;
  // Posts a form of values; answers {ok, status, answer}, with words in `answer.error` whatever went wrong.
  desk.post = async (url, values, options = {}) => {
    const data = new FormData();
    Object.entries(values).forEach(([name, value]) => data.append(name, value));
    try {
      const response = await fetch(url, {
        method: "POST",
        body: data,
        credentials: "same-origin",
        headers: { "X-CSRFToken": desk.token(), "X-Requested-With": "XMLHttpRequest", Accept: "application/json" },
        ...options,
      });
      const kind = response.headers.get("Content-Type") || "";
      const answer = kind.includes("json") ? await response.json() : { error: "The answer was not understood. Try again." };
      return { ok: response.ok, status: response.status, answer };
    } catch {
      return { ok: false, status: 0, answer: { error: "No connection to the newsroom. Your text is still here; try again." } };
    }
  };

  document.addEventListener("DOMContentLoaded", begin);
})();

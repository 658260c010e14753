// What the toolbar and the keys do to the text: each command takes the view and returns true.
(() => {
  "use strict";
  const desk = window.citewellDesk;
  if (!desk) return;
  const { EditorSelection } = CodeMirror;

  const done = (view, spec) => {
    view.dispatch({ scrollIntoView: true, userEvent: "input.command", ...spec });
    view.focus();
    return true;
  };

  // A selection without the spaces at its ends: marks beside a space mark nothing.
  function trimmed(state, { from, to }) {
    const text = state.sliceDoc(from, to);
    return text.trim() ? { from: from + text.length - text.trimStart().length, to: to - text.length + text.trimEnd().length } : { from, to };
  }

  // Puts marks round each selection, or takes them away where they stand; without one, round the word at the cursor.
  const around = (marks, words) => (view) => {
    const { state } = view;
    const size = marks.length;
    const change = state.changeByRange((given) => {
      const range = given.empty ? state.wordAt(given.head) || given : trimmed(state, given);
      const { from, to } = range;
      const outside = state.sliceDoc(from - size, from) === marks && state.sliceDoc(to, to + size) === marks;
      // One star of two is no italic.
      const bold = size === 1 && state.sliceDoc(from - 2, from) === "**";
      if (outside && !bold) {
        return {
          changes: [{ from: from - size, to: from }, { from: to, to: to + size }],
          range: EditorSelection.range(from - size, to - size),
        };
      }
      const text = state.sliceDoc(from, to) || words;
      return {
        changes: { from, to, insert: marks + text + marks },
        range: EditorSelection.range(from + size, from + size + text.length),
      };
    });
    return done(view, change);
  };

  function lines(state) {
    const found = new Map();
    state.selection.ranges.forEach(({ from, to }) => {
      for (let at = from; at <= to; ) {
        const line = state.doc.lineAt(at);
        found.set(line.number, line);
        at = line.to + 1;
      }
    });
    return [...found.values()];
  }

  const LIST = /^\s*(?:[-*+]|\d{1,3}[.)])\s+/;
  // Begins each selected line with a mark, or takes it away where all begin with it.
  const begun = (is, mark) => (view) => {
    const { state } = view;
    const chosen = lines(state).filter((line, _, all) => line.text.trim() || all.length === 1);
    const all = chosen.every((line) => is.test(line.text));
    const changes = chosen.map((line, index) => {
      const old = (is === QUOTE ? line.text.match(QUOTE) : line.text.match(LIST)) || [""];
      return { from: line.from, to: line.from + old[0].length, insert: all ? "" : mark(index) };
    });
    return done(view, { changes });
  };
  const QUOTE = /^>\s?/;

  function heading(view) {
    const { state } = view;
    const changes = lines(state)
      .filter((line, _, all) => line.text.trim() || all.length === 1)
      .map((line) => {
        const old = line.text.match(/^#{1,6}\s+/);
        const next = { 0: "## ", 2: "### ", 3: "" }[old ? old[0].trim().length : 0];
        return { from: line.from, to: line.from + (old ? old[0].length : 0), insert: next === undefined ? "## " : next };
      });
    return done(view, { changes });
  }

  function link(view) {
    const { from, to } = view.state.selection.main;
    const words = view.state.sliceDoc(from, to);
    if (/^https?:\/\/\S+$/.test(words)) {
      return done(view, { changes: { from, to, insert: `[words](${words})` }, selection: { anchor: from + 1, head: from + 6 } });
    }
    const text = words || "words";
    const at = from + text.length + 3;
    return done(view, { changes: { from, to, insert: `[${text}](https://)` }, selection: { anchor: at, head: at + 8 } });
  }

  // A block of its own, with empty lines around it where there are none.
  desk.block = (view, text, select) => {
    const { state } = view;
    const line = state.doc.lineAt(state.selection.main.head);
    const empty = !line.text.trim();
    const at = empty ? line.from : line.to;
    const before = empty ? (line.number > 1 && state.doc.line(line.number - 1).text.trim() ? "\n" : "") : "\n\n";
    const next = line.number < state.doc.lines && state.doc.line(line.number + 1).text.trim();
    const insert = before + text + (next ? "\n" : "");
    const begin = at + before.length;
    const chosen = select ? { anchor: begin + select[0], head: begin + select[1] } : { anchor: begin + text.length };
    return done(view, { changes: { from: at, to: empty ? line.to : at, insert }, selection: chosen });
  };

  const table = (view) => desk.block(view, "| Heading | Heading |\n| --- | --- |\n| Cell | Cell |\n", [2, 9]);

  function footnote(view) {
    const { state } = view;
    const text = state.doc.toString();
    let number = 1;
    while (text.includes(`[^${number}]`)) number++;
    const { to } = state.selection.main;
    const note = `${text.endsWith("\n") ? "" : "\n"}\n[^${number}]: `;
    const mark = `[^${number}]`;
    return done(view, {
      changes: [{ from: to, insert: mark }, { from: text.length, insert: `${note}Note.` }],
      selection: { anchor: text.length + mark.length + note.length, head: text.length + mark.length + note.length + 5 },
    });
  }

  const save = () => {
    const button = document.querySelector("#submit-row [name=_save]");
    if (button) button.click();
    return true;
  };

  desk.commands = {
    undo: (view) => (CodeMirror.undo(view), view.focus(), true),
    redo: (view) => (CodeMirror.redo(view), view.focus(), true),
    bold: around("**", "bold words"),
    italic: around("*", "words"),
    heading,
    bullets: begun(/^\s*[-*+]\s+/, () => "- "),
    numbers: begun(/^\s*\d{1,3}[.)]\s+/, (index) => `${index + 1}. `),
    quote: begun(QUOTE, () => "> "),
    link,
    table,
    footnote,
    save,
  };

  const bound = (key, name) => ({ key, preventDefault: true, stopPropagation: true, run: (view) => desk.commands[name](view) });
  desk.keys.push(
    bound("Mod-b", "bold"),
    bound("Mod-i", "italic"),
    bound("Mod-k", "link"),
    bound("Mod-s", "save"),
    bound("Mod-Alt-2", "heading"),
    bound("Mod-Shift-8", "bullets"),
    bound("Mod-Shift-7", "numbers"),
    bound("Mod-Shift-9", "quote"),
    bound("Mod-Alt-t", "table"),
    bound("Mod-Alt-f", "footnote"),
    bound("Mod-Alt-c", "cite"),
    bound("Mod-Alt-p", "picture"),
    bound("Mod-Alt-v", "preview"),
    bound("F8", "nextFlag"),
    bound("Shift-F8", "lastFlag"),
    bound("Alt-Enter", "card"),
    ...CodeMirror.markdownKeymap,
  );
})();

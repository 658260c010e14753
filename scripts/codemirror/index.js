// What the writing desk takes of CodeMirror 6. esbuild makes static/codemirror/codemirror.js of it (docs/editor.md).
export { Compartment, EditorSelection, EditorState, StateEffect, StateField } from "@codemirror/state";
export { Decoration, EditorView, MatchDecorator, ViewPlugin, keymap, placeholder } from "@codemirror/view";
export { defaultKeymap, history, historyKeymap, redo, undo } from "@codemirror/commands";
export { HighlightStyle, syntaxHighlighting, syntaxTree } from "@codemirror/language";
export { markdown, markdownKeymap, markdownLanguage } from "@codemirror/lang-markdown";
export { acceptCompletion, autocompletion, closeCompletion, completionKeymap, completionStatus, startCompletion } from "@codemirror/autocomplete";
export { openSearchPanel, search, searchKeymap } from "@codemirror/search";
export { tags } from "@lezer/highlight";

// Owns what each formatting button does: one transaction, one undo step, never inside the front matter.

import { isolateHistory } from "@codemirror/commands";
import { syntaxTree } from "@codemirror/language";
import type { EditorState, TransactionSpec } from "@codemirror/state";
import { EditorView } from "@codemirror/view";
import type { SyntaxNode } from "@lezer/common";
import type { Format } from "../wire";
import { cycleHeading, toggleFence, toggleList, toggleQuote } from "./format-block";
import { toggleInline } from "./format-inline";
import { insertTable, toggleLink } from "./format-insert";
import { headerOf } from "./folding";

/** The transaction for a format, or null where it has no meaning. */
export function formatting(state: EditorState, format: Format): TransactionSpec | null {
  const header = headerOf(state);
  if (state.readOnly || (header && state.selection.ranges.some(({ from }) => from < header.to))) return null;
  switch (format) {
    case "bold":
    case "italic":
    case "strikethrough":
      return toggleInline(state, format);
    case "code":
      return spansLines(state) || inFence(state) ? toggleFence(state) : toggleInline(state, "code");
    case "link":
      return toggleLink(state, false);
    case "image":
      return toggleLink(state, true);
    case "heading":
      return cycleHeading(state);
    case "quote":
      return toggleQuote(state);
    case "bulletList":
    case "numberedList":
    case "taskList":
      return toggleList(state, format);
    case "table":
      return insertTable(state);
  }
}

function spansLines(state: EditorState): boolean {
  const { from, to } = state.selection.main;
  return state.sliceDoc(from, to).includes("\n");
}

function inFence(state: EditorState): boolean {
  for (let node: SyntaxNode | null = syntaxTree(state).resolveInner(state.selection.main.from, 1); node; node = node.parent) {
    if (node.name === "FencedCode") return true;
  }
  return false;
}

/** Formats the selected text and leaves the focus in it. */
export function applyFormat(view: EditorView, format: Format): boolean {
  const spec = formatting(view.state, format);
  if (!spec) {
    const why = view.state.readOnly ? "This post is read-only." : "Formatting has no meaning in the front matter.";
    view.dispatch({ effects: EditorView.announce.of(why) });
    return true;
  }
  view.dispatch(spec, { userEvent: "input.format", annotations: isolateHistory.of("full"), scrollIntoView: true });
  view.focus();
  return true;
}

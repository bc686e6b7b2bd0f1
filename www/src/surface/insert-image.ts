// Owns where an image goes in the text: a mark at the place that was chosen for it, and the one edit that puts it in.
// Never into the header, a code block, a table or the middle of a link.

import { isolateHistory } from "@codemirror/commands";
import { ensureSyntaxTree, syntaxTree } from "@codemirror/language";
import { EditorSelection, StateEffect, StateField, type EditorState, type Extension } from "@codemirror/state";
import { EditorView, RectangleMarker, layer } from "@codemirror/view";
import type { SyntaxNode } from "@lezer/common";
import { headerOf } from "./folding";

const setMark = StateEffect.define<number | null>();

/** The chosen place; it moves along with what is typed. */
const mark = StateField.define<number | null>({
  create: () => null,
  update(at, { changes, effects }) {
    let next = at === null ? null : changes.mapPos(at, 1);
    for (const effect of effects) if (effect.is(setMark)) next = effect.value;
    return next;
  },
});

const shown = layer({
  above: true,
  class: "cm-image-mark-layer",
  update: (update) => update.docChanged || update.startState.field(mark) !== update.state.field(mark),
  markers(view) {
    const at = view.state.field(mark);
    return at === null ? [] : RectangleMarker.forRange(view, "cm-image-mark", EditorSelection.cursor(at));
  },
});

export const imageMark: Extension = [
  mark,
  shown,
  EditorView.theme({ ".cm-image-mark": { borderInlineStart: "3px solid var(--accent)", marginInlineStart: "-1px" } }),
];

/** Marks the place at a point of the page; null takes the mark away. False when there is no text at that point. */
export function markPoint(view: EditorView, point: { x: number; y: number } | null): boolean {
  const at = point && view.posAtCoords(point, false);
  if ((view.state.field(mark, false) ?? null) !== at) view.dispatch({ effects: setMark.of(at) });
  return at !== null;
}

/** Puts an image at the mark, else at the cursor, as one undoable step; the cursor goes behind it. */
export function insertImage(view: EditorView, markup: string): void {
  const { state } = view;
  const at = Math.min(state.field(mark, false) ?? state.selection.main.to, state.doc.length);
  const { from, to, insert, end } = imageEdit(state, at, markup);
  view.dispatch({
    changes: { from, to, insert },
    selection: { anchor: from + end },
    effects: setMark.of(state.field(mark, false) == null ? null : from + end),
    userEvent: "input.image",
    annotations: isolateHistory.of("full"),
    scrollIntoView: true,
  });
}

interface ImageEdit {
  from: number;
  to: number;
  insert: string;
  /** Where the image ends in `insert`. */
  end: number;
}

/** Blocks in which an image would be no image, or break them. */
const CLOSED = new Set(["FencedCode", "CodeBlock", "HTMLBlock", "CommentBlock", "ProcessingInstructionBlock", "Table", "LinkReference", "ATXHeading1", "ATXHeading2", "ATXHeading3", "ATXHeading4", "ATXHeading5", "ATXHeading6", "SetextHeading1", "SetextHeading2"]);
/** The same within a line. */
const WHOLE = new Set(["InlineCode", "Link", "Image", "Autolink", "URL", "HTMLTag", "Entity", "Escape"]);

/** The edit for an image at `at`, as a paragraph of its own where that fits, else within the line. */
export function imageEdit(state: EditorState, at: number, markup: string): ImageEdit {
  const header = headerOf(state);
  if (header && at <= header.to) return paragraph(state, header.to, markup);
  const tree = ensureSyntaxTree(state, Math.min(at + 10_000, state.doc.length), 200) ?? syntaxTree(state);
  let inside = at;
  for (const side of [-1, 1] as const) {
    for (let node: SyntaxNode | null = tree.resolveInner(at, side); node; node = node.parent) {
      if (CLOSED.has(node.name) && (node.from < at || node.name.startsWith("ATX")) && at <= node.to) return outOf(state, node, markup);
      if (WHOLE.has(node.name) && node.from < at && at < node.to) inside = Math.max(inside, node.to);
    }
  }
  const line = state.doc.lineAt(inside);
  if (line.text.trim() === "") return paragraph(state, inside, markup);
  if (inside === line.to && isTopParagraph(tree.resolveInner(inside, -1), line.to)) return paragraph(state, line.to, markup);
  const before = line.text.slice(0, inside - line.from);
  const after = line.text.slice(inside - line.from);
  const [open, close] = [/\S$/.test(before) ? " " : "", /^\S/.test(after) && !/^[.,;:!?)]/.test(after) ? " " : ""];
  return { from: inside, to: inside, insert: open + markup + close, end: open.length + markup.length };
}

/** Behind a block; before it where it has no end, as everything behind would still be inside. */
function outOf(state: EditorState, node: SyntaxNode, markup: string): ImageEdit {
  const open = node.name === "FencedCode" && node.getChildren("CodeMark").length < 2;
  if (!open) return paragraph(state, state.doc.lineAt(node.to).to, markup);
  const { from } = state.doc.lineAt(node.from);
  const gap = from === 0 || state.doc.lineAt(from - 1).text.trim() === "" ? "" : "\n";
  return { from, to: from, insert: `${gap}${markup}\n\n`, end: gap.length + markup.length };
}

/** Whether the paragraph ends here and is not part of a list or a quote. */
function isTopParagraph(node: SyntaxNode, end: number): boolean {
  for (let each: SyntaxNode | null = node; each; each = each.parent) {
    if (each.name === "Paragraph") return each.to <= end && each.parent?.name === "Document";
  }
  return false;
}

/** A paragraph on an empty line, or below the line that holds `at`; blank lines around it where there are none. */
function paragraph(state: EditorState, at: number, markup: string): ImageEdit {
  const { doc } = state;
  const line = doc.lineAt(at);
  const empty = line.text.trim() === "";
  const above = empty ? (line.number > 1 ? doc.line(line.number - 1) : null) : line;
  const below = line.number < doc.lines ? doc.line(line.number + 1) : null;
  const isHeader = above !== null && headerOf(state)?.to === above.to;
  const open = (empty ? "" : "\n") + (above && (above.text.trim() !== "" || isHeader) ? "\n" : "");
  const close = below === null ? "\n" : below.text.trim() === "" ? "" : "\n";
  const [from, to] = empty ? [line.from, line.to] : [line.to, line.to];
  return { from, to, insert: open + markup + close, end: open.length + markup.length };
}

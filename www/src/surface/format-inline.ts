// Owns bold, italic, strikethrough and inline code: putting marks around words and taking them off again.

import { syntaxTree } from "@codemirror/language";
import { EditorSelection, type ChangeSpec, type EditorState, type SelectionRange, type TransactionSpec } from "@codemirror/state";
import type { SyntaxNode } from "@lezer/common";

export type Inline = "bold" | "italic" | "strikethrough" | "code";

const NODE: Record<Inline, string> = { bold: "StrongEmphasis", italic: "Emphasis", strikethrough: "Strikethrough", code: "InlineCode" };
const MARK: Record<Inline, string> = { bold: "**", italic: "_", strikethrough: "~~", code: "`" };
const PLAIN: Record<Inline, RegExp> = { bold: /^(\*\*|__)(.+)\1$/s, italic: /^(\*|_)(.+)\1$/s, strikethrough: /^(~~)(.+)\1$/s, code: /^(`+)(.+)\1$/s };

/** What stands before the text of a line: indentation, quote and list marks, heading marks. */
export const LINE_LEAD = /^[ \t]*(?:>[ \t]?)*[ \t]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+(?:\[[ xX]\][ \t]+)?)?(?:#{1,6}[ \t]+)?/;

type Span = { from: number; to: number };

/** Puts the marks of one kind around every selection, or takes them off where all of it has them. */
export function toggleInline(state: EditorState, kind: Inline): TransactionSpec {
  return state.changeByRange((range) => {
    const word = range.empty ? state.wordAt(range.head) : null;
    if (range.empty && !word) return toggleAtCursor(state, kind, range);
    const spans = textSpans(state, word ?? range);
    if (spans.length === 0) return { range };
    const marked = spans.map((span) => marksAround(state, kind, span));
    const off = marked.every((marks) => marks !== null);
    const changes: ChangeSpec[] = off
      ? marked.flatMap((marks) => marks ?? []).map((mark) => ({ ...mark, insert: "" }))
      : spans.flatMap((span, at) => (marked[at] ? [] : wrap(state, kind, span)));
    const set = state.changes(changes);
    // A selection stays on the text, inside its marks; a cursor stays at its letter.
    const mapped = range.empty
      ? EditorSelection.cursor(set.mapPos(range.head, range.head === word?.to ? -1 : 1))
      : EditorSelection.range(set.mapPos(range.anchor, range.anchor < range.head ? 1 : -1), set.mapPos(range.head, range.anchor < range.head ? -1 : 1));
    return { changes: set, range: mapped };
  });
}

/** Without a word, marks are put around the cursor; right between empty marks, they go. */
function toggleAtCursor(state: EditorState, kind: Inline, range: SelectionRange): { changes?: ChangeSpec; range: SelectionRange } {
  const at = range.head;
  const around = enclosing(state, kind, { from: at, to: at });
  if (around) {
    const set = state.changes(around);
    return { changes: set, range: EditorSelection.cursor(set.mapPos(at)) };
  }
  const mark = MARK[kind];
  const size = mark.length;
  if (state.sliceDoc(at - size, at) === mark && state.sliceDoc(at, at + size) === mark) {
    return { changes: { from: at - size, to: at + size }, range: EditorSelection.cursor(at - size) };
  }
  return { changes: { from: at, insert: mark + mark }, range: EditorSelection.cursor(at + size) };
}

/** The pieces of a selection that can carry marks: per line, without its lead and outer white space. */
function textSpans(state: EditorState, selection: Span): Span[] {
  const spans: Span[] = [];
  for (let at = selection.from; at <= selection.to; ) {
    const line = state.doc.lineAt(at);
    const lead = LINE_LEAD.exec(line.text)?.[0].length ?? 0;
    let from = Math.max(selection.from, line.from + lead);
    let to = Math.min(selection.to, line.to);
    while (from < to && /\s/.test(state.sliceDoc(from, from + 1))) from += 1;
    while (to > from && /\s/.test(state.sliceDoc(to - 1, to))) to -= 1;
    if (to > from) spans.push({ from, to });
    at = line.to + 1;
  }
  return spans;
}

/** The marks that make a span bold (or whatever is asked), wherever the selection has its ends; null when it is not. */
function marksAround(state: EditorState, kind: Inline, span: Span): Span[] | null {
  const around = enclosing(state, kind, span);
  if (around) return around;
  const text = state.sliceDoc(span.from, span.to);
  const own = PLAIN[kind].exec(text);
  if (!own?.[1] || (kind === "italic" && /^(\*\*|__)/.test(text) && !/^(\*\*\*|___)/.test(text))) return null;
  const size = own[1].length;
  return [
    { from: span.from, to: span.from + size },
    { from: span.to - size, to: span.to },
  ];
}

function enclosing(state: EditorState, kind: Inline, { from, to }: Span): Span[] | null {
  const tree = syntaxTree(state);
  for (const side of [1, -1] as const) {
    for (let node: SyntaxNode | null = tree.resolveInner(side > 0 ? from : to, side); node; node = node.parent) {
      if (node.name !== NODE[kind] || node.from > from || node.to < to) continue;
      const { firstChild: first, lastChild: last } = node;
      if (!first || !last || first === last) return null;
      // A cursor at the outer edge is outside.
      if (from === to && (from === node.from || to === node.to)) return null;
      return [first, last].map((mark) => ({ from: mark.from, to: mark.to }));
    }
  }
  return null;
}

function wrap(state: EditorState, kind: Inline, { from, to }: Span): ChangeSpec[] {
  let mark = MARK[kind];
  const text = state.sliceDoc(from, to);
  if (kind === "italic") {
    // Underscores within a word are letters, not marks.
    const beside = state.sliceDoc(Math.max(0, from - 1), from) + state.sliceDoc(to, to + 1);
    if (/[\p{L}\p{N}_]/u.test(beside)) mark = "*";
  }
  if (kind === "code") {
    const longest = Math.max(0, ...(text.match(/`+/g) ?? []).map((run) => run.length));
    mark = "`".repeat(longest + 1);
    const pad = /^`|`$/.test(text) ? " " : "";
    return [
      { from, insert: mark + pad },
      { from: to, insert: pad + mark },
    ];
  }
  return [
    { from, insert: mark },
    { from: to, insert: mark },
  ];
}

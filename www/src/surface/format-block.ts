// Owns headings, quotes, lists and code fences: marks at the beginning of lines.

import { syntaxTree } from "@codemirror/language";
import type { ChangeSpec, EditorState, Line, TransactionSpec } from "@codemirror/state";
import type { SyntaxNode } from "@lezer/common";

export type List = "bulletList" | "numberedList" | "taskList";

const HEADING = /^([ \t]{0,3})(#{1,6})(?:[ \t]+|$)/;
const ITEM = /^([ \t]*(?:>[ \t]?)*[ \t]*)((?:[-*+]|\d{1,9}[.)])[ \t]+)(\[[ xX]\][ \t]+)?/;
const LIST_LEAD = /^[ \t]*(?:>[ \t]?)*[ \t]*/;

/** The lines that the selections touch, each once. */
function selectedLines(state: EditorState): Line[] {
  const lines: Line[] = [];
  for (const range of state.selection.ranges) {
    for (let at = range.from; at <= range.to; ) {
      const line = state.doc.lineAt(at);
      // A selection that ends at the start of a line does not mean that line.
      const touched = range.empty || line.from < range.to || line.from === range.from;
      if (touched && lines.at(-1)?.number !== line.number) lines.push(line);
      at = line.to + 1;
    }
  }
  return lines;
}

/** The changes as a transaction in which cursors stay behind marks inserted right where they are. */
function withSelection(state: EditorState, changes: ChangeSpec[]): TransactionSpec {
  const set = state.changes(changes);
  return { changes: set, selection: state.selection.map(set, 1) };
}

/** None, level 2, 3, 4, none: level 1 is the post's title, which the site renders itself. */
export function cycleHeading(state: EditorState): TransactionSpec {
  const lines = selectedLines(state);
  const content = lines.filter(({ text }) => text.trim() !== "");
  const targets = content.length > 0 ? content : lines.slice(0, 1);
  const first = targets[0];
  if (!first) return {};
  const level = levelOf(state, first);
  const next = level < 2 ? 2 : level < 4 ? level + 1 : 0;
  const mark = next === 0 ? "" : `${"#".repeat(next)} `;
  const changes: ChangeSpec[] = [];
  for (const line of targets) {
    const atx = HEADING.exec(line.text);
    changes.push({ from: line.from, to: line.from + (atx?.[0].length ?? 0), insert: mark });
    const setext = setextAt(state, line);
    if (setext) changes.push({ from: line.to, to: setext.to });
  }
  return withSelection(state, changes);
}

function setextAt(state: EditorState, line: Line): SyntaxNode | null {
  for (let node: SyntaxNode | null = syntaxTree(state).resolveInner(line.from, 1); node; node = node.parent) {
    if (/^SetextHeading/.test(node.name)) {
      const underline = state.doc.lineAt(node.to);
      return underline.number === line.number + 1 ? node : null;
    }
  }
  return null;
}

function levelOf(state: EditorState, line: Line): number {
  const atx = HEADING.exec(line.text)?.[2];
  if (atx) return atx.length;
  const setext = setextAt(state, line);
  return setext ? Number(setext.name.slice(-1)) : 0;
}

/** Puts lines into a quote or, when all of them are in one, takes them out. */
export function toggleQuote(state: EditorState): TransactionSpec {
  const lines = selectedLines(state);
  const off = lines.some(({ text }) => text.trim() !== "") && lines.every(({ text }) => /^[ \t]{0,3}>/.test(text) || text.trim() === "");
  return withSelection(
    state,
    lines.flatMap((line): ChangeSpec[] => {
      const mark = /^([ \t]{0,3})>[ \t]?/.exec(line.text);
      if (off) return mark ? [{ from: line.from + (mark[1]?.length ?? 0), to: line.from + mark[0].length }] : [];
      return [{ from: line.from, insert: line.text.trim() === "" && lines.length > 1 ? ">" : "> " }];
    }),
  );
}

/** Turns lines into items of this kind of list; when all of them are, back into plain lines. */
export function toggleList(state: EditorState, kind: List): TransactionSpec {
  const all = selectedLines(state);
  const content = all.filter(({ text }) => text.trim() !== "");
  const lines = content.length > 0 ? content : all.slice(0, 1);
  const off = lines.every(({ text }) => isItem(text, kind));
  const numbers: number[] = [];
  return withSelection(
    state,
    lines.map((line): ChangeSpec => {
      const item = ITEM.exec(line.text);
      const lead = item ? (item[1] ?? "") : (LIST_LEAD.exec(line.text)?.[0] ?? "");
      const heading = item ? null : HEADING.exec(line.text.slice(lead.length));
      const from = line.from + lead.length;
      const to = line.from + (item?.[0].length ?? lead.length + (heading?.[0].length ?? 0));
      if (off) return { from, to };
      // Numbers count per depth, and begin again in a deeper list.
      const depth = lead.length;
      numbers.length = Math.min(numbers.length, depth + 1);
      const number = (numbers[depth] ?? 0) + 1;
      numbers[depth] = number;
      const insert = kind === "numberedList" ? `${number}. ` : kind === "taskList" ? "- [ ] " : "- ";
      return { from, to, insert };
    }),
  );
}

function isItem(text: string, kind: List): boolean {
  const item = ITEM.exec(text);
  if (!item) return false;
  const [, , mark = "", task] = item;
  if (kind === "taskList") return task !== undefined;
  return task === undefined && /^\d/.test(mark) === (kind === "numberedList");
}

/** Puts whole lines into a code fence, or takes the fence off that is around the selection. */
export function toggleFence(state: EditorState): TransactionSpec {
  const { main } = state.selection;
  for (let node: SyntaxNode | null = syntaxTree(state).resolveInner(main.from, 1); node; node = node.parent) {
    if (node.name !== "FencedCode" || node.to < main.to) continue;
    const first = state.doc.lineAt(node.from);
    const last = state.doc.lineAt(node.to);
    const closed = last.number > first.number && /^\s*(`{3,}|~{3,})\s*$/.test(last.text);
    const changes: ChangeSpec[] = [{ from: first.from, to: Math.min(first.to + 1, state.doc.length) }];
    if (closed) changes.push({ from: last.from - 1, to: last.to });
    return withSelection(state, changes);
  }
  const lines = selectedLines(state);
  const first = lines[0];
  const last = lines.at(-1);
  if (!first || !last) return {};
  const longest = Math.max(2, ...(state.sliceDoc(first.from, last.to).match(/^[ \t]*`{3,}/gm) ?? []).map((run) => run.trim().length));
  const fence = "`".repeat(longest + 1);
  const set = state.changes([
    { from: first.from, insert: `${fence}\n` },
    { from: last.to, insert: `\n${fence}` },
  ]);
  // The cursor goes where the language is to be written.
  return { changes: set, selection: { anchor: first.from + fence.length } };
}

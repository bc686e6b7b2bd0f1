// Owns typing in lists: Enter continues them, Tab and Shift-Tab move items in and out.

import { deleteMarkupBackward, insertNewlineContinueMarkupCommand } from "@codemirror/lang-markdown";
import { indentLess, indentMore } from "@codemirror/commands";
import { syntaxTree } from "@codemirror/language";
import { Prec, type ChangeSpec, type EditorState, type Extension, type Line, type StateCommand } from "@codemirror/state";
import { keymap } from "@codemirror/view";
import type { SyntaxNode } from "@lezer/common";
import { headerOf } from "./folding";

const MARK = /^([ \t]*)([-*+]|\d{1,9}[.)])([ \t]+|$)/;

/** The innermost list item that begins on a line. */
function itemAt(state: EditorState, line: Line): SyntaxNode | null {
  const lead = MARK.exec(line.text)?.[1]?.length;
  if (lead === undefined) return null;
  for (let node: SyntaxNode | null = syntaxTree(state).resolveInner(line.from + lead, 1); node; node = node.parent) {
    if (node.name === "ListItem" && state.doc.lineAt(node.from).number === line.number) return node;
  }
  return null;
}

/** The items whose lines are selected, without those that lie inside another one of them. */
function selectedItems(state: EditorState): SyntaxNode[] | null {
  const { from, to, empty } = state.selection.main;
  const items: SyntaxNode[] = [];
  for (let at = from; at <= to; ) {
    const line = state.doc.lineAt(at);
    at = line.to + 1;
    if (!empty && line.from === to && line.from > from) break;
    const item = itemAt(state, line);
    if (item && !items.some((outer) => outer.from <= item.from && outer.to >= item.to)) items.push(item);
    if (!item && items.length === 0 && line.text.trim() !== "") return null;
  }
  return items.length > 0 ? items : null;
}

/** Where an item's mark and its text begin in their line (UTF-16 code units). */
function columns(state: EditorState, item: SyntaxNode): { mark: number; text: number } {
  const line = state.doc.lineAt(item.from);
  const found = MARK.exec(line.text);
  const mark = found?.[1]?.length ?? item.from - line.from;
  const gap = found?.[3]?.length ?? 1;
  return { mark, text: mark + (found?.[2]?.length ?? 1) + (gap === 0 || gap > 4 ? 1 : gap) };
}

/** Every line of an item moved by a number of columns; negative is towards the margin. */
function shift(state: EditorState, item: SyntaxNode, by: number): ChangeSpec[] {
  const changes: ChangeSpec[] = [];
  for (let at = state.doc.lineAt(item.from).from; at <= item.to; ) {
    const line = state.doc.lineAt(at);
    const space = /^[ \t]*/.exec(line.text)?.[0].length ?? 0;
    if (by > 0 && line.length > 0) changes.push({ from: line.from, insert: " ".repeat(by) });
    if (by < 0 && space > 0) changes.push({ from: line.from, to: line.from + Math.min(space, -by) });
    at = line.to + 1;
  }
  return changes;
}

/** The number an ordered item gets in its new place. */
function renumber(state: EditorState, item: SyntaxNode, number: number): ChangeSpec[] {
  const line = state.doc.lineAt(item.from);
  const found = /^([ \t]*)(\d{1,9})[.)]/.exec(line.text);
  if (!found) return [];
  const from = line.from + (found[1]?.length ?? 0);
  return [{ from, to: from + (found[2]?.length ?? 0), insert: String(number) }];
}

const numberOf = (state: EditorState, item: SyntaxNode): number => Number(/^\d+/.exec(state.sliceDoc(item.from, item.from + 9))?.[0] ?? 0);

/** Makes the selected items children of the item above them. */
const indentItems: StateCommand = ({ state, dispatch }) => {
  const items = selectedItems(state);
  const first = items?.[0];
  if (!items || !first) return false;
  const above = first.prevSibling;
  // The first item of a list has nothing to go under; the key is still taken, so that focus does not leave by surprise.
  if (above?.name !== "ListItem") return true;
  const by = columns(state, above).text - columns(state, first).mark;
  const nested = above.getChild("OrderedList")?.lastChild;
  let number = nested ? numberOf(state, nested) : 0;
  const changes = items.flatMap((item) => [...shift(state, item, by), ...renumber(state, item, ++number)]);
  dispatch(state.update({ changes, userEvent: "input.indent", scrollIntoView: true }));
  return true;
};

/** Makes the selected items siblings of the item that they are in. */
const outdentItems: StateCommand = ({ state, dispatch }) => {
  const items = selectedItems(state);
  const first = items?.[0];
  if (!items || !first) return false;
  const parent = first.parent?.parent;
  const mark = columns(state, first).mark;
  if (parent?.name !== "ListItem") {
    if (mark === 0) return true;
    dispatch(state.update({ changes: items.flatMap((item) => shift(state, item, -mark)), userEvent: "delete.dedent" }));
    return true;
  }
  const by = columns(state, parent).mark - mark;
  let number = numberOf(state, parent);
  const changes = items.flatMap((item) => [...shift(state, item, by), ...renumber(state, item, ++number)]);
  dispatch(state.update({ changes, userEvent: "delete.dedent", scrollIntoView: true }));
  return true;
};

/** Code and front matter are indented by Tab as in any editor; elsewhere Tab moves the focus on. */
function isCode(state: EditorState): boolean {
  const { from } = state.selection.main;
  const header = headerOf(state);
  if (header && from > header.inner.from - 1 && from <= header.inner.to) return true;
  for (let node: SyntaxNode | null = syntaxTree(state).resolveInner(from, -1); node; node = node.parent) {
    if (node.name === "FencedCode" || node.name === "CodeBlock") return true;
  }
  return false;
}

const inCode =
  (command: StateCommand): StateCommand =>
  (target) =>
    isCode(target.state) && command(target);

const indentCode = inCode((target) => {
  const { state, dispatch } = target;
  if (!state.selection.main.empty) return indentMore(target);
  dispatch(state.update(state.replaceSelection("  "), { userEvent: "input.indent", scrollIntoView: true }));
  return true;
});

/** The keys of lists. They come before the general ones. */
export const listKeys: Extension = Prec.high(
  keymap.of([
    { key: "Enter", run: insertNewlineContinueMarkupCommand({ nonTightLists: false }) },
    { key: "Backspace", run: deleteMarkupBackward },
    { key: "Tab", run: (target) => indentItems(target) || indentCode(target) },
    { key: "Shift-Tab", run: (target) => outdentItems(target) || inCode(indentLess)(target) },
  ]),
);

export { indentItems, outdentItems };

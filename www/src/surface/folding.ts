// Owns folding: the front matter, sections under headings, code blocks; and the chevrons that show it.

import {
  codeFolding,
  foldEffect,
  foldGutter,
  foldKeymap,
  foldService,
  foldedRanges,
  syntaxTree,
  unfoldEffect,
} from "@codemirror/language";
import { StateField, type EditorState, type Extension } from "@codemirror/state";
import { EditorView, gutters, keymap } from "@codemirror/view";
import type { SyntaxNode } from "@lezer/common";
import { GLANCE, LIKELY, LONGEST_HEADER, findHeader, type Header } from "./header";

const header = StateField.define<Header | null>({
  create: (state) => findHeader(state.sliceDoc(0, LONGEST_HEADER)),
  update(found, { docChanged, changes, newDoc }) {
    if (!docChanged) return found;
    // Text below a closed header cannot change it; a missing end fence may appear anywhere.
    if (found?.closed && changes.touchesRange(0, found.to) === false) return found;
    if (!found && !LIKELY.test(newDoc.sliceString(0, GLANCE))) return null;
    return findHeader(newDoc.sliceString(0, LONGEST_HEADER));
  },
});

/** The front matter of the text, as far as its look tells. */
export function headerOf(state: EditorState): Header | null {
  return state.field(header, false) ?? null;
}

function headerFold(state: EditorState): { from: number; to: number } | null {
  const found = headerOf(state);
  if (!found) return null;
  const from = state.doc.lineAt(found.from).to;
  return found.to > from ? { from, to: found.to } : null;
}

const levelOf = (node: SyntaxNode): number => Number(/^(?:ATX|Setext)Heading(\d)$/.exec(node.name)?.[1] ?? 0);

/** A heading folds with everything up to the next one of its level or above. */
function sectionFold(state: EditorState, start: number, end: number): { from: number; to: number } | null {
  for (let node: SyntaxNode | null = syntaxTree(state).resolveInner(end, -1); node && node.from >= start; node = node.parent) {
    const level = levelOf(node);
    if (level === 0) continue;
    let last = node;
    for (let next = node.nextSibling; next; next = next.nextSibling) {
      const other = levelOf(next);
      if (other > 0 && other <= level) break;
      last = next;
    }
    return last.to > end ? { from: end, to: last.to } : null;
  }
  return null;
}

/** Folds or unfolds the front matter; does nothing in a text without one. */
export function toggleHeaderFold(view: EditorView): boolean {
  const range = headerFold(view.state);
  if (!range) return false;
  let folded: { from: number; to: number } | null = null;
  foldedRanges(view.state).between(range.from, range.to, (from, to) => {
    if (from === range.from) folded = { from, to };
  });
  if (folded) {
    view.dispatch({ effects: unfoldEffect.of(folded) });
    return true;
  }
  // A cursor inside would open it again at once.
  const { main } = view.state.selection;
  const selection = main.head <= range.to ? { anchor: range.from } : undefined;
  view.dispatch({ effects: foldEffect.of(range), ...(selection && { selection }) });
  return true;
}

function placeholder(view: EditorView, unfold: (event: Event) => void, lines: number): HTMLElement {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "cm-foldPlaceholder";
  button.textContent = `⋯ ${lines} ${lines === 1 ? "line" : "lines"}`;
  button.setAttribute("aria-label", `${lines} folded ${lines === 1 ? "line" : "lines"}. Unfold`);
  button.tabIndex = -1;
  button.onclick = (event) => {
    unfold(event);
    view.focus();
  };
  return button;
}

function chevron(open: boolean): HTMLElement {
  const mark = document.createElement("span");
  mark.className = open ? "cm-chevron" : "cm-chevron cm-chevron-closed";
  mark.title = open ? "Fold" : "Unfold";
  return mark;
}

/** All of it, with its keys. */
export const folding: Extension = [
  header,
  foldService.of((state, start, end) => (start === headerOf(state)?.from ? headerFold(state) : null) ?? sectionFold(state, start, end)),
  codeFolding({
    placeholderDOM: (view, onclick, lines: number) => placeholder(view, onclick, lines),
    preparePlaceholder: (state, { from, to }) => state.doc.lineAt(to).number - state.doc.lineAt(from).number,
  }),
  // The theme places the gutter in the margin, where it takes no room.
  gutters({ fixed: false }),
  foldGutter({ markerDOM: chevron }),
  keymap.of(foldKeymap),
];

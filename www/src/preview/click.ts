// Owns the way from a click on a rendered word to its place in the text: an estimate from the anchors around it, and the
// search for the word near the estimate, which whoever holds the text does.

import type { Range16 } from "../wire";
import type { Entry } from "./blocks";

/** What is known of a click beside the estimated place. */
export interface ClickHint {
  /** The word clicked on; empty when there was none (an image, white space). */
  word: string;
  /** How far into the word the click went, in UTF-16 code units. */
  into: number;
  /** The block clicked in. */
  range: Range16;
}

/** Length of the marks before the content of an element, by its name. */
const OPENING: Readonly<Record<string, number>> = {
  strong: 2, b: 2, del: 2, em: 1, i: 1, code: 1, a: 1, h1: 2, h2: 3, h3: 4, h4: 5, h5: 6, h6: 7, li: 2, blockquote: 2, pre: 4,
};
/** Length of the marks after it. */
const CLOSING: Readonly<Record<string, number>> = { strong: 2, b: 2, del: 2, em: 1, i: 1, code: 1 };

/** The exact place of a click in `text`: the occurrence of the word in its block that is nearest to the estimate. */
export function refineClick(text: string, estimate: number, hint: ClickHint): number {
  const { word, into, range } = hint;
  const block = text.slice(range.from, range.to);
  let best = -1;
  if (word) {
    for (let at = block.indexOf(word); at >= 0; at = block.indexOf(word, at + 1)) {
      const place = range.from + at + into;
      if (best < 0 || Math.abs(place - estimate) < Math.abs(best - estimate)) best = place;
    }
  }
  return best >= 0 ? best : Math.min(Math.max(estimate, range.from), range.to);
}

/** The estimated place in the text of the point (x, y) of the frame's viewport, over `target` in the wrapper of `entry`. */
export function locate(entry: Entry, target: Element, x: number, y: number): { offset: number; hint: ClickHint } {
  const caret = caretAt(target.ownerDocument, x, y);
  const inside = caret && target.contains(caret.node) ? caret : null;
  const range = { from: entry.from, to: entry.to };
  if (!inside) return { offset: clamp(entry, base(entry, target)), hint: { word: "", into: 0, range } };
  const { word, into } = wordAt(inside.node.nodeValue ?? "", inside.offset);
  return { offset: clamp(entry, estimate(entry, inside)), hint: { word, into, range } };
}

interface Caret {
  node: Node;
  offset: number;
}

function caretAt(document: Document, x: number, y: number): Caret | null {
  if ("caretPositionFromPoint" in document) {
    const position = document.caretPositionFromPoint(x, y);
    return position?.offsetNode.nodeType === Node.TEXT_NODE ? { node: position.offsetNode, offset: position.offset } : null;
  }
  // Safari before 18.4.
  const range = (document as unknown as { caretRangeFromPoint(x: number, y: number): Range | null }).caretRangeFromPoint(x, y);
  return range?.startContainer.nodeType === Node.TEXT_NODE ? { node: range.startContainer, offset: range.startOffset } : null;
}

/** The word of `text` around `offset`, and how far into it that is. */
export function wordAt(text: string, offset: number): { word: string; into: number } {
  const before = /[\p{L}\p{N}\p{M}]*$/u.exec(text.slice(0, offset))?.[0] ?? "";
  const after = /^[\p{L}\p{N}\p{M}]*/u.exec(text.slice(offset))?.[0] ?? "";
  return { word: before + after, into: before.length };
}

function base(entry: Entry, target: Element): number {
  const anchor = target.closest<HTMLElement>("[data-o]");
  return entry.from + (anchor && entry.node.contains(anchor) ? Number(anchor.dataset.o) : 0);
}

/** Counts characters from the nearest anchor: back from the next one where there is one, since it is exact. */
function estimate(entry: Entry, caret: Caret): number {
  const holder = caret.node.parentElement?.closest<HTMLElement>("[data-o]");
  const container = holder && entry.node.contains(holder) ? holder : entry.node;
  let previous: HTMLElement | null = null;
  let next: HTMLElement | null = null;
  for (const anchor of container.querySelectorAll<HTMLElement>("[data-o]")) {
    if (caret.node.compareDocumentPosition(anchor) & Node.DOCUMENT_POSITION_FOLLOWING) {
      next = anchor;
      break;
    }
    previous = anchor;
  }
  if (next) return offsetOf(entry, next) - between(caret.node, caret.offset, next.parentNode!, index(next));
  if (previous) {
    const end = offsetOf(entry, previous) + mark(OPENING, previous) + (previous.textContent?.length ?? 0) + mark(CLOSING, previous);
    return end + between(previous.parentNode!, index(previous) + 1, caret.node, caret.offset);
  }
  return offsetOf(entry, container) + mark(OPENING, container) + between(container, 0, caret.node, caret.offset);
}

function mark(marks: Readonly<Record<string, number>>, element: Element): number {
  return marks[element.localName] ?? 0;
}

function offsetOf(entry: Entry, element: HTMLElement): number {
  return entry.from + (element === entry.node ? 0 : Number(element.dataset.o));
}

function index(node: Element): number {
  return [...(node.parentNode?.childNodes ?? [])].indexOf(node);
}

function between(start: Node, startOffset: number, end: Node, endOffset: number): number {
  const range = start.ownerDocument!.createRange();
  range.setStart(start, startOffset);
  range.setEnd(end, endOffset);
  return range.toString().length;
}

function clamp(entry: Entry, offset: number): number {
  return Math.min(Math.max(offset, entry.from), entry.to);
}

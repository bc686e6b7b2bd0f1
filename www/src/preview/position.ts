// Owns the relation between places in the text and heights in the frame: from every element with `data-o`, line by line
// in code blocks, straight lines in between. Elements that are not seen (closed details) are no anchors.

import type { Entry } from "./blocks";
import { interpolate, rising, type Point } from "./interpolation";

/** More lines of one code block are not measured one by one. */
const MOST_LINES = 3000;

interface Measured {
  version: number;
  from: number;
  /** x: offset in the text, y: px below the top of the block. */
  points: Point[];
}

/** Finds places in one frame. Heights are px from the top of the frame's document. */
export class Positions {
  private version = 0;
  private readonly cache = new WeakMap<HTMLElement, Measured>();
  private forced: HTMLElement[] = [];
  private timer = 0;

  constructor(
    private readonly page: HTMLElement,
    private readonly entries: () => readonly Entry[],
    private readonly ensure: (entry: Entry) => void,
  ) {}

  /** Heights may have changed: a patch, an image, a resize. */
  invalidate(): void {
    this.version += 1;
  }

  /** The index of the block at `y`, or the last one above it; 0 when there is none. */
  indexAt(y: number): number {
    const entries = this.entries();
    if (entries.length === 0) return 0;
    // Chunks first: asking a block in a chunk out of view for its box would have it laid out.
    const chunks = [...this.page.children];
    const chunk = chunks[lastWhere(chunks.length, (i) => this.top(chunks[i]!) <= y)];
    const blocks = chunk ? [...chunk.children] : [];
    const node = blocks[lastWhere(blocks.length, (i) => this.top(blocks[i]!) <= y)];
    const index = entries.findIndex((entry) => entry.node === node);
    return Math.max(0, index);
  }

  /** The place in the text, fractional, that is shown at `y`. */
  offsetAt(y: number): number {
    const index = this.indexAt(y);
    const span = this.span(index);
    return span ? interpolate(span, y, "y") : 0;
  }

  /** The height at which a place in the text is shown. */
  topOf(offset: number): number {
    const index = this.indexOf(offset);
    this.force(index);
    const span = this.span(index);
    return span ? interpolate(span, offset, "x") : 0;
  }

  /** The index of the block that holds an offset, or of the last one before it. */
  indexOf(offset: number): number {
    const entries = this.entries();
    let best = 0;
    let from = -1;
    // Not a binary search: blocks collected at the end (footnotes) may come from anywhere in the text.
    for (const [index, entry] of entries.entries()) {
      if (entry.from <= offset && entry.from > from) {
        best = index;
        from = entry.from;
      }
    }
    return best;
  }

  /** Anchors from one block's start to the next one's, both measures rising. */
  private span(index: number): Point[] | null {
    const entries = this.entries();
    const entry = entries[index];
    if (!entry) return null;
    const top = this.top(entry.node);
    const following = entries[index + 1];
    // A block out of text order ends where it ends; else the gap up to the next one belongs to it.
    const next = following && following.from >= entry.to ? following : undefined;
    const end: Point = next
      ? { x: next.from, y: this.top(next.node) }
      : { x: entry.to, y: top + entry.node.getBoundingClientRect().height };
    const inner = this.measure(entry).map(({ x, y }) => ({ x, y: y + top }));
    // The white above the first block stands for what comes before it in the text, the front matter.
    const points = index === 0 ? [{ x: 0, y: 0 }, ...inner] : inner;
    return [...rising(points.filter(({ x, y }) => x < end.x && y < end.y)), end];
  }

  private measure(entry: Entry): Point[] {
    const kept = this.cache.get(entry.node);
    if (kept?.version === this.version && kept.from === entry.from) return kept.points;
    this.ensure(entry);
    const top = this.top(entry.node);
    const points: Point[] = [{ x: entry.from, y: 0 }];
    for (const element of entry.node.querySelectorAll<HTMLElement>("[data-o]")) {
      const offset = entry.from + Number(element.dataset.o);
      if (offset > entry.to || !element.checkVisibility()) continue;
      const box = element.getBoundingClientRect();
      if (box.height === 0) continue;
      const y = box.top + this.scrolled - top;
      points.push({ x: offset, y });
      if (element.localName === "pre") points.push(...lines(element, offset, y, entry));
    }
    const sorted = rising(points.sort((a, b) => a.x - b.x));
    this.cache.set(entry.node, { version: this.version, from: entry.from, points: sorted });
    return sorted;
  }

  private get scrolled(): number {
    return this.page.ownerDocument.documentElement.scrollTop;
  }

  private top(element: Element): number {
    return element.getBoundingClientRect().top + this.scrolled;
  }

  /** Has the chunks around a block laid out, so that its height is no guess. */
  private force(index: number): void {
    if (!this.page.classList.contains("fw-long")) return;
    const entries = this.entries();
    for (const i of [index, index + 1]) {
      const chunk = entries[i]?.node.parentElement;
      if (!chunk || this.forced.includes(chunk)) continue;
      chunk.style.setProperty("content-visibility", "visible");
      this.forced.push(chunk);
    }
    clearTimeout(this.timer);
    this.timer = window.setTimeout(() => {
      for (const chunk of this.forced) chunk.style.removeProperty("content-visibility");
      this.forced = [];
    }, 400);
  }
}

/** Anchors for the lines of a code block, whose text is the source's, line by line. */
function lines(pre: HTMLElement, offset: number, top: number, entry: Entry): Point[] {
  const text = (pre.textContent ?? "").replace(/\n$/, "");
  const rows = text.split("\n");
  if (rows.length > MOST_LINES) return [];
  const style = getComputedStyle(pre);
  const space = parseFloat(style.paddingTop) + parseFloat(style.borderTopWidth);
  const height = (pre.clientHeight - parseFloat(style.paddingTop) - parseFloat(style.paddingBottom)) / rows.length;
  // What the source has beyond the text shown is the two fences. The closing one is short; the other has the language.
  const whole = entry.node.firstElementChild === pre ? entry.to - offset : 0;
  const opening = whole > 0 ? Math.max(0, whole - text.length - 5) : 4;
  let x = offset + opening;
  return rows.map((row, i) => {
    const point = { x, y: top + space + i * height };
    x += row.length + 1;
    return point;
  });
}

/** The last index below `count` for which `test` holds, where it holds for a beginning; 0 when for none. */
function lastWhere(count: number, test: (index: number) => boolean): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (test(middle)) low = middle + 1;
    else high = middle;
  }
  return Math.max(0, low - 1);
}

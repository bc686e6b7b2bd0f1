// Owns the list of blocks and their wrappers in the frame: applies splices so that unchanged blocks keep their nodes,
// changed ones are morphed in place, and a flood of new ones is filled in slices, first what is in view.

import type { Block, BlockSplice } from "../wire";
import { Chunks, guessHeight } from "./chunks";
import { morph } from "./morph";

/** A block that is shown, or will be as soon as there is time. */
export interface Entry {
  id: string;
  html: string;
  /** Its range in the text, UTF-16 code units. */
  from: number;
  to: number;
  readonly node: HTMLElement;
  /** False while its nodes are those of an older version, or none. */
  filled: boolean;
}

/** Turns the HTML of a block into nodes for the frame. */
export type Render = (html: string) => DocumentFragment;

/** Splices up to this size are filled at once, in blocks and UTF-16 code units of HTML. */
const SMALL = 12;
const SHORT = 60_000;
/** A block longer than this waits for a pause in the writing, as it cannot be filled in slices (UTF-16 code units of HTML). */
const HUGE = 100_000;
const PAUSE = 150;
/** Time for filling before the first paint, and per slice after it, in ms. */
const FIRST = 14;
const SLICE = 8;

export class Blocks {
  /** In the order of the page. */
  entries: Entry[] = [];
  private readonly chunks: Chunks;
  private timer = 0;
  private waiting = 0;
  private viewFrom = 0;

  /**
   * `filled` is told about every wrapper that has new nodes, and whether they are few enough to be completed at once;
   * `slice` runs a later slice of the filling.
   */
  constructor(
    private readonly page: HTMLElement,
    private readonly render: Render,
    private readonly filled: (node: HTMLElement, urgent: boolean) => void,
    private readonly slice: (fill: () => void) => void,
  ) {
    this.chunks = new Chunks(page);
  }

  /** Applies a splice. `viewFrom` is the index of the first block in view, for the order of filling. */
  apply(splice: BlockSplice, viewFrom: number): void {
    const start = splice.reset ? 0 : Math.min(splice.start, this.entries.length);
    const removed = splice.reset ? this.entries : this.entries.slice(start, start + splice.remove);
    const before = this.entries.slice(0, start);
    const after = splice.reset ? [] : this.entries.slice(start + splice.remove);
    for (const entry of after) {
      entry.from += splice.shift;
      entry.to += splice.shift;
    }
    const inserted = this.merge(removed, splice.insert, before.at(-1)?.node ?? null);
    this.entries = [...before, ...inserted, ...after];
    this.chunks.settle(this.entries.length);

    const stale = inserted.filter((entry) => !entry.filled);
    this.viewFrom = viewFrom;
    if (stale.length <= SMALL && stale.reduce((sum, entry) => sum + entry.html.length, 0) <= SHORT) {
      for (const entry of stale) this.fill(entry, true);
    } else {
      this.fillFor(FIRST, false);
    }
    this.schedule();
  }

  /** Fills one block now, if it is still waiting. */
  ensure(entry: Entry | undefined): void {
    if (entry && !entry.filled) this.fill(entry, true);
  }

  /** Fills all that still waits. */
  finish(): void {
    this.fillFor(Infinity, true);
  }

  /** Whether any block still waits to be filled. */
  get pending(): boolean {
    return this.entries.some((entry) => !entry.filled);
  }

  /** Stops filling; the frame is about to go. */
  stop(): void {
    clearTimeout(this.timer);
    this.waiting += 1;
  }

  /** The entries for `insert`, with the wrappers of `removed` reused by id, and for what has no match, by place. */
  private merge(removed: Entry[], insert: Block[], first: HTMLElement | null): Entry[] {
    const matches = match(removed, insert);
    const limits = nextMatches(matches, removed.length);
    const result: Entry[] = [];
    let previous = first;
    let next = 0;
    for (const [index, block] of insert.entries()) {
      const matched = matches[index]!;
      if (matched >= 0) for (; next < matched; next += 1) this.drop(removed[next]);
      // Without a match it becomes the next version of the old block in its place, unless that one is wanted later.
      const reused = next < limits[index]! ? removed[next] : undefined;
      if (reused) next += 1;
      const entry = this.entry(block, reused);
      this.chunks.place(entry.node, previous, guessHeight(block.html));
      previous = entry.node;
      result.push(entry);
    }
    for (; next < removed.length; next += 1) this.drop(removed[next]);
    return result;
  }

  private entry(block: Block, reused: Entry | undefined): Entry {
    const { id, html, range } = block;
    const same = reused?.html === html;
    if (reused) {
      return { id, html, from: range.from, to: range.to, node: reused.node, filled: same && reused.filled };
    }
    const node = this.page.ownerDocument.createElement("div");
    node.className = "block";
    node.dir = "auto";
    node.style.minHeight = `${guessHeight(html)}px`;
    return { id, html, from: range.from, to: range.to, node, filled: false };
  }

  private drop(entry: Entry | undefined): void {
    if (entry) this.chunks.remove(entry.node);
  }

  private fill(entry: Entry, urgent: boolean): void {
    const { node } = entry;
    entry.filled = true;
    const fresh = this.render(entry.html);
    if (node.firstChild) morph(node, fresh);
    else node.append(fresh);
    node.style.minHeight = "";
    node.dataset.kind = kindOf(node);
    this.filled(node, urgent);
  }

  /** Fills waiting blocks for some ms: from the view on to the end, then what is above. Huge ones only when `patient`. */
  private fillFor(ms: number, patient: boolean): void {
    const end = performance.now() + ms;
    const { entries } = this;
    const from = Math.min(Math.max(0, this.viewFrom), entries.length);
    for (let i = 0; i < entries.length; i += 1) {
      const entry = entries[(from + i) % entries.length];
      if (!entry || entry.filled || (!patient && entry.node.firstChild && entry.html.length > HUGE)) continue;
      this.fill(entry, false);
      if (performance.now() > end) return;
    }
  }

  private schedule(): void {
    clearTimeout(this.timer);
    if (!this.pending) return;
    this.waiting += 1;
    const turn = this.waiting;
    const huge = this.entries.every((entry) => entry.filled || entry.html.length > HUGE);
    this.timer = window.setTimeout(() => {
      if (turn !== this.waiting) return;
      this.slice(() => this.fillFor(SLICE, huge));
      this.schedule();
    }, huge ? PAUSE : 0);
  }
}

/** For each new block the index of the removed block that it is, in rising order; -1 without one. */
function match(removed: Entry[], insert: Block[]): number[] {
  const matches = insert.map(() => -1);
  let start = 0;
  while (start < Math.min(removed.length, insert.length) && removed[start]!.id === insert[start]!.id) {
    matches[start] = start;
    start += 1;
  }
  let end = 0;
  const most = Math.min(removed.length, insert.length) - start;
  while (end < most && removed.at(-1 - end)!.id === insert.at(-1 - end)!.id) {
    matches[insert.length - 1 - end] = removed.length - 1 - end;
    end += 1;
  }
  // In between only ids that stand for one block: rules and the like would match far away and tear others out.
  const places = new Map<string, number>();
  for (let i = start; i < removed.length - end; i += 1) {
    const { id } = removed[i]!;
    places.set(id, places.has(id) ? -1 : i);
  }
  let last = start - 1;
  for (let i = start; i < insert.length - end; i += 1) {
    const place = places.get(insert[i]!.id) ?? -1;
    if (place > last) {
      matches[i] = place;
      last = place;
    }
  }
  return matches;
}

/** For each new block the first removed block that it may not take because a later one matches it. */
function nextMatches(matches: number[], removed: number): number[] {
  const limits = new Array<number>(matches.length);
  let limit = removed;
  for (let i = matches.length - 1; i >= 0; i -= 1) {
    const matched = matches[i]!;
    limits[i] = matched >= 0 ? matched + 1 : limit;
    if (matched >= 0) limit = matched;
  }
  return limits;
}

/** What a block starts with, for the space above it; `none` for one that shows nothing. */
function kindOf(node: HTMLElement): string {
  const first = node.firstElementChild;
  return first ? first.localName : (node.textContent ?? "").trim() === "" ? "none" : "text";
}

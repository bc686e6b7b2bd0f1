// Owns the grouping of block wrappers into chunks, which lets the browser skip the layout of what is far from view:
// with it the cost of a key stays flat however long the post is.

/** Blocks to a chunk. */
const SIZE = 64;
/** A chunk that has grown beyond this is split. */
const LARGEST = 96;
/** From this many blocks on the chunks out of view are skipped; below, skipping would only cost precision. */
const LONG = 200;

/** Height that a block will have, in px, guessed from the length of its HTML; for the scroll bar until it is drawn. */
export function guessHeight(html: string): number {
  return Math.round(44 + (html.length / 90) * 27);
}

/** The chunks of one page element. */
export class Chunks {
  private readonly touched = new Set<HTMLElement>();
  private readonly guesses = new WeakMap<Element, number>();

  constructor(private readonly page: HTMLElement) {}

  /** Puts a wrapper after `previous`, or first. `guess` is its likely height in px. */
  place(node: HTMLElement, previous: HTMLElement | null, guess: number): void {
    this.guesses.set(node, guess);
    const chunk = previous?.parentElement;
    if (!previous || !chunk) {
      const first = (this.page.firstElementChild as HTMLElement | null) ?? this.add(null);
      if (first.firstElementChild !== node) first.prepend(node);
      this.touched.add(first);
      return;
    }
    if (node === previous.nextElementSibling) return;
    const next = chunk.nextElementSibling as HTMLElement | null;
    if (chunk.lastElementChild === previous && next?.firstElementChild === node) return;
    if (chunk.lastElementChild === previous && chunk.childElementCount >= SIZE) {
      const roomy = next && next.childElementCount < SIZE ? next : this.add(chunk);
      roomy.prepend(node);
      this.touched.add(roomy);
      return;
    }
    previous.after(node);
    this.touched.add(chunk);
  }

  /** Takes a wrapper out. */
  remove(node: HTMLElement): void {
    const chunk = node.parentElement;
    node.remove();
    if (chunk) this.touched.add(chunk);
  }

  /** Brings the chunks that have changed back to size. `blocks` is the number of blocks of the whole page. */
  settle(blocks: number): void {
    for (const chunk of this.touched) {
      if (chunk.childElementCount === 0) chunk.remove();
      else if (chunk.childElementCount > LARGEST) this.split(chunk);
      else this.guess(chunk);
    }
    this.touched.clear();
    this.page.classList.toggle("fw-long", blocks > LONG);
  }

  private split(chunk: HTMLElement): void {
    let last = chunk;
    while (last.childElementCount > LARGEST) {
      const next = this.add(last);
      next.append(...[...last.children].slice(SIZE));
      this.guess(last);
      last = next;
    }
    this.guess(last);
  }

  private guess(chunk: HTMLElement): void {
    let height = 0;
    for (const block of chunk.children) height += this.guesses.get(block) ?? 0;
    chunk.style.setProperty("contain-intrinsic-block-size", `auto ${height}px`);
  }

  private add(after: HTMLElement | null): HTMLElement {
    const chunk = this.page.ownerDocument.createElement("div");
    chunk.className = "fw-chunk";
    if (after) after.after(chunk);
    else this.page.prepend(chunk);
    return chunk;
  }
}

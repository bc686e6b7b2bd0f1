// Owns marking what differs between the texts of two elements. Their nodes stay as they are: the browser paints ranges.

import type { Frame } from "./frame";

/** Longer texts are not compared word by word (UTF-16 code units). */
const LONGEST = 20_000;
/** The name under which the style sheet finds the marks. */
const NAME = "fw-differs";

export interface Marks {
  /** Marks in both what the other has not. */
  between(a: HTMLElement, b: HTMLElement): Promise<void>;
  clear(): void;
}

/** Marks in one frame. Where the browser cannot paint them, there are none. */
export function createMarks(frame: Frame): Marks {
  const view = frame.document.defaultView;
  const marks = view && "Highlight" in view && "highlights" in view.CSS ? new view.Highlight() : null;
  if (marks) view?.CSS.highlights.set(NAME, marks);
  return {
    async between(a, b) {
      const [textOfA, textOfB] = [a.textContent ?? "", b.textContent ?? ""];
      if (!marks || textOfA.trim() === "" || textOfB.trim() === "" || textOfA.length + textOfB.length > LONGEST) return;
      const { wordDiff } = await import("../surface/word-diff");
      const parts: Record<"before" | "after", [from: number, to: number][]> = { before: [], after: [] };
      const at = { before: 0, after: 0 };
      for (const row of wordDiff(textOfA, textOfB)) {
        if (row.kind === "skipped") continue;
        for (const side of ["before", "after"] as const) {
          const line = row[side];
          if (!line) continue;
          const whole = row.kind === "added" || row.kind === "removed";
          const found = whole ? [{ from: 0, to: line.text.length }] : line.marks;
          parts[side].push(...found.map(({ from, to }): [number, number] => [at[side] + from, at[side] + to]));
          at[side] += line.text.length + 1;
        }
      }
      for (const range of [...rangesOf(a, parts.before), ...rangesOf(b, parts.after)]) marks.add(range);
    },
    clear: () => marks?.clear(),
  };
}

/** Ranges for parts of an element's text, which are in order. */
function rangesOf(element: HTMLElement, parts: readonly [from: number, to: number][]): Range[] {
  const { ownerDocument } = element;
  const walker = ownerDocument.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const ranges: Range[] = [];
  let node = walker.nextNode() as Text | null;
  let start = 0;
  for (const [from, to] of parts) {
    for (let at = from; node && at < to; ) {
      const end = start + node.length;
      if (at >= end) {
        start = end;
        node = walker.nextNode() as Text | null;
        continue;
      }
      const until = Math.min(to, end);
      const range = ownerDocument.createRange();
      range.setStart(node, at - start);
      range.setEnd(node, until - start);
      ranges.push(range);
      at = until;
    }
  }
  return ranges;
}

// Owns two texts side by side: which lines correspond, which words in them differ, and the edits that lead from one to the
// other. Not part of the start: whoever needs it imports it when it is needed.

import { presentableDiff } from "@codemirror/merge";
import type { Edit16 } from "../wire";
import { hunksOf } from "../documents/line-hunks";

/** A part of a line, in UTF-16 code units. */
export interface Mark {
  from: number;
  to: number;
}

/** One side of a line in the comparison. */
export interface DiffSide {
  /** Its number from 1, in the text of this side. */
  line: number;
  text: string;
  /** What is not on the other side. The n-th mark of one side stands where the n-th of the other does; one may be empty. */
  marks: Mark[];
}

/** A row of the comparison: both sides beside each other, or before above after. */
export type DiffLine =
  | { kind: "same" | "changed"; before: DiffSide; after: DiffSide }
  | { kind: "added"; before: null; after: DiffSide }
  | { kind: "removed"; before: DiffSide; after: null }
  /** Lines that are the same and far from any change. */
  | { kind: "skipped"; count: number };

/** Texts so far apart that this is not enough are compared less finely (ms, code units). */
const PATIENCE = { timeout: 50, scanLimit: 2_000 };
/** Longer lines are compared as wholes (code units). */
const LONGEST_LINE = 20_000;
/** A pair of lines that has less than this share in common is no pair. */
const ALIKE = 0.35;
/** Bigger hunks are paired in order rather than by likeness (lines times lines). */
const MOST_PAIRS = 2_500;

/**
 * Compares two texts with `\n` line ends. `context` lines around each change are kept and the rest is skipped; without
 * it, every line is there.
 */
export function wordDiff(before: string, after: string, context?: number): DiffLine[] {
  const a = before.split("\n");
  const b = after.split("\n");
  const rows: DiffLine[] = [];
  let [atA, atB] = [0, 0];
  const same = (toA: number): void => {
    for (; atA < toA; atA++, atB++) rows.push({ kind: "same", before: plain(a, atA), after: plain(b, atB) });
  };
  for (const { fromA, toA, fromB, toB } of hunksOf(a, b)) {
    same(fromA);
    for (const [old, now] of pairs(a.slice(fromA, toA), b.slice(fromB, toB))) {
      if (old === null) rows.push({ kind: "added", before: null, after: plain(b, fromB + (now ?? 0)) });
      else if (now === null) rows.push({ kind: "removed", before: plain(a, fromA + old), after: null });
      else rows.push(changed(plain(a, fromA + old), plain(b, fromB + now)));
    }
    [atA, atB] = [toA, toB];
  }
  same(a.length);
  return context === undefined ? rows : skip(rows, context);
}

/** The smallest sensible edits from one text to the other, in text order, none cutting a pair of code units apart. */
export function editsBetween(before: string, after: string): Edit16[] {
  const a = before.split("\n");
  const b = after.split("\n");
  const edits: Edit16[] = [];
  const startsA = starts(a);
  const startsB = starts(b);
  for (const { fromA, toA, fromB, toB } of hunksOf(a, b)) {
    // Whole lines with their ends; at the very end of the texts there is no end to take, so the one before goes along.
    const atEnd = toA === a.length || toB === b.length;
    const back = atEnd && fromA > 0 && fromB > 0 ? 1 : 0;
    const [start, until] = [(startsA[fromA] ?? 0) - back, atEnd ? before.length : (startsA[toA] ?? 0)];
    const [startB, untilB] = [(startsB[fromB] ?? 0) - back, atEnd ? after.length : (startsB[toB] ?? 0)];
    const old = before.slice(start, until);
    const now = after.slice(startB, untilB);
    for (const { fromA: from, toA: to, fromB: f, toB: t } of finer(old, now)) edits.push({ range: { from: start + from, to: start + to }, text: now.slice(f, t) });
  }
  return edits;
}

type Change = { fromA: number; toA: number; fromB: number; toB: number };

function finer(a: string, b: string): readonly Change[] {
  if (a.length === 0 || b.length === 0 || Math.max(a.length, b.length) > LONGEST_LINE * 5) return [{ fromA: 0, toA: a.length, fromB: 0, toB: b.length }];
  return presentableDiff(a, b, PATIENCE);
}

function changed(before: DiffSide, after: DiffSide): DiffLine {
  const changes = Math.max(before.text.length, after.text.length) > LONGEST_LINE ? [{ fromA: 0, toA: before.text.length, fromB: 0, toB: after.text.length }] : presentableDiff(before.text, after.text, PATIENCE);
  return {
    kind: "changed",
    before: { ...before, marks: changes.map(({ fromA, toA }) => ({ from: fromA, to: toA })) },
    after: { ...after, marks: changes.map(({ fromB, toB }) => ({ from: fromB, to: toB })) },
  };
}

const plain = (lines: readonly string[], at: number): DiffSide => ({ line: at + 1, text: lines[at] ?? "", marks: [] });

/** The offset of each line, and one past the last. */
function starts(lines: readonly string[]): number[] {
  const found = [0];
  let at = 0;
  for (const line of lines) found.push((at += line.length + 1));
  return found;
}

type Pair = [before: number | null, after: number | null];

/** Which of the lost lines has become which of the gained ones: in order, as alike as possible in sum. */
function pairs(lost: string[], gained: string[]): Pair[] {
  const [rows, columns] = [lost.length, gained.length];
  if (rows * columns > MOST_PAIRS) return [...lost.map((_, at): Pair => [at, null]), ...gained.map((_, at): Pair => [null, at])];
  const words = gained.map(wordsOf);
  const likeness = lost.map((line) => {
    const own = wordsOf(line);
    return words.map((other, at) => alike(own, other, line, gained[at] ?? ""));
  });
  // The best sum from each corner on.
  const best = Array.from({ length: rows + 1 }, () => new Float64Array(columns + 1));
  const at = (row: number, column: number): number => best[row]?.[column] ?? 0;
  const like = (row: number, column: number): number => likeness[row]?.[column] ?? 0;
  for (let row = rows - 1; row >= 0; row--) {
    for (let column = columns - 1; column >= 0; column--) {
      const paired = like(row, column) >= ALIKE ? like(row, column) + at(row + 1, column + 1) : 0;
      const here = best[row];
      if (here) here[column] = Math.max(paired, at(row + 1, column), at(row, column + 1));
    }
  }
  const found: Pair[] = [];
  let [row, column] = [0, 0];
  while (row < rows || column < columns) {
    if (row === rows) found.push([null, column++]);
    else if (column === columns) found.push([row++, null]);
    else if (like(row, column) >= ALIKE && at(row, column) === like(row, column) + at(row + 1, column + 1)) found.push([row++, column++]);
    else if (at(row, column) === at(row + 1, column)) found.push([row++, null]);
    else found.push([null, column++]);
  }
  return found;
}

const WORD = /[\p{L}\p{N}\p{M}_]+|[^\s\p{L}\p{N}\p{M}_]/gu;

function wordsOf(line: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const [word] of line.slice(0, LONGEST_LINE).matchAll(WORD)) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

/** The share that two lines have in common, from 0 to 1: of their words, or of their beginning and end where that is more. */
function alike(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>, textA: string, textB: string): number {
  let [common, all] = [0, 0];
  for (const [word, count] of a) {
    common += Math.min(count, b.get(word) ?? 0) * word.length;
    all += count * word.length;
  }
  for (const [word, count] of b) all += count * word.length;
  const shorter = Math.min(textA.length, textB.length);
  let edge = 0;
  while (edge < shorter && textA[edge] === textB[edge]) edge += 1;
  let tail = 0;
  while (tail < shorter - edge && textA.at(-1 - tail) === textB.at(-1 - tail)) tail += 1;
  const edges = textA.length + textB.length === 0 ? 0 : (2 * (edge + tail)) / (textA.length + textB.length);
  return Math.max(all === 0 ? 0 : (2 * common) / all, edges);
}

/** Leaves `context` rows around each change; what lies between becomes one row, unless it is only one. */
function skip(rows: DiffLine[], context: number): DiffLine[] {
  const near = new Uint8Array(rows.length);
  rows.forEach(({ kind }, at) => {
    if (kind !== "same") near.fill(1, Math.max(0, at - context), at + context + 1);
  });
  const shown: DiffLine[] = [];
  for (let at = 0; at < rows.length; ) {
    let end = at;
    while (end < rows.length && near[end] === 0) end += 1;
    if (end - at > 1) shown.push({ kind: "skipped", count: end - at });
    else shown.push(...rows.slice(at, end));
    at = end;
    while (at < rows.length && near[at] === 1) shown.push(...rows.slice(at, ++at));
  }
  return shown;
}

// Owns which lines of two texts differ. Not part of the start: whoever needs it imports it when it is needed.

import { diff } from "@codemirror/merge";

/** A line that only one of the texts has; `line` counts from 1 in the text that has it. */
export interface DifferentLine {
  change: "added" | "removed";
  line: number;
  text: string;
}

/** Indices of the same line in both texts. */
type Pair = [before: number, after: number];

/** Texts that differ so much that this is not enough (ms) are compared less finely. */
const PATIENCE = 100;
/** A UTF-16 code unit stands for a line in the comparison, save halves of pairs; a line too many counts as different. */
const SURROGATES = { from: 0xd800, count: 0x800 };
const MOST_CODES = 0x10000 - SURROGATES.count;

/**
 * The lines that differ between two texts with `\n` line ends, in text order; those that a place has lost come before those
 * that it has gained. No line that stays as it is is among them.
 */
export function lineDiff(base: string, text: string): DifferentLine[] {
  if (base === text) return [];
  const before = linesOf(base);
  const after = linesOf(text);
  const different: DifferentLine[] = [];
  let [old, now] = [0, 0];
  const reach = (toOld: number, toNow: number): void => {
    for (; old < toOld; old++) different.push({ change: "removed", line: old + 1, text: before[old] ?? "" });
    for (; now < toNow; now++) different.push({ change: "added", line: now + 1, text: after[now] ?? "" });
  };
  for (const [atOld, atNow] of commonLines(before, after)) {
    reach(atOld, atNow);
    old += 1;
    now += 1;
  }
  reach(before.length, after.length);
  if (different.length > 0) return different;
  // Only the line break at the very end differs, which an editor shows as one more, empty line.
  const added = text.length > base.length;
  return [{ change: added ? "added" : "removed", line: before.length + 1, text: "" }];
}

/** An empty text has no lines, and a break at the end begins none. */
function linesOf(text: string): string[] {
  const lines = text.split("\n");
  if (lines.at(-1) === "") lines.pop();
  return lines;
}

/** The lines that stay, as many as can be found. */
function commonLines(before: string[], after: string[]): Pair[] {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start += 1;
  let end = 0;
  while (end < shorter - start && before.at(-1 - end) === after.at(-1 - end)) end += 1;
  const pairs: Pair[] = [];
  for (let at = 0; at < start; at++) pairs.push([at, at]);
  for (const pair of commonBetween(before, after, start, end)) pairs.push(pair);
  for (let at = end; at > 0; at--) pairs.push([before.length - at, after.length - at]);
  return pairs;
}

/** Lines that only one text has cannot stay. Of the others, each is written as one code unit, and the strings compared. */
function commonBetween(before: string[], after: string[], start: number, end: number): Pair[] {
  const here = new Set(after.slice(start, after.length - end));
  const codes = new Map<string, string>();
  for (let at = start; at < before.length - end && codes.size < MOST_CODES; at++) {
    const line = before[at] ?? "";
    if (here.has(line) && !codes.has(line)) codes.set(line, codeOf(codes.size));
  }
  const a = encode(before, start, end, codes);
  const b = encode(after, start, end, codes);
  const pairs: Pair[] = [];
  let [old, now] = [0, 0];
  const reach = (toOld: number): void => {
    for (; old < toOld; old++, now++) pairs.push([a.places[old] ?? 0, b.places[now] ?? 0]);
  };
  for (const { fromA, toA, toB } of changesOf(a.text, b.text, Date.now() + PATIENCE)) {
    reach(fromA);
    old = toA;
    now = toB;
  }
  reach(a.text.length);
  return pairs;
}

type Change = Pick<ReturnType<typeof diff>[number], "fromA" | "toA" | "fromB" | "toB">;

/** The library joins changes that it has moved beside each other; what such a one has on both sides is found again. */
function changesOf(a: string, b: string, deadline: number): Change[] {
  return diff(a, b, { timeout: Math.max(1, deadline - Date.now()) }).flatMap((change) => {
    const { fromA, toA, fromB, toB } = change;
    const all = toA - fromA === a.length && toB - fromB === b.length;
    const [partA, partB] = [a.slice(fromA, toA), b.slice(fromB, toB)];
    if (all || Date.now() > deadline || !shareUnits(partA, partB)) return [change];
    return changesOf(partA, partB, deadline).map((inner) => ({
      fromA: fromA + inner.fromA,
      toA: fromA + inner.toA,
      fromB: fromB + inner.fromB,
      toB: fromB + inner.toB,
    }));
  });
}

function shareUnits(a: string, b: string): boolean {
  const units = new Set(a);
  return [...b].some((unit) => units.has(unit));
}

function codeOf(index: number): string {
  return String.fromCharCode(index < SURROGATES.from ? index : index + SURROGATES.count);
}

/** The lines that have a code, as a string of codes, and the index of each. */
function encode(lines: string[], start: number, end: number, codes: ReadonlyMap<string, string>): { text: string; places: number[] } {
  const text: string[] = [];
  const places: number[] = [];
  for (let at = start; at < lines.length - end; at++) {
    const code = codes.get(lines[at] ?? "");
    if (code === undefined) continue;
    text.push(code);
    places.push(at);
  }
  return { text: text.join(""), places };
}

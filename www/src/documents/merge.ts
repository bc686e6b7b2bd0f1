// Owns merging two changed texts of one file, line by line, against the text that both began with. Guesses nothing: where both
// changed the same place differently, that is a conflict for a person. Not part of the start: imported when it is needed.

import { findLineEnds } from "./line-ends";
import { hunksOf, type Hunk } from "./line-hunks";

/** A place that both sides changed, each in another way. */
export interface Conflict {
  ours: Side;
  theirs: Side;
  base: Side;
}

/** What one side has at a conflict. */
export interface Side {
  /** The lines with their ends, as in that side's file; empty where it has deleted them. */
  text: string;
  /** The first line, from 1, in that side's text. */
  line: number;
  /** How many lines. */
  lines: number;
  /** Offset in that side's text with `\n` line ends. */
  from: number;
  to: number;
}

export type Piece = { kind: "merged"; text: string } | { kind: "conflict"; conflict: Conflict };

export type Merged =
  /** Both sides' changes together. */
  | { clean: string }
  /** The pieces in text order, and the conflicts among them. */
  | { conflicts: Conflict[]; pieces: Piece[] };

/** What a person takes at a conflict. */
export type Choice = "ours" | "theirs" | "both" | "base";

interface Line {
  text: string;
  /** Its line end; empty for an unfinished last line. */
  end: string;
  /** Its offset in the text with `\n` line ends. */
  at: number;
}

/** Three texts as they are in their files, line ends and all, without byte-order marks. */
export function merge(base: string, ours: string, theirs: string): Merged {
  if (ours === theirs || theirs === base) return { clean: ours };
  if (ours === base) return { clean: theirs };
  const [o, a, b] = [linesOf(base), linesOf(ours), linesOf(theirs)];
  const texts = (lines: Line[]): string[] => lines.map(({ text }) => text);
  const hunks = { a: hunksOf(texts(o), texts(a)), b: hunksOf(texts(o), texts(b)) };
  const pieces = createPieces(threeWay(dominant(base), dominant(ours), dominant(theirs)), { ours: dominant(ours), theirs: dominant(theirs) });

  let [atO, atA, atB] = [0, 0, 0];
  const stable = (to: number): void => {
    for (; atO < to; atO++, atA++, atB++) {
      const [line, own, other] = [o[atO], a[atA], b[atB]];
      if (line && own && other) pieces.line({ ...own, end: endOf(line.end, own.end, other.end) });
    }
  };
  for (const { from, to, a: fromA, b: fromB } of regions(hunks.a, hunks.b)) {
    stable(from);
    // Outside of its own hunks, a side's lines are the base's.
    const toA = fromA.length > 0 ? atA + (to - from) + grown(fromA) : atA + (to - from);
    const toB = fromB.length > 0 ? atB + (to - from) + grown(fromB) : atB + (to - from);
    if (fromB.length === 0) pieces.side(a.slice(atA, toA), "ours");
    else if (fromA.length === 0) pieces.side(b.slice(atB, toB), "theirs");
    else both(pieces, { base: { lines: o, from, to }, ours: { lines: a, from: atA, to: toA }, theirs: { lines: b, from: atB, to: toB } });
    [atO, atA, atB] = [to, toA, toB];
  }
  stable(o.length);
  return pieces.done();
}

/** The merged text, with one choice for each conflict, in order; a missing one is “ours”. */
export function resolve(merged: Merged, choices: readonly Choice[]): string {
  if ("clean" in merged) return merged.clean;
  let next = 0;
  const end = dominant(merged.pieces.map((piece) => (piece.kind === "merged" ? piece.text : piece.conflict.ours.text)).join(""));
  const parts = merged.pieces.map((piece) => (piece.kind === "merged" ? piece.text : chosen(piece.conflict, choices[next++] ?? "ours", end)));
  // An unfinished last line that is not last any more is finished.
  return parts.reduce((text, part) => joined(text, part, end), "");
}

function chosen({ ours, theirs, base }: Conflict, choice: Choice, end: string): string {
  return choice === "both" ? joined(ours.text, theirs.text, end) : { ours, theirs, base }[choice].text;
}

function joined(text: string, part: string, end: string): string {
  // A carriage return before a line feed would become one line end.
  if (text.endsWith("\r") && part.startsWith("\n")) return text.replace(/\r+$/, (run) => "\n".repeat(run.length)) + part;
  return text === "" || part === "" || /[\r\n]$/.test(text) ? text + part : text + end + part;
}

/** Where both sides did something: what they did alike stays, what is left between is the conflict. */
function both(pieces: Pieces, at: Record<keyof Conflict, { lines: Line[]; from: number; to: number }>): void {
  const ours = at.ours.lines.slice(at.ours.from, at.ours.to);
  const theirs = at.theirs.lines.slice(at.theirs.from, at.theirs.to);
  const shorter = Math.min(ours.length, theirs.length);
  let start = 0;
  while (start < shorter && ours[start]?.text === theirs[start]?.text) start += 1;
  let end = 0;
  while (end < shorter - start && ours.at(-1 - end)?.text === theirs.at(-1 - end)?.text) end += 1;
  // Where only one of them has finished the last line, it is finished.
  const alike = ours.map((line, index) => ({ ...line, end: line.end || (theirs[index < start ? index : index - ours.length + theirs.length]?.end ?? "") }));
  pieces.side(alike.slice(0, start), "ours");
  if (start + end < Math.max(ours.length, theirs.length)) {
    const part = ({ lines, from, to }: { lines: Line[]; from: number; to: number }, first: number, last: number): Side => sideOf(lines, from + first, to - last);
    pieces.conflict({ ours: part(at.ours, start, end), theirs: part(at.theirs, start, end), base: part(at.base, 0, 0) });
  }
  pieces.side(alike.slice(ours.length - end), "ours");
}

function sideOf(lines: Line[], from: number, to: number): Side {
  const last = lines.at(-1);
  const length = last ? last.at + last.text.length + (last.end === "" ? 0 : 1) : 0;
  const offset = (at: number): number => lines[at]?.at ?? length;
  const text = lines.slice(from, to).map((line) => line.text + line.end).join("");
  return { text, line: from + 1, lines: to - from, from: offset(from), to: offset(to) };
}

interface Region {
  /** In the base. */
  from: number;
  to: number;
  a: Hunk[];
  b: Hunk[];
}

/** Hunks that overlap or touch are one region. */
function regions(a: readonly Hunk[], b: readonly Hunk[]): Region[] {
  const all = [...a.map((hunk) => ({ hunk, side: "a" as const })), ...b.map((hunk) => ({ hunk, side: "b" as const }))];
  all.sort((x, y) => x.hunk.fromA - y.hunk.fromA);
  const found: Region[] = [];
  for (const { hunk, side } of all) {
    let region = found.at(-1);
    if (!region || hunk.fromA > region.to) found.push((region = { from: hunk.fromA, to: hunk.toA, a: [], b: [] }));
    region.to = Math.max(region.to, hunk.toA);
    region[side].push(hunk);
  }
  return found;
}

const grown = (hunks: Hunk[]): number => hunks.reduce((sum, { fromA, toA, fromB, toB }) => sum + (toB - fromB) - (toA - fromA), 0);

/** What one side changed wins; where both did, ours. */
function threeWay<T>(base: T, ours: T, theirs: T): T {
  return ours === base ? theirs : ours;
}

/** The end of a line that both sides have kept. Whether it has one is one question, which one is another. */
function endOf(base: string, ours: string, theirs: string): string {
  if (threeWay(base === "", ours === "", theirs === "")) return "";
  return threeWay(base, ours, theirs) || ours || theirs;
}

const dominant = (text: string): string => findLineEnds(text).dominant;

function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  let at = 0;
  for (const [whole, line = "", end = ""] of text.matchAll(/([^\r\n]*)(\r\n|\r|\n|$)/g)) {
    if (whole === "") break;
    lines.push({ text: line, end, at });
    at += line.length + 1;
  }
  return lines;
}

interface Pieces {
  line(line: Line): void;
  /** Lines that one side has made. */
  side(lines: Line[], side: "ours" | "theirs"): void;
  conflict(conflict: Conflict): void;
  done(): Merged;
}

/** Collects the merged text. Lines that end as is usual on their side end as is usual in the merged text. */
function createPieces(end: string, usual: Record<"ours" | "theirs", string>): Pieces {
  const pieces: Piece[] = [];
  const conflicts: Conflict[] = [];
  /** Each line's text and end, in turn. */
  let parts: string[] = [];
  let open = false;
  const line = (next: Line): void => {
    // Only a last line has no end; once another follows it, it gets one.
    if (open) parts[parts.length - 1] = end;
    open = next.end === "";
    // A carriage return right before a line feed would be read as one line end with it; it is written as a line feed.
    if (next.text === "" && next.end === "\n") {
      for (let at = parts.length - 1; parts[at] === "\r"; at -= 2) {
        parts[at] = "\n";
        if (parts[at - 1] !== "") break;
      }
    }
    parts.push(next.text, next.end);
  };
  const close = (): void => {
    if (parts.length > 0) pieces.push({ kind: "merged", text: parts.join("") });
    parts = [];
    open = false;
  };
  return {
    line,
    side: (lines, side) => lines.forEach((each) => line(each.end === usual[side] ? { ...each, end } : each)),
    conflict(conflict) {
      close();
      conflicts.push(conflict);
      pieces.push({ kind: "conflict", conflict });
    },
    done() {
      close();
      if (conflicts.length > 0) return { conflicts, pieces };
      return { clean: pieces.map((piece) => (piece.kind === "merged" ? piece.text : "")).join("") };
    },
  };
}

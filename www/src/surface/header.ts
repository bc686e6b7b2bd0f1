// Owns where the front matter of a text begins and ends, for colouring and folding while it is being typed.
//
// The engine decides what a post's front matter means; this only has to agree with it about the extent.

import type { FrontMatterFormat } from "../wire";

/** The extent of a front matter, in UTF-16 code units. It always begins at 0. */
export interface Header {
  format: FrontMatterFormat;
  /** Between the fences; for JSON without fences, all of it. */
  inner: { from: number; to: number };
  /** Where the header ends, without the line break. */
  to: number;
  /** False while the end fence is missing. */
  closed: boolean;
}

/** A header longer than this is not looked for (UTF-16 code units). */
export const LONGEST_HEADER = 128 * 1024;

const OPENING = /^(?:---[ \t]*(json|yaml|toml)?|(\+\+\+))[ \t]*(?:\n|$)/;
const FIRST_LINE: Record<FrontMatterFormat, RegExp> = {
  yaml: /^(?:#|-[ \t]|["'\p{L}\p{N}_][^\n]*:(?:[ \t\n]|$))/u,
  toml: /^(?:#|\[|["'\w.-]+[ \t]*=)/,
  json: /^[ \t]*["{}]/,
};

/** The header at the start of a text, of which the first `LONGEST_HEADER` units are enough. */
export function findHeader(start: string): Header | null {
  if (start.startsWith("{")) return findBareJson(start);
  const opening = OPENING.exec(start);
  if (!opening) return null;
  const format: FrontMatterFormat = opening[2] ? "toml" : ((opening[1] as FrontMatterFormat | undefined) ?? "yaml");
  const from = opening[0].length;
  const fence = opening[2] ? /^\+\+\+[ \t]*$/gm : format === "yaml" ? /^(?:---|\.\.\.)[ \t]*$/gm : /^---[ \t]*$/gm;
  fence.lastIndex = from;
  const end = from <= start.length && start[from - 1] === "\n" ? fence.exec(start) : null;
  if (end) return { format, inner: { from, to: end.index }, to: end.index + end[0].length, closed: true };
  return unclosed(start, from, format);
}

/** Without an end fence, the header is what looks like one, up to the first empty line. */
function unclosed(start: string, from: number, format: FrontMatterFormat): Header | null {
  const rest = start.slice(from);
  if (rest.trim() !== "" && !FIRST_LINE[format].test(rest)) return null;
  const gap = /^[ \t]*$/m.exec(rest);
  const to = from + (gap ? gap.index : rest.length);
  const end = Math.max(from, start[to - 1] === "\n" ? to - 1 : to);
  return { format, inner: { from, to: end }, to: end, closed: false };
}

/** JSON without fences: one object at the very start, as Hugo reads it. */
function findBareJson(start: string): Header | null {
  if (!/^\{\s*(?:["}]|$)/.test(start)) return null;
  let depth = 0;
  for (let at = 0; at < start.length; at++) {
    const c = start[at];
    if (c === '"') {
      at += 1;
      while (at < start.length && start[at] !== '"' && start[at] !== "\n") at += start[at] === "\\" ? 2 : 1;
    } else if (c === "{" || c === "[") depth += 1;
    else if (c === "}" || c === "]") {
      depth -= 1;
      if (depth === 0) return { format: "json", inner: { from: 0, to: at + 1 }, to: at + 1, closed: true };
    }
  }
  const gap = /\n[ \t]*(?=\n|$)/.exec(start);
  const to = gap ? gap.index : start.length;
  return { format: "json", inner: { from: 0, to }, to, closed: false };
}

// Owns where the front matter of a text begins and ends, for colouring and folding while it is being typed.
//
// What a header means is the engine's business; about its extent this agrees with crates/core/src/front_matter/split.rs.

import type { FrontMatterFormat } from "../wire";

/** The extent of a front matter, in UTF-16 code units. */
export interface Header {
  format: FrontMatterFormat;
  /** Where the opening fence begins; only blank lines come before it. */
  from: number;
  /** Between the fences; for JSON without fences, all of it. */
  inner: { from: number; to: number };
  /** Where the header ends, without the last line break. */
  to: number;
  /** False while the end fence is missing. */
  closed: boolean;
}

/** A header longer than this is not looked for (UTF-16 code units). */
export const LONGEST_HEADER = 128 * 1024;

/** So much of a text tells whether it may have a header (UTF-16 code units). */
export const GLANCE = 200;
/** How such a text begins. */
export const LIKELY = /^(?:[ \t]*\n)*(?:---|\+\+\+|\{)/;

const FENCES: Record<string, { format: FrontMatterFormat; end: RegExp }> = {
  "---": { format: "yaml", end: /^(?:---|\.\.\.)[ \t]*$/gm },
  "---yaml": { format: "yaml", end: /^(?:---|\.\.\.)[ \t]*$/gm },
  "---json": { format: "json", end: /^---[ \t]*$/gm },
  "---toml": { format: "toml", end: /^---[ \t]*$/gm },
  "+++": { format: "toml", end: /^\+\+\+[ \t]*$/gm },
};

/** Lines that go on with an entry, or are one, in each language. */
const CONTINUES = /^[ \t]+\S|^[#\]}"]/;
const ENTRY: Record<FrontMatterFormat, RegExp> = {
  yaml: /^[\p{Alphabetic}\p{N}_\-."']+[ \t]*:(?:[ \t]|$)|^-(?: |$)/u,
  toml: /^[\p{Alphabetic}\p{N}_\-."']+[ \t]*=|^\[/u,
  json: /^["{]/,
};

/** The header at the start of a text, of which the first `LONGEST_HEADER` units are enough. */
export function findHeader(start: string): Header | null {
  const from = LIKELY.exec(start)?.[0].replace(/(?:---|\+\+\+|\{)$/, "").length;
  if (from === undefined) return null;
  if (start[from] === "{") return findBareJson(start, from);
  const open = lineAt(start, from);
  const fence = FENCES[open.text.trimEnd()];
  if (!fence) return null;
  const { format, end } = fence;
  end.lastIndex = open.next;
  const close = end.exec(start);
  if (close) return { format, from, inner: { from: open.next, to: close.index }, to: close.index + close[0].length, closed: true };
  const to = guessEnd(start, open.next, format);
  return to === null ? null : { format, from, inner: { from: open.next, to }, to, closed: false };
}

function lineAt(text: string, from: number): { text: string; next: number } {
  const at = text.indexOf("\n", from);
  return at < 0 ? { text: text.slice(from), next: text.length } : { text: text.slice(from, at), next: at + 1 };
}

/** Without an end fence, the header is the lines that look like one; null where not even the first does. */
function guessEnd(text: string, from: number, format: FrontMatterFormat): number | null {
  let end: number | null = null;
  for (let at = from; at < text.length; ) {
    const line = lineAt(text, at);
    if (!CONTINUES.test(line.text) && !ENTRY[format].test(line.text)) break;
    end = at + line.text.length;
    at = line.next;
  }
  return end;
}

/** JSON without fences: one object at the very start, closed at the end of a line, as Hugo reads it. */
function findBareJson(text: string, from: number): Header | null {
  if (!/^\{\s*["}]/.test(text.slice(from, from + 1_000))) return null;
  let depth = 0;
  let inString = false;
  for (let at = from; at < text.length; at++) {
    const c = text[at];
    if (c === "\\" && inString) at += 1;
    else if (c === '"') inString = !inString;
    else if (c === "{" && !inString) depth += 1;
    else if (c === "}" && !inString) {
      depth -= 1;
      if (depth > 0) continue;
      const to = at + 1;
      return lineAt(text, to).text.trim() === "" ? { format: "json", from, inner: { from, to }, to, closed: true } : null;
    }
  }
  const open = lineAt(text, from);
  const to = guessEnd(text, open.next, "json") ?? from + open.text.length;
  return { format: "json", from, inner: { from, to }, to, closed: false };
}

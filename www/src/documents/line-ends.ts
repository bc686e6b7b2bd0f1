// Owns line ends as data: which ones a text has, which one dominates, and putting them back.

export type LineEnd = "\n" | "\r\n" | "\r";

export interface LineEnds {
  /** The most common one; a line feed for a text without any. */
  dominant: LineEnd;
  /** True when the text has more than one kind. */
  mixed: boolean;
  /** Where a line ends otherwise: offsets of the break in the text whose breaks all count as one unit. */
  exceptions: { at: number; end: LineEnd }[];
}

const BREAK = /\r\n?|\n/g;

/** What a person calls it. */
export function nameOf(end: LineEnd): "LF" | "CRLF" | "CR" {
  return end === "\n" ? "LF" : end === "\r\n" ? "CRLF" : "CR";
}

/** The line ends of a text as it is in a file. */
export function findLineEnds(original: string): LineEnds {
  if (!original.includes("\r")) return { dominant: "\n", mixed: false, exceptions: [] };
  const all: { at: number; end: LineEnd }[] = [];
  const count = { "\n": 0, "\r\n": 0, "\r": 0 };
  let extra = 0;
  for (const found of original.matchAll(BREAK)) {
    const end = found[0] as LineEnd;
    count[end] += 1;
    all.push({ at: found.index - extra, end });
    extra += end.length - 1;
  }
  let dominant: LineEnd = "\n";
  for (const end of ["\r\n", "\r"] as const) if (count[end] > count[dominant]) dominant = end;
  const exceptions = all.filter(({ end }) => end !== dominant);
  return { dominant, mixed: exceptions.length > 0, exceptions };
}

/** The text with every line break as a line feed. */
export function normalise(original: string): string {
  return original.includes("\r") ? original.replace(BREAK, "\n") : original;
}

/**
 * The text of a file again: line feeds become `dominant`, save at the exceptions, which are in text order.
 *
 * A carriage return right before a line feed would be read back as one line end; where an edit has brought two such
 * together, the carriage returns are written as line feeds.
 */
export function restore(text: string, dominant: LineEnd, exceptions: { at: number; end: LineEnd }[]): string {
  if (exceptions.length === 0) return dominant === "\n" ? text : text.replaceAll("\n", dominant);
  let out = "";
  let from = 0;
  let next = 0;
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) {
    while (next < exceptions.length && (exceptions[next]?.at ?? 0) < at) next += 1;
    const found = exceptions[next];
    const end = found?.at === at ? found.end : dominant;
    // The empty line between this break and the one before holds nothing apart: "\r" + "\n" is one break.
    if (end === "\n" && from === at && out.endsWith("\r")) out = out.replace(/\r+$/, (run) => "\n".repeat(run.length));
    out += text.slice(from, at) + end;
    from = at + 1;
  }
  return out + text.slice(from);
}

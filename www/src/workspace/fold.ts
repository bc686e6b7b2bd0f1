// Owns how texts are made alike for a search: lower case, without accents, plain quotes and hyphens, every blank a space.
// A folded text is as long as the text itself, so that a place in one is the place in the other.

const cache = new Map<string, string>();
const SAME: Record<string, string> = { "’": "'", "‘": "'", "“": '"', "”": '"', "„": '"', "–": "-", "—": "-", "\u2011": "-", "\u00a0": " ", "\u202f": " ", "\u3000": " ", "ς": "σ", "ø": "o", "ł": "l", "đ": "d" };

/** One UTF-16 unit that is no ASCII, in lower case already. */
function foldUnit(unit: string): string {
  let folded = cache.get(unit);
  if (folded === undefined) {
    const base = unit.normalize("NFD").replace(/\p{M}+/gu, "").toLowerCase();
    const plain = SAME[unit] ?? (base.length === 1 ? base : unit);
    folded = SAME[plain] ?? plain;
    cache.set(unit, folded);
  }
  return folded;
}

/** The text for comparison; as long as the text. */
export function fold(text: string): string {
  // The one letter whose lower case is longer.
  const lower = (text.includes("\u0130") ? text.replaceAll("\u0130", "i") : text).toLowerCase();
  const plain = /[^\u0000-\u007f]/.test(lower) ? lower.replace(/[\u0080-\ud7ff\uf900-\uffef]/g, foldUnit) : lower;
  return plain.replace(/[\n\t\r]/g, " ");
}

/** A text as it is kept: line breaks as \n, letters with their accents in one. */
export function plainText(text: string): string {
  const lines = text.includes("\r") ? text.replace(/\r\n?/g, "\n") : text;
  return /[\u0300-\u036f]/.test(lines) ? lines.normalize("NFC") : lines;
}

/** The words of a query: single ones, and "phrases" in quotes. All folded, none twice, the longest first. */
export function termsOf(query: string): string[] {
  const terms = new Set<string>();
  for (const [, phrase, word] of plainText(query).matchAll(/["“”„]([^"“”]*)["“”]?|([^\s"“”„]+)/g)) {
    const term = fold(phrase ?? word ?? "").replace(/ +/g, " ").trim();
    if (term !== "") terms.add(term);
  }
  return [...terms].sort((a, b) => b.length - a.length).slice(0, 16);
}

/** The beginning of a post that says all about it: the header, and the first of its body. */
const BODY = 2_048;
/** A header that has not ended by then is none. */
const LONGEST_HEADER = 64 * 1024;

/** Where the body begins, roughly: after the header's closing line. The engine knows exactly; a list need not. */
export function bodyStart(text: string): number {
  const first = /^(?:---|\+\+\+|;;;)[^\n]*\n/.exec(text)?.[0];
  if (first === undefined) {
    if (!/^\{\s*["}]/.test(text)) return 0;
    const end = /^\}[ \t]*(?:\n|$)/m.exec(text.slice(0, LONGEST_HEADER));
    return end ? end.index + end[0].length : 0;
  }
  const fence = first.slice(0, 3);
  const end = text.slice(0, LONGEST_HEADER).indexOf(`\n${fence}`, first.length - 1);
  if (end < 0) return 0;
  const line = text.indexOf("\n", end + 1);
  return line < 0 ? text.length : line + 1;
}

/** The post up to the first of its body, never cut within a letter. */
export function headOf(text: string, body = bodyStart(text)): string {
  let end = Math.min(text.length, body + BODY);
  if (/[\ud800-\udbff]/.test(text.charAt(end - 1))) end -= 1;
  return text.slice(0, end);
}

/** Words between blanks; in scripts without blanks, letters. */
export function countWords(text: string, from: number): number {
  let count = 0;
  let inside = false;
  for (let at = from; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code <= 0x20 || code === 0xa0 || code === 0x3000) inside = false;
    else if (code >= 0x3040 && code <= 0x9fff) {
      count += 1;
      inside = false;
    } else if (!inside) {
      // A heading's or list's mark is no word.
      inside = (code >= 0x30 && code <= 0x39) || (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a) || code > 0xbf;
      if (inside) count += 1;
    }
  }
  return count;
}

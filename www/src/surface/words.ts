// Owns counting words and characters of a selection as a person would.

// The scripts that write without spaces; each of their characters counts as one word, as in the engine's statistics.
const WORD = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]|[\p{L}\p{N}\p{M}]+(?:['’.-][\p{L}\p{N}\p{M}]+)*/gu;

/** A selection longer than this is counted only up to here (UTF-16 code units). */
const LONGEST = 2_000_000;

/** Words in a piece of text. */
export function countWords(text: string): number {
  let count = 0;
  for (const _ of text.slice(0, LONGEST).matchAll(WORD)) count += 1;
  return count;
}

const graphemes = new Intl.Segmenter(undefined, { granularity: "grapheme" });

/** Characters as a person counts them. Past 2,000 code units the rest is taken as it is: nobody counts that far. */
export function countCharacters(text: string): number {
  const part = text.slice(0, 2_000);
  let count = text.length - part.length;
  if (/^[\x20-\x7e\t]*$/.test(part)) return count + part.length;
  for (const _ of graphemes.segment(part)) count += 1;
  return count;
}

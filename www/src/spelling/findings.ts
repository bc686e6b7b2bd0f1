// Owns how misspelled words become findings like those of the linter, with fixes.

import type { Diagnostic, Fix } from "../wire";

/** A word: its text for the dictionary, and where it is. */
export interface Place {
  word: string;
  from: number;
  to: number;
}

/** Those words of a text that pass a test; `words` has start and end of each in turn. */
export function placesOf(text: string, words: readonly number[], test: (word: string) => boolean): Place[] {
  const found: Place[] = [];
  for (let at = 0; at + 1 < words.length; at += 2) {
    const from = words[at] ?? 0;
    const to = words[at + 1] ?? 0;
    const word = plain(text.slice(from, to));
    if (test(word)) found.push({ word, from, to });
  }
  return found;
}

/** How many characters two texts have in common at their start, or at their end. */
function common(a: string, b: string, side: "start" | "end", most: number): number {
  const piece = (text: string, from: number, to: number): string => (side === "start" ? text.slice(from, to) : text.slice(text.length - to, text.length - from));
  let same = 0;
  // In large steps first: comparing pieces is much faster than comparing characters.
  for (let step = 4_096; step >= 1; step = step === 1 ? 0 : step / 8) {
    while (same + step <= most && piece(a, same, same + step) === piece(b, same, same + step)) same += step;
  }
  return same;
}

/** Whether a word could go on with this. */
const goesOn = (character: string): boolean => /[\p{L}\p{N}\p{M}'’-]/u.test(character);

/** Where places of a text are after a change; those that it touches are gone. */
export function carried(places: readonly Place[], before: string, after: string): Place[] {
  const shorter = Math.min(before.length, after.length);
  const start = common(before, after, "start", shorter);
  const end = before.length - common(before, after, "end", shorter - start);
  const shift = after.length - before.length;
  return places.flatMap((place) => {
    const [from, to] = [place.from + shift, place.to + shift];
    if (place.to < start || (place.to === start && !goesOn(after.charAt(place.to)))) return place;
    return place.from > end || (place.from === end && !goesOn(after.charAt(from - 1))) ? { ...place, from, to } : [];
  });
}

/** As dictionaries have it: accents as one character with their letter, nothing that is not seen. */
function plain(word: string): string {
  return /^[\x20-\x7e]*$/.test(word) ? word : word.normalize("NFC").replace(/[\u00ad\u200b-\u200d]/g, "");
}

/** As the writer's own words are kept: also with the one apostrophe that every keyboard has. */
const kept = (word: string): string => plain(word).replace(/[’ʼ]/g, "'");

function fixesOf({ word, from, to }: Place, proposals: readonly string[]): Fix[] {
  const changes = proposals.map((text) => ({ title: `Change to “${text}”`, safe: false, edits: [{ range: { from, to }, text }], word: null }));
  return [...changes, { title: `Add “${word}” to your words`, safe: false, edits: [], word: kept(word) }];
}

/** Findings in text order. `proposals` are what may have been meant, as far as that is known. */
export function findingsOf(text: string, wrong: readonly Place[], proposals: ReadonlyMap<string, readonly string[]>, language: string): Diagnostic[] {
  let line = 1;
  let counted = 0;
  return wrong.map((place) => {
    const { word, from, to } = place;
    for (let at = text.indexOf("\n", counted); at >= 0 && at < from; at = text.indexOf("\n", counted)) {
      line += 1;
      counted = at + 1;
    }
    const message = `“${word}” is not in the dictionary for ${language}.`;
    return { rule: "spelling", group: "text", severity: "info", range: { from, to }, line, message, fixes: fixesOf(place, proposals.get(word) ?? []) };
  });
}

/** Both lists as one, in text order. */
export function merged(lint: readonly Diagnostic[], spelling: readonly Diagnostic[]): Diagnostic[] {
  return spelling.length === 0 ? [...lint] : [...lint, ...spelling].sort((a, b) => a.range.from - b.range.from);
}

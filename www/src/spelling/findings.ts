// Owns how misspelled words become findings like those of the linter, with fixes.

import type { Diagnostic, Fix } from "../wire";

/** The words of a revision: their text for the dictionary, and where they are. */
export interface Place {
  word: string;
  from: number;
  to: number;
}

/** The words of a text; `places` has start and end of each in turn. */
export function placesOf(text: string, places: readonly number[]): Place[] {
  const found: Place[] = [];
  for (let at = 0; at + 1 < places.length; at += 2) {
    const [from = 0, to = 0] = [places[at], places[at + 1]];
    found.push({ word: plain(text.slice(from, to)), from, to });
  }
  return found;
}

/** As dictionaries have it: accents as one character with their letter, nothing that is not seen. */
export function plain(word: string): string {
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
    return { rule: "spelling", severity: "info", range: { from, to }, line, message, fixes: fixesOf(place, proposals.get(word) ?? []) };
  });
}

/** Both lists as one, in text order. */
export function merged(lint: readonly Diagnostic[], spelling: readonly Diagnostic[]): Diagnostic[] {
  return spelling.length === 0 ? [...lint] : [...lint, ...spelling].sort((a, b) => a.range.from - b.range.from);
}

// Owns the texts of all posts, in memory, and the answers to a search over them. Knows nothing of files or workers.

import { bodyStart, fold, termsOf } from "./fold";
import type { Snippet } from "./types";

/** So many characters of texts are kept; at twice two bytes each, 256 MB at the very most, half of it for Latin letters. */
export const MOST_CHARACTERS = 64 << 20;
/** So many of one post. */
export const LONGEST_POST = 2 << 20;
/** No word is counted more often than this in one post. */
const MOST_COUNTED = 1_000;
const MOST_SNIPPETS = 3;
/** Characters around what was found. */
const AROUND = 60;

interface Book {
  text: string;
  folded: string;
  body: number;
  title: string;
  tags: string[];
  /** The path, folded; finds files by their names. */
  path: string;
  instant: number;
}

/** A post in which every word was found. */
export interface Hit {
  path: string;
  score: number;
  /** How often, in the body. */
  count: number;
}

export interface Label {
  path: string;
  title: string;
  tags: string[];
  /** Unix seconds; among equals, the newer post comes first. */
  instant: number | null;
}

export interface Library {
  /** Takes or replaces a text. False when there is no room for it: its label is searched all the same. */
  add(path: string, text: string): boolean;
  label(label: Label): void;
  forget(path: string): void;
  rename(from: string, to: string): void;
  clear(): void;
  search(query: string): Hit[];
  snippets(query: string, path: string): Snippet[];
  /** Characters kept, and posts whose text is not, or not wholly. */
  size(): { characters: number; left: number };
}

export function createLibrary(most = MOST_CHARACTERS): Library {
  const books = new Map<string, Book>();
  const left = new Set<string>();
  let characters = 0;

  const bookAt = (path: string): Book => {
    const book = books.get(path) ?? { text: "", folded: "", body: 0, title: "", tags: [], path: fold(path), instant: -Infinity };
    books.set(path, book);
    return book;
  };

  /** What a word is worth in a post; 0 when it is not there. Adds to `counts` how often it is in the body. */
  const worth = (book: Book, term: string, counts: { body: number }): number => {
    let score = 0;
    const inTitle = book.title.indexOf(term);
    if (inTitle >= 0) score += book.title === term ? 2_000 : startsWord(book.title, inTitle) ? 1_000 : 600;
    const tag = book.tags.find((each) => each.includes(term));
    if (tag !== undefined) score += tag === term || book.tags.includes(term) ? 300 : 150;
    let count = 0;
    for (let at = book.folded.indexOf(term, book.body); at >= 0 && count < MOST_COUNTED; at = book.folded.indexOf(term, at + term.length)) count += 1;
    counts.body += count;
    if (count > 0) score += 20 + Math.min(60, Math.log2(count) * 10);
    if (book.path.includes(term)) score += 30;
    // Only where it is nowhere else: the header repeats the title and the tags.
    if (score === 0 && book.body > 0) {
      const inHeader = book.folded.indexOf(term);
      if (inHeader >= 0 && inHeader < book.body) score = 10;
    }
    return score;
  };

  return {
    add(path, text) {
      const book = bookAt(path);
      characters -= book.text.length;
      left.delete(path);
      const room = Math.min(LONGEST_POST, most - characters);
      const fits = text.length <= room;
      if (!fits) left.add(path);
      // A post that is too long is searched in its first part; one for which there is no room, not at all.
      const kept = fits ? text : room === LONGEST_POST ? text.slice(0, LONGEST_POST) : "";
      const folded = fold(kept);
      book.text = kept;
      book.folded = folded === kept ? kept : folded;
      book.body = bodyStart(kept);
      characters += kept.length;
      return fits;
    },
    label({ path, title, tags, instant }) {
      const book = bookAt(path);
      book.title = fold(title);
      book.tags = tags.map(fold);
      book.instant = instant ?? -Infinity;
    },
    forget(path) {
      characters -= books.get(path)?.text.length ?? 0;
      books.delete(path);
      left.delete(path);
    },
    rename(from, to) {
      const book = books.get(from);
      if (!book || from === to) return;
      this.forget(to);
      books.delete(from);
      books.set(to, { ...book, path: fold(to) });
      if (left.delete(from)) left.add(to);
    },
    clear() {
      books.clear();
      left.clear();
      characters = 0;
    },
    search(query) {
      const terms = termsOf(query);
      if (terms.length === 0) return [];
      const hits: (Hit & { instant: number })[] = [];
      for (const [path, book] of books) {
        const counts = { body: 0 };
        let score = 0;
        for (const term of terms) {
          const found = worth(book, term, counts);
          if (found === 0) {
            score = 0;
            break;
          }
          score += found;
        }
        if (score > 0) hits.push({ path, score, count: counts.body, instant: book.instant });
      }
      hits.sort((a, b) => b.score - a.score || (b.instant === a.instant ? 0 : b.instant - a.instant) || (a.path < b.path ? -1 : 1));
      return hits.map(({ path, score, count }) => ({ path, score, count }));
    },
    snippets(query, path) {
      const book = books.get(path);
      return book ? snippetsOf(book, termsOf(query)) : [];
    },
    size: () => ({ characters, left: left.size }),
  };
}

const isLetter = (unit: string): boolean => /[\p{L}\p{N}]/u.test(unit);
const startsWord = (text: string, at: number): boolean => at === 0 || !isLetter(text.charAt(at - 1));

/** Places of the words in the body: for each word its first ones, in the order of the text, without overlaps. */
function placesIn(book: Book, terms: string[]): [number, number][] {
  const places: [number, number][] = [];
  for (const term of terms) {
    let count = 0;
    for (let at = book.folded.indexOf(term, book.body); at >= 0 && count < 8; at = book.folded.indexOf(term, at + term.length)) {
      places.push([at, at + term.length]);
      count += 1;
    }
  }
  places.sort((a, b) => a[0] - b[0]);
  return places.filter(([from], at) => at === 0 || from >= (places[at - 1]?.[1] ?? 0));
}

function snippetsOf(book: Book, terms: string[]): Snippet[] {
  const places = placesIn(book, terms);
  const snippets: Snippet[] = [];
  let covered = -1;
  for (const [first] of places) {
    if (snippets.length === MOST_SNIPPETS) break;
    if (first < covered) continue;
    const start = wordStart(book.text, Math.max(book.body, first - AROUND), first);
    const last = places.filter(([from]) => from >= first && from < first + AROUND).at(-1)?.[1] ?? first;
    const end = wordEnd(book.text, Math.min(book.text.length, Math.max(last, first + AROUND) + AROUND / 2), last);
    covered = end;
    const inside = places.filter(([from, to]) => from >= start && to <= end).map(([from, to]): [number, number] => [from - start, to - start]);
    snippets.push({ text: book.text.slice(start, end).replace(/[\n\t]/g, " "), ranges: inside });
  }
  return snippets;
}

/** The beginning of the word at `at`, or of the next one; not after `before`. */
function wordStart(text: string, at: number, before: number): number {
  let start = at;
  while (start > 0 && start < before && !/\s/.test(text.charAt(start - 1))) start += 1;
  // A text without blanks is cut between letters, never within one.
  return start === before ? (/[\udc00-\udfff]/.test(text.charAt(at)) ? at + 1 : at) : start;
}

function wordEnd(text: string, at: number, after: number): number {
  let end = at;
  while (end > after && end < text.length && !/\s/.test(text.charAt(end))) end -= 1;
  if (end === after && at > after) end = at;
  return /[\ud800-\udbff]/.test(text.charAt(end - 1)) ? end - 1 : end;
}

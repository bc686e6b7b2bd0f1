// Owns spell checking of the open post: which dictionary, which words are known by now, and the findings of a revision.
//
// A word is checked once and remembered, so that a key press costs a look at a table. Findings come at once as far as
// the words are known; the rest, and what may have been meant, follow when the worker has answered. In a long text the
// words are looked at when nothing is being typed; until then its findings move along with the text.

import type { Analysed, Diagnostic } from "../wire";
import { choose, nameOf } from "./dictionaries";
import { carried, findingsOf, merged, placesOf, type Place } from "./findings";
import type { Speller } from "./speller";

/** How it goes, for the person. `language` is what the words are checked as; of a missing one the tag in the post. */
export interface State {
  state: "loading" | "ready" | "foreign" | "missing" | "failed";
  language: string;
}

export interface CheckingParts {
  load(dictionary: string, lost: () => void): Promise<Speller>;
  /** The writer's own words. */
  personal(): string[];
  /** What the browser is set to, best first. */
  languages: readonly string[];
  /** Offset of the cursor. */
  cursor(): number;
  /** The text is to be analysed again, with its words. */
  analyse(): void;
  /** There is more to show of a revision that was analysed. */
  show(revision: number, list: Diagnostic[]): void;
  state(state: State): void;
}

export interface Checking {
  /** Whether an analysis of a text of this length is to say where its words are. */
  wants(length: number): boolean;
  /** Hears of an analysis and its text; gives its findings together with those of spelling. */
  analysed(result: Pick<Analysed, "rev" | "lang" | "diagnostics" | "words">, text: string): Diagnostic[];
  /** The writer's own words are others than before. */
  personalChanged(): void;
  end(): void;
}

interface Revision {
  rev: number;
  text: string;
  lint: Diagnostic[];
  /** Start and end of each word in turn. */
  words: readonly number[];
  /** Whether these are all words, or only those that were wrong before. */
  whole: boolean;
  /** The misspelled ones, once all are known. */
  wrong: Place[] | null;
}

/** So many findings are shown; a post with more has another fault. */
const MOST = 500;
/** For so many different words it is worked out what may have been meant. */
const MOST_PROPOSALS = 200;
/** A text of so many words, of which so large a part is unknown, is in another language than is thought. */
const [ENOUGH, TOO_MUCH] = [30, 0.5];
/** From this length on (UTF-16 code units) a text waits until nothing has come for so long (ms). */
const [LONG, QUIET] = [150_000, 700];
/** A word at the cursor is still being typed; it is judged when nothing has come for so long (ms). */
const PATIENCE = 1_000;
/** What may have been meant is shown as soon as all of it is there, or after so long each time (ms). */
const STEP = 500;

export function createChecking(parts: CheckingParts): Checking {
  let dictionary: string | null = null;
  let speller: Speller | null = null;
  /** Counts dictionaries, so that what comes late for one that is gone is known. */
  let turn = 0;
  let latest: Revision | null = null;
  let told = "";
  /** Whether a word is right, as far as it was asked. */
  const known = new Map<string, boolean>();
  const asked = new Set<string>();
  const proposals = new Map<string, string[]>();
  let proposing = false;
  /** A word that ends here is still being typed. */
  let typed: number | null = null;
  let pause: ReturnType<typeof setTimeout> | undefined;
  let quiet = false;
  let quietSoon: ReturnType<typeof setTimeout> | undefined;

  const tell = (state: State["state"], language: string): void => {
    const key = `${state} ${language}`;
    if (key !== told) parts.state({ state, language });
    told = key;
  };

  const forget = (): void => {
    turn += 1;
    speller?.end();
    speller = null;
    known.clear();
    asked.clear();
    proposals.clear();
  };

  const use = (next: string): void => {
    forget();
    dictionary = next;
    const mine = turn;
    tell("loading", nameOf(next));
    const failed = (): void => {
      if (mine !== turn) return;
      forget();
      show();
      tell("failed", nameOf(next));
    };
    parts.load(next, failed).then((loaded) => {
      if (mine !== turn) return loaded.end();
      speller = loaded;
      tell("ready", nameOf(next));
      show();
    }, failed);
  };

  /** What is wrong in a revision, and asks for what is not known yet. */
  const wrongIn = (revision: Revision): Place[] => {
    if (revision.wrong) return revision.wrong;
    const unknown = new Set<string>();
    const wrong = placesOf(revision.text, revision.words, (word) => {
      const right = known.get(word);
      if (right === undefined) unknown.add(word);
      return right === false;
    });
    const fresh = [...unknown].filter((word) => !asked.has(word));
    if (fresh.length > 0) void check(fresh);
    if (unknown.size > 0) return wrong;
    revision.wrong = wrong;
    if (revision.whole && dictionary !== null) {
      const count = revision.words.length / 2;
      const foreign = count >= ENOUGH && wrong.length > count * TOO_MUCH;
      if (foreign) revision.wrong = [];
      tell(foreign ? "foreign" : "ready", nameOf(dictionary));
    }
    return revision.wrong;
  };

  const findings = (): Diagnostic[] => {
    if (!latest) return [];
    if (!speller || dictionary === null) return latest.lint;
    const all = wrongIn(latest);
    const wrong = all.filter(({ to }) => to !== typed);
    if (wrong.length < all.length) {
      clearTimeout(pause);
      pause = setTimeout(() => {
        typed = null;
        show();
      }, PATIENCE);
    }
    const shown = wrong.slice(0, MOST);
    void propose(shown);
    return merged(latest.lint, findingsOf(latest.text, shown, proposals, nameOf(dictionary)));
  };

  const show = (): void => {
    if (latest) parts.show(latest.rev, findings());
  };

  const check = async (words: string[]): Promise<void> => {
    const mine = turn;
    for (const word of words) asked.add(word);
    const found = await speller?.check(words, parts.personal());
    if (mine !== turn || !found) return;
    const wrong = new Set(found);
    for (const word of words) {
      known.set(word, !wrong.has(word));
      asked.delete(word);
    }
    if (latest) latest.wrong = null;
    show();
  };

  /** Finds out what may have been meant, for the words next to the cursor first. */
  const propose = async (wrong: readonly Place[]): Promise<void> => {
    if (proposing) return;
    proposing = true;
    const mine = turn;
    const cursor = parts.cursor();
    const words = new Set([...wrong].sort((a, b) => Math.abs(a.from - cursor) - Math.abs(b.from - cursor)).map(({ word }) => word));
    const open = [...words].filter((word) => !proposals.has(word)).slice(0, Math.max(0, MOST_PROPOSALS - proposals.size));
    let shown = performance.now();
    for (const word of open) {
      const found = await speller?.suggest(word);
      if (mine !== turn || !found) break;
      proposals.set(word, found);
      if (performance.now() - shown > STEP) {
        shown = performance.now();
        show();
      }
    }
    proposing = false;
    // Shows what has come, and goes on with what has been found wrong meanwhile.
    if (open.length > 0) show();
  };

  /** A revision whose words were not asked for: those of the one before that are still there. */
  const goesOn = (text: string): Pick<Revision, "words" | "whole"> => {
    if (!latest) return { words: [], whole: false };
    if (latest.text === text) return latest;
    const left = dictionary === null ? [] : carried(wrongIn(latest), latest.text, text);
    return { words: left.flatMap(({ from, to }) => [from, to]), whole: false };
  };

  return {
    wants: (length) => length < LONG || quiet,
    analysed({ rev, lang, diagnostics, words }, text) {
      latest = { rev, text, lint: diagnostics, wrong: null, ...(words ? { words, whole: true } : goesOn(text)) };
      quiet = false;
      clearTimeout(quietSoon);
      if (!latest.whole) {
        quietSoon = setTimeout(() => {
          quiet = true;
          parts.analyse();
        }, QUIET);
      }
      const wanted = choose(lang, parts.languages);
      if (wanted === null) {
        if (dictionary !== null) forget();
        dictionary = null;
        tell("missing", lang ?? "");
      } else if (wanted !== dictionary) use(wanted);
      clearTimeout(pause);
      typed = parts.cursor();
      return findings();
    },
    personalChanged() {
      const words = [...known.keys()];
      if (words.length > 0) void check(words);
    },
    end() {
      clearTimeout(pause);
      clearTimeout(quietSoon);
      forget();
      latest = null;
    },
  };
}

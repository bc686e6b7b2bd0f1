// Owns whether spelling is checked, the writer's own words, and what a person is told of both. All else is in ../spelling,
// which is loaded, with a dictionary, only once it is switched on.

import type { Checking, State } from "../spelling/checking";
import type { Analysed, Diagnostic, Event, Notice, SpellingAsk } from "../wire";
import type { SettingsStore } from "./settings";

export interface SpellingOptions {
  settings: Pick<SettingsStore, "get" | "set">;
  /** Shows findings of a revision in the place of those that were shown for it. */
  show(revision: number, list: Diagnostic[]): void;
  /** The text is to be analysed again, for its words or without them. */
  analyse(): void;
  cursor(): number;
  /** What the browser is set to, best first. */
  languages: readonly string[];
  /** The browser's own spell checking is to be on or off. */
  browser(on: boolean): void;
  /** Address of the worker's script. */
  workerUrl(): string;
  tell(event: Event): void;
  notice(notice: Notice): void;
  resolved(id: string): void;
  toast(message: string): void;
}

export interface Spelling {
  /** Whether an analysis of a text of this length is to say where its words are. */
  wants(length: number): boolean;
  /** Hears of an analysis and its text; gives its findings, with those of spelling when it is on. */
  analysed(result: Analysed, text: string): Diagnostic[];
  ask(ask: SpellingAsk): void;
}

const ID = "spelling";
const OFF = { label: "Switch off", command: { type: "spelling", ask: { ask: "check", on: false } } } as const;
const AGAIN = { label: "Try again", command: { type: "spelling", ask: { ask: "check", on: true } } } as const;

export function createSpelling(options: SpellingOptions): Spelling {
  const { settings, tell } = options;
  let checking: Checking | null = null;
  let language: string | null = null;
  /** Counts how often it was switched, so that what is loaded for nothing is not used. */
  let turn = 0;

  const tellApp = (): void => {
    const { spelling, words } = settings.get();
    tell({ type: "spelling", on: spelling, language, words });
  };

  const heard = async ({ state, language: named }: State): Promise<void> => {
    language = state === "missing" || state === "failed" ? null : named;
    options.browser(state !== "ready");
    tellApp();
    const say = (kind: Notice["kind"], message: string, ...actions: Notice["actions"]): void => options.notice({ id: ID, kind, message, actions: [...actions, OFF] });
    if (state === "failed") say("warning", `The dictionary for ${named} could not be loaded, so spelling is not checked. Check the connection.`, AGAIN);
    else if (state === "foreign") say("info", `Most words of this post are not in the dictionary for ${named}. If it is in another language, say so in the front matter, for instance with lang: fr.`);
    else if (state === "missing") {
      const { allNames } = await import("../spelling/dictionaries");
      if (checking) say("info", `There is no dictionary for “${named}”, the language of this post, so its spelling is not checked. Those that there are: ${allNames()}.`);
    } else options.resolved(ID);
  };

  const start = async (): Promise<void> => {
    turn += 1;
    const mine = turn;
    try {
      const [{ createChecking }, { loadSpeller }] = await Promise.all([import("../spelling/checking"), import("../spelling/speller")]);
      if (mine !== turn) return;
      checking = createChecking({
        load: (id, lost) => loadSpeller(id, options.workerUrl, lost),
        personal: () => settings.get().words,
        languages: options.languages,
        cursor: options.cursor,
        analyse: options.analyse,
        show: options.show,
        state: (state) => mine === turn && void heard(state),
      });
      options.analyse();
    } catch {
      if (mine === turn) options.notice({ id: ID, kind: "warning", message: "Spell checking could not be loaded. Check the connection.", actions: [AGAIN, OFF] });
    }
  };

  const stop = (): void => {
    turn += 1;
    checking?.end();
    checking = null;
    language = null;
    options.browser(true);
    options.resolved(ID);
  };

  const setWords = (words: readonly string[]): void => {
    settings.set({ words: [...new Set(words)].sort(new Intl.Collator().compare) });
    tellApp();
    checking?.personalChanged();
  };

  tellApp();
  if (settings.get().spelling) void start();

  return {
    wants: (length) => checking?.wants(length) ?? false,
    analysed: (result, text) => (checking ? checking.analysed(result, text) : result.diagnostics),
    ask(ask) {
      switch (ask.ask) {
        case "check":
          stop();
          settings.set({ spelling: ask.on });
          tellApp();
          if (ask.on) void start();
          else options.analyse();
          return;
        case "add":
          setWords([...settings.get().words, ask.word]);
          return options.toast(`“${ask.word}” is one of your words now.`);
        case "remove":
          return setWords(settings.get().words.filter((word) => word !== ask.word));
      }
    },
  };
}

// Owns what a person chose about the linter's rules, the pages that say what each rule is for, and which findings wait
// until what is being typed is whole.

import type { FormChanges } from "./form-changes";
import type { Diagnostic, Event, LintAsk, RuleLevel, RulePage } from "../wire";
import type { SettingsStore } from "./settings";
import type { Notices } from "./notices";

export interface LintOptions {
  settings: Pick<SettingsStore, "get" | "set">;
  /** Where the pages of the rules are. */
  pages: string;
  /** What is chosen has changed. */
  changed(): void;
  change: FormChanges["ask"];
  /** Goes to the next problem, or the one before; first the text must be seen. */
  go(forward: boolean): void;
  showText(): void;
  tell(event: Event): void;
  notice: Notices["show"];
  resolved: Notices["remove"];
  toast(message: string): void;
}

export interface Lint {
  levels(): RuleLevel[];
  ask(ask: LintAsk): void;
  /** What is wrong with the configuration in files of the site. */
  problems(list: string[]): void;
  /** The findings without those that the next key may take away, with the cursor at this offset; `old`: it has gone on. */
  whole(list: Diagnostic[], cursor: number, old?: boolean): Diagnostic[];
  /** Whether the cursor has left a finding that was held back. */
  left(cursor: number): boolean;
}

/** Every word begins with a space at the end of a line, and every line without an end. */
const UNFINISHED: ReadonlySet<string> = new Set(["trailing-spaces", "double-space", "repeated-blank-lines", "missing-final-newline"]);

/** So many problems of a configuration are said at once. */
const SAID = 3;

/** So far a cursor may have gone on while the text was analysed (UTF-16 code units). */
const GONE_ON = 100;

export function createLint({ settings, pages, changed, change, go, showText, tell, notice, resolved, toast }: LintOptions): Lint {
  let read: Promise<RulePage[]> | null = null;
  /** The findings that are held back. */
  let held: Diagnostic[] = [];
  const touches = ({ range }: Diagnostic, cursor: number, slack = 0): boolean => range.from - slack <= cursor && cursor <= range.to + slack;

  const levels = (): RuleLevel[] => settings.get().rules;
  const tellLevels = (): void => tell({ type: "ruleLevels", levels: levels() });
  const choose = (rules: RuleLevel[]): void => {
    settings.set({ rules });
    tellLevels();
    changed();
  };
  const without = (rule: string): RuleLevel[] => levels().filter((level) => level.rule !== rule);

  const fetchPages = async (): Promise<RulePage[]> => {
    const answer = await fetch(pages);
    if (!answer.ok) throw new Error(answer.statusText);
    return (await answer.json()) as RulePage[];
  };
  const explain = async (rule: string): Promise<void> => {
    read ??= fetchPages();
    const page = await read.then(
      (list) => list.find(({ id }) => id === rule),
      () => {
        // The next try may be luckier.
        read = null;
        return null;
      },
    );
    if (page) tell({ type: "rulePage", page });
    else toast(page === null ? "The explanation could not be loaded. Check the connection." : "There is no explanation of this yet.");
  };

  tellLevels();
  return {
    levels,
    ask(ask) {
      switch (ask.ask) {
        case "set":
          return choose([...without(ask.level.rule), ask.level]);
        case "reset":
          return choose(ask.rule === null ? [] : without(ask.rule));
        case "disableHere":
          return change({ op: "disableRule", rule: ask.rule }, false);
        case "why":
          return void explain(ask.rule);
        case "close":
          return tell({ type: "rulePage", page: null });
        case "go":
          showText();
          return go(ask.forward);
      }
    },
    whole(list, cursor, old = false) {
      held = list.filter((finding) => UNFINISHED.has(finding.rule) && touches(finding, cursor, old ? GONE_ON : 0));
      return held.length === 0 ? list : list.filter((finding) => !held.includes(finding));
    },
    left: (cursor) => held.some((finding) => !touches(finding, cursor)),
    problems(list) {
      if (list.length === 0) return;
      const more = list.length > SAID ? ` There are ${list.length - SAID} more.` : "";
      resolved("lint-config");
      notice({ id: "lint-config", kind: "warning", message: list.slice(0, SAID).join(" ") + more, actions: [] });
    },
  };
}

// Owns the page's settings in the browser's storage, which may be missing, full or forbidden.

import type { Chosen } from "../documents/desk-face";
import type { RuleLevel, SetByHand, Theme, View } from "../wire";

export interface Settings {
  view: View;
  theme: Theme;
  /** Remote images are loaded in every post. */
  remoteAlways: boolean;
  /** Spelling is checked. */
  spelling: boolean;
  /** The writer's own words, in the order of the alphabet. */
  words: string[];
  /** The text's share of both panes, in per cent. */
  divider: number;
  /** Dialects chosen by hand, by file name, the latest last. */
  dialects: ByName<string>;
  /** Generators chosen by hand, likewise. */
  generators: ByName<string>;
  /** Settings of the rendering set by hand, likewise. */
  rendering: ByName<SetByHand[]>;
  /** What a person chose about the linter's rules. */
  rules: RuleLevel[];
}

type ByName<T> = [name: string, chosen: T][];

const KEY = "foreword.settings";
/** So many choices of each sort are remembered. */
const REMEMBERED = 200;
const VIEWS: readonly View[] = ["source", "both", "preview"];
const THEMES: readonly Theme[] = ["system", "light", "dark"];

function one<T>(value: unknown, allowed: readonly T[], otherwise: T): T {
  return allowed.find((each) => each === value) ?? otherwise;
}

function byName<T>(value: unknown, fits: (chosen: unknown) => chosen is T): ByName<T> {
  if (!Array.isArray(value)) return [];
  return value.filter((entry): entry is [string, T] => Array.isArray(entry) && typeof entry[0] === "string" && fits(entry[1]));
}

const isText = (value: unknown): value is string => typeof value === "string";
const SEVERITIES: readonly unknown[] = ["error", "warning", "info", null];
const isRule = (value: Partial<RuleLevel> | null): value is RuleLevel => isText(value?.rule) && SEVERITIES.includes(value.level);
const isSettings = (value: unknown): value is SetByHand[] => Array.isArray(value) && value.every((each: Partial<SetByHand> | null) => isText(each?.key) && isText(each.value));

/** Reads what is stored; anything unknown becomes its default. */
export function parseSettings(stored: string | null): Settings {
  let raw: Partial<Record<keyof Settings, unknown>> = {};
  try {
    const parsed: unknown = JSON.parse(stored ?? "{}");
    if (typeof parsed === "object" && parsed !== null) raw = parsed;
  } catch {
    // Damaged settings are no reason not to start.
  }
  const { divider } = raw;
  return {
    view: one(raw.view, VIEWS, "both"),
    theme: one(raw.theme, THEMES, "system"),
    remoteAlways: raw.remoteAlways === true,
    spelling: raw.spelling === true,
    words: Array.isArray(raw.words) ? raw.words.filter(isText) : [],
    divider: typeof divider === "number" && divider >= 20 && divider <= 80 ? divider : 50,
    dialects: byName(raw.dialects, isText),
    generators: byName(raw.generators, isText),
    rendering: byName(raw.rendering, isSettings),
    rules: Array.isArray(raw.rules) ? raw.rules.filter(isRule) : [],
  };
}

export interface SettingsStore {
  get(): Settings;
  set(change: Partial<Settings>): void;
  /** What was chosen by hand for a file of this name. */
  chosenFor(name: string | null): Chosen;
  /** Remembers it, as far as it is given. */
  remember(name: string | null, chosen: Partial<Chosen>): void;
}

export function createSettings(): SettingsStore {
  let stored: string | null = null;
  try {
    stored = localStorage.getItem(KEY);
  } catch {
    // Without storage, settings last as long as the page.
  }
  let settings = parseSettings(stored);
  const set = (change: Partial<Settings>): void => {
    settings = { ...settings, ...change };
    try {
      localStorage.setItem(KEY, JSON.stringify(settings));
    } catch {
      // As above.
    }
  };
  const find = <T>(list: ByName<T>, name: string | null): T | null => list.findLast(([of]) => of === name)?.[1] ?? null;
  const withChoice = <T>(list: ByName<T>, name: string, chosen: T | null | undefined): ByName<T> => {
    if (chosen === undefined) return list;
    const others = list.filter(([of]) => of !== name);
    return (chosen === null ? others : [...others, [name, chosen] as [string, T]]).slice(-REMEMBERED);
  };
  return {
    get: () => settings,
    set,
    chosenFor: (name) => ({ dialect: find(settings.dialects, name), generator: find(settings.generators, name), settings: find(settings.rendering, name) }),
    remember(name, chosen) {
      if (name === null) return;
      set({
        dialects: withChoice(settings.dialects, name, chosen.dialect),
        generators: withChoice(settings.generators, name, chosen.generator),
        rendering: withChoice(settings.rendering, name, chosen.settings),
      });
    },
  };
}

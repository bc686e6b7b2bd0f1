// Owns the page's settings in the browser's storage, which may be missing, full or forbidden.

import type { Theme, View } from "../wire";

export interface Settings {
  view: View;
  theme: Theme;
  /** Remote images are loaded in every post. */
  remoteAlways: boolean;
  /** The text's share of both panes, in per cent. */
  divider: number;
  /** Dialects chosen by hand, by file name, the latest last. */
  dialects: ByName;
  /** Generators chosen by hand, likewise. */
  generators: ByName;
}

type ByName = [name: string, id: string][];

const KEY = "foreword.settings";
/** So many choices of each sort are remembered. */
const REMEMBERED = 200;
const VIEWS: readonly View[] = ["source", "both", "preview"];
const THEMES: readonly Theme[] = ["system", "light", "dark"];

function one<T>(value: unknown, allowed: readonly T[], otherwise: T): T {
  return allowed.find((each) => each === value) ?? otherwise;
}

function byName(value: unknown): ByName {
  if (!Array.isArray(value)) return [];
  return value.filter((entry): entry is [string, string] => Array.isArray(entry) && typeof entry[0] === "string" && typeof entry[1] === "string");
}

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
    divider: typeof divider === "number" && divider >= 20 && divider <= 80 ? divider : 50,
    dialects: byName(raw.dialects),
    generators: byName(raw.generators),
  };
}

export interface SettingsStore {
  get(): Settings;
  set(change: Partial<Settings>): void;
  /** The dialect chosen by hand for a file of this name. */
  dialectOf(name: string | null): string | null;
  rememberDialect(name: string | null, dialect: string | null): void;
  /** The generator chosen by hand for a file of this name. */
  generatorOf(name: string | null): string | null;
  rememberGenerator(name: string | null, generator: string | null): void;
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
  const chosen = (list: ByName, name: string | null): string | null => list.findLast(([of]) => of === name)?.[1] ?? null;
  const withChoice = (list: ByName, name: string, id: string | null): ByName => {
    const others = list.filter(([of]) => of !== name);
    return (id === null ? others : [...others, [name, id] as [string, string]]).slice(-REMEMBERED);
  };
  return {
    get: () => settings,
    set,
    dialectOf: (name) => chosen(settings.dialects, name),
    rememberDialect(name, dialect) {
      if (name !== null) set({ dialects: withChoice(settings.dialects, name, dialect) });
    },
    generatorOf: (name) => chosen(settings.generators, name),
    rememberGenerator(name, generator) {
      if (name !== null) set({ generators: withChoice(settings.generators, name, generator) });
    },
  };
}

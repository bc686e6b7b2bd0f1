// Owns how the text differs from the file: what is told while somebody looks, and how often it is found out.

import type { ChangedLine, Event } from "../wire";

type LineDiff = typeof import("../surface/line-diff").lineDiff;

/** So many lines are told; the others are counted. */
const MOST_LINES = 200;
/** So much of a line is told (UTF-16 code units). */
const LONGEST = 300;

export interface ChangesSources {
  /** The text of the file as opened or last saved, line breaks as `\n`; null for a post without a file. */
  base(): string | null;
  /** The text, line breaks as `\n`. */
  text(): string;
  tell(event: Event): void;
}

export interface Changes {
  /** Whether somebody looks at the changes; if so, they are told. */
  watch(on: boolean): void;
  /** The text or the file may be another one than before. */
  changed(): void;
}

export function createChanges({ base, text, tell }: ChangesSources): Changes {
  let watched = false;
  let frame = 0;
  let told: { base: string; text: string } | null = null;
  let loading: Promise<LineDiff> | null = null;

  async function find(): Promise<void> {
    let lineDiff: LineDiff;
    try {
      loading ??= import("../surface/line-diff").then((loaded) => loaded.lineDiff);
      lineDiff = await loading;
    } catch {
      // Offline before the changes were ever seen: the next change tries again.
      loading = null;
      return;
    }
    const now = { base: base() ?? "", text: text() };
    if (!watched || (told && told.base === now.base && told.text === now.text)) return;
    told = now;
    const lines = lineDiff(now.base, now.text);
    const shown: ChangedLine[] = lines.slice(0, MOST_LINES).map((line) => ({ ...line, text: shorten(line.text) }));
    tell({ type: "changes", lines: shown, more: lines.length - shown.length });
  }

  const changed = (): void => {
    if (!watched) return;
    frame ||= requestAnimationFrame(() => {
      frame = 0;
      void find();
    });
  };

  return {
    changed,
    watch(on) {
      watched = on;
      told = null;
      changed();
    },
  };
}

/** The beginning of a line; a pair of code units is not cut apart. */
function shorten(line: string): string {
  return line.length > LONGEST ? `${line.slice(0, LONGEST).replace(/[\ud800-\udbff]$/, "")}…` : line;
}

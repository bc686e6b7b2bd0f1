// Owns what becomes of a file that something else has changed: nothing where it is the same, an offer to reload where only
// theirs changed, a merge where both did, and a choice for a person where that does not work out. Never a silent overwrite.

import type { Edit16 } from "../wire";
import { read } from "./bytes";
import { normalise } from "./line-ends";
import type { Choice, Conflict, Merged } from "./merge";
import type { OnDisk } from "./pickers";
import { Problem } from "./problem";

/** The file of another as it was found. */
export interface Theirs {
  disk: OnDisk;
  bytes: Uint8Array<ArrayBuffer>;
}

/** What is needed of the open post. Texts have the line ends of the file. */
export interface Sheet {
  text(): string;
  /** The text of the file as it was opened or last saved; null where that is not known. */
  base(): string | null;
  /** One undoable edit to `text`, with these edits of the text with `\n` line ends; the file now holds `base`. */
  replace(text: string, edits: Edit16[], file: { disk: OnDisk; base: string; bom: boolean }): void;
}

export interface TheirsEvents {
  /** Only the file changed: may it be loaded? */
  offerReload(name: string): void;
  /** Both changed, at other places: they are together now, and nothing is saved yet. */
  merged(name: string): void;
  /** Both changed the same places. The list is in text order; empty once it is settled or void. */
  conflicts(name: string, list: readonly Conflict[]): void;
  /** Before the text is replaced by a merge or a reload: a moment for the history. */
  before(): Promise<unknown>;
  failed(problem: Problem): void;
}

export interface TheirsDesk {
  /** Takes note of a changed file. Resolves with true when the text now contains it and can be saved over it. */
  found(theirs: Theirs): Promise<boolean>;
  /** Loads the file that was offered, as one undoable edit. */
  reload(): Promise<void>;
  /** Settles the conflicts, one choice for each. False when the text has changed so that there are others now. */
  settle(choices: readonly Choice[]): Promise<boolean>;
  /** Another file is open, or it was written. */
  forget(): void;
}

/** How two texts stand to each other, with what they began with. */
export type Standing = { kind: "same" } | { kind: "reload" } | { kind: "merged"; text: string } | { kind: "conflicts"; merged: Extract<Merged, { pieces: unknown }> };

type Tools = Pick<typeof import("./merge"), "merge" | "resolve"> & Pick<typeof import("../surface/word-diff"), "editsBetween">;
/** Imported when a file was first found changed. */
const tools = async (): Promise<Tools> => {
  const [{ merge, resolve }, { editsBetween }] = await Promise.all([import("./merge"), import("../surface/word-diff")]);
  return { merge, resolve, editsBetween };
};

export function standing(base: string | null, ours: string, theirs: string, merge: Tools["merge"]): Standing {
  if (ours === theirs) return { kind: "same" };
  if (base === ours) return { kind: "reload" };
  // Without what both began with, every difference is a question.
  const merged = merge(base ?? "", ours, theirs);
  return "clean" in merged ? { kind: "merged", text: merged.clean } : { kind: "conflicts", merged };
}

export function createTheirs(sheet: Sheet, on: TheirsEvents): TheirsDesk {
  let latest: Theirs | null = null;
  let open: Extract<Merged, { pieces: unknown }> | null = null;

  const textOf = ({ disk, bytes }: Theirs): { text: string; bom: boolean } => {
    const reading = read(bytes);
    if (reading.kind === "text") return reading;
    throw new Problem(`${disk.handle.name} was changed by something else and is no UTF-8 text any more, so it was neither loaded nor overwritten. Save under another name.`);
  };

  /** The same bytes may be found again meanwhile: that is no other file. */
  const still = ({ disk }: Theirs): boolean => latest?.disk.hash === disk.hash;

  /** Everything from here on happens at once, so that no key press comes between. */
  const replace = (text: string, theirs: Theirs, { text: base, bom }: { text: string; bom: boolean }, { editsBetween }: Tools): void => {
    open = null;
    latest = null;
    sheet.replace(text, editsBetween(normalise(sheet.text()), normalise(text)), { disk: theirs.disk, base, bom });
    on.conflicts(theirs.disk.handle.name, []);
  };

  const guard = async (what: (theirs: Theirs, file: { text: string; bom: boolean }, tools: Tools) => Promise<boolean>): Promise<boolean> => {
    const theirs = latest;
    if (!theirs) return false;
    try {
      const file = textOf(theirs);
      const loaded = await tools();
      return still(theirs) && (await what(theirs, file, loaded));
    } catch (problem) {
      on.failed(problem instanceof Problem ? problem : new Problem("The changed file could not be compared with your text. It was not overwritten; save under another name, or try again online."));
      return false;
    }
  };

  const compare = (): Promise<boolean> =>
    guard(async (theirs, file, loaded) => {
      const { name } = theirs.disk.handle;
      let found = standing(sheet.base(), sheet.text(), file.text, loaded.merge);
      if (found.kind === "reload") {
        on.offerReload(name);
        return false;
      }
      if (found.kind === "merged") {
        await on.before();
        if (!still(theirs)) return false;
        found = standing(sheet.base(), sheet.text(), file.text, loaded.merge);
      }
      if (found.kind === "conflicts") {
        open = found.merged;
        on.conflicts(name, open.conflicts);
        return false;
      }
      replace(found.kind === "merged" ? found.text : file.text, theirs, file, loaded);
      if (found.kind === "merged") on.merged(name);
      return true;
    });

  return {
    found(theirs) {
      latest = theirs;
      return compare();
    },
    async reload() {
      await guard(async (theirs, file, loaded) => {
        // What was typed since the offer is not thrown away with it.
        if (sheet.text() !== sheet.base()) return compare();
        await on.before();
        if (!still(theirs) || sheet.text() !== sheet.base()) return compare();
        replace(file.text, theirs, file, loaded);
        return true;
      });
    },
    settle: (choices) =>
      guard(async (theirs, file, loaded) => {
        await on.before();
        const asked = open;
        const merged = loaded.merge(sheet.base() ?? "", sheet.text(), file.text);
        if (!still(theirs)) return false;
        if (!asked || "clean" in merged || !alike(asked.conflicts, merged.conflicts)) {
          await compare();
          return false;
        }
        replace(loaded.resolve(merged, choices), theirs, file, loaded);
        return true;
      }),
    forget() {
      if (open && latest) on.conflicts(latest.disk.handle.name, []);
      latest = null;
      open = null;
    },
  };
}

/** Whether choices made for one list fit another: the same texts, at whatever lines. */
function alike(one: readonly Conflict[], other: readonly Conflict[]): boolean {
  return one.length === other.length && one.every(({ ours, theirs }, at) => ours.text === other[at]?.ours.text && theirs.text === other[at]?.theirs.text);
}

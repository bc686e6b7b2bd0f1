// Owns the drafts in the browser's database: two rows for each, written in turn, so that one is always whole.

import { openDB, type DBSchema, type IDBPDatabase } from "idb";
import type { Encoding, SetByHand } from "../wire";
import type { Version } from "../tabs/version";
import type { OnDisk } from "./pickers";

/** All that is needed to go on with a post where it was left. */
export interface Draft {
  /** Which draft it is. */
  id: string;
  /** Counts the writes of this draft; the row with the higher one is the newer. */
  revision: number;
  /** When it was written, milliseconds since 1970. Only for the order among drafts. */
  at: number;
  /** True when nothing in it is missing in the file (or there is no change yet). */
  saved: boolean;
  /** The text with the line ends of the file. */
  text: string;
  name: string | null;
  encoding: Encoding;
  bom: boolean;
  /** The file's bytes, for one that is shown read-only. */
  bytes: Uint8Array<ArrayBuffer> | null;
  disk: OnDisk | null;
  /** The dialect chosen by hand. */
  dialect: string | null;
  /** The generator chosen by hand; older drafts have none. */
  generator?: string | null;
  /** Settings of the rendering set by hand; older drafts have none. */
  settings?: SetByHand[] | null;
  /** The text of the file as it was opened or last saved; null where there is no file, or in older drafts. */
  base?: string | null;
  /** What `?url=` said, for a post opened by it. */
  address: string | null;
  /** Fractional offset at the top edge of the text. */
  top: number;
  /** What the post is called in the history and among tabs; older drafts have none. */
  post?: string | null;
  /** Which state of the post it is, among tabs. */
  version?: Version | null;
}

type Row = Draft & { slot: number };

interface Schema extends DBSchema {
  drafts: { key: [string, number]; value: Row };
}

/** Part of every name here; a later layout gets another one and leaves this alone. */
export const LAYOUT = "v1";
/** So many drafts are kept; the oldest go first. Those whose text is in a file as well go long before the others. */
const KEPT = 20;
const KEPT_UNSAVED = 200;

export interface DraftStore {
  /** Resolves once the write is on the disk as far as the browser can tell. */
  put(draft: Draft): Promise<void>;
  /** The newest state of every draft, latest first. */
  list(): Promise<Draft[]>;
  /** A write hangs: the next one uses a connection of its own. */
  reopen(): void;
  /** The revision of a draft that is there; 0 for none. */
  revision(id: string): Promise<number>;
  /**
   * Deletes the oldest beyond those kept, save the ones that `inUse` names. Those that are `holding` something which is
   * nowhere else stay as long as unsaved ones. The drafts that are left.
   */
  prune(inUse: (id: string) => boolean, holding: ReadonlySet<string>): Promise<Set<string>>;
}

/** `gone` is told when the database was closed from outside, perhaps with all that was in it. */
export function createDraftStore(gone: () => void = () => undefined): DraftStore {
  let opening: Promise<IDBPDatabase<Schema>> | null = null;

  const database = (): Promise<IDBPDatabase<Schema>> => {
    opening ??= openDB<Schema>(`foreword-${LAYOUT}`, 1, {
      upgrade(db) {
        db.createObjectStore("drafts", { keyPath: ["id", "slot"] });
      },
      // Never in the way of a deletion or a newer page; the next write opens it again.
      blocking: (_current, _blocked, event) => {
        opening = null;
        (event.target as IDBDatabase | null)?.close();
        gone();
      },
      terminated() {
        opening = null;
        gone();
      },
    }).catch((problem: unknown) => {
      opening = null;
      throw problem;
    });
    return opening;
  };

  const putRow = async (row: Row): Promise<void> => {
    const transaction = (await database()).transaction("drafts", "readwrite", { durability: "strict" });
    const put = async (): Promise<void> => {
      // A write that was given up and comes through after all must not take the place of a newer one.
      const there = await transaction.store.get([row.id, row.slot]);
      if (!there || there.revision <= row.revision) await transaction.store.put(row);
    };
    await Promise.all([put(), transaction.done]);
  };
  /** The next write opens the database anew. */
  const forget = (): void => {
    opening?.then((db) => db.close()).catch(() => undefined);
    opening = null;
  };

  return {
    async put(draft) {
      const row = { ...draft, slot: draft.revision % 2 };
      try {
        await putRow(row);
      } catch {
        // The database may have been closed or deleted underneath; a fresh connection tells.
        forget();
        try {
          await putRow(row);
        } catch (problem) {
          forget();
          if (row.disk === null) throw problem;
          // Some browsers cannot store file handles: better a draft without one than none.
          await putRow({ ...row, disk: null });
        }
      }
    },
    async list() {
      const newest = new Map<string, Draft>();
      for (const row of await (await database()).getAll("drafts")) {
        const known = newest.get(row.id);
        if (!known || known.revision < row.revision) newest.set(row.id, row);
      }
      return [...newest.values()].sort((a, b) => b.at - a.at);
    },
    reopen: forget,
    async revision(id) {
      const db = await database();
      const rows = await Promise.all([db.get("drafts", [id, 0]), db.get("drafts", [id, 1])]);
      return Math.max(0, ...rows.map((row) => row?.revision ?? 0));
    },
    async prune(inUse, holding) {
      const all = await this.list();
      const done = ({ id, saved }: Draft): boolean => saved && !holding.has(id);
      const beyond = [...all.filter(done).slice(KEPT), ...all.filter((draft) => !done(draft)).slice(KEPT_UNSAVED)];
      const old = beyond.filter(({ id }) => !inUse(id));
      const db = await database();
      await Promise.all(old.flatMap(({ id }) => [db.delete("drafts", [id, 0]), db.delete("drafts", [id, 1])]));
      const gone = new Set(old.map(({ id }) => id));
      return new Set(all.flatMap(({ id }) => (gone.has(id) ? [] : [id])));
    },
  };
}

// Owns the drafts in the browser's database: two rows for each, written in turn, so that one is always whole.

import { openDB, type DBSchema, type IDBPDatabase } from "idb";
import type { Encoding } from "../wire";
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
  /** What `?url=` said, for a post opened by it. */
  address: string | null;
  /** Fractional offset at the top edge of the text. */
  top: number;
}

type Row = Draft & { slot: number };

interface Schema extends DBSchema {
  drafts: { key: [string, number]; value: Row };
}

/** Part of every name here; a later layout gets another one and leaves this alone. */
export const LAYOUT = "v1";
/** So many drafts are kept; the oldest go first. */
const KEPT = 20;

export interface DraftStore {
  /** Resolves once the write is on the disk as far as the browser can tell. */
  put(draft: Draft): Promise<void>;
  /** The newest state of every draft, latest first. */
  list(): Promise<Draft[]>;
  /** Deletes the oldest beyond those kept, save the ones that `inUse` names. */
  prune(inUse: (id: string) => boolean): Promise<void>;
}

export function createDraftStore(): DraftStore {
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
      },
      terminated() {
        opening = null;
      },
    }).catch((problem: unknown) => {
      opening = null;
      throw problem;
    });
    return opening;
  };

  const putRow = async (row: Row): Promise<void> => {
    const db = await database();
    const transaction = db.transaction("drafts", "readwrite", { durability: "strict" });
    await Promise.all([transaction.store.put(row), transaction.done]);
  };

  return {
    async put(draft) {
      const row = { ...draft, slot: draft.revision % 2 };
      try {
        await putRow(row);
      } catch {
        // The database may have been closed or deleted underneath; a fresh connection tells.
        opening?.then((db) => db.close()).catch(() => undefined);
        opening = null;
        // Some browsers cannot store file handles: better a draft without one than none.
        await putRow({ ...row, disk: null });
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
    async prune(inUse) {
      const old = (await this.list()).slice(KEPT).filter(({ id }) => !inUse(id));
      const db = await database();
      await Promise.all(old.flatMap(({ id }) => [db.delete("drafts", [id, 0]), db.delete("drafts", [id, 1])]));
    },
  };
}

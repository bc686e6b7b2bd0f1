// Owns the folders that a person has opened before: their handles in the browser's database. The database has a name of its
// own, so that whatever becomes of it, drafts are not touched.

import { openDB, type DBSchema, type IDBPDatabase } from "idb";
import { newDraftId } from "../documents/draft-lock";

export interface Remembered {
  id: string;
  name: string;
  handle: FileSystemDirectoryHandle;
  /** Milliseconds since 1970. */
  opened: number;
}

interface Schema extends DBSchema {
  folders: { key: string; value: Remembered };
}

const DATABASE = "foreword-folders-v1";
/** So many are remembered; the ones not opened for longest go first. */
const KEPT = 12;

export interface RememberedFolders {
  /** Latest first. Empty where the browser keeps nothing. */
  list(): Promise<Remembered[]>;
  get(id: string): Promise<Remembered | null>;
  /** Remembers a folder, or that a known one was opened again. Where nothing can be kept, it only gets an id. */
  remember(handle: FileSystemDirectoryHandle): Promise<Remembered>;
  forget(id: string): Promise<void>;
}

export function createRemembered(now: () => number = Date.now): RememberedFolders {
  let opening: Promise<IDBPDatabase<Schema>> | null = null;
  const database = (): Promise<IDBPDatabase<Schema>> => {
    opening ??= openDB<Schema>(DATABASE, 1, {
      upgrade(db) {
        db.createObjectStore("folders", { keyPath: "id" });
      },
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

  const list = async (): Promise<Remembered[]> => {
    try {
      const all = await (await database()).getAll("folders");
      return all.sort((a, b) => b.opened - a.opened);
    } catch {
      return [];
    }
  };

  return {
    list,
    async get(id) {
      return (await list()).find((each) => each.id === id) ?? null;
    },
    async remember(handle) {
      const known = await list();
      let id: string | null = null;
      for (const each of known) if (await each.handle.isSameEntry(handle).catch(() => false)) id ??= each.id;
      const folder = { id: id ?? newDraftId(), name: handle.name, handle, opened: now() };
      try {
        const db = await database();
        await db.put("folders", folder);
        const old = known.filter((each) => each.id !== folder.id).slice(KEPT - 1);
        await Promise.all(old.map((each) => db.delete("folders", each.id)));
      } catch {
        // Some browsers cannot keep handles; the folder is open all the same, until the page is closed.
      }
      return folder;
    },
    async forget(id) {
      await (await database().catch(() => null))?.delete("folders", id);
    },
  };
}

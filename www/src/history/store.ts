// Owns the history's own database: which posts there are, their snapshots, and the texts of those. A later layout gets another
// name and leaves this one alone.

import { openDB, type DBSchema, type IDBPDatabase, type IDBPTransaction } from "idb";
import { pack, sizeOf, unpack, type Packed } from "./packing";
import { MOST_BYTES, beyond, expired, look, type Clock, type Kept } from "./retention";

/** Why a snapshot was taken. */
export type Why = "opened" | "worked" | "saved" | "named" | "beforeRestore" | "beforeMerge";

export interface Snapshot extends Kept {
  /** Which post it is of. */
  post: string;
  why: Why;
  /** UTF-16 code units of the text. */
  length: number;
}

/** A post that has been opened, for finding it again. */
export interface KnownPost {
  key: string;
  /** The name of its file; null for a new post. */
  name: string | null;
  handle: FileSystemFileHandle | null;
}

interface Schema extends DBSchema {
  posts: { key: string; value: KnownPost; indexes: { name: string } };
  snapshots: { key: number; value: Snapshot; indexes: { post: [string, number] } };
  texts: { key: number; value: Packed };
  state: { key: string; value: Clock | number };
}

type Stores = ["posts", "snapshots", "texts", "state"];
type Writing = IDBPTransaction<Schema, Stores, "readwrite">;

export const LAYOUT = "v1";
const STORES: Stores = ["posts", "snapshots", "texts", "state"];

export interface HistoryStore {
  /** Keeps a text; when it is the post's newest already, that one's id is given (and the name, if there is one). */
  add(snapshot: { post: string; text: string; why: Why; name: string | null }): Promise<number>;
  /** Newest first. */
  list(post: string): Promise<Snapshot[]>;
  /** Null for one that is gone. */
  text(id: number): Promise<string | null>;
  name(id: number, name: string | null): Promise<void>;
  remove(id: number): Promise<void>;
  /** A post goes by another key from now on. */
  moved(from: string, to: string): Promise<void>;
  posts(name: string): Promise<KnownPost[]>;
  know(post: KnownPost): Promise<void>;
}

export interface HistoryOptions {
  now?(): number;
  mostBytes?: number;
}

export function createHistoryStore({ now = Date.now, mostBytes = MOST_BYTES }: HistoryOptions = {}): HistoryStore {
  let opening: Promise<IDBPDatabase<Schema>> | null = null;

  const database = (): Promise<IDBPDatabase<Schema>> => {
    opening ??= openDB<Schema>(`foreword-history-${LAYOUT}`, 1, {
      upgrade(db) {
        db.createObjectStore("posts", { keyPath: "key" }).createIndex("name", "name");
        db.createObjectStore("snapshots", { keyPath: "id", autoIncrement: true }).createIndex("post", ["post", "id"]);
        db.createObjectStore("texts");
        db.createObjectStore("state");
      },
      // Never in the way of a deletion or a newer page.
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

  /** Does it again with a fresh connection: the database may have been closed or deleted underneath. */
  const twice = async <T>(what: (db: IDBPDatabase<Schema>) => Promise<T>): Promise<T> => {
    try {
      return await what(await database());
    } catch {
      opening?.then((db) => db.close()).catch(() => undefined);
      opening = null;
      return what(await database());
    }
  };

  /** Everything in one transaction: it is kept whole or not at all. */
  const write = <T>(what: (transaction: Writing) => Promise<T>): Promise<T> =>
    twice(async (db) => {
      const transaction = db.transaction(STORES, "readwrite", { durability: "strict" });
      const done = transaction.done;
      // Its failure is told by the work inside first; this one must not go unheard besides.
      done.catch(() => undefined);
      try {
        const result = await what(transaction);
        await done;
        return result;
      } catch (problem) {
        try {
          transaction.abort();
        } catch {
          // It has ended already.
        }
        throw problem;
      }
    });

  const range = (post: string): IDBKeyRange => IDBKeyRange.bound([post, 0], [post, Number.MAX_SAFE_INTEGER]);

  const drop = async (transaction: Writing, ids: readonly number[]): Promise<void> => {
    const snapshots = transaction.objectStore("snapshots");
    let freed = 0;
    for (const id of ids) {
      freed += (await snapshots.get(id))?.size ?? 0;
      await snapshots.delete(id);
      await transaction.objectStore("texts").delete(id);
    }
    await count(transaction, -freed);
  };

  /** Keeps the sum of all sizes; gives it back. */
  const count = async (transaction: Writing, bytes: number): Promise<number> => {
    const state = transaction.objectStore("state");
    const before = await state.get("bytes");
    const total = Math.max(0, (typeof before === "number" ? before : 0) + bytes);
    await state.put(total, "bytes");
    return total;
  };

  const tidy = async (transaction: Writing, post: string): Promise<void> => {
    const state = transaction.objectStore("state");
    const seen = await state.get("clock");
    const clock = look(typeof seen === "object" ? seen : undefined, now());
    await state.put(clock, "clock");
    const snapshots = transaction.objectStore("snapshots");
    await drop(transaction, expired(await snapshots.index("post").getAll(range(post)), clock.doubted === null ? now() : null));
    if ((await count(transaction, 0)) > mostBytes) await drop(transaction, beyond(await snapshots.getAll(), mostBytes));
  };

  const newest = async (db: IDBPDatabase<Schema>, post: string): Promise<Snapshot | null> =>
    (await db.transaction("snapshots").store.index("post").openCursor(range(post), "prev"))?.value ?? null;

  const store: HistoryStore = {
    async add({ post, text, why, name }) {
      const packed = await pack(text);
      for (;;) {
        const last = await twice((db) => newest(db, post));
        if (last && last.length === text.length && (await store.text(last.id)) === text) {
          if (name !== null) await store.name(last.id, name);
          return last.id;
        }
        const size = sizeOf(packed);
        const added = await write(async (transaction) => {
          const snapshots = transaction.objectStore("snapshots");
          // Another tab may have been faster; then it is looked at anew.
          const latest = await snapshots.index("post").openKeyCursor(range(post), "prev");
          if ((latest?.primaryKey ?? null) !== (last?.id ?? null)) return null;
          const id = await snapshots.add({ post, at: now(), why, name, size, length: text.length } as Snapshot);
          await transaction.objectStore("texts").put(packed, id);
          await count(transaction, size);
          await tidy(transaction, post);
          return id;
        });
        if (added !== null) return added;
      }
    },
    list: (post) => twice(async (db) => (await db.getAllFromIndex("snapshots", "post", range(post))).reverse()),
    text: (id) =>
      twice(async (db) => {
        const packed = await db.get("texts", id);
        return packed === undefined ? null : unpack(packed);
      }),
    name: (id, name) =>
      write(async (transaction) => {
        const snapshots = transaction.objectStore("snapshots");
        const found = await snapshots.get(id);
        if (found) await snapshots.put({ ...found, name });
      }),
    remove: (id) => write((transaction) => drop(transaction, [id])),
    moved: (from, to) =>
      write(async (transaction) => {
        if (from === to) return;
        const snapshots = transaction.objectStore("snapshots");
        for (const snapshot of await snapshots.index("post").getAll(range(from))) await snapshots.put({ ...snapshot, post: to });
        const posts = transaction.objectStore("posts");
        const [known, there] = [await posts.get(from), await posts.get(to)];
        if (known && !there) await posts.put({ ...known, key: to });
        await posts.delete(from);
      }),
    posts: (name) => twice((db) => db.getAllFromIndex("posts", "name", name)),
    async know(post) {
      try {
        await write((transaction) => transaction.objectStore("posts").put(post));
      } catch {
        // Some browsers cannot store file handles.
        await write((transaction) => transaction.objectStore("posts").put({ ...post, handle: null }));
      }
    },
  };
  return store;
}

// Owns the images that are kept in the browser with a draft, because there is no folder to write them into: a database of
// its own, one row for each image.

import { openDB, type DBSchema, type IDBPDatabase } from "idb";

export interface Kept {
  /** The draft that it belongs to. */
  draft: string;
  /** How the post names it, not encoded. */
  link: string;
  /** Where it belongs: below the site's folder where the post's place was known, else beside the post. */
  path: string;
  /** Path of the post in its site; null where that was not known. */
  post: string | null;
  /** Name of the post's file; null while it has none. */
  name: string | null;
  type: string;
  bytes: Uint8Array<ArrayBuffer>;
  /** Milliseconds since 1970. */
  at: number;
}

interface Schema extends DBSchema {
  images: { key: [string, string]; value: Kept };
}

/** A later layout gets another name and leaves this alone. */
const NAME = "foreword-images-v1";
/** An image is put here before the draft that names it; so long it may be without one (ms). */
const GRACE = 86_400_000;

export interface KeptStore {
  /** Resolves once the browser says that it is on the disk. */
  put(kept: Kept): Promise<void>;
  /** Those of a draft, and those that another draft of the same file has. */
  of(draft: string, name: string | null): Promise<Kept[]>;
  remove(draft: string, link: string): Promise<void>;
  /** Gives an image to another draft, or its post another name. */
  move(kept: Kept, to: Pick<Kept, "draft" | "name">): Promise<Kept>;
  /** Drafts that have images. */
  drafts(): Promise<Set<string>>;
  /** Deletes the images of drafts that are gone: all but these. */
  retain(drafts: ReadonlySet<string>, now: number): Promise<void>;
}

export function createKeptStore(): KeptStore {
  let opening: Promise<IDBPDatabase<Schema>> | null = null;

  const database = (): Promise<IDBPDatabase<Schema>> => {
    opening ??= openDB<Schema>(NAME, 1, {
      upgrade(db) {
        db.createObjectStore("images", { keyPath: ["draft", "link"] });
      },
      // Never in the way of a deletion or a newer page; the next use opens it again.
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

  const write = async (change: (store: { put(kept: Kept): Promise<unknown>; delete(key: [string, string]): Promise<unknown> }) => Promise<unknown>[]): Promise<void> => {
    const transaction = (await database()).transaction("images", "readwrite", { durability: "strict" });
    await Promise.all([...change(transaction.store), transaction.done]);
  };

  return {
    async put(kept) {
      await write((store) => [store.put(kept)]);
      // So that the browser does not clear them when it needs room; it may say no.
      void globalThis.navigator?.storage?.persist?.().catch(() => undefined);
    },
    async of(draft, name) {
      const all = await (await database()).getAll("images");
      return all.filter((kept) => kept.draft === draft || (name !== null && kept.name === name));
    },
    remove: (draft, link) => write((store) => [store.delete([draft, link])]),
    async move(kept, to) {
      const moved = { ...kept, ...to };
      await write((store) => [store.put(moved), ...(moved.draft === kept.draft ? [] : [store.delete([kept.draft, kept.link])])]);
      return moved;
    },
    async drafts() {
      const keys = await (await database()).getAllKeys("images");
      return new Set(keys.map(([draft]) => draft));
    },
    async retain(drafts, now) {
      const gone = (await (await database()).getAll("images")).filter(({ draft, at }) => !drafts.has(draft) && now - at > GRACE);
      if (gone.length > 0) await write((store) => gone.map(({ draft, link }) => store.delete([draft, link])));
    },
  };
}

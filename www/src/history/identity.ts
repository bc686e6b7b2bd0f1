// Owns what a post is called in the history: a key that stays while it is edited, saved, closed and opened again.

import type { HistoryStore } from "./store";

/** Where a post is. */
export type Place =
  /** In an opened folder or workspace, by its path there. */
  | { in: "folder"; folder: string; path: readonly string[] }
  /** A file by itself; the handle where the browser gives one, and its text. */
  | { in: "file"; name: string; handle: FileSystemFileHandle | null; text: string }
  /** Not in any file yet. */
  | { in: "draft"; id: string };

/** The key of a place that needs no looking up. */
export function keyOf(place: Exclude<Place, { in: "file" }>): string {
  return place.in === "draft" ? `draft:${place.id}` : `folder:${place.folder}/${place.path.join("/")}`;
}

/**
 * The key of any post. A lone file is known by what the browser says of its handle; without handles, by a text that it had
 * before. Otherwise it is another file of this name, and gets a key of its own.
 */
export async function identify(store: Pick<HistoryStore, "posts" | "know" | "list" | "text">, place: Place): Promise<string> {
  if (place.in !== "file") return keyOf(place);
  const { name, handle, text } = place;
  for (const post of await store.posts(name)) {
    if (handle && post.handle ? await isSame(handle, post.handle) : !handle && !post.handle && (await hadText(store, post.key, text))) return post.key;
  }
  const key = `file:${name}:${crypto.randomUUID?.() ?? `${Date.now().toString(36)}-${Math.random().toString(36).slice(2)}`}`;
  await store.know({ key, name, handle });
  return key;
}

function isSame(a: FileSystemFileHandle, b: FileSystemFileHandle): Promise<boolean> {
  return a.isSameEntry(b).catch(() => false);
}

async function hadText(store: Pick<HistoryStore, "list" | "text">, key: string, text: string): Promise<boolean> {
  for (const { id, length } of await store.list(key)) if (length === text.length && (await store.text(id)) === text) return true;
  return false;
}

// Owns when snapshots of the open post are taken, and the way to them. A history that fails never disturbs the writing.

import { identify, keyOf, type Place } from "./identity";
import { createHistoryStore, type HistoryStore, type Snapshot, type Why } from "./store";

export interface HistorySources {
  /** The text of the open post, with the line ends of its file. */
  text(): string;
  /** A snapshot was taken or has gone: whoever shows the list asks again. */
  changed(post: string): void;
  /** The history cannot be written; told once until it can again. */
  failed(why: string): void;
}

export interface History {
  /** Another post is open. Its text so far is kept once it is changed. Resolves with its key. */
  opened(place: Place): Promise<string>;
  /** The key of the open post; null until it is known. */
  post(): string | null;
  /** The open post is at another place from now on: saved for the first time, or renamed. Its history goes along. */
  movedTo(place: Place): Promise<string>;
  /** The writer changed the text. */
  worked(): void;
  /** Takes a snapshot of the present text now, unless it is the newest already. Null when it could not be kept. */
  take(why: Why, name?: string | null): Promise<number | null>;
  /** Before another post opens or the page goes: what was done since the last snapshot. */
  leave(): void;
  list(post: string): Promise<Snapshot[]>;
  text(id: number): Promise<string | null>;
  name(id: number, name: string | null): Promise<void>;
  remove(id: number): Promise<void>;
  /** A file was renamed or moved through the app. */
  moved(from: string, to: string): Promise<void>;
  /** All snapshots of a post, as the bytes of a zip. */
  exportZip(post: string, fileName: string | null): Promise<Uint8Array<ArrayBuffer>>;
}

/** So much work lies between two snapshots (ms). */
export const EVERY = 5 * 60_000;
const WHY = "The history of this post cannot be kept: this browser's storage refuses it. Writing and saving go on as before.";

export function createHistory(on: HistorySources, store: HistoryStore = createHistoryStore()): History {
  let post: string | null = null;
  /** Counts openings, so that an answer for a post before is not taken for the present one. */
  let opening = 0;
  /** The text as it was opened, until it is kept. */
  let original: string | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let failing = false;
  let queue: Promise<unknown> = Promise.resolve();

  /** One after the other, so that equal texts meet and the order is that of the calls. */
  const keep = (key: string | Promise<string>, text: string, why: Why, name: string | null): Promise<number | null> => {
    const next = queue.then(async () => {
      try {
        const of = await key;
        const id = await store.add({ post: of, text, why, name });
        failing = false;
        on.changed(of);
        return id;
      } catch {
        if (!failing) on.failed(WHY);
        failing = true;
        return null;
      }
    });
    queue = next;
    return next;
  };

  let found: Promise<string> = Promise.resolve("");
  const rest = (): void => {
    clearTimeout(timer);
    timer = undefined;
  };
  const keepOriginal = (): void => {
    if (original !== null) void keep(found, original, "opened", null);
    original = null;
  };
  const take = (why: Why, name: string | null = null): Promise<number | null> => {
    rest();
    keepOriginal();
    return opening === 0 ? Promise.resolve(null) : keep(found, on.text(), why, name);
  };
  const settle = (mine: number, key: Promise<string>): Promise<string> => {
    found = key;
    void key.then((done) => {
      if (mine === opening) post = done;
    });
    return key;
  };
  /** A storage that does not answer leaves the post without what was before, not without a key. */
  const find = (place: Place): Promise<string> => identify(store, place).catch(() => (place.in === "file" ? `file:${place.name}:unknown` : keyOf(place)));

  return {
    opened(place) {
      opening += 1;
      rest();
      post = place.in === "file" ? null : keyOf(place);
      original = on.text();
      return settle(opening, find(place));
    },
    post: () => post,
    movedTo(place) {
      const before = found;
      // What is kept from here on waits for the new key, and must not be waited for in turn.
      const earlier = queue;
      return settle(
        opening,
        (async () => {
          const [from, to] = [await before, await find(place)];
          // Only a post that was in no file, or is in a folder, changes its place; a copy under another name begins its own.
          if (from !== to && (from.startsWith("draft:") || place.in === "folder")) await earlier.then(() => store.moved(from, to)).catch(() => undefined);
          return to;
        })(),
      );
    },
    worked() {
      keepOriginal();
      timer ??= setTimeout(() => void take("worked"), EVERY);
    },
    take,
    leave() {
      if (timer !== undefined) void take("worked");
    },
    list: (key) => queue.then(() => store.list(key)),
    text: (id) => store.text(id),
    async name(id, name) {
      await store.name(id, name?.trim() || null);
      if (post !== null) on.changed(post);
    },
    async remove(id) {
      await store.remove(id);
      if (post !== null) on.changed(post);
    },
    moved: (from, to) => queue.then(() => store.moved(from, to)),
    async exportZip(key, fileName) {
      const { zipOf } = await import("./zip");
      const entries = [];
      for (const snapshot of await store.list(key)) {
        const text = await store.text(snapshot.id);
        if (text !== null) entries.push({ snapshot, text });
      }
      return zipOf(entries, fileName);
    },
  };
}

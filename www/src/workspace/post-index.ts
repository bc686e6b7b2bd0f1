// Owns the list of all posts of a workspace: found by a walk, read a few at a time, kept up to date. Usable from the first.

import type { Found } from "../documents/folder-source";
import { failureOf } from "./failure";
import type { LibraryClient } from "./library-client";
import type { Head } from "./library-messages";
import { isIndex, nameOf, partsOfName } from "./paths";
import { pool } from "./pool";
import { slugOfPath } from "./rename";
import type { PostEntry, Summariser } from "./types";
import type { Workspace } from "./workspace";

/** Posts that are read and summarised together, and batches under way at once. */
const BATCH = 64;
const LANES = 4;
/** Files asked for at once, in each batch. */
const OPENERS = 16;

export interface PostIndex {
  /** Looks through the folder: the first time, or for what has changed since. Resolves when it is done. */
  refresh(): Promise<void>;
  /** A post was written by us: reads it again. */
  changed(path: string): Promise<void>;
  removed(path: string): void;
  moved(from: string, to: string): Promise<void>;
  entries(): ReadonlyMap<string, PostEntry>;
  /** True when the folder was looked through. */
  done(): boolean;
  stop(): void;
}

export interface PostIndexOptions {
  workspace: Pick<Workspace, "list" | "store">;
  library: LibraryClient;
  summariser: Summariser;
  /** Something in the list is new. Called often. */
  tell(): void;
}

/** A post of which only the name is known. */
export function unread(path: string): PostEntry {
  return { path, title: wordsOf(path), date: dateOf(path), instant: null, publishes: "now", tags: [], categories: [], slug: null, dialect: "", generator: "", words: null, modified: 0, size: 0, read: false, problem: null };
}

/** The slug as a title would be. */
function wordsOf(path: string): string {
  const slug = slugOfPath(path) || nameOf(path);
  const words = slug.replace(/[-_]+/g, " ").trim() || nameOf(path);
  return words.charAt(0).toUpperCase() + words.slice(1);
}

const dateOf = (path: string): string | null => (isIndex(path) ? null : partsOfName(nameOf(path)).date.slice(0, -1) || null);

export function createPostIndex({ workspace, library, summariser, tell }: PostIndexOptions): PostIndex {
  const entries = new Map<string, PostEntry>();
  let done = false;
  let turn = 0;
  let stopped = false;
  /** Posts that were written, moved or removed while a walk went on; what it has seen of them is old. */
  const touched = new Set<string>();
  let scanning: Promise<void> | null = null;

  /** Reads these files, where they are not as they are known. */
  const take = async (found: Found[], mine: () => boolean): Promise<void> => {
    const opened = await pool(found, OPENERS, async ({ path, file }) => {
      const key = path.join("/");
      try {
        return { key, file: await file() };
      } catch (problem) {
        if (mine()) note(key, failureOf(problem, key, false).message);
        return null;
      }
    });
    const fresh = opened.filter((each) => each !== null).filter(({ key, file }) => {
      const known = entries.get(key);
      return !known?.read || known.problem !== null || known.modified !== file.lastModified || known.size !== file.size;
    });
    if (fresh.length === 0 || !mine()) return;
    const heads = await library.ask({ type: "read", files: fresh.map(({ key, file }) => ({ path: key, file })) });
    if (!mine()) return;
    for (const { key, file } of fresh) entries.set(key, { ...(entries.get(key) ?? unread(key)), modified: file.lastModified, size: file.size });
    await summarise(heads, mine);
  };

  const summarise = async (heads: Head[], mine: () => boolean): Promise<void> => {
    const read = heads.flatMap((head) => ("head" in head ? [head] : []));
    for (const head of heads) if ("problem" in head) note(head.path, head.problem);
    const summaries = await summariser.summarise(read.map(({ path, head }) => ({ path, text: head }))).catch(() => []);
    if (!mine()) return;
    const byPath = new Map(summaries.map((summary) => [summary.path, summary]));
    const labels = read.map(({ path, words }) => {
      const before = entries.get(path) ?? unread(path);
      const summary = byPath.get(path);
      const blank = unread(path);
      const entry: PostEntry = {
        ...blank,
        modified: before.modified,
        size: before.size,
        words,
        read: true,
        ...(summary && { ...summary, title: summary.title?.trim() || blank.title }),
      };
      entries.set(path, entry);
      return { path, title: entry.title, tags: [...entry.tags, ...entry.categories], instant: entry.instant };
    });
    library.tell({ type: "label", labels });
    tell();
  };

  const note = (path: string, problem: string): void => {
    entries.set(path, { ...(entries.get(path) ?? unread(path)), read: true, problem });
    tell();
  };

  const scan = async (): Promise<void> => {
    turn += 1;
    const now = turn;
    const current = (): boolean => now === turn && !stopped;
    touched.clear();
    const seen = new Set<string>();
    const unreadable: string[] = [];
    const lanes = new Set<Promise<void>>();
    let batch: Found[] = [];
    let failure: unknown = null;
    const send = async (): Promise<void> => {
      const posts = batch.filter(({ path }) => !touched.has(path.join("/")));
      batch = [];
      const lane = take(posts, current)
        .catch((problem: unknown) => {
          failure ??= problem;
        })
        .finally(() => lanes.delete(lane));
      lanes.add(lane);
      if (lanes.size >= LANES) await Promise.race(lanes);
    };
    for await (const found of workspace.list(unreadable)) {
      if (!current()) return;
      const key = found.path.join("/");
      seen.add(key);
      if (!entries.has(key) && !touched.has(key)) {
        entries.set(key, unread(key));
        tell();
      }
      batch.push(found);
      if (batch.length >= BATCH) await send();
    }
    await send();
    await Promise.all(lanes);
    if (!current()) return;
    const gone = [...entries.keys()].filter((path) => !seen.has(path) && !touched.has(path) && !unreadable.some((folder) => path.startsWith(`${folder}/`)));
    for (const path of gone) entries.delete(path);
    if (gone.length > 0) library.tell({ type: "forget", paths: gone });
    done = true;
    tell();
    if (failure !== null) throw failure;
  };

  const again = async (path: string): Promise<void> => {
    touched.add(path);
    if (!entries.has(path)) entries.set(path, unread(path));
    tell();
    const known = entries.get(path);
    // Read whatever its time says: two writes may fall into one tick of the disk's clock.
    if (known) entries.set(path, { ...known, size: -1 });
    await take([{ path: path.split("/"), file: () => workspace.store.file(path) }], () => !stopped);
  };

  library.onLost(() => {
    for (const [path, entry] of entries) entries.set(path, { ...entry, read: false });
    if (!stopped && done) void index.refresh().catch(() => undefined);
  });

  const index: PostIndex = {
    // One walk at a time; who asks meanwhile gets the one that goes on.
    refresh: () =>
      (scanning ??= scan().finally(() => {
        scanning = null;
      })),
    changed: again,
    removed(path) {
      touched.add(path);
      if (!entries.delete(path)) return;
      library.tell({ type: "forget", paths: [path] });
      tell();
    },
    async moved(from, to) {
      const known = entries.get(from);
      touched.add(from);
      entries.delete(from);
      if (known) entries.set(to, { ...known, path: to });
      library.tell({ type: "rename", from, to });
      await again(to);
    },
    entries: () => entries,
    done: () => done,
    stop() {
      stopped = true;
      turn += 1;
    },
  };
  return index;
}

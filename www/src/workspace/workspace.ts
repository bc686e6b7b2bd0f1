// Owns what can be done with the posts of a workspace. Whatever fails says why, and has overwritten nothing.

import { LARGEST_FILE } from "../documents/bytes";
import type { Found, Source } from "../documents/folder-source";
import { readFile, type Incoming } from "../documents/pickers";
import { WorkspaceProblem, failureOf, isFolder, readOnly } from "./failure";
import { firstFree, folderOf } from "./paths";
import { createQueue } from "./pool";
import { doubling, renaming, unitOf } from "./rename";
import type { FileStore, Stat } from "./store";
import { MOST_ENTRIES, survey } from "./survey";
import { filesOf, listTrash, putBack, removeEmptied, throwAway } from "./trash";
import type { Trashed, WorkspaceInfo, WorkspaceKind } from "./types";

export interface Content extends Stat {
  bytes: Uint8Array<ArrayBuffer>;
}

export interface Workspace {
  readonly id: string;
  readonly kind: WorkspaceKind;
  readonly name: string;
  readonly store: FileStore;
  /** For images, links, settings: `createFolder(workspace.source)`. */
  readonly source: Source;
  info(): Promise<WorkspaceInfo>;
  /** The posts, nearest first. Reads names only. */
  list(unreadable?: string[]): AsyncGenerator<Found>;
  exists(path: string): Promise<boolean>;
  read(path: string): Promise<Content>;
  /** As the desk takes it: with the browser's handle, where there is one. */
  open(path: string): Promise<Incoming>;
  /** Replaces a post that is there. With `expected`, only if it is still as it was. */
  write(path: string, bytes: Uint8Array<ArrayBuffer>, expected?: Stat): Promise<Stat>;
  /** Makes a post that is not there. */
  create(path: string, bytes: Uint8Array<ArrayBuffer>): Promise<Stat>;
  /** Makes a post at the first free of `make("")`, `make("-2")`, …; gives back its path. */
  createFree(make: (suffix: string) => string, bytes: Uint8Array<ArrayBuffer>): Promise<string>;
  /** A copy beside it; of a bundle, with all its files. Gives back its path. */
  duplicate(path: string): Promise<string>;
  /** Another slug; of a bundle, the folder's. With `bytes`, they become the post's content. Gives back its path. */
  rename(path: string, slug: string, bytes?: Uint8Array<ArrayBuffer>): Promise<string>;
  /** Moves a post to another path, which must be free. A bundle moves whole when both are index files. */
  move(from: string, to: string): Promise<void>;
  /** To the trash; a bundle goes whole. Gives back its name there. */
  remove(path: string): Promise<string>;
  trash(): Promise<Trashed[]>;
  /** Back to where it was; gives back its path. */
  restore(id: string): Promise<string>;
}

export interface WorkspaceOptions {
  id: string;
  kind: WorkspaceKind;
  opened?: number;
  now?: () => Date;
}

/** One change at a time, in this tab and in others. */
function createExclusive(id: string): <T>(work: () => Promise<T>) => Promise<T> {
  const queue = createQueue();
  return (work) =>
    queue(() => {
      const locks = globalThis.navigator?.locks;
      // Without locks (an insecure address), tabs are not kept apart; each operation still looks before it writes.
      return locks ? (locks.request(`foreword-files-${id}`, work) as ReturnType<typeof work>) : work();
    });
}

export function createWorkspace(store: FileStore, { id, kind, opened = 0, now = () => new Date() }: WorkspaceOptions): Workspace {
  const exclusively = createExclusive(id);
  const taken = async (path: string): Promise<boolean> => (await store.kindOf(path)) !== null;

  const changing = <T>(work: () => Promise<T>): Promise<T> => (store.writable ? exclusively(work) : Promise.reject(readOnly()));

  const read = async (path: string): Promise<Content> => {
    const file = await store.file(path);
    if (file.size > LARGEST_FILE) throw new WorkspaceProblem("failed", `${path} is larger than ${LARGEST_FILE >> 20} MB. Foreword opens posts, not archives.`, path);
    try {
      return { bytes: new Uint8Array(await file.arrayBuffer()), modified: file.lastModified, size: file.size };
    } catch (problem) {
      throw failureOf(problem, path, false);
    }
  };

  /** Copies files to new places; takes all back when one fails. */
  const copy = async (files: string[], to: (path: string) => string): Promise<void> => {
    const made: string[] = [];
    try {
      for (const path of files) {
        await store.create(to(path), new Uint8Array(await (await store.file(path)).arrayBuffer()));
        made.push(to(path));
      }
    } catch (problem) {
      for (const path of made) {
        await store.remove(path).catch(() => undefined);
        await store.removeEmpty(folderOf(path), folderOf(folderOf(path)));
      }
      throw problem;
    }
  };

  /** Moves a file, or a folder file by file; back again when one fails. */
  const relocate = async (from: string, to: string): Promise<void> => {
    if ((await store.kindOf(from)) !== "folder") return store.move(from, to);
    const isRespelt = from.toLowerCase() === to.toLowerCase();
    if (!isRespelt && (await taken(to))) throw new WorkspaceProblem("clash", `There is already a folder named ${to}. Choose another name.`, to);
    const moved: [string, string][] = [];
    try {
      for (const path of await filesOf(store, from)) {
        const next = to + path.slice(from.length);
        await store.move(path, next);
        moved.push([path, next]);
      }
    } catch (problem) {
      for (const [path, next] of moved.reverse()) await store.move(next, path).catch(() => undefined);
      await removeEmptied(store, to).catch(() => undefined);
      throw problem;
    }
    await removeEmptied(store, from);
  };

  const write = async (path: string, bytes: Uint8Array<ArrayBuffer>, expected?: Stat): Promise<Stat> => {
    if (expected) {
      const file = await store.file(path);
      if (file.lastModified !== expected.modified || file.size !== expected.size) {
        throw new WorkspaceProblem("changed", `${path} was changed by something else since it was read, so it was not overwritten.`, path);
      }
    }
    return store.write(path, bytes);
  };

  return {
    id,
    kind,
    name: store.name,
    store,
    source: store.source,
    async info() {
      return { id, kind, name: store.name, writable: store.writable, access: await store.access(), opened };
    },
    list: (unreadable = []) => survey(store.source, { budget: { left: MOST_ENTRIES }, unreadable }),
    exists: taken,
    read,
    async open(path) {
      const [file, handle] = await Promise.all([store.file(path), store.handle(path)]);
      return readFile(file, handle);
    },
    write: (path, bytes, expected) => changing(() => write(path, bytes, expected)),
    create: (path, bytes) => changing(() => store.create(path, bytes)),
    createFree: (make, bytes) =>
      changing(async () => {
        const path = await firstFree(make, async (each) => (await taken(each)) || (unitOf(each).inner !== "" && (await taken(unitOf(each).path))));
        await store.create(path, bytes);
        return path;
      }),
    duplicate: (path) =>
      changing(async () => {
        const files = await filesOf(store, unitOf(path).path);
        let double = doubling(path, "");
        await firstFree((suffix) => (double = doubling(path, suffix)).to, taken);
        await copy(files, (each) => double.to + each.slice(double.from.length));
        return double.path;
      }),
    rename: (path, slug, bytes) =>
      changing(async () => {
        if ((await store.kindOf(path)) === "folder") throw isFolder(path);
        const next = renaming(path, slug);
        if (next) await relocate(next.from, next.to);
        const renamed = next?.path ?? path;
        if (bytes) await store.write(renamed, bytes);
        return renamed;
      }),
    move: (from, to) =>
      changing(async () => {
        const [source, target] = [unitOf(from), unitOf(to)];
        if (source.inner !== "" && source.inner === target.inner) await relocate(source.path, target.path);
        else await store.move(from, to);
      }),
    remove: (path) => changing(() => throwAway(store, unitOf(path).path, now())),
    trash: () => listTrash(store),
    restore: (trashed) => changing(() => putBack(store, trashed)),
  };
}

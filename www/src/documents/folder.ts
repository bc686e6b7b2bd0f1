// Owns the folder of a post, opened so that its local images can be shown and chosen. Read only; nothing in it is ever changed.

import { listFiles, type FolderList } from "./folder-list";
import { MOST_ENTRIES, walk, type Found, type Source } from "./folder-source";

/** The post whose place in the folder is looked for; once for each such value. */
export interface Placed {
  name: string | null;
  handle: FileSystemFileHandle | null;
  /** The file's bytes, to tell it from others of its name. */
  bytes: Uint8Array;
}

/** Finds a file of the site by the path that a post gives; null when there is none. */
export type Assets = (path: string) => Promise<Blob | null>;

export interface Folder {
  readonly name: string;
  /** Path of the post in the folder; null when it is not there. */
  place(post: Placed): Promise<string | null>;
  /** A resolver for the paths that this post uses. */
  assets(post: Placed): Promise<Assets>;
  /** Images, or files of any kind, that this post can name: those nearest to it first. */
  list(post: Placed, images: boolean): Promise<FolderList>;
}

/** Where site generators keep the files that a path with a leading slash means. */
const SITE_ROOTS = [[], ["static"], ["public"], ["assets"], ["src"], ["content"], ["src", "assets"], ["source"], ["docs"]];

/** A folder to look for a post's files in. */
export function createFolder(source: Source): Folder {
  const places = new WeakMap<Placed, Promise<string[] | null>>();
  const placeOf = (post: Placed): Promise<string[] | null> => {
    const place = places.get(post) ?? findPlace(source, post);
    places.set(post, place);
    return place;
  };
  return {
    name: source.name,
    place: async (post) => (await placeOf(post))?.join("/") ?? null,
    async assets(post) {
      const place = await placeOf(post);
      const base = place?.slice(0, -1) ?? [];
      return async (path) => {
        for (const candidate of candidates(path, base)) {
          const file = await source.file(candidate);
          if (file) return file;
        }
        return null;
      };
    },
    list: async (post, images) => listFiles(source, await placeOf(post), images),
  };
}

/** By the browser's own word, else by name and content, else by a name that only one file has. */
async function findPlace(source: Source, { name, handle, bytes }: Placed): Promise<string[] | null> {
  const told = handle && (await source.place(handle));
  if (told) return told;
  if (name === null) return null;
  const found: Found[] = [];
  for await (const each of walk(source, { from: [], budget: { left: MOST_ENTRIES } })) if (each.path.at(-1) === name) found.push(each);
  for (const { path, file: open } of found) {
    const file = await open();
    if (file.size === bytes.length && isEqual(new Uint8Array(await file.arrayBuffer()), bytes)) return path;
  }
  return found.length === 1 ? (found[0]?.path ?? null) : null;
}

const isEqual = (a: Uint8Array, b: Uint8Array): boolean => a.length === b.length && a.every((byte, at) => byte === b[at]);

/**
 * Where a path of a post may be, most likely first, as names below the folder. `base` is the post's own folder.
 * A path that leads out of the folder has no candidates.
 */
export function candidates(path: string, base: string[]): string[][] {
  let plain = path.replace(/[?#].*$/s, "");
  try {
    plain = decodeURIComponent(plain);
  } catch {
    // A stray per cent sign: the name is taken as it is written.
  }
  const alias = /^[~@]\//.test(plain);
  const steps = plain.replace(/^[~@]?\//, "").split("/");
  const roots = plain.startsWith("/") ? SITE_ROOTS : alias ? [["src"], []] : [base, ...SITE_ROOTS];
  const found = new Map<string, string[]>();
  for (const root of roots) {
    const joined = join(root, steps);
    if (joined && joined.length > 0) found.set(joined.join("/"), joined);
  }
  return [...found.values()];
}

function join(root: string[], steps: string[]): string[] | null {
  const joined = [...root];
  for (const step of steps) {
    if (step === "" || step === ".") continue;
    if (step !== "..") joined.push(step);
    else if (joined.pop() === undefined) return null;
  }
  return joined;
}

// Owns the folder of a post, opened so that its local images can be shown. Read only; nothing in it is ever changed.

import { Problem, isCancelled } from "./problem";

/** The post whose place in the folder is looked for. */
export interface Placed {
  name: string | null;
  handle: FileSystemFileHandle | null;
  /** The file's bytes, to tell it from others of its name. */
  bytes: Uint8Array;
}

export interface Folder {
  readonly name: string;
  /** A resolver for the paths that this post uses. */
  assets(post: Placed): Promise<(path: string) => Promise<Blob | null>>;
}

/** One way to look into a folder. Paths are lists of names below it. */
interface Source {
  name: string;
  file(path: string[]): Promise<File | null>;
  /** All files of this name, as far as it is worth looking. */
  named(name: string): Promise<{ path: string[]; file: File }[]>;
  /** The place of a file that the person has opened by itself, where the browser tells. */
  place(handle: FileSystemFileHandle): Promise<string[] | null>;
}

/** Folders with nothing of a post in them, and very many files. */
const SKIPPED = new Set(["node_modules", ".git", ".hg", ".svn", ".cache", ".next", ".astro", "vendor", "target", "_site", "dist", "build", "resources"]);
/** Where site generators keep the files that a path with a leading slash means. */
const SITE_ROOTS = [[], ["static"], ["public"], ["assets"], ["src"], ["content"], ["src", "assets"], ["source"], ["docs"]];
/** Looking for the post stops after so many entries, and so many folders down. */
const MOST_ENTRIES = 20_000;
const DEEPEST = 10;

/** Lets a person choose a folder. Null when they did not. */
export async function pickFolder(): Promise<Folder | null> {
  const source = "showDirectoryPicker" in window ? await pickByHandle() : await pickByInput();
  return source && createFolder(source);
}

async function pickByHandle(): Promise<Source | null> {
  try {
    return fromHandle(await window.showDirectoryPicker({ id: "foreword-folder", mode: "read" }));
  } catch (problem) {
    if (isCancelled(problem)) return null;
    if (problem instanceof DOMException && problem.name === "SecurityError") return pickByInput();
    throw new Problem("The folder could not be opened. The browser may not allow this one; choose a folder inside it.");
  }
}

function fromHandle(root: FileSystemDirectoryHandle): Source {
  return {
    name: root.name,
    async file(path) {
      const name = path.at(-1);
      if (name === undefined) return null;
      try {
        let folder = root;
        for (const step of path.slice(0, -1)) folder = await folder.getDirectoryHandle(step);
        return await (await folder.getFileHandle(name)).getFile();
      } catch {
        return null;
      }
    },
    async named(name) {
      const found: { path: string[]; file: File }[] = [];
      const queue: { folder: FileSystemDirectoryHandle; path: string[] }[] = [{ folder: root, path: [] }];
      let seen = 0;
      for (let next = queue.shift(); next; next = queue.shift()) {
        for await (const entry of next.folder.values()) {
          seen += 1;
          if (seen > MOST_ENTRIES) return found;
          const path = [...next.path, entry.name];
          if (entry.kind === "directory") {
            if (!SKIPPED.has(entry.name) && path.length < DEEPEST) queue.push({ folder: entry, path });
          } else if (entry.name === name) found.push({ path, file: await entry.getFile() });
        }
      }
      return found;
    },
    place: (handle) => root.resolve(handle).catch(() => null),
  };
}

function pickByInput(): Promise<Source | null> {
  return new Promise((resolve) => {
    const input = document.createElement("input");
    input.type = "file";
    input.webkitdirectory = true;
    input.hidden = true;
    const done = (source: Source | null): void => {
      input.remove();
      resolve(source);
    };
    input.oncancel = () => done(null);
    input.onchange = () => done(input.files?.length ? fromFiles([...input.files]) : null);
    document.body.append(input);
    input.click();
  });
}

function fromFiles(files: File[]): Source {
  const all = new Map<string, File>();
  for (const file of files) {
    const path = file.webkitRelativePath.split("/").slice(1);
    if (!path.some((step) => SKIPPED.has(step))) all.set(path.join("/"), file);
  }
  return {
    name: files[0]?.webkitRelativePath.split("/")[0] ?? "folder",
    file: (path) => Promise.resolve(all.get(path.join("/")) ?? null),
    named: (name) =>
      Promise.resolve([...all].map(([path, file]) => ({ path: path.split("/"), file })).filter(({ file }) => file.name === name)),
    place: () => Promise.resolve(null),
  };
}

function createFolder(source: Source): Folder {
  return {
    name: source.name,
    async assets(post) {
      const place = await findPlace(source, post);
      const base = place?.slice(0, -1) ?? [];
      return async (path) => {
        for (const candidate of candidates(path, base)) {
          const file = await source.file(candidate);
          if (file) return file;
        }
        return null;
      };
    },
  };
}

/** By the browser's own word, else by name and content, else by a name that only one file has. */
async function findPlace(source: Source, { name, handle, bytes }: Placed): Promise<string[] | null> {
  const told = handle && (await source.place(handle));
  if (told) return told;
  if (name === null) return null;
  const found = await source.named(name);
  for (const { path, file } of found) {
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

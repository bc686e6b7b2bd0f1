// Owns the ways to look into a folder: by the browser's handles where it has them, else by a list of files. Read only.

/** Something in a folder. */
export type Entry = { name: string; file: () => Promise<File> } | { name: string; entries: Entries };
/** What is in a folder, in no order. */
export type Entries = () => AsyncIterable<Entry>;

/** A folder to look into. Paths are lists of names below it. */
export interface Source {
  name: string;
  file(path: string[]): Promise<File | null>;
  folder(path: string[]): Promise<Entries | null>;
  /** The place of a file that the person has opened by itself, where the browser tells. */
  place(handle: FileSystemFileHandle): Promise<string[] | null>;
}

/** A file that was come across. */
export interface Found {
  path: string[];
  file: () => Promise<File>;
}

/** Folders with nothing of a post in them, and very many files. */
const SKIPPED = new Set(["node_modules", ".git", ".hg", ".svn", ".cache", ".next", ".astro", "vendor", "target", "_site", "dist", "build", "resources"]);
/** A walk stops after so many entries, and so many folders down. */
export const MOST_ENTRIES = 20_000;
const DEEPEST = 10;

export interface Walk {
  /** Where it starts. */
  from: string[];
  /** How many entries may still be looked at; counted down. */
  budget: { left: number };
  /** Tells of a folder below the first one, by its path and what is in it, whether to pass it by. */
  passes?(path: string[], entries: Entry[]): boolean;
}

/** The files of a folder and of those below it: the nearest first, by name. */
export async function* walk(source: Source, { from, budget, passes }: Walk): AsyncGenerator<Found> {
  const start = await source.folder(from);
  const queue = start ? [{ path: from, entries: start }] : [];
  for (let next = queue.shift(); next && budget.left > 0; next = queue.shift()) {
    const here: Entry[] = [];
    try {
      for await (const entry of next.entries()) {
        here.push(entry);
        budget.left -= 1;
        if (budget.left <= 0) break;
      }
    } catch (problem) {
      // One folder that may not be read, or is gone meanwhile, does not hide the others.
      if (next.path.length === 0) throw problem;
    }
    if (next.path !== from && passes?.(next.path, here)) continue;
    for (const entry of here.sort(byName)) {
      const path = [...next.path, entry.name];
      if ("file" in entry) yield { path, file: entry.file };
      else if (!SKIPPED.has(entry.name) && path.length < DEEPEST) queue.push({ path, entries: entry.entries });
    }
  }
}

const order = new Intl.Collator(undefined, { numeric: true });
const byName = (a: Entry, b: Entry): number => order.compare(a.name, b.name);

export function fromHandle(root: FileSystemDirectoryHandle): Source {
  const open = async (path: string[]): Promise<FileSystemDirectoryHandle> => {
    let folder = root;
    for (const step of path) folder = await folder.getDirectoryHandle(step);
    return folder;
  };
  const entriesOf = (folder: FileSystemDirectoryHandle): Entries =>
    async function* () {
      for await (const entry of folder.values()) {
        const { name } = entry;
        yield entry.kind === "directory" ? { name, entries: entriesOf(entry) } : { name, file: () => entry.getFile() };
      }
    };
  return {
    name: root.name,
    async file(path) {
      const name = path.at(-1);
      if (name === undefined) return null;
      try {
        return await (await (await open(path.slice(0, -1))).getFileHandle(name)).getFile();
      } catch {
        return null;
      }
    },
    async folder(path) {
      // The folder itself is there; if it cannot be read any more, that is not hidden.
      if (path.length === 0) return entriesOf(root);
      return open(path).then(entriesOf, () => null);
    },
    place: (handle) => root.resolve(handle).catch(() => null),
  };
}

type Tree = Map<string, File | Tree>;

/** A file of a list, and its path below the folder. */
export interface FileAt {
  path: string[];
  file: File;
}

/** Files of a folder input; their paths begin with the folder's name. */
export function fromFiles(files: readonly File[]): Source {
  const placed = files.map((file) => ({ path: file.webkitRelativePath.split("/").slice(1), file }));
  const kept = placed.filter(({ path }) => !path.some((step) => SKIPPED.has(step)));
  return fromPaths(files[0]?.webkitRelativePath.split("/")[0] ?? "folder", kept);
}

/** Any files with their paths. */
export function fromPaths(name: string, files: readonly FileAt[]): Source {
  const root: Tree = new Map();
  for (const { path, file } of files) {
    let folder = root;
    for (const step of path.slice(0, -1)) {
      const below = folder.get(step);
      const next: Tree = below instanceof Map ? below : new Map();
      folder.set(step, next);
      folder = next;
    }
    const last = path.at(-1);
    if (last !== undefined) folder.set(last, file);
  }
  const at = (path: string[]): File | Tree | null =>
    path.reduce<File | Tree | null>((folder, step) => (folder instanceof Map ? (folder.get(step) ?? null) : null), root);
  const entriesOf = (tree: Tree): Entries =>
    async function* () {
      for (const [name, entry] of tree) yield entry instanceof Map ? { name, entries: entriesOf(entry) } : { name, file: () => Promise.resolve(entry) };
    };
  return {
    name,
    file(path) {
      const found = at(path);
      return Promise.resolve(found instanceof Map ? null : found);
    },
    folder(path) {
      const found = at(path);
      return Promise.resolve(found instanceof Map ? entriesOf(found) : null);
    },
    place: () => Promise.resolve(null),
  };
}

// Owns noticing that the open file is not as it was left: changed, moved away, or not to be read any more.

import { hash } from "./bytes";
import type { OnDisk } from "./pickers";
import { Problem } from "./problem";

/** How a file is now, compared with how it was last read or written. */
export type Look =
  /** The same bytes; the times may be new. */
  | { kind: "same"; disk: OnDisk }
  | { kind: "changed"; disk: OnDisk; bytes: Uint8Array<ArrayBuffer> }
  | { kind: "lost"; problem: FileGone | FileForbidden | FileUnreadable };

/** The file is not where it was. */
export class FileGone extends Problem {}
/** The browser may not read or write the file any more. */
export class FileForbidden extends Problem {}
/** The file is there and cannot be read just now. */
export class FileUnreadable extends Problem {}

/** A file that is gone is looked for again after a moment: many programs write a new one and then rename it (ms). */
const MOMENT = 400;
/** A file that is written while it is read is read again so often. */
const TRIES = 3;
/** Several events of one change are one look (ms). */
const SETTLE = 150;

const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/**
 * Looks at a file. `thorough` reads it even where time and size are as before: right before writing, a change within the
 * clock's grain counts too.
 */
export async function look(disk: OnDisk, thorough = false): Promise<Look> {
  const { handle } = disk;
  let problem: unknown;
  for (let left = TRIES; left > 0; left--) {
    try {
      const file = await handle.getFile();
      const { lastModified, size } = file;
      if (!thorough && lastModified === disk.lastModified && size === disk.size) return { kind: "same", disk };
      const bytes = new Uint8Array(await file.arrayBuffer());
      const now = { handle, lastModified, size: bytes.length, hash: await hash(bytes) };
      return now.hash === disk.hash ? { kind: "same", disk: now } : { kind: "changed", disk: now, bytes };
    } catch (caught) {
      problem = caught;
      if (nameOf(caught) === "NotAllowedError") break;
      if (left > 1) await sleep(MOMENT / TRIES);
    }
  }
  return { kind: "lost", problem: lossOf(problem, handle.name) };
}

/** The words for a file that cannot be read, by what the browser says. */
export function lossOf(problem: unknown, name: string): FileGone | FileForbidden | FileUnreadable {
  switch (nameOf(problem)) {
    case "NotAllowedError":
    case "SecurityError":
      return new FileForbidden(`Your browser does not let this page use ${name} any more. Your text is not affected: allow it again, or save the post elsewhere.`);
    case "NotFoundError":
    case "TypeMismatchError":
      return new FileGone(`${name} is not where it was. It was moved, renamed or deleted. Your text is still here: save it under a name to keep it.`);
    default:
      return new FileUnreadable(`${name} cannot be read at the moment. Its disk may be away, or another program may hold it. Your text is still here.`);
  }
}

const nameOf = (problem: unknown): string => (problem instanceof DOMException || problem instanceof Error ? problem.name : "");

/** Asks for the permission to write, where it is not given. False when the person says no, or there was no click to ask by. */
export async function allow(handle: FileSystemFileHandle): Promise<boolean> {
  const options = { mode: "readwrite" } as const;
  // Where the browser's own storage is the disk, there may be no such question.
  if (typeof handle.queryPermission !== "function") return true;
  try {
    return (await handle.queryPermission(options)) === "granted" || (await handle.requestPermission(options)) === "granted";
  } catch {
    return false;
  }
}

export interface DiskWatchEvents {
  /** The open file as it was last read or written; null where there is none. */
  disk(): OnDisk | null;
  /** The same bytes with another date. */
  touched(disk: OnDisk): void;
  /** Other bytes. Told once for each. */
  changed(disk: OnDisk, bytes: Uint8Array<ArrayBuffer>): void;
  /** Told once, until the file is there again. */
  lost(problem: Problem): void;
  /** A file that was lost is there again. */
  back(): void;
}

export interface DiskWatch {
  /** Looks now. */
  check(): Promise<void>;
  /** Another file is open, or the same one was written here; `read` when it could be read just now. */
  reset(read?: boolean): void;
  stop(): void;
}

/** What browsers with a file system observer have; not in TypeScript's library yet. */
interface Observer {
  observe(handle: FileSystemHandle): Promise<void>;
  disconnect(): void;
}

/** Looks at the open file when the page is come back to, and whenever the browser tells of a change. */
export function createDiskWatch(on: DiskWatchEvents): DiskWatch {
  let told: string | null = null;
  /** Files that could be read. A draft's file cannot, after a reload, until a person allows it: that is no news. */
  const readable = new WeakSet<FileSystemFileHandle>();
  let looking: Promise<void> | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let observed: FileSystemFileHandle | null = null;
  let observer: Observer | null = null;

  const find = async (): Promise<void> => {
    const disk = on.disk();
    if (!disk) return;
    const found = await look(disk);
    // Meanwhile it may have been written here, or another one opened: then this is no news.
    if (on.disk() !== disk) return;
    if (found.kind === "lost") {
      if (found.problem instanceof FileForbidden && !readable.has(disk.handle)) return;
      const key = `lost ${found.problem.constructor.name}`;
      if (told !== key) on.lost(found.problem);
      told = key;
      return;
    }
    readable.add(disk.handle);
    if (told?.startsWith("lost")) on.back();
    if (found.kind === "same") {
      told = null;
      if (found.disk !== disk) on.touched(found.disk);
    } else if (told !== found.disk.hash) {
      told = found.disk.hash;
      on.changed(found.disk, found.bytes);
    }
  };
  const check = (): Promise<void> =>
    (looking ??= find().finally(() => {
      looking = null;
    }));
  const soon = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => void check(), SETTLE);
  };
  const seen = (): void => {
    if (document.visibilityState === "visible") soon();
  };

  const observe = (): void => {
    const handle = on.disk()?.handle ?? null;
    if (handle === observed) return;
    observer?.disconnect();
    observer = null;
    observed = handle;
    const Kind = (globalThis as { FileSystemObserver?: new (callback: () => void) => Observer }).FileSystemObserver;
    if (!handle || !Kind) return;
    try {
      const mine = (observer = new Kind(soon));
      mine.observe(handle).catch(() => undefined);
    } catch {
      // Coming back to the page tells as well.
    }
  };

  addEventListener("focus", seen);
  document.addEventListener("visibilitychange", seen);
  return {
    check,
    reset(read = false) {
      told = null;
      const handle = on.disk()?.handle;
      if (read && handle) readable.add(handle);
      observe();
    },
    stop() {
      clearTimeout(timer);
      observer?.disconnect();
      removeEventListener("focus", seen);
      document.removeEventListener("visibilitychange", seen);
    },
  };
}

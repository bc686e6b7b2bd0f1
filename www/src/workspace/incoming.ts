// Owns the ways in which a whole folder comes to the page: the browser's picker, a folder input, and drops.

import type { FileAt } from "../documents/folder-source";
import { isCancelled } from "../documents/problem";
import { WorkspaceProblem } from "./failure";

/** A folder that a person gave us: by a handle that can write, or as files that can be read. */
export type IncomingFolder = { handle: FileSystemDirectoryHandle } | { name: string; files: FileAt[] };

/** A folder with more files is cut off there. */
const MOST_FILES = 100_000;
/** Not taken over from a folder input, which reads everything. */
const SKIPPED = /(?:^|\/)(?:node_modules|\.git|\.hg|\.svn|\.cache|\.next|\.astro|_site|__MACOSX|\.DS_Store)(?:\/|$)/;

/** True where the browser can write into a folder of the disk. */
export const canPickHandles = (): boolean => typeof window !== "undefined" && "showDirectoryPicker" in window;

/** Lets a person choose a folder. Null when they did not. Only from a click. */
export async function pickFolder(): Promise<IncomingFolder | null> {
  if (!canPickHandles()) return pickByInput();
  try {
    return { handle: await window.showDirectoryPicker({ id: "foreword-folder", mode: "readwrite" }) };
  } catch (problem) {
    if (isCancelled(problem)) return null;
    // A page inside another one may not show this picker; the older one works there too, for reading.
    if (problem instanceof DOMException && problem.name === "SecurityError") return pickByInput();
    throw new WorkspaceProblem("permission", "The folder could not be opened. The browser may not allow this one; choose a folder inside it.");
  }
}

function pickByInput(): Promise<IncomingFolder | null> {
  return new Promise((resolve) => {
    const input = document.createElement("input");
    input.type = "file";
    input.webkitdirectory = true;
    input.hidden = true;
    const done = (folder: IncomingFolder | null): void => {
      input.remove();
      resolve(folder);
    };
    input.oncancel = () => done(null);
    input.onchange = () => done(input.files?.length ? fromFileList([...input.files]) : null);
    // Some browsers only report a choice for an element that is in the document.
    document.body.append(input);
    input.click();
  });
}

/** The files of a folder input; their paths begin with the folder's name. */
export function fromFileList(files: readonly File[]): IncomingFolder {
  const kept = files.filter(({ webkitRelativePath }) => !SKIPPED.test(webkitRelativePath)).slice(0, MOST_FILES);
  const name = files[0]?.webkitRelativePath.split("/")[0] || "folder";
  return { name, files: kept.map((file) => ({ path: file.webkitRelativePath.split("/").slice(1), file })) };
}

/**
 * The folder of a drop; null when none was dropped, and the drop is files'. Must be called while the drop is handled:
 * afterwards the browser takes the items away.
 */
export function takeFolderDrop(transfer: DataTransfer): Promise<IncomingFolder> | null {
  for (const item of transfer.items) {
    const entry = item.kind === "file" ? item.webkitGetAsEntry?.() : null;
    if (!entry?.isDirectory) continue;
    const handle = "getAsFileSystemHandle" in item ? item.getAsFileSystemHandle().catch(() => null) : Promise.resolve(null);
    return handle.then((found) =>
      found?.kind === "directory" ? { handle: found as FileSystemDirectoryHandle } : readEntries(entry as FileSystemDirectoryEntry),
    );
  }
  return null;
}

async function readEntries(top: FileSystemDirectoryEntry): Promise<IncomingFolder> {
  const files: FileAt[] = [];
  const queue: { path: string[]; folder: FileSystemDirectoryEntry }[] = [{ path: [], folder: top }];
  for (let at = 0; at < queue.length && files.length < MOST_FILES; at++) {
    const { path, folder } = queue[at] as (typeof queue)[number];
    const reader = folder.createReader();
    try {
      // Browsers give a hundred at a time, and an empty list at the end.
      for (let batch = await readBatch(reader); batch.length > 0; batch = await readBatch(reader)) {
        for (const entry of batch) {
          if (SKIPPED.test(entry.name)) continue;
          const next = [...path, entry.name];
          if (entry.isDirectory) queue.push({ path: next, folder: entry as FileSystemDirectoryEntry });
          else files.push({ path: next, file: await fileOf(entry as FileSystemFileEntry) });
        }
      }
    } catch {
      if (at === 0) throw new WorkspaceProblem("failed", `${top.name} could not be read. The browser may not allow this folder.`);
    }
  }
  return { name: top.name, files };
}

const readBatch = (reader: FileSystemDirectoryReader): Promise<FileSystemEntry[]> => new Promise((resolve, reject) => reader.readEntries(resolve, reject));
const fileOf = (entry: FileSystemFileEntry): Promise<File> => new Promise((resolve, reject) => entry.file(resolve, reject));

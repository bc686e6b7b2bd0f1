// Owns how files go out: in place, under a new name, or as a download. Never over a file that changed meanwhile.

import { hash } from "./bytes";
import { FILE_TYPES, type OnDisk } from "./pickers";
import { Problem, isCancelled } from "./problem";

/** The file on the disk is not the one that was opened. */
export class ChangedOnDisk extends Problem {}

/** Writes a file in place. Resolves only once the browser has closed it. */
export async function saveInPlace(disk: OnDisk, bytes: Uint8Array<ArrayBuffer>): Promise<OnDisk> {
  const { handle } = disk;
  const options = { mode: "readwrite" } as const;
  if ((await handle.queryPermission(options)) !== "granted" && (await handle.requestPermission(options)) !== "granted") {
    throw new Problem(`Your browser was not allowed to write ${handle.name}. Save again and allow it, or download the post.`);
  }
  let before: File;
  try {
    before = await handle.getFile();
  } catch {
    throw new ChangedOnDisk(`${handle.name} is not where it was. It may have been moved, renamed or deleted. Save it under a name, or download it.`);
  }
  const touched = before.lastModified !== disk.lastModified || before.size !== disk.size;
  // A new date alone, as a backup or a checkout of the same text gives it, is no change.
  if (touched && (before.size !== disk.size || (await hash(new Uint8Array(await before.arrayBuffer()))) !== disk.hash)) {
    throw new ChangedOnDisk(`${handle.name} was changed by something else since it was opened here, so it was not overwritten. Save under another name, or choose the same file to replace it.`);
  }
  return put(handle, bytes);
}

/** Asks for a place and writes there. Null when the picker was closed; `undefined` when the browser has none. */
export async function saveAs(bytes: Uint8Array<ArrayBuffer>, suggestedName: string): Promise<OnDisk | null | undefined> {
  if (!("showSaveFilePicker" in window)) return undefined;
  let handle: FileSystemFileHandle;
  try {
    handle = await window.showSaveFilePicker({ id: "foreword", suggestedName, types: FILE_TYPES });
  } catch (problem) {
    if (isCancelled(problem)) return null;
    return undefined;
  }
  return put(handle, bytes);
}

async function put(handle: FileSystemFileHandle, bytes: Uint8Array<ArrayBuffer>): Promise<OnDisk> {
  try {
    // Written beside the file and moved over it on close: a crash before that leaves the old bytes.
    const stream = await handle.createWritable();
    try {
      await stream.write(bytes);
    } catch (problem) {
      await stream.abort().catch(() => undefined);
      throw problem;
    }
    await stream.close();
    const after = await handle.getFile();
    return { handle, lastModified: after.lastModified, size: after.size, hash: await hash(bytes) };
  } catch {
    throw new Problem(`${handle.name} could not be written. The disk may be full or the file protected. Download the post to keep it.`);
  }
}

/** Hands the bytes to the browser's downloads. Whether they arrive there, no page can tell. */
export function download(bytes: Uint8Array<ArrayBuffer>, name: string): void {
  const address = URL.createObjectURL(new Blob([bytes], { type: "text/markdown" }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

/** A file name for a new post: its title in lower case with hyphens. */
export function nameFor(title: string | null): string {
  const slug = (title ?? "")
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .slice(0, 80)
    .replace(/^-+|-+$/g, "");
  return `${slug || "post"}.md`;
}

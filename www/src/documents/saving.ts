// Owns how files go out: in place, under a new name, or as a download. Never over a file that changed meanwhile.

import { hash } from "./bytes";
import { FileForbidden, allow, look, lossOf } from "./disk-watch";
import { FILE_TYPES, type OnDisk } from "./pickers";
import { Problem, isCancelled } from "./problem";
import type { Theirs } from "./theirs";

/** The file on the disk is not the one that was opened: what it is now comes along. */
export class ChangedOnDisk extends Problem {
  constructor(
    message: string,
    readonly theirs: Theirs,
  ) {
    super(message);
  }
}

/** Writes a file in place. Resolves only once the browser has closed it, and never over a change that is not known here. */
export async function saveInPlace(disk: OnDisk, bytes: Uint8Array<ArrayBuffer>): Promise<OnDisk> {
  const { handle } = disk;
  if (!(await allow(handle))) {
    throw new FileForbidden(`Your browser was not allowed to write ${handle.name}. Save again and allow it, save the post elsewhere, or download it.`);
  }
  const unchanged = async (): Promise<void> => {
    const found = await look(disk, true);
    if (found.kind === "lost") throw found.problem;
    if (found.kind === "changed") {
      throw new ChangedOnDisk(`${handle.name} was changed by something else since it was opened here, so it was not overwritten. Save under another name, or choose the same file to replace it.`, found);
    }
  };
  await unchanged();
  return put(handle, bytes, unchanged);
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

/** `last` is done when all is written, right before it takes the file's place; when it throws, the file stays as it is. */
async function put(handle: FileSystemFileHandle, bytes: Uint8Array<ArrayBuffer>, last: () => Promise<void> = () => Promise.resolve()): Promise<OnDisk> {
  try {
    // Written beside the file and moved over it on close: a crash before that leaves the old bytes.
    const stream = await handle.createWritable({ mode: "exclusive" } as FileSystemCreateWritableOptions);
    try {
      await stream.write(bytes);
      await last();
    } catch (problem) {
      await stream.abort().catch(() => undefined);
      throw problem;
    }
    await stream.close();
  } catch (problem) {
    if (problem instanceof Problem) throw problem;
    const name = problem instanceof DOMException ? problem.name : "";
    if (name === "NoModificationAllowedError") throw new Problem(`${handle.name} is being written by another tab. Try again in a moment; your text is still here.`);
    if (name === "NotAllowedError" || name === "NotFoundError") throw lossOf(problem, handle.name);
    throw new Problem(`${handle.name} could not be written. The disk may be full or the file protected. Download the post to keep it.`);
  }
  // It is written, whatever comes now. A date of what another has written since would hide that.
  const after = await handle.getFile().catch(() => null);
  return { handle, lastModified: after?.size === bytes.length ? after.lastModified : 0, size: bytes.length, hash: await hash(bytes) };
}

/** Hands the bytes to the browser's downloads. Whether they arrive there, no page can tell. */
export function download(bytes: Uint8Array<ArrayBuffer>, name: string, type = "text/markdown"): void {
  const address = URL.createObjectURL(new Blob([bytes], { type }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

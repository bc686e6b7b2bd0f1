// Owns files behind a browser's folder handle: on the disk, or in the browser's own storage.

import { fromHandle } from "../documents/folder-source";
import { WorkspaceProblem, clash, failureOf, isFolder, noPermission, vanished } from "./failure";
import { checkNew, folderOf, nameOf, stepsOf } from "./paths";
import type { FileStore, Stat } from "./store";
import type { Access } from "./types";

/** What browsers have and their types do not know yet. */
type Movable = FileSystemFileHandle & { move?(folder: FileSystemDirectoryHandle, name: string): Promise<void> };

export interface HandleStoreOptions {
  /** What a person calls it, where the handle's own name is not for them. */
  name?: string;
  /** Writes a file of the browser's own storage where `createWritable` is missing (Safari before 26). */
  writeOtherwise?: ((path: string, bytes: Uint8Array<ArrayBuffer>) => Promise<void>) | undefined;
}

const isName = (problem: unknown, ...names: string[]): boolean => problem instanceof Error && names.includes(problem.name);
const MODE = { mode: "readwrite" } as const;

export function createHandleStore(root: FileSystemDirectoryHandle, { name = root.name, writeOtherwise }: HandleStoreOptions = {}): FileStore {
  const folderAt = async (steps: string[], create = false): Promise<FileSystemDirectoryHandle> => {
    let folder = root;
    for (const step of steps) folder = await folder.getDirectoryHandle(step, { create });
    return folder;
  };
  const parentOf = (path: string, create = false): Promise<FileSystemDirectoryHandle> => folderAt(stepsOf(path).slice(0, -1), create);
  const handleAt = async (path: string): Promise<FileSystemFileHandle> => (await parentOf(path)).getFileHandle(nameOf(path));

  /** Runs a piece of work; whatever is thrown becomes a problem with words. */
  const guarded = async <T>(path: string, writing: boolean, work: () => Promise<T>): Promise<T> => {
    try {
      return await work();
    } catch (problem) {
      throw failureOf(problem, path, writing);
    }
  };

  const kindOf = async (path: string): Promise<"file" | "folder" | null> => {
    const steps = stepsOf(path);
    try {
      await handleAt(path);
      return "file";
    } catch (problem) {
      if (isName(problem, "NotFoundError")) return null;
      if (!isName(problem, "TypeMismatchError")) throw failureOf(problem, path, false);
    }
    // Something on the way, or the last of it, is of another kind.
    return folderAt(steps).then(
      () => "folder",
      () => null,
    );
  };

  /** Beside the file and moved over it on close: a crash before that leaves the old bytes. */
  const put = async (path: string, handle: FileSystemFileHandle, bytes: Uint8Array<ArrayBuffer>): Promise<Stat> => {
    if (typeof handle.createWritable === "function") {
      const stream = await handle.createWritable();
      try {
        await stream.write(bytes);
      } catch (problem) {
        await stream.abort().catch(() => undefined);
        throw problem;
      }
      await stream.close();
    } else if (writeOtherwise) await writeOtherwise(path, bytes);
    else throw new WorkspaceProblem("readOnly", "This browser cannot write files here. Download the post instead.", path);
    const file = await handle.getFile();
    if (file.size !== bytes.length) throw new WorkspaceProblem("failed", `${nameOf(path)} was written and is not as it should be. Something else may have written it; download the post to keep it.`, path);
    return { modified: file.lastModified, size: file.size };
  };

  const create = async (path: string, bytes: Uint8Array<ArrayBuffer>): Promise<Stat> => {
    checkNew(path);
    const file = nameOf(path);
    if ((await kindOf(path)) !== null) throw clash(path);
    const parent = await parentOf(path, true).catch((problem: unknown) => {
      // A file has the name of a folder on the way.
      throw isName(problem, "TypeMismatchError") ? clash(folderOf(path)) : problem;
    });
    const handle = await parent.getFileHandle(file, { create: true });
    // Somebody else may have made it between the look and the making.
    if ((await handle.getFile()).size > 0) throw clash(path);
    try {
      return await put(path, handle, bytes);
    } catch (problem) {
      // An empty file of our making is not left behind.
      const left = await handle.getFile().catch(() => null);
      if (left?.size === 0) await parent.removeEntry(file).catch(() => undefined);
      throw problem;
    }
  };

  const copyAndDelete = async (from: string, handle: FileSystemFileHandle, to: string): Promise<void> => {
    const before = await handle.getFile();
    await create(to, new Uint8Array(await before.arrayBuffer()));
    const after = await handle.getFile().catch(() => null);
    if (!after || after.lastModified !== before.lastModified || after.size !== before.size) {
      await (await parentOf(to)).removeEntry(nameOf(to)).catch(() => undefined);
      throw new WorkspaceProblem("changed", `${from} was changed by something else while it was moved, so it stays where it was. Try again.`, from);
    }
    await (await parentOf(from)).removeEntry(nameOf(from));
  };

  const moveFile = async (from: string, to: string): Promise<void> => {
    checkNew(to);
    if (from === to) return;
    const handle: Movable = await handleAt(from);
    const there = await kindOf(to);
    if (there !== null) {
      // On many disks `Post.md` and `post.md` are one file; a new spelling of the same name goes by way of another.
      const same = there === "file" && from.toLowerCase() === to.toLowerCase() && (await handle.isSameEntry(await handleAt(to)));
      if (!same) throw clash(to);
      const aside = `${from}.${Date.now().toString(36)}.tmp`;
      await moveFile(from, aside);
      return moveFile(aside, to);
    }
    const parent = await parentOf(to, true);
    if (typeof handle.move === "function") {
      try {
        return await handle.move(parent, nameOf(to));
      } catch (problem) {
        if (isName(problem, "NotAllowedError", "SecurityError", "QuotaExceededError")) throw problem;
        // Not every browser moves every file. If it is still there and nothing is at its new place, it can be copied.
        if ((await kindOf(from)) !== "file" || (await kindOf(to)) !== null) throw problem;
      }
    }
    await copyAndDelete(from, await handleAt(from), to);
  };

  return {
    name,
    writable: true,
    source: { ...fromHandle(root), name },
    async access(): Promise<Access> {
      // The browser's own storage needs no permission, and not every browser has the question.
      return typeof root.queryPermission === "function" ? root.queryPermission(MODE) : "granted";
    },
    async ask(): Promise<Access> {
      if (typeof root.requestPermission !== "function") return "granted";
      try {
        return await root.requestPermission(MODE);
      } catch (problem) {
        // Without a click, the browser does not ask; a click can still do it.
        if (isName(problem, "SecurityError", "NotAllowedError")) return "prompt";
        throw noPermission(null, true);
      }
    },
    kindOf,
    file: (path) => guarded(path, false, async () => (await handleAt(path)).getFile()),
    handle: (path) => guarded(path, false, () => handleAt(path)),
    write: (path, bytes) =>
      guarded(path, true, async () => {
        let handle: FileSystemFileHandle;
        try {
          handle = await handleAt(path);
          await handle.getFile();
        } catch (problem) {
          if (isName(problem, "NotFoundError")) throw vanished(path);
          if (isName(problem, "TypeMismatchError")) throw isFolder(path);
          throw problem;
        }
        return put(path, handle, bytes);
      }),
    create: (path, bytes) => guarded(path, true, () => create(path, bytes)),
    move: (from, to) => guarded(from, true, () => moveFile(from, to)),
    remove: (path) =>
      guarded(path, true, async () => {
        if ((await kindOf(path)) === "folder") throw isFolder(path);
        await (await parentOf(path)).removeEntry(nameOf(path));
      }),
    async removeEmpty(path, top) {
      for (let at = path; at !== "" && at !== top; at = folderOf(at)) {
        try {
          // Without `recursive`, a folder with something in it stays.
          await (await parentOf(at)).removeEntry(nameOf(at));
        } catch {
          return;
        }
      }
    },
  };
}

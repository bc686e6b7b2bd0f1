// Owns files that can be read and not written: a folder chosen or dropped in a browser without handles.

import { fromPaths, type FileAt } from "../documents/folder-source";
import { isFolder, readOnly, vanished } from "./failure";
import { stepsOf } from "./paths";
import type { FileStore } from "./store";

export function createListStore(name: string, files: readonly FileAt[]): FileStore {
  const source = fromPaths(name, files);
  const refuse = (path: string): Promise<never> => Promise.reject(readOnly(path));
  const kindOf = async (path: string): Promise<"file" | "folder" | null> => {
    const steps = stepsOf(path);
    if (await source.file(steps)) return "file";
    return (await source.folder(steps)) ? "folder" : null;
  };
  return {
    name,
    writable: false,
    source,
    access: () => Promise.resolve("granted"),
    ask: () => Promise.resolve("granted"),
    kindOf,
    async file(path) {
      const file = await source.file(stepsOf(path));
      if (file) return file;
      throw (await kindOf(path)) === "folder" ? isFolder(path) : vanished(path);
    },
    handle: () => Promise.resolve(null),
    write: refuse,
    create: refuse,
    move: (from) => refuse(from),
    remove: refuse,
    removeEmpty: refuse,
  };
}

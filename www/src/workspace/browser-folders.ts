// Owns the workspaces in the browser's own storage: one folder each below a folder of ours, by the name that a person sees.

import { WorkspaceProblem, failureOf } from "./failure";

/** A later layout gets another name and leaves this alone. */
const TOP = "foreword-workspaces-v1";
export const DEFAULT_NAME = "Posts in this browser";

export interface BrowserFolders {
  /** False where the browser has no storage for files, as in private windows of some. */
  there(): Promise<boolean>;
  names(): Promise<string[]>;
  /** Opens one, made where it is not there. */
  open(name: string): Promise<FileSystemDirectoryHandle>;
  /** Makes one by this name, or by the first free one like it. */
  make(name: string): Promise<{ name: string; handle: FileSystemDirectoryHandle }>;
  /** Deletes one with all that is in it. */
  remove(name: string): Promise<void>;
  /** Asks the browser not to clear what is here when it needs room. False when it may. */
  persist(): Promise<boolean>;
  /** Path of a folder below the origin's storage, for whoever writes from a worker. */
  pathOf(name: string): string[];
}

/** A name as it can be a folder's. */
const folderName = (name: string): string => name.replace(/[\u0000-\u001f<>:"/\\|?*]+/g, " ").trim().replace(/^\.+|[. ]+$/g, "").slice(0, 80) || DEFAULT_NAME;

export function createBrowserFolders(root: () => Promise<FileSystemDirectoryHandle> = () => navigator.storage.getDirectory()): BrowserFolders {
  const top = async (): Promise<FileSystemDirectoryHandle> => {
    try {
      return await (await root()).getDirectoryHandle(TOP, { create: true });
    } catch {
      throw new WorkspaceProblem("permission", "This browser keeps no files for this page. A private window may be the reason; use an ordinary one, or download your posts.");
    }
  };
  const names = async (): Promise<string[]> => {
    const found: string[] = [];
    for await (const entry of (await top()).values()) if (entry.kind === "directory") found.push(entry.name);
    return found.sort();
  };
  return {
    there: () => top().then(() => true, () => false),
    names: () => names().catch(() => []),
    async open(name) {
      try {
        return await (await top()).getDirectoryHandle(folderName(name), { create: true });
      } catch (problem) {
        throw failureOf(problem, name, true);
      }
    },
    async make(name) {
      const taken = new Set((await names()).map((each) => each.toLowerCase()));
      const plain = folderName(name);
      let free = plain;
      for (let count = 2; taken.has(free.toLowerCase()); count++) free = `${plain} ${count}`;
      return { name: free, handle: await (await top()).getDirectoryHandle(free, { create: true }) };
    },
    async remove(name) {
      await (await top()).removeEntry(folderName(name), { recursive: true }).catch((problem: unknown) => {
        throw failureOf(problem, name, true);
      });
    },
    async persist() {
      const storage = globalThis.navigator?.storage;
      return (await storage?.persisted?.().catch(() => false)) || (await storage?.persist?.().catch(() => false)) || false;
    },
    pathOf: (name) => [TOP, folderName(name)],
  };
}

// Owns a disk in memory with the browser's handles, for tests: with faults, and with or without `move`.

type Node = { kind: "file"; bytes: Uint8Array<ArrayBuffer>; modified: number } | { kind: "folder"; below: Map<string, Node> };
type Folder = Extract<Node, { kind: "folder" }>;

export interface FakeDisk {
  handle: FileSystemDirectoryHandle;
  /** Paths and texts of all files. */
  files(): Record<string, string>;
  put(path: string, text: string | Uint8Array<ArrayBuffer>): void;
  delete(path: string): void;
  /** Called before each operation; throws to make it fail. */
  fault: ((operation: string, path: string) => void) | null;
  permission: PermissionState;
  folders(): string[];
}

const error = (name: string): DOMException => new DOMException("", name);

export function createFakeDisk(files: Record<string, string> = {}, { canMove = false, ignoresCase = false } = {}): FakeDisk {
  const root: Folder = { kind: "folder", below: new Map() };
  let clock = 1_700_000_000_000;

  const find = (folder: Folder, name: string): [string, Node] | null => {
    const exact = folder.below.get(name);
    if (exact) return [name, exact];
    if (!ignoresCase) return null;
    return [...folder.below].find(([each]) => each.toLowerCase() === name.toLowerCase()) ?? null;
  };
  const check = (name: string): void => {
    if (name === "" || name === "." || name === ".." || name.includes("/")) throw new TypeError("Name is not allowed.");
  };
  const before = (operation: string, path: string): void => {
    if (disk.permission !== "granted") throw error("NotAllowedError");
    disk.fault?.(operation, path);
  };

  const fileHandle = (parent: Folder, name: string, path: string): FileSystemFileHandle => {
    const state = { parent, name, path };
    const node = (): Extract<Node, { kind: "file" }> => {
      const found = find(state.parent, state.name)?.[1];
      if (found?.kind !== "file") throw error("NotFoundError");
      return found;
    };
    const handle = {
      kind: "file",
      get name() {
        return state.name;
      },
      node,
      async getFile() {
        before("getFile", state.path);
        const { bytes, modified } = node();
        return new File([bytes], state.name, { lastModified: modified });
      },
      async createWritable() {
        before("createWritable", state.path);
        const parts: Uint8Array[] = [];
        return {
          async write(bytes: Uint8Array) {
            before("write", state.path);
            parts.push(bytes.slice());
          },
          async close() {
            before("close", state.path);
            node().bytes = Uint8Array.from(parts.flatMap((part) => [...part]));
            node().modified = clock += 10;
          },
          async abort() {},
        };
      },
      async isSameEntry(other: { node?(): Node }) {
        return other.node?.() === node();
      },
      ...(canMove && {
        async move(target: { folder: Folder; path: string }, next: string) {
          before("move", state.path);
          const moved = node();
          if (find(target.folder, next)) throw error("InvalidModificationError");
          state.parent.below.delete(find(state.parent, state.name)?.[0] ?? "");
          target.folder.below.set(next, moved);
          Object.assign(state, { parent: target.folder, name: next, path: target.path + next });
        },
      }),
    };
    return handle as unknown as FileSystemFileHandle;
  };

  const folderHandle = (folder: Folder, name: string, path: string): FileSystemDirectoryHandle => {
    const handle = {
      kind: "directory",
      name,
      folder,
      path,
      async *values() {
        before("values", path);
        for (const [each, node] of folder.below) yield node.kind === "file" ? fileHandle(folder, each, path + each) : folderHandle(node, each, `${path}${each}/`);
      },
      async getDirectoryHandle(each: string, { create = false } = {}) {
        check(each);
        before("getDirectoryHandle", path + each);
        const found = find(folder, each);
        if (found?.[1].kind === "file") throw error("TypeMismatchError");
        if (!found && !create) throw error("NotFoundError");
        const below: Folder = found?.[1].kind === "folder" ? found[1] : { kind: "folder", below: new Map() };
        if (!found) folder.below.set(each, below);
        return folderHandle(below, found?.[0] ?? each, `${path}${each}/`);
      },
      async getFileHandle(each: string, { create = false } = {}) {
        check(each);
        before("getFileHandle", path + each);
        const found = find(folder, each);
        if (found?.[1].kind === "folder") throw error("TypeMismatchError");
        if (!found && !create) throw error("NotFoundError");
        if (!found) folder.below.set(each, { kind: "file", bytes: new Uint8Array(), modified: (clock += 10) });
        return fileHandle(folder, found?.[0] ?? each, path + each);
      },
      async removeEntry(each: string, { recursive = false } = {}) {
        before("removeEntry", path + each);
        const found = find(folder, each);
        if (!found) throw error("NotFoundError");
        if (found[1].kind === "folder" && found[1].below.size > 0 && !recursive) throw error("InvalidModificationError");
        folder.below.delete(found[0]);
      },
      async isSameEntry(other: { folder?: Folder }) {
        return other.folder === folder;
      },
      async resolve() {
        return null;
      },
      async queryPermission() {
        return disk.permission;
      },
      async requestPermission() {
        return (disk.permission = disk.permission === "prompt" ? "granted" : disk.permission);
      },
    };
    return handle as unknown as FileSystemDirectoryHandle;
  };

  const walk = (folder: Folder, path: string, visit: (path: string, node: Node) => void): void => {
    for (const [name, node] of folder.below) {
      visit(path + name, node);
      if (node.kind === "folder") walk(node, `${path}${name}/`, visit);
    }
  };

  const parentOf = (path: string): [Folder, string] => {
    const steps = path.split("/");
    let folder = root;
    for (const step of steps.slice(0, -1)) {
      const found = folder.below.get(step);
      const next: Folder = found?.kind === "folder" ? found : { kind: "folder", below: new Map() };
      folder.below.set(step, next);
      folder = next;
    }
    return [folder, steps.at(-1) ?? ""];
  };

  const disk: FakeDisk = {
    handle: null as unknown as FileSystemDirectoryHandle,
    fault: null,
    permission: "granted",
    files() {
      const found: Record<string, string> = {};
      walk(root, "", (path, node) => {
        if (node.kind === "file") found[path] = new TextDecoder().decode(node.bytes);
      });
      return found;
    },
    folders() {
      const found: string[] = [];
      walk(root, "", (path, node) => node.kind === "folder" && found.push(path));
      return found;
    },
    put(path, text) {
      const [folder, name] = parentOf(path);
      folder.below.set(name, { kind: "file", bytes: typeof text === "string" ? new TextEncoder().encode(text) : text, modified: (clock += 10) });
    },
    delete(path) {
      const [folder, name] = parentOf(path);
      folder.below.delete(name);
    },
  };
  for (const [path, text] of Object.entries(files)) disk.put(path, text);
  disk.handle = folderHandle(root, "site", "");
  return disk;
}

export const bytesOf = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);

// Owns the workspace that is open, and every way to open one, keep one and make posts in it: all that a page needs of folders.

import { read as readBytes } from "../documents/bytes";
import type { FileAt } from "../documents/folder-source";
import type { Incoming } from "../documents/pickers";
import { wordsFor } from "../documents/problem";
import { createBrowserFolders, DEFAULT_NAME, type BrowserFolders } from "./browser-folders";
import { WorkspaceProblem, noPermission, vanished } from "./failure";
import type { Moment } from "./go-time";
import { learnHabit, pathFor, type Habit } from "./habits";
import { createHandleStore } from "./handle-store";
import { pickFolder, type IncomingFolder } from "./incoming";
import { createLibraryClient, type LibraryClient, type SpawnShelf } from "./library-client";
import { createListStore } from "./list-store";
import { newText, type NewPost } from "./new-post";
import { isPostName, nameOf } from "./paths";
import { createPostIndex, type PostIndex } from "./post-index";
import { createPostLister, type PostLister } from "./post-list";
import { createRemembered, type RememberedFolders } from "./remembered";
import type { FileStore } from "./store";
import { allFiles } from "./survey";
import type { PostEntry, PostView, Summariser, Trashed, WorkspaceEvent, WorkspaceInfo } from "./types";
import { createWorkspace, type Workspace } from "./workspace";

export interface WorkspacesOptions {
  tell(event: WorkspaceEvent): void;
  /** Makes what reads headers; one for each workspace that is opened. */
  summariser(): Summariser;
  /** `spawnWorker(libraryUrl)`. */
  spawnShelf: SpawnShelf;
  remembered?: RememberedFolders;
  browserFolders?: BrowserFolders;
  now?: () => Date;
}

/** A post that was made, and what its maker should know. */
export interface Created {
  path: string;
  /** What of an archetype was left out. */
  notes: string[];
  /** The archetype it was made from; its title may differ from the one asked for. */
  from: string | null;
}

export interface Workspaces {
  /** The one that is open. */
  current(): Workspace | null;
  /** What can be opened again, latest first; handles on the disk and folders in this browser. */
  recent(): Promise<WorkspaceInfo[]>;
  /** Lets a person choose a folder. False when they did not. From a click. */
  pick(): Promise<boolean>;
  /** Opens a folder that came by a drop, or by other ways. */
  take(folder: IncomingFolder): Promise<void>;
  /** Opens one of `recent`. With `ask`, from a click, the browser may ask the person. False when it is not allowed. */
  reopen(id: string, ask: boolean): Promise<boolean>;
  /** Asks for the permission that the open one has lost. From a click. */
  allow(): Promise<boolean>;
  /** Opens a folder in the browser's own storage. */
  openBrowser(name?: string): Promise<void>;
  /** Unpacks an archive into a folder in this browser, and opens that. */
  takeZip(archive: File): Promise<void>;
  /** Copies the open one, that can only be read, into this browser, and opens the copy. */
  keep(): Promise<void>;
  /** The open one as an archive; with paths, those files only. */
  zip(paths?: string[]): Promise<Blob>;
  close(): void;
  /** Forgets a folder of the disk (nothing is deleted); deletes one in this browser with all its posts. */
  forget(id: string): Promise<void>;

  setView(view: PostView): void;
  /** Looks for what has changed in the folder; on focus. */
  refresh(): Promise<void>;
  entries(): PostEntry[];
  /** The desk has written a post by itself. */
  saved(path: string): Promise<void>;

  open(path: string): Promise<Incoming>;
  /** How a new post in a folder would be named, to show it beforehand. */
  habit(folder: string | null, generator: string): Habit;
  create(post: NewPost): Promise<Created>;
  duplicate(path: string): Promise<string>;
  rename(path: string, slug: string, bytes?: Uint8Array<ArrayBuffer>): Promise<string>;
  remove(path: string): Promise<string>;
  trash(): Promise<Trashed[]>;
  restore(id: string): Promise<string>;
}

/** Ids of workspaces in the browser's own storage begin so. */
const BROWSER = "browser:";

export function createWorkspaces(options: WorkspacesOptions): Workspaces {
  const { tell, spawnShelf, remembered = createRemembered(), browserFolders = createBrowserFolders(), now = () => new Date() } = options;
  let open: { workspace: Workspace; index: PostIndex; lister: PostLister; library: LibraryClient; summariser: Summariser } | null = null;

  const here = (): NonNullable<typeof open> => {
    if (!open) throw new WorkspaceProblem("failed", "No folder is open.");
    return open;
  };
  const moment = (): Moment => ({ time: now().getTime(), zone: -now().getTimezoneOffset() });
  const tellInfo = async (): Promise<void> => {
    const mine = open;
    const info = (await mine?.workspace.info()) ?? null;
    if (mine === open) tell({ type: "workspace", workspace: info });
  };

  /** Runs a piece of work; when the browser has taken its permission back, that is told. */
  const watched = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      return await work();
    } catch (problem) {
      if (problem instanceof WorkspaceProblem && problem.kind === "permission") void tellInfo().catch(() => undefined);
      throw problem;
    }
  };

  /** Looks through the folder in the background. */
  const look = (index: PostIndex): void => {
    watched(() => index.refresh()).catch((problem: unknown) => {
      if (open?.index === index) tell({ type: "failed", message: wordsFor(problem, "The folder could not be read to its end. What is listed may be old.") });
    });
  };

  const close = (): void => {
    open?.index.stop();
    open?.lister.stop();
    open?.library.end();
    open?.summariser.end();
    open = null;
  };

  const enter = async (store: FileStore, about: Pick<WorkspaceInfo, "id" | "kind">): Promise<void> => {
    close();
    const workspace = createWorkspace(store, { ...about, opened: now().getTime(), now });
    const library = createLibraryClient(spawnShelf);
    const summariser = options.summariser();
    const index = createPostIndex({ workspace, library, summariser, tell: () => lister.changed() });
    const lister = createPostLister({ index, library, tell: (list) => tell({ type: "posts", list }) });
    open = { workspace, index, lister, library, summariser };
    await tellInfo();
    // The list fills while it is looked at.
    look(index);
  };

  const enterBrowser = async (name: string, handle: FileSystemDirectoryHandle): Promise<void> => {
    void browserFolders.persist();
    const writeOtherwise = async (path: string, bytes: Uint8Array<ArrayBuffer>): Promise<void> => {
      await here().library.ask({ type: "write", path: [...browserFolders.pathOf(name), ...path.split("/")], bytes });
    };
    await enter(createHandleStore(handle, { name, writeOtherwise }), { id: BROWSER + name, kind: "browser" });
  };

  const enterHandle = async (handle: FileSystemDirectoryHandle): Promise<void> => {
    const { id } = await remembered.remember(handle);
    await enter(createHandleStore(handle), { id, kind: "folder" });
  };

  /** Fills a new folder in this browser; one that cannot be filled is not left behind half. */
  const copyIn = async (name: string, total: number, files: AsyncIterable<FileAt> | Iterable<FileAt>): Promise<void> => {
    const made = await browserFolders.make(name);
    const library = createLibraryClient(spawnShelf);
    const store = createHandleStore(made.handle, {
      name: made.name,
      writeOtherwise: async (path, bytes) => void (await library.ask({ type: "write", path: [...browserFolders.pathOf(made.name), ...path.split("/")], bytes })),
    });
    let done = 0;
    try {
      for await (const { path, file } of files) {
        await store.create(path.map(legal).join("/"), new Uint8Array(await file.arrayBuffer()));
        done += 1;
        if (done % 20 === 0) tell({ type: "progress", progress: { doing: "copying", done, total } });
      }
    } catch (problem) {
      await browserFolders.remove(made.name).catch(() => undefined);
      throw problem;
    } finally {
      library.end();
      tell({ type: "progress", progress: null });
    }
    await enterBrowser(made.name, made.handle);
  };

  const readText = async (path: string): Promise<string | null> => {
    try {
      const reading = readBytes((await here().workspace.read(path)).bytes);
      return reading.kind === "text" ? reading.text : null;
    } catch (problem) {
      if (problem instanceof WorkspaceProblem && (problem.kind === "vanished" || problem.kind === "isFolder")) return null;
      throw problem;
    }
  };

  /** Paths of the posts, the latest last. */
  const paths = (): string[] => [...here().index.entries().values()].sort((a, b) => (a.instant ?? -Infinity) - (b.instant ?? -Infinity) || (a.path < b.path ? -1 : 1)).map(({ path }) => path);

  return {
    current: () => open?.workspace ?? null,
    async recent() {
      const folders = await remembered.list();
      const infos = await Promise.all(
        folders.map(async ({ id, name, handle, opened }): Promise<WorkspaceInfo> => {
          const access = await createHandleStore(handle).access().catch(() => "prompt" as const);
          return { id, name, kind: "folder", writable: true, access, opened };
        }),
      );
      const names = await browserFolders.names();
      return [...infos, ...names.map((name): WorkspaceInfo => ({ id: BROWSER + name, name, kind: "browser", writable: true, access: "granted", opened: 0 }))];
    },
    async pick() {
      const folder = await pickFolder();
      if (folder) await this.take(folder);
      return folder !== null;
    },
    async take(folder) {
      if ("handle" in folder) return enterHandle(folder.handle);
      await enter(createListStore(folder.name, folder.files), { id: `files:${folder.name}`, kind: "files" });
    },
    async reopen(id, ask) {
      if (id.startsWith(BROWSER)) {
        await this.openBrowser(id.slice(BROWSER.length));
        return true;
      }
      const known = await remembered.get(id);
      if (!known) throw vanished("The folder");
      const store = createHandleStore(known.handle);
      const access = await store.access();
      if (access !== "granted" && (!ask || (await store.ask()) !== "granted")) return false;
      await enterHandle(known.handle);
      return true;
    },
    async allow() {
      const granted = (await here().workspace.store.ask()) === "granted";
      await tellInfo();
      if (granted) look(here().index);
      return granted;
    },
    async openBrowser(name = DEFAULT_NAME) {
      await enterBrowser(name, await browserFolders.open(name));
    },
    async takeZip(archive) {
      const { unpack } = await import("./zip");
      const files = await unpack(archive, (done) => done % 50 === 0 && tell({ type: "progress", progress: { doing: "unpacking", done, total: 0 } }));
      await copyIn(archive.name.replace(/\.zip$/i, ""), files.length, files);
    },
    async keep() {
      const { workspace } = here();
      const budget = { left: 100_000 };
      async function* files(): AsyncGenerator<FileAt> {
        for await (const { path, file } of allFiles(workspace.source, [], budget)) yield { path, file: await file() };
      }
      await copyIn(workspace.name, 0, files());
    },
    async zip(chosen) {
      const { pack } = await import("./zip");
      try {
        return await watched(() => pack(here().workspace.source, chosen ?? null, (done) => done % 50 === 0 && tell({ type: "progress", progress: { doing: "packing", done, total: chosen?.length ?? 0 } })));
      } finally {
        tell({ type: "progress", progress: null });
      }
    },
    close() {
      close();
      tell({ type: "workspace", workspace: null });
    },
    async forget(id) {
      if (open?.workspace.id === id) this.close();
      if (id.startsWith(BROWSER)) await browserFolders.remove(id.slice(BROWSER.length));
      else await remembered.forget(id);
    },

    setView: (view) => here().lister.setView(view),
    refresh: () =>
      watched(async () => {
        const { workspace, index } = here();
        if ((await workspace.store.access()) !== "granted") throw noPermission(null, false);
        await index.refresh();
      }),
    entries: () => [...here().index.entries().values()],
    saved: (path) => here().index.changed(path),

    open: (path) => watched(() => here().workspace.open(path)),
    habit: (folder, generator) => learnHabit(paths(), folder, generator),
    create: (post) =>
      watched(async () => {
        const { workspace, index } = here();
        const habit = learnHabit(paths(), post.folder, post.generator);
        const at = moment();
        const { text, notes, from } = await newText(post, habit, at, readText);
        const path = await workspace.createFree((suffix) => pathFor(habit, { ...post, moment: at }, suffix), new TextEncoder().encode(text));
        tell({ type: "created", path });
        await index.changed(path);
        return { path, notes, from };
      }),
    duplicate: (path) =>
      watched(async () => {
        const { workspace, index } = here();
        const double = await workspace.duplicate(path);
        tell({ type: "created", path: double });
        await index.changed(double);
        return double;
      }),
    rename: (path, slug, bytes) =>
      watched(async () => {
        const { workspace, index } = here();
        const to = await workspace.rename(path, slug, bytes);
        if (to !== path) tell({ type: "moved", from: path, to });
        // A bundle may hold more posts than the one that was asked for.
        await (to === path ? index.changed(path) : index.moved(path, to));
        if (to !== path) look(index);
        return to;
      }),
    remove: (path) =>
      watched(async () => {
        const { workspace, index } = here();
        const trash = await workspace.remove(path);
        index.removed(path);
        tell({ type: "removed", path, trash });
        look(index);
        return trash;
      }),
    trash: () => watched(() => here().workspace.trash()),
    restore: (id) =>
      watched(async () => {
        const { workspace, index } = here();
        const path = await workspace.restore(id);
        tell({ type: "created", path });
        if (isPostName(nameOf(path))) await index.changed(path);
        look(index);
        return path;
      }),
  };
}

/** A name from elsewhere as it can be here: what no system forbids stays. */
const legal = (name: string): string =>
  name.replace(/[\u0000-\u001f\u007f<>:"\\|?*]/g, "_").replace(/[. ]+$/, (end) => "_".repeat(end.length)).replace(/^ +/, "");

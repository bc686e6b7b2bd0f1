// Owns folders of posts from the kernel's side: what the app asks of them, and what the desk and the images have of them.

import type { Desk } from "../documents/desk";
import { createFolder, type Folder } from "../documents/folder";
import { download } from "../documents/saving";
import { wordsFor } from "../documents/problem";
import type { Spawn } from "../engine/load";
import { libraryUrl } from "../preview/policy";
import type { Change, Edit16, Event, FolderAsk, Notice, PostFile, WorkspaceInfo } from "../wire";
import type { IncomingFolder } from "../workspace/incoming";
import type { WorkspaceEvent } from "../workspace/types";
import type { Workspace } from "../workspace/workspace";
import type { Workspaces } from "../workspace/workspaces";
import { changed } from "./other-post";
import { siteFiles, sitePaths } from "./site-files";

export interface FoldersOptions {
  desk: Desk;
  /** Makes a worker with an engine of its own. */
  spawn: Spawn;
  tell(event: Event): void;
  notice(notice: Notice): void;
  resolved(id: string): void;
  toast(message: string): void;
  /** Images of the post are looked for in this folder from now on. */
  images(folder: Folder | null): void;
  /** Changes the header of the post on the desk. */
  change(change: Change): void;
  /** Counts the changes of the text on the desk. */
  revision(): number;
  /** Id of the generator of the post on the desk; empty while it is not known. */
  generator(): string;
  /** Edits that change the header of a post that is not on the desk; null where it cannot be changed. */
  changeOf(text: string, path: string, change: Change): Promise<Edit16[] | null>;
  /** Whether the post on the desk has a slug of its own. */
  hasSlug(): boolean;
  /** A post has another path now. */
  moved(folder: string, from: string, to: string): void;
  /** Files that tell about the site of the posts; with `reset`, of another one than before. */
  learn(files: PostFile[], reset: boolean, paths?: string[]): void;
}

export interface Folders {
  ask(ask: FolderAsk): Promise<void>;
  /** A folder that was dropped. */
  take(folder: Promise<IncomingFolder>): Promise<void>;
  takeZip(file: File): Promise<void>;
  /** The desk is about to open something else than a post of the folder. */
  left(): void;
  /** The desk has written its file. */
  saved(): void;
  /** A file other than a post was written into the folder. */
  written(): void;
  /** Path of the open post in the folder; null where it is not of it. */
  path(): string | null;
  /** The same with the folder's id. */
  place(): { folder: string; path: string } | null;
  /** The folder that is open. */
  workspace(): Promise<Workspace | null>;
  /** Says what can be opened again. */
  start(): void;
}

/** Files are looked for again after this time at the earliest (ms). */
const LOOK = 10_000;

export function createFolders(options: FoldersOptions): Folders {
  const { desk, tell, notice, toast } = options;
  let loading: Promise<Workspaces> | null = null;
  let workspace: WorkspaceInfo | null = null;
  let recent: WorkspaceInfo[] = [];
  let post: string | null = null;
  /** True while a post of the folder is being opened. */
  let opening = false;

  /** When the files of the folder were looked for. */
  let looked = 0;
  /** What the engine knows of them, a path a line. */
  let known = "";

  const tellWorkspace = (): void => tell({ type: "workspace", workspace, recent, post });

  const lookAround = async (workspaces: Workspaces): Promise<void> => {
    recent = await workspaces.recent().catch(() => []);
    tellWorkspace();
  };

  const heard = (event: WorkspaceEvent, workspaces: Workspaces): void => {
    switch (event.type) {
      case "workspace": {
        if (event.workspace?.id !== workspace?.id) {
          post = null;
          if (event.workspace === null) tell({ type: "posts", list: null });
          const current = workspaces.current();
          options.images(current && createFolder(current.source));
          options.learn([], true);
          known = "";
          if (current) void learnConfiguration(current).then(() => lookForFiles(workspaces));
        }
        workspace = event.workspace;
        return void lookAround(workspaces);
      }
      case "posts":
        return tell({ type: "posts", list: event.list });
      case "progress":
        return tell({ type: "folderProgress", progress: event.progress });
      case "moved":
        // Its history goes along; the post itself is opened again by whoever renamed it.
        return workspace ? options.moved(workspace.id, event.from, event.to) : undefined;
      case "removed":
        toast(`Moved ${nameOf(event.path)} to the trash.`);
        void lookForFiles(workspaces);
        if (event.path === post) desk.begin();
        return;
      case "created":
        return void lookForFiles(workspaces);
      case "failed":
        return notice({ id: "workspace", kind: "warning", message: event.message, actions: [{ label: "Look again", command: { type: "folder", ask: { ask: "refresh" } } }] });
    }
  };

  /** Loaded when it is first needed: most visits open one file. */
  const load = (): Promise<Workspaces> => {
    loading ??= (async () => {
      const [{ createWorkspaces }, { createSummariser }, { spawnWorker }] = await Promise.all([
        import("../workspace/workspaces"),
        import("../workspace/summariser"),
        import("../workspace/library-client"),
      ]);
      const workspaces: Workspaces = createWorkspaces({
        tell: (event) => heard(event, workspaces),
        spawnShelf: spawnWorker(libraryUrl),
        summariser: () => {
          const inner = createSummariser({ spawn: options.spawn, clock: () => ({ now: Math.floor(Date.now() / 1_000), zone: -new Date().getTimezoneOffset() }) });
          return {
            summarise(files) {
              options.learn(files, false);
              return inner.summarise(files);
            },
            end: inner.end,
          };
        },
      });
      return workspaces;
    })();
    return loading;
  };

  async function learnConfiguration(current: Workspace): Promise<void> {
    const files = await siteFiles(current);
    if (files.length > 0) options.learn(files, false);
  }

  /** Tells the linter which files there are. */
  async function lookForFiles(workspaces: Workspaces): Promise<void> {
    const current = workspaces.current();
    if (!current) return;
    looked = Date.now();
    const paths = await sitePaths(current);
    const now = paths?.join("\n") ?? known;
    if (now === known || workspaces.current() !== current) return;
    known = now;
    options.learn([], false, paths ?? undefined);
  }

  /** The same where they may be others by now: somebody was somewhere else. */
  addEventListener("focus", () => {
    if (loading && Date.now() - looked > LOOK) void loading.then(lookForFiles, () => undefined);
  });

  async function open(workspaces: Workspaces, path: string): Promise<void> {
    const incoming = await workspaces.open(path);
    const before = post;
    const revision = options.revision();
    opening = true;
    post = path;
    try {
      await desk.take(Promise.resolve(incoming));
    } finally {
      opening = false;
    }
    // The writer stayed with the post before, or the file could not be read.
    if (options.revision() === revision) post = before;
    tellWorkspace();
  }

  async function carryOut(ask: FolderAsk, workspaces: Workspaces): Promise<void> {
    switch (ask.ask) {
      case "pick":
        return void (await workspaces.pick());
      case "reopen":
        if (!(await workspaces.reopen(ask.id, true))) toast("The browser did not allow it, so the folder stays closed.");
        return;
      case "allow":
        return void (await workspaces.allow());
      case "openBrowser":
        return workspaces.openBrowser();
      case "pickZip": {
        const file = await pickZip();
        return file ? workspaces.takeZip(file) : undefined;
      }
      case "keep":
        return workspaces.keep();
      case "zip": {
        const name = `${workspace?.name ?? "posts"}.zip`;
        const blob = await workspaces.zip();
        download(new Uint8Array(await blob.arrayBuffer()), name, "application/zip");
        return toast(`Downloading ${name}.`);
      }
      case "close":
        return workspaces.close();
      case "forget":
        await workspaces.forget(ask.id);
        return lookAround(workspaces);
      case "view":
        return workspaces.current() ? workspaces.setView(ask.view) : undefined;
      case "refresh":
        return workspaces.refresh();
      case "open":
        return open(workspaces, ask.path);
      case "create": {
        const made = await workspaces.create({
          title: ask.title, folder: ask.folder, generator: options.generator(), fields: null, language: "yaml", archetype: true,
        });
        await open(workspaces, made.path);
        // An archetype makes its title from the file's name.
        if (made.from !== null) options.change({ op: "set", path: ["title"], value: { type: "text", value: ask.title } });
        for (const note of made.notes) toast(note);
        return;
      }
      case "duplicate":
        return open(workspaces, await workspaces.duplicate(ask.path));
      case "rename": {
        // What is not in the file yet would stay behind under the old name.
        if (ask.path === post) await desk.save();
        const from = ask.path;
        const { renaming, slugOfPath } = await import("../workspace/rename");
        const slugged = (path: string): Change => ({ op: "set", path: ["slug"], value: { type: "text", value: slugOfPath(path) } });
        const next = renaming(from, ask.name);
        const slug = workspaces.entries().find(({ path }) => path === from)?.slug ?? null;
        const stale = next !== null && slug !== null && slug !== slugOfPath(next.path);
        // On the desk the slug is changed in the text, where it can be taken back.
        const bytes = stale && post !== from ? await changed((await workspaces.open(from)).bytes, (text) => options.changeOf(text, from, slugged(next.path))) : null;
        const to = await workspaces.rename(from, ask.name, bytes ?? undefined);
        if (to !== from && post === from) await open(workspaces, to);
        if (post === to && options.hasSlug()) options.change(slugged(to));
        else if (stale && !bytes) toast(`${nameOf(to)} keeps the slug in its header, which could not be changed.`);
        return;
      }
      case "remove":
        return void (await workspaces.remove(ask.path));
      case "trash":
        return tell({ type: "trash", items: await workspaces.trash() });
      case "restore": {
        const path = await workspaces.restore(ask.id);
        toast(`Brought back ${nameOf(path)}.`);
        return tell({ type: "trash", items: await workspaces.trash() });
      }
    }
  }

  const guard = async (work: () => Promise<void>): Promise<void> => {
    try {
      options.resolved("workspace");
      await work();
    } catch (problem) {
      notice({ id: "workspace", kind: "error", message: wordsFor(problem, "That did not work. Nothing was changed."), actions: [] });
    }
  };

  return {
    ask: (ask) => guard(async () => carryOut(ask, await load())),
    take: (folder) =>
      guard(async () => {
        const [given, workspaces] = await Promise.all([folder, load()]);
        await workspaces.take(given);
      }),
    takeZip: (file) => guard(async () => (await load()).takeZip(file)),
    left() {
      if (opening || post === null) return;
      post = null;
      tellWorkspace();
    },
    saved() {
      if (post === null || !loading) return;
      const path = post;
      void loading.then((workspaces) => workspaces.saved(path)).catch(() => undefined);
    },
    written: () => void loading?.then(lookForFiles, () => undefined),
    path: () => post,
    workspace: async () => (await loading)?.current() ?? null,
    place: () => (post !== null && workspace ? { folder: workspace.id, path: post } : null),
    start() {
      const soon = (work: () => void): unknown => ("requestIdleCallback" in window ? requestIdleCallback(work, { timeout: 3_000 }) : setTimeout(work, 1_000));
      soon(() => void load().then(lookAround, () => undefined));
    },
  };
}

const nameOf = (path: string): string => path.slice(path.lastIndexOf("/") + 1);

function pickZip(): Promise<File | null> {
  return new Promise((resolve) => {
    const input = Object.assign(document.createElement("input"), { type: "file", accept: ".zip,application/zip", hidden: true });
    input.onchange = () => resolve(input.files?.[0] ?? null);
    input.oncancel = () => resolve(null);
    input.click();
  });
}

// Owns the images that the form shows and the files that it offers, with the object URLs of both. Unlike the preview, the
// form is in the page itself: it gets addresses of images only, and of other hosts only where the person allows that.

import { isImageName } from "../documents/folder-list";
import { sourceOf } from "../preview/sources";
import type { Event, ImageFile } from "../wire";
import type { FolderImages } from "./folder-images";

/** So many of the files offered are shown as images. */
const MOST_SHOWN = 100;

export interface PostFilesSources {
  folder: Pick<FolderImages, "open" | "name" | "assets" | "list">;
  /** Whether images of other hosts may be shown. */
  remote(): boolean;
  tell(event: Event): void;
}

export interface PostFiles {
  /** Tells which of these images can be shown; of no others from now on. */
  lookUp(paths: string[]): void;
  /** Tells which files can be chosen, after asking for a folder where none is open. */
  listFiles(images: boolean): Promise<void>;
  /** Another post or folder is open, and paths lead elsewhere. */
  moved(): void;
  /** Images of other hosts may be shown now, or no longer. */
  remoteChanged(): void;
}

/** How long the pictures of a list outlive it (ms). */
const GRACE = 10_000;

export function createPostFiles({ folder, remote, tell }: PostFilesSources): PostFiles {
  let asked: string[] = [];
  const local = new Map<string, Promise<string | null>>();
  let lookUps = 0;
  let lists = 0;
  /** Object URLs of what is offered, or about to be; null for nothing. */
  let offered: string[] | null = null;

  async function findLocal(path: string): Promise<string | null> {
    const assets = await folder.assets();
    const blob = await assets?.(path).catch(() => null);
    // Of another kind, it could be opened as a page of this site.
    return blob?.type.startsWith("image/") ? URL.createObjectURL(blob) : null;
  }

  function find(path: string): Promise<string | null> {
    const source = sourceOf(path);
    switch (source.kind) {
      case "inline":
        return Promise.resolve(source.url);
      case "remote":
        return Promise.resolve(remote() ? source.url : null);
      case "local": {
        const known = local.get(path) ?? findLocal(source.path);
        local.set(path, known);
        return known;
      }
      case "none":
        return Promise.resolve(null);
    }
  }

  /** Forgets the local files for which this is true. One that was not there is looked for again when it is next asked for. */
  function forget(which: (path: string) => boolean): void {
    for (const [path, url] of local) {
      if (!which(path)) continue;
      local.delete(path);
      void url.then(revoke);
    }
  }

  async function tellImages(): Promise<void> {
    lookUps += 1;
    const mine = lookUps;
    const urls = await Promise.all(asked.map(async (path) => ({ path, url: await find(path) })));
    if (mine !== lookUps) return;
    const found = urls.filter(({ url }) => url !== null);
    tell({ type: "images", found });
    const missing = new Set(urls.filter(({ url }) => url === null).map(({ path }) => path));
    forget((path) => missing.has(path));
  }

  /** Takes back what was offered; there is nothing to choose until it is asked for again. */
  function withdraw(): void {
    lists += 1;
    // A picture that is still on its way when its list goes must not end in an error.
    const gone = offered ?? [];
    if (gone.length > 0) setTimeout(() => gone.forEach(revoke), GRACE);
    offered = null;
  }

  return {
    lookUp(paths) {
      asked = [...new Set(paths)];
      const wanted = new Set(asked);
      forget((path) => !wanted.has(path));
      void tellImages();
    },
    async listFiles(images) {
      if (folder.name() === null) await folder.open();
      withdraw();
      const mine = lists;
      offered = [];
      const name = folder.name();
      const list = name === null ? null : await folder.list(images);
      if (mine !== lists) return;
      if (name === null || list === null) {
        offered = null;
        return tell({ type: "files", files: null });
      }
      const files = await Promise.all(list.files.map(({ path, file }, at) => describe(path, at < MOST_SHOWN ? file : null)));
      const urls = files.flatMap(({ url }) => url ?? []);
      if (mine !== lists) return urls.forEach(revoke);
      offered = urls;
      tell({ type: "files", files: { folder: name, files, more: list.more } });
    },
    moved() {
      const was = offered;
      withdraw();
      if (was) tell({ type: "files", files: null });
      if (local.size > 0) tell({ type: "images", found: [] });
      forget(() => true);
      if (asked.length > 0) void tellImages();
    },
    remoteChanged() {
      if (asked.length > 0) void tellImages();
    },
  };
}

async function describe(path: string, file: (() => Promise<File>) | null): Promise<ImageFile> {
  if (!file || !isImageName(path)) return { path, url: null };
  const found = await file().catch(() => null);
  return { path, url: found?.type.startsWith("image/") ? URL.createObjectURL(found) : null };
}

function revoke(url: string | null): void {
  if (url !== null) URL.revokeObjectURL(url);
}

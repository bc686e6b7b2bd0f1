// Owns the images of the open post that are kept in the browser: found by how the post names them, packed along with it,
// and written into its folder once there is one.

import { fromPaths } from "../documents/folder-source";
import type { Workspace } from "../workspace/workspace";
import { folderOf, join, nameOf } from "../workspace/paths";
import type { Kept, KeptStore } from "./kept-store";
import { encodePath } from "./link";
import { resolve } from "./place-defaults";

export interface KeptDesk {
  /** Id of the draft. */
  draft(): string;
  /** Name of the post's file; null while it has none. */
  name(): string | null;
  text(): string;
}

export interface KeptImages {
  /** Another post is open, or the same one has another name. Resolves once its images are known. */
  look(): Promise<void>;
  /** Of the open post; those that its text names no more are left out. */
  named(): Kept[];
  /** Links of all that are kept for the open post. */
  links(): string[];
  /** Finds one by the path that the post gives. */
  find(path: string): Blob | null;
  keep(image: Omit<Kept, "draft" | "name" | "at">): Promise<void>;
  /** The post with its images as an archive; null when it has none. */
  parcel(name: string, post: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> | null;
  /** Writes what is kept into the folder of the post. The links that have to change, from and to. */
  writeInto(workspace: Workspace, post: string): Promise<{ written: string[]; renamed: [string, string][] }>;
}

/** `./a.png` and `a.png` are one path. */
const plain = (path: string): string => path.replace(/^(?:\.\/)+/, "");

export function createKeptImages(store: KeptStore, desk: KeptDesk): KeptImages {
  let here: Kept[] = [];
  let looking = 0;

  const isNamed = (text: string, { link }: Kept): boolean => text.includes(link) || text.includes(encodePath(link));

  return {
    async look() {
      looking += 1;
      const mine = looking;
      const [draft, name] = [desk.draft(), desk.name()];
      const found = await store.of(draft, name).catch(() => []);
      if (mine !== looking) return;
      const text = desk.text();
      const own = new Set(found.filter((kept) => kept.draft === draft).map(({ link }) => link));
      // Another draft of the same file had them; this one names them now.
      const fits = found.filter((kept) => kept.draft === draft || (!own.has(kept.link) && isNamed(text, kept)));
      here = fits;
      const moved = await Promise.all(fits.map((kept) => (kept.draft === draft && kept.name === name ? kept : store.move(kept, { draft, name }).catch(() => kept))));
      if (mine === looking) here = moved;
    },
    named() {
      const text = desk.text();
      return here.filter((kept) => isNamed(text, kept));
    },
    links: () => here.map(({ link }) => link),
    find(path) {
      const kept = here.find(({ link }) => plain(link) === plain(path));
      return kept ? new Blob([kept.bytes], { type: kept.type }) : null;
    },
    async keep(image) {
      const kept: Kept = { ...image, draft: desk.draft(), name: desk.name(), at: Date.now() };
      await store.put(kept);
      here = [...here.filter(({ link }) => link !== kept.link), kept];
    },
    parcel(name, post) {
      const images = this.named();
      if (images.length === 0) return null;
      const place = images.find((kept) => kept.post !== null)?.post ?? null;
      const entries = [{ path: place === null ? name : join(folderOf(place), name), bytes: post }, ...images.map(({ path, bytes }) => ({ path, bytes }))];
      return (async () => {
        const { pack } = await import("../workspace/zip");
        const source = fromPaths("post", entries.map(({ path, bytes }) => ({ path: path.split("/"), file: new File([bytes], nameOf(path)) })));
        return new Uint8Array(await (await pack(source, entries.map(({ path }) => path))).arrayBuffer());
      })();
    },
    async writeInto(workspace, post) {
      const written: string[] = [];
      const renamed: [string, string][] = [];
      for (const kept of this.named()) {
        const path = targetOf(kept, post);
        const actual = await place(workspace, path, kept.bytes);
        written.push(actual);
        if (actual !== path) renamed.push([kept.link, kept.link.slice(0, kept.link.length - nameOf(path).length) + nameOf(actual)]);
        here = here.filter((each) => each !== kept);
        // It is in its file now; what is left here does no harm.
        await store.remove(kept.draft, kept.link).catch(() => undefined);
      }
      return { written, renamed };
    },
  };
}

/** Where a kept image belongs now that its post is in a folder. */
function targetOf({ link, path, post: before }: Kept, post: string): string {
  const isRelative = !/^(?:\/|[~@]\/)/.test(link);
  return (isRelative && before !== post ? resolve(folderOf(post), link) : null) ?? path;
}

/** Writes a file where nothing is; beside another image of that name it gets a number. Gives back its path. */
async function place(workspace: Workspace, path: string, bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  if (await workspace.exists(path)) {
    const there = await workspace.store.file(path).catch(() => null);
    if (there && there.size === bytes.length && isEqual(new Uint8Array(await there.arrayBuffer()), bytes)) return path;
  }
  const dot = path.lastIndexOf(".");
  return workspace.createFree((suffix) => path.slice(0, dot) + suffix + path.slice(dot), bytes);
}

const isEqual = (a: Uint8Array, b: Uint8Array): boolean => a.every((byte, at) => byte === b[at]);

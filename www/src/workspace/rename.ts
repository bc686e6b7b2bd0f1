// Owns what a post's new path is when its slug changes, or when it is doubled. Pure.

import { slugOf } from "../documents/file-name";
import { folderOf, isIndex, join, nameOf, partsOfName } from "./paths";

/** What is moved when a post is: its file, or the folder of a bundle. */
export interface Unit {
  /** The file, or the folder. */
  path: string;
  /** The post's path below it; empty when it is the file itself. */
  inner: string;
}

/** A bundle (`slug/index.md`) is its folder; any other post is its file. `_index.md` describes a section and is a file. */
export function unitOf(path: string): Unit {
  const folder = folderOf(path);
  const isLeaf = isIndex(path) && !nameOf(path).startsWith("_");
  return isLeaf && folder !== "" ? { path: folder, inner: nameOf(path) } : { path, inner: "" };
}

/** The name without what is not its slug: date in front, language and ending behind. */
export function slugOfPath(path: string): string {
  const unit = unitOf(path);
  if (unit.inner === "") return partsOfName(nameOf(path)).slug;
  return withoutDate(nameOf(unit.path)).slug;
}

function withoutDate(name: string): { date: string; slug: string } {
  const date = /^\d{4}-\d{1,2}-\d{1,2}-(?=.)/.exec(name)?.[0] ?? "";
  return { date, slug: name.slice(date.length) };
}

/** A renamed post: from where to where its file or folder moves, and the post's own path then. */
export interface Renaming {
  from: string;
  to: string;
  path: string;
}

/**
 * The post under another slug. Folder, date in front, language and ending stay; of a bundle the folder gets the name.
 * `wanted` is a slug or a title. Null when there is nothing to change.
 */
export function renaming(path: string, wanted: string, suffix = ""): Renaming | null {
  const unit = unitOf(path);
  const before = slugOfPath(path);
  // A slug that is kept as it is, is not respelled: `My_Post` is somebody's choice.
  const slug = (wanted === before ? before : slugOf(wanted, before)) + suffix;
  const folder = folderOf(unit.path);
  const name = nameOf(unit.path);
  const next = unit.inner === "" ? `${partsOfName(name).date}${slug}${partsOfName(name).tail}` : `${withoutDate(name).date}${slug}`;
  const to = join(folder, next);
  return to === unit.path ? null : { from: unit.path, to, path: join(to, unit.inner) };
}

/** The post as a copy beside itself: `slug-copy`. */
export function doubling(path: string, suffix: string): Renaming {
  const doubled = renaming(path, slugOfPath(path), `-copy${suffix}`);
  // The suffix makes it another name, always.
  return doubled ?? { from: path, to: `${path}-copy${suffix}`, path: `${path}-copy${suffix}` };
}

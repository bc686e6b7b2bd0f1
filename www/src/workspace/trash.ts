// Owns the trash of a workspace, `.foreword/trash/` inside it: one folder for each thing thrown away, named by the time and
// its name, in which the files keep their paths. What is there can be found and put back without Foreword.

import { WorkspaceProblem, vanished } from "./failure";
import { folderOf, isIndex, join, nameOf, stepsOf } from "./paths";
import type { FileStore } from "./store";
import { allFiles } from "./survey";
import type { Trashed } from "./types";

/** What Foreword keeps in a folder. */
export const OWN_FOLDER = ".foreword";
const TRASH = join(OWN_FOLDER, "trash");
/** Put behind every name in the trash, so that no generator takes it for a post. */
const MARK = ".trash";
/** A trash with more is not listed to its end. */
const MOST_LISTED = 5_000;

/** The files that make up a path: itself, or all below it. */
export async function filesOf(store: FileStore, path: string): Promise<string[]> {
  const kind = await store.kindOf(path);
  if (kind === "file") return [path];
  if (kind === null) throw vanished(path);
  const files: string[] = [];
  for await (const found of allFiles(store.source, stepsOf(path), { left: 100_000 })) files.push(found.path.join("/"));
  return files;
}

/** Removes the folders at `path` and below that have nothing in them any more, innermost first. */
export async function removeEmptied(store: FileStore, path: string): Promise<void> {
  const entries = await store.source.folder(stepsOf(path));
  if (!entries) return;
  const below: string[] = [];
  for await (const entry of entries()) if ("entries" in entry) below.push(entry.name);
  for (const name of below) await removeEmptied(store, join(path, name));
  await store.removeEmpty(path, folderOf(path));
}

/** `20260131-174500-042`: sorts by time, and is a name on every system. */
function stamp(at: Date): string {
  return at.toISOString().replace(/[-:]/g, "").replace("T", "-").replace(".", "-").replace("Z", "");
}

function timeOf(id: string): number {
  const [, year, month, day, hour, minute, second, part] = /^(\d{4})(\d\d)(\d\d)-(\d\d)(\d\d)(\d\d)-(\d{3})-/.exec(id) ?? [];
  return year === undefined ? 0 : Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}.${part}Z`);
}

/** Keeps the trash out of version control. */
async function hide(store: FileStore): Promise<void> {
  const path = join(OWN_FOLDER, ".gitignore");
  if ((await store.kindOf(path)) === null) await store.create(path, new TextEncoder().encode("*\n")).catch(() => undefined);
}

/** Moves a post, or the folder of a bundle, to the trash. Gives back its name there. */
export async function throwAway(store: FileStore, path: string, now: Date): Promise<string> {
  const files = await filesOf(store, path);
  await hide(store);
  const id = `${stamp(now)}-${nameOf(path)}`;
  const moved: [from: string, to: string][] = [];
  try {
    for (const from of files) {
      const to = join(TRASH, id, `${from}${MARK}`);
      await store.move(from, to);
      moved.push([from, to]);
    }
  } catch (problem) {
    // All or nothing: half a bundle in the trash would be hard to find again.
    for (const [from, to] of moved.reverse()) await store.move(to, from).catch(() => undefined);
    throw problem;
  }
  await removeEmptied(store, path);
  return id;
}

async function contentsOf(store: FileStore, id: string): Promise<{ from: string; to: string }[]> {
  const top = join(TRASH, id);
  const files: { from: string; to: string }[] = [];
  for await (const { path } of allFiles(store.source, stepsOf(top), { left: 100_000 })) {
    const from = path.join("/");
    if (from.endsWith(MARK)) files.push({ from, to: from.slice(top.length + 1, -MARK.length) });
  }
  return files;
}

/** What a set of files has in common: the file itself, or the deepest folder of all. */
function commonPath(paths: string[]): string {
  let common = paths.length === 1 ? (paths[0] ?? "") : folderOf(paths[0] ?? "");
  for (const path of paths) while (common !== "" && path !== common && !path.startsWith(`${common}/`)) common = folderOf(common);
  return common;
}

/** The post that a set of files is about: the index of a bundle, or the only file; else their folder. */
function mainPath(paths: string[]): string {
  const common = commonPath(paths);
  return paths.find((path) => folderOf(path) === common && isIndex(path)) ?? common;
}

/** What is in the trash, latest first. */
export async function listTrash(store: FileStore): Promise<Trashed[]> {
  const entries = await store.source.folder(stepsOf(TRASH));
  if (!entries) return [];
  const ids: string[] = [];
  for await (const entry of entries()) if ("entries" in entry && ids.length < MOST_LISTED) ids.push(entry.name);
  const trashed: Trashed[] = [];
  for (const id of ids.sort().reverse()) {
    const files = await contentsOf(store, id);
    if (files.length === 0) continue;
    trashed.push({ id, path: mainPath(files.map(({ to }) => to)), at: timeOf(id), files: files.length });
  }
  return trashed;
}

/** Puts something back to where it was; refuses when there is something else by now. Gives back its path. */
export async function putBack(store: FileStore, id: string): Promise<string> {
  if (stepsOf(id).length !== 1) throw vanished(id);
  const files = await contentsOf(store, id);
  if (files.length === 0) throw new WorkspaceProblem("vanished", "That is no longer in the trash.", id);
  for (const { to } of files) {
    if ((await store.kindOf(to)) !== null) throw new WorkspaceProblem("clash", `There is another ${nameOf(to)} at ${folderOf(to) || "that place"} by now. Rename that one first; the trash keeps yours.`, to);
  }
  const moved: { from: string; to: string }[] = [];
  try {
    for (const file of files) {
      await store.move(file.from, file.to);
      moved.push(file);
    }
  } catch (problem) {
    for (const { from, to } of moved.reverse()) await store.move(to, from).catch(() => undefined);
    throw problem;
  }
  for (const { from } of files) await store.removeEmpty(folderOf(from), TRASH);
  return mainPath(files.map(({ to }) => to));
}

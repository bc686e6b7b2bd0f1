// Owns where a new image of a post is written and how the post names it: as this post and the others do, else as its
// generator wants it. Pure.

import { checkNew, folderOf, isIndex, join, nameOf, partsOfName } from "../workspace/paths";
import { defaultPlaces, relative, resolve } from "./place-defaults";
import type { Style } from "./link";
import type { Used } from "./used";

/** A post, and the images that it names. */
export interface Example {
  /** Path in the folder. */
  post: string;
  images: readonly Used[];
}

export interface PlaceFacts {
  /** Path of the post in the folder; null for one that is in none. */
  post: string | null;
  /** Paths of the folder's files, images and settings among them. */
  files: readonly string[];
  /** The images that the post names already. */
  own: readonly Used[];
  /** Other posts of the folder. */
  others: readonly Example[];
  /** The generator's id; empty while it is not known. */
  generator: string;
}

/** A place for an image. */
export interface Place {
  /** The folder that it is written into, below the one that is open; empty for that one itself. */
  folder: string;
  /** What stands before the file's name in the post, not encoded. */
  prefix: string;
  style: Style;
  /** Why this place, as a person would say it. */
  why: string;
}

/** So many are offered. */
const MOST = 4;
/** Where generators keep what a path with a leading slash means, the most telling first. */
const ROOTS = ["static", "public", "", "assets", "src", "source"];
/** The slug of another post in a path, when it is no ordinary word. */
const SLUG = "\u0000";

interface Vote extends Place {
  weight: number;
}

/** The places for an image, the best first; never empty. */
export function placesFor(facts: PlaceFacts): Place[] {
  const here = facts.post === null ? "" : folderOf(facts.post);
  const votes = new Map<string, Vote>();
  const vote = (place: Place, weight: number): void => {
    if (!isWritable(place.folder)) return;
    const key = `${place.folder}\n${place.prefix}`;
    const known = votes.get(key);
    if (known) known.weight += weight;
    else votes.set(key, { ...place, weight });
  };
  const style = styleOf(facts);
  const learn = (example: Example, weight: number, why: string): void => {
    // A post with many images counts once for each place.
    const seen = new Set<string>();
    for (const { path } of example.images) {
      const place = placeLike(path, example.post, facts, here);
      if (!place || seen.has(`${place.folder}\n${place.prefix}`)) continue;
      seen.add(`${place.folder}\n${place.prefix}`);
      vote({ ...place, style, why }, weight);
    }
  };
  learn({ post: facts.post ?? "", images: facts.own }, 1_000, "as the other images of this post");
  for (const other of facts.others) learn(other, folderOf(other.post) === here ? 12 : 10, "as other posts do");
  const learned = votes.size > 0;
  defaultPlaces({ post: facts.post, here, files: facts.files, generator: facts.generator }).forEach((place, at) => vote({ ...place, style }, learned ? 1 / (at + 1) : 4 / (at + 1)));
  const ranked = [...votes.values()].sort((a, b) => b.weight - a.weight).slice(0, MOST);
  return ranked.map(({ folder, prefix, style: own, why }) => ({ folder, prefix, style: own, why }));
}

/** A folder that can be made on every system, inside of the one that is open. */
function isWritable(folder: string): boolean {
  if (folder === "") return true;
  try {
    checkNew(folder);
    return true;
  } catch {
    return false;
  }
}

/** Where an image of this post would be if it were named like `path` in the post `of`. */
function placeLike(path: string, of: string, facts: PlaceFacts, here: string): Pick<Place, "folder" | "prefix"> | null {
  const at = path.lastIndexOf("/") + 1;
  const prefix = path.slice(0, at);
  if (path.slice(at) === "") return null;
  const own = facts.post === null ? null : slugIn(facts.post);
  const swap = (text: string): string => swapSlug(text, slugIn(of), own);
  if (prefix.startsWith("/")) {
    const folder = rootFolder(prefix, path, facts);
    return folder === null ? null : { folder: swap(folder), prefix: swap(prefix) };
  }
  const alias = /^[~@]\//.exec(prefix);
  if (alias) return { folder: swap(join("src", prefix.slice(2, -1))), prefix: swap(prefix) };
  const base = folderOf(of);
  const steps = prefix.replace(/\/$/, "");
  const folder = resolve(base, steps);
  if (folder === null) return null;
  if (steps.split("/").includes("..")) {
    // Up and over to a folder of the site: the same one, by the way from here.
    const target = swap(folder);
    return { folder: target, prefix: relative(here, target) };
  }
  // Beside a post of its own folder is another place than beside one of many.
  if (of !== "" && facts.post !== null && isIndex(of) !== isIndex(facts.post)) return null;
  const mine = resolve(here, swap(steps));
  return mine === null ? null : { folder: mine, prefix: swap(prefix) };
}

/** The folder of the site that a path with a leading slash means. */
function rootFolder(prefix: string, path: string, { files, generator }: PlaceFacts): string | null {
  const below = resolve("", prefix.replace(/^\/+|\/+$/g, ""));
  const file = resolve("", path.replace(/^\/+/, ""));
  if (below === null || file === null) return null;
  const there = new Set(files);
  for (const root of ROOTS) if (there.has(join(root, file))) return join(root, below);
  if (below !== "") for (const root of ROOTS) if (files.some((each) => each.startsWith(`${join(root, below)}/`))) return join(root, below);
  const usual = { hugo: "static", zola: "static", docusaurus: "static", gatsby: "static", astro: "public" }[generator];
  const present = ["static", "public"].find((root) => files.some((each) => each.startsWith(`${root}/`)));
  return join(usual ?? present ?? "", below);
}

/** What other folders may be named after: the post's slug. */
function slugIn(post: string): string {
  const name = isIndex(post) ? nameOf(folderOf(post)) : partsOfName(nameOf(post)).slug;
  return name.replace(/^\d{4}-\d{2}-\d{2}-(?=.)/, "");
}

/** A folder that is named after the other post is named after this one. */
function swapSlug(text: string, theirs: string, own: string | null): string {
  if (own === null || theirs === "" || theirs === own) return text;
  return text.split("/").map((step) => (step === theirs || step.replace(/^\d{4}-\d{2}-\d{2}-/, "") === theirs ? step.replace(theirs, SLUG) : step)).join("/").replaceAll(SLUG, own);
}

/** How the post writes its images, else how most of the others do. Only Hugo has the shortcode. */
function styleOf({ own, others, generator }: PlaceFacts): Style {
  if (generator !== "hugo") return "markdown";
  const all = own.length > 0 ? own : others.flatMap(({ images }) => images);
  return all.filter(({ style }) => style === "figure").length * 2 > all.length ? "figure" : "markdown";
}

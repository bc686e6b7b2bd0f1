// Owns where the images of the open post can be put, whatever kind of place that is: its folder, or the browser.

import { read as readText } from "../documents/bytes";
import { walk } from "../documents/folder-source";
import { Problem } from "../documents/problem";
import { folderOf, isPostName, join, nameOf, stepsOf } from "../workspace/paths";
import type { Workspace } from "../workspace/workspace";
import type { KeptImages } from "./kept";
import { freeName } from "./name";
import { placesFor, type Example, type Place } from "./place";
import { imagesIn } from "./used";

/** A place that an image can be put into. */
export interface Spot extends Place {
  /** True where it stays in the browser. */
  kept: boolean;
}

export interface Destination {
  /** The best first; never empty. */
  spots: Spot[];
  /** Where it goes when writing fails; null where all spots are of that kind. */
  fallback: Spot | null;
  /** The name that a file would get, free as far as is known. */
  nameAt(spot: Spot, stem: string, ending: string): Promise<string>;
  /** Puts the image there and gives back its name, which is another one when somebody else took it meanwhile. */
  put(spot: Spot, stem: string, ending: string, bytes: Uint8Array<ArrayBuffer>, type: string): Promise<string>;
}

export interface PostFacts {
  text: string;
  generator: string;
  /** The folder that is open. */
  workspace: Workspace | null;
  /** Path of the post in it; null where it is not there. */
  post: string | null;
  kept: Pick<KeptImages, "keep" | "links">;
}

/** So many entries of a folder are looked at, and so many other posts read. */
const MOST_FILES = 6_000;
const MOST_POSTS = 12;
/** A post that is longer says nothing more about the habit (bytes). */
const LONGEST_POST = 300_000;
/** What is looked for in a folder besides images: the generator's settings, and that there are files at all. */
const SEEN = /\.(?:png|apng|jpe?g|gif|webp|avif|svg|toml|ya?ml|json|[cm]?[jt]s|md|mdx|markdown)$/i;

/** Looks around, and says where the post's next image can go. */
export async function findDestination(facts: PostFacts): Promise<Destination> {
  const { workspace, kept } = facts;
  const [post, files, others] = await lookAround(facts);
  const places = placesFor({ post, files, own: imagesIn(facts.text), others, generator: facts.generator });
  const writes = workspace !== null && workspace.store.writable && post !== null;
  const fallback: Spot = { ...(places[0] as Place), kept: true };
  const spots = places.map((place): Spot => ({ ...place, kept: !writes }));

  /** Names in a folder; those that the post knows of kept images count too, or two would be one. */
  const taken = async (spot: Spot): Promise<Set<string>> => {
    const names = new Set(kept.links().filter((link) => link.startsWith(spot.prefix) && !link.slice(spot.prefix.length).includes("/")).map((link) => link.slice(spot.prefix.length)));
    const entries = await workspace?.source.folder(spot.folder === "" ? [] : stepsOf(spot.folder)).catch(() => null);
    if (entries && post !== null) for await (const { name } of entries()) names.add(name);
    return names;
  };

  const nameAt = async (spot: Spot, stem: string, ending: string): Promise<string> => freeName(stem, ending, await taken(spot).catch(() => new Set<string>()));

  return {
    spots,
    fallback: writes ? fallback : null,
    nameAt,
    async put(spot, stem, ending, bytes, type) {
      const name = await nameAt(spot, stem, ending);
      if (spot.kept || !workspace) {
        await kept.keep({ link: spot.prefix + name, path: join(spot.folder, name), post, type, bytes }).catch(() => {
          throw new Problem("This browser did not keep the image: there may be no room left for it. Make it smaller, or open the folder of your site to write it there.");
        });
        return name;
      }
      const free = name.slice(0, name.length - ending.length - 1);
      return nameOf(await workspace.createFree((suffix) => join(spot.folder, `${free}${suffix}.${ending}`), bytes));
    },
  };
}

async function lookAround({ workspace, post }: PostFacts): Promise<[string | null, string[], Example[]]> {
  if (!workspace || post === null) return [null, [], []];
  const paths: string[] = [];
  for await (const { path } of walk(workspace.source, { from: [], budget: { left: MOST_FILES } })) {
    if (SEEN.test(path.at(-1) ?? "")) paths.push(path.join("/"));
  }
  const here = folderOf(post);
  const near = (path: string): number => (folderOf(path) === here ? 0 : folderOf(folderOf(path)) === folderOf(here) ? 1 : 2);
  const posts = paths.filter((path) => isPostName(nameOf(path)) && path !== post && !/^readme\b/i.test(nameOf(path))).sort((a, b) => near(a) - near(b) || (a < b ? 1 : -1));
  const others = await Promise.all(posts.slice(0, MOST_POSTS).map((path) => exampleOf(workspace, path)));
  return [post, paths, others.filter(({ images }) => images.length > 0)];
}

async function exampleOf(workspace: Workspace, post: string): Promise<Example> {
  try {
    const file = await workspace.store.file(post);
    const reading = readText(new Uint8Array(await file.slice(0, LONGEST_POST).arrayBuffer()));
    return { post, images: reading.kind === "text" ? imagesIn(reading.text) : [] };
  } catch {
    // One that cannot be read teaches nothing.
    return { post, images: [] };
  }
}

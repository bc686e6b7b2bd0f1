// Owns where each generator expects the images of its posts, for a site whose posts show no habit of their own. Pure.

import { isIndex, join } from "../workspace/paths";
import type { Place } from "./place";

export interface Site {
  post: string | null;
  /** Folder of the post. */
  here: string;
  files: readonly string[];
  generator: string;
}

type Found = Omit<Place, "style">;

/** Settings that stand at the top of a site. */
const TOP = /^(?:hugo\.(?:toml|ya?ml|json)|config\.(?:toml|ya?ml|json)|config\/_default\/.*|_config\.ya?ml|astro\.config\.\w+|\.?eleventy\.(?:config\.)?\w+|docusaurus\.config\.\w+|gatsby-config\.\w+|zola\.toml)$/;
/** What only the top of a site has. */
const PARTS = /^(?:content|_posts|_drafts|static|public|src|archetypes|themes|layouts|_includes|_layouts)\//;
/** Folders that are there for images, as far as their names tell. */
const FOR_IMAGES = /(?:^|\/)(?:images?|img|imgs|pictures|photos|media|figures)$/;
const IMAGE = /\.(?:png|apng|jpe?g|gif|webp|avif|svg)$/i;

/** The generator's places, the best first; never empty. */
export function defaultPlaces(site: Site): Found[] {
  const beside = besideOf(site);
  if (!isTop(site)) return [beside, ...folders(site, "").slice(0, 1)];
  const bundle = site.post !== null && isIndex(site.post);
  switch (site.generator) {
    case "hugo":
      // A page beside others is a folder of its own on the site, so that nothing is beside it there.
      return [...(bundle || site.post === null ? [beside] : []), under(site, "static", ["images", "img"], "images"), ...(has(site, "assets") ? [under(site, "assets", ["images", "img"], "images")] : [])];
    case "zola":
      return [...(bundle || site.post === null ? [beside] : []), under(site, "static", ["images", "img"], "images")];
    case "jekyll":
      return [atTop(site, ["assets/images", "assets/img", "images", "img", "assets"], "assets/images")];
    case "docusaurus":
      return bundle ? [beside, under(site, "static", ["img", "images"], "img")] : [under(site, "static", ["img", "images"], "img"), beside];
    case "gatsby":
      return [beside, ...(has(site, "static") ? [under(site, "static", ["images", "img"], "images")] : [])];
    case "astro": {
      const worked = { folder: "src/assets", prefix: relative(site.here, "src/assets"), why: "where Astro works images up" };
      const publicly = under(site, "public", ["images", "img", "assets"], "images");
      if (site.post === null) return [beside, publicly];
      return bundle || !has(site, "src/assets") ? [beside, worked, publicly] : [worked, beside, publicly];
    }
    case "eleventy":
      return [...folders(site, "absolute"), ...(has(site, "public") ? [under(site, "public", ["img", "images"], "img")] : []), beside];
    default:
      return bundle ? [beside, ...folders(site, "")] : [...folders(site, ""), beside];
  }
}

/** Astro and Docusaurus take a path for a file's only when it begins with a dot. */
function besideOf({ here, generator }: Site): Found {
  const dotted = generator === "astro" || generator === "docusaurus" || generator === "gatsby";
  return { folder: here, prefix: dotted ? "./" : "", why: "beside the post" };
}

/** A post that is in no folder may be of any site. */
function isTop({ post, files }: Site): boolean {
  return post === null || files.some((path) => TOP.test(path) || PARTS.test(path));
}

const has = ({ files }: Site, folder: string): boolean => files.some((path) => path.startsWith(`${folder}/`));

/** A folder below one that is not part of the address. */
function under(site: Site, root: string, names: string[], otherwise: string): Found {
  const name = names.find((each) => has(site, join(root, each))) ?? otherwise;
  return { folder: join(root, name), prefix: `/${name}/`, why: `${root}/, for the whole site` };
}

/** A folder whose path is its address. */
function atTop(site: Site, names: string[], otherwise: string): Found {
  const name = names.find((each) => site.files.some((path) => path.startsWith(`${each}/`) && IMAGE.test(path))) ?? names.find((each) => has(site, each)) ?? otherwise;
  return { folder: name, prefix: `/${name}/`, why: "for the whole site" };
}

/** Folders of images that are there: those with most first. */
function folders(site: Site, kind: "absolute" | ""): Found[] {
  const counts = new Map<string, number>();
  for (const path of site.files) {
    const folder = path.slice(0, Math.max(path.lastIndexOf("/"), 0));
    if (IMAGE.test(path) && FOR_IMAGES.test(folder)) counts.set(folder, (counts.get(folder) ?? 0) + 1);
  }
  return [...counts]
    .sort((a, b) => b[1] - a[1] || a[0].length - b[0].length)
    .slice(0, 2)
    .map(([folder]) => {
      const address = folder.replace(/^(?:public|static|src|content)\//, "");
      return { folder, prefix: kind === "absolute" || address !== folder ? `/${address}/` : relative(site.here, folder), why: "where images are already" };
    });
}

/** The way from one folder to another, with a slash at its end. */
export function relative(from: string, to: string): string {
  const [own, target] = [from, to].map((path) => (path === "" ? [] : path.split("/"))) as [string[], string[]];
  let same = 0;
  while (same < own.length && own[same] === target[same]) same += 1;
  const rest = target.slice(same);
  return "../".repeat(own.length - same) + (rest.length > 0 ? `${rest.join("/")}/` : "");
}

/** `from` followed by relative steps; null when they lead out. */
export function resolve(from: string, steps: string): string | null {
  const path = from === "" ? [] : from.split("/");
  for (const step of steps.split("/")) {
    if (step === "" || step === ".") continue;
    if (step !== "..") path.push(step);
    else if (path.pop() === undefined) return null;
  }
  return path.join("/");
}

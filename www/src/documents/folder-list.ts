// Owns which files of a folder a post can name, in which order, and how each is written in the post.

import { MOST_ENTRIES, walk, type Entry, type Source, type Walk } from "./folder-source";

/** A file that a post can name. */
export interface Listed {
  /** As the post would write it. */
  path: string;
  file: () => Promise<File>;
}

export interface FolderList {
  files: Listed[];
  /** True when there are more than are listed. */
  more: boolean;
}

/** So many files are listed. */
const MOST_LISTED = 500;
const IMAGE = /\.(?:png|apng|jpe?g|jfif|gif|webp|avif|svg|bmp|ico)$/i;
const POST = /\.(?:md|mdx|markdown|mdown|mkd|rst|adoc|asciidoc|org)$/i;
/** What a site is made of, rather than what its posts offer. */
const MACHINERY = new RegExp(
  String.raw`\.(?:[cm]?[jt]sx?|vue|svelte|astro|css|s[ac]ss|less|styl|html?|xml|xsl|njk|liquid|hbs|ejs|pug|haml|erb|tmpl|tera|php|rb|py|go|rs|sh|bat|ps1` +
    String.raw`|json[5c]?|ya?ml|toml|ini|cfg|conf|lock|map|env|wasm|gemspec|woff2?|ttf|otf|eot|bak|tmp|orig|log)$`,
  "i",
);
/** Hugo's settings; it alone leaves `assets` out of the addresses of what is in there. */
const HUGO = ["hugo", "config"].flatMap((name) =>
  ["toml", "yaml", "yml", "json"].flatMap((language) => [[`${name}.${language}`], ["config", "_default", `${name}.${language}`]]),
);
const SOURCES = ["src", "assets"];

/** True for what a browser can show as an image, by its name. */
export function isImageName(name: string): boolean {
  return IMAGE.test(name);
}

function isWanted(name: string, images: boolean): boolean {
  if (name.startsWith(".")) return false;
  return isImageName(name) || (!images && name.includes(".") && !POST.test(name) && !MACHINERY.test(name));
}

/** Part of a folder, and how a file in it is written. */
interface Part extends Omit<Walk, "budget"> {
  write(path: string[]): string;
}

/**
 * Files that the post at `place` can name: those beside it, those at the site's public addresses, and those that its
 * site generator works up. `place` is null for a post that is not in the folder.
 */
export async function listFiles(source: Source, place: string[] | null, images: boolean): Promise<FolderList> {
  const shared = await publicParts(source, place);
  // A post that is nowhere in a site can name public files only; a folder that is no site is taken for the post's own.
  const own = place?.slice(0, -1) ?? (shared.length === 0 ? [] : null);
  const parts = own ? [beside(own, shared), ...shared, relative(SOURCES, own)] : shared;
  const files = new Map<string, Listed>();
  let more = false;
  for (const part of parts) {
    const budget = { left: Math.floor(MOST_ENTRIES / parts.length) };
    for await (const { path, file } of walk(source, { ...part, budget })) {
      const written = part.write(path);
      if (!isWanted(path.at(-1) ?? "", images) || files.has(written)) continue;
      if (files.size === MOST_LISTED) return { files: [...files.values()], more: true };
      files.set(written, { path: written, file });
    }
    more ||= budget.left <= 0;
  }
  return { files: [...files.values()], more };
}

/** The folders whose files have an address of their own, as the site's visitors see it. */
async function publicParts(source: Source, place: string[] | null): Promise<Part[]> {
  const has = async (name: string): Promise<boolean> => (await source.folder([name])) !== null;
  const isHugo = (await Promise.all(HUGO.map((path) => source.file(path)))).some((file) => file !== null);
  const isJekyll = (await has("_posts")) || (await source.file(["_config.yml"])) !== null;
  const parts: Part[] = [];
  const add = async (name: string, cut: number): Promise<void> => {
    if (await has(name)) parts.push({ from: [name], write: (path) => `/${path.slice(cut).join("/")}` });
  };
  await add("static", 1);
  // Where there is a `static`, `public` is what the generator has built.
  if (parts.length === 0 && !isHugo) await add("public", 1);
  // In a folder with nothing but a post, they are the post's own.
  if (isHugo || isJekyll || (place && place.length > 1)) await add("assets", isHugo ? 1 : 0);
  if (isJekyll) for (const name of ["images", "img"]) await add(name, 0);
  return parts;
}

/** The post's own folder, without what belongs to other posts in folders of their own or is listed otherwise. */
function beside(own: string[], shared: Part[]): Part {
  const elsewhere = new Set([...shared.map(({ from }) => from), SOURCES].map((from) => from.join("/")));
  const isPost = (entry: Entry): boolean => "file" in entry && POST.test(entry.name);
  // Beside a page at the top of a site is the whole site.
  const isTop = own.length === 0 && shared.length > 0;
  return { ...relative(own, own), passes: (path, entries) => isTop || elsewhere.has(path.join("/")) || entries.some(isPost) };
}

/** The files of `from` by their way from the post's own folder. */
function relative(from: string[], own: string[]): Part {
  // Astro takes a path for a file's only when it begins with a dot.
  const here = own.includes("src") ? "./" : "";
  return {
    from,
    write(path) {
      let same = 0;
      while (same < own.length && own[same] === path[same]) same += 1;
      const up = "../".repeat(own.length - same);
      return (up || here) + path.slice(same).join("/");
    },
  };
}

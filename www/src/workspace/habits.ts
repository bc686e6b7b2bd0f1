// Owns how a site names its posts: learned from its posts, else what its generator expects. Pure.

import { dayOf, formatGo, type Moment } from "./go-time";
import { slugOf } from "../documents/file-name";
import { folderOf, isBelow, isIndex, isPostName, join, nameOf, partsOfName } from "./paths";
import { unitOf } from "./rename";

/** How the posts of a folder are named. */
export interface Habit {
  /** Where they are. */
  folder: string;
  /** `slug.md`, or `slug/index.md`. */
  shape: "file" | "bundle";
  /** The date in front of the slug. */
  dated: boolean;
  /** Folders by date between, as Go would write them: empty, `2006`, `2006/01` or `2006/01/02`. */
  by: "" | "2006" | "2006/01" | "2006/01/02";
  /** `.md`, `.mdx`, … */
  ending: string;
}

const DATED = /(?:^|\/)(\d{4}(?:\/\d{2}(?:\/\d{2})?)?)$/;
const BY = { 1: "2006", 2: "2006/01", 3: "2006/01/02" } as const;

/** Whether a post is like the others, or describes a whole section. */
const isSection = (path: string): boolean => nameOf(path).startsWith("_") || (isIndex(path) && folderOf(path) === "");

/** How one post is named. */
export function habitOf(path: string): Habit {
  const unit = unitOf(path);
  const around = folderOf(unit.path);
  const dates = DATED.exec(around)?.[1] ?? "";
  const name = nameOf(unit.path);
  const bundle = unit.inner !== "";
  return {
    folder: dates === "" ? around : around.slice(0, Math.max(around.length - dates.length - 1, 0)),
    shape: bundle ? "bundle" : "file",
    dated: bundle ? /^\d{4}-\d{2}-\d{2}-./.test(name) : partsOfName(name).date !== "",
    by: dates === "" ? "" : BY[dates.split("/").length as 1 | 2 | 3],
    ending: /\.[^.]+$/.exec(nameOf(path))?.[0] ?? ".md",
  };
}

/** What a generator expects of a site without posts. */
export function defaultHabit(generator: string): Habit {
  const habit = (folder: string, rest: Partial<Habit> = {}): Habit => ({ folder, shape: "file", dated: false, by: "", ending: ".md", ...rest });
  switch (generator) {
    case "jekyll":
      return habit("_posts", { dated: true });
    case "docusaurus":
      return habit("blog", { dated: true });
    case "hugo":
      return habit("content/posts");
    case "zola":
      return habit("content/blog");
    case "astro":
      return habit("src/content/blog");
    case "gatsby":
      return habit("content/blog", { shape: "bundle" });
    case "eleventy":
      return habit("posts");
    default:
      return habit("");
  }
}

/** So many posts of a folder are asked, the latest by name or place in the list. */
const ASKED = 200;

/** The commonest of these habits; of equals, the one that was seen last. */
function commonest(habits: Habit[]): Habit | null {
  const counts = new Map<string, { habit: Habit; count: number }>();
  for (const habit of habits) {
    const key = JSON.stringify(habit);
    const known = counts.get(key);
    counts.delete(key);
    counts.set(key, { habit, count: (known?.count ?? 0) + 1 });
  }
  let best: { habit: Habit; count: number } | null = null;
  for (const each of counts.values()) if (!best || each.count >= best.count) best = each;
  return best?.habit ?? null;
}

/**
 * How a new post in `folder` is named; with null, in the folder that has most posts. `paths` are the site's posts, those
 * whose example counts most last.
 */
export function learnHabit(paths: readonly string[], folder: string | null, generator: string): Habit {
  const posts = paths.filter((path) => isPostName(nameOf(path)) && !isSection(path)).map(habitOf);
  const expected = defaultHabit(generator);
  if (folder === null) {
    const place = placeOf(posts, expected);
    return place === null ? expected : (commonest(posts.filter((habit) => habit.folder === place).slice(-ASKED)) ?? expected);
  }
  const own = posts.filter((habit) => habit.folder === folder);
  // Where there are none yet, it is done as around it, then as elsewhere in the site.
  const near = own.length > 0 ? own : posts.filter((habit) => isBelow(folder, habit.folder) || folderOf(habit.folder) === folderOf(folder));
  const learned = commonest((near.length > 0 ? near : posts).slice(-ASKED)) ?? expected;
  return { ...learned, folder, dated: learned.dated || folder.split("/").includes("_posts") };
}

/** The folder for new posts: the one that is named for it, else the one with most. */
function placeOf(posts: Habit[], expected: Habit): string | null {
  const counts = new Map<string, number>();
  for (const { folder } of posts) counts.set(folder, (counts.get(folder) ?? 0) + 1);
  if (counts.has(expected.folder) && expected.folder !== "") return expected.folder;
  const named = [...counts].filter(([folder]) => /(?:^|\/)(?:_?posts?|blog|articles?|news|notes|journal)$/.test(folder));
  const most = (named.length > 0 ? named : [...counts]).sort((a, b) => b[1] - a[1] || a[0].length - b[0].length);
  return most[0]?.[0] ?? null;
}

export interface Naming {
  title: string;
  /** Else made from the title. */
  slug?: string | null;
  moment: Moment;
}

/** The path of a new post; `suffix` goes behind the slug when the name is taken. */
export function pathFor(habit: Habit, { title, slug, moment }: Naming, suffix = ""): string {
  const name = `${habit.dated ? `${dayOf(moment)}-` : ""}${slug ? slugOf(slug) : slugOf(title)}${suffix}`;
  const folder = join(habit.folder, habit.by === "" ? "" : formatGo(habit.by, moment));
  return habit.shape === "bundle" ? join(folder, name, `index${habit.ending}`) : join(folder, `${name}${habit.ending}`);
}

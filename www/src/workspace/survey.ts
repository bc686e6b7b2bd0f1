// Owns which files of a folder are posts: a walk with limits, past what generators build and what tools keep.

import type { Entries, Entry, Found, Source } from "../documents/folder-source";
import { isPostName } from "./paths";

/** Never looked into, wherever it is. Whatever begins with a dot is not either. */
const TOOLS = new Set(["node_modules", "bower_components", "__pycache__", "_site"]);
/** At the top of a site: what generators build, and what sites are built with. Deeper down, or in a plain folder, these are ordinary names. */
const MACHINERY = new Set([
  ..."build dist out target vendor public resources themes archetypes layouts includes i18n _layouts _includes _sass _plugins _data templates sass coverage venv".split(" "),
]);
/** Tells that a folder is a site's. */
const SITE = /^(?:(?:hugo|config|zola)\.(?:toml|ya?ml|json)|_config\.(?:yml|yaml|toml)|package\.json|Gemfile|Cargo\.toml|go\.mod|\.?eleventy(?:\.config)?\.[cm]?js|(?:astro|gatsby-config|docusaurus|docusaurus\.config|next)(?:\.config)?\.[cm]?[jt]s)$/i;
/** At the top of a site, these speak of the site. */
const ABOUT = /^(?:readme|licen[cs]e|changelog|contributing|code_of_conduct|security|support|authors|notice)(?:[.-].*)?$/i;

/** So many entries of a folder are looked at, and so many folders down. */
export const MOST_ENTRIES = 200_000;
const DEEPEST = 16;

export interface Survey {
  /** Counted down. */
  budget: { left: number };
  /** Names of folders that could not be read, as they turn up. */
  unreadable?: string[];
}

/** The posts of a folder, nearest first. */
export async function* survey(source: Source, { budget, unreadable }: Survey): AsyncGenerator<Found> {
  const start = await source.folder([]);
  const queue: { path: string[]; entries: Entries }[] = start ? [{ path: [], entries: start }] : [];
  let isSite = false;
  for (let at = 0; at < queue.length && budget.left > 0; at++) {
    const next = queue[at];
    if (!next) break;
    const here: Entry[] = [];
    try {
      for await (const entry of next.entries()) {
        here.push(entry);
        budget.left -= 1;
        if (budget.left <= 0) break;
      }
    } catch (problem) {
      // The folder itself must be readable; one below that is not hides only itself.
      if (at === 0) throw problem;
      unreadable?.push(next.path.join("/"));
    }
    if (at === 0) isSite = here.some((entry) => "file" in entry && SITE.test(entry.name)) || here.some(({ name }) => name === "_posts");
    for (const entry of here) {
      const path = [...next.path, entry.name];
      if ("file" in entry) {
        if (isPostName(entry.name) && !(at === 0 && isSite && ABOUT.test(entry.name))) yield { path, file: entry.file };
      } else if (!entry.name.startsWith(".") && !TOOLS.has(entry.name) && !(at === 0 && isSite && MACHINERY.has(entry.name)) && path.length < DEEPEST) {
        queue.push({ path, entries: entry.entries });
      }
    }
  }
}

/** Not copied along: what can be had again, and what is about this very folder. */
const LEFT_BEHIND = new Set([...TOOLS, ".git", ".hg", ".svn", ".foreword", ".cache", ".jekyll-cache", ".astro", ".next"]);

/** Every file of a folder below `from`, also those that are no posts; for copies and archives. */
export async function* allFiles(source: Source, from: string[], budget: { left: number }): AsyncGenerator<Found> {
  const start = await source.folder(from);
  const queue: { path: string[]; entries: Entries }[] = start ? [{ path: from, entries: start }] : [];
  for (let at = 0; at < queue.length && budget.left > 0; at++) {
    const next = queue[at];
    if (!next) break;
    for await (const entry of next.entries()) {
      budget.left -= 1;
      const path = [...next.path, entry.name];
      if ("file" in entry) yield { path, file: entry.file };
      else if (!LEFT_BEHIND.has(entry.name) && path.length < DEEPEST) queue.push({ path, entries: entry.entries });
      if (budget.left <= 0) break;
    }
  }
}

// Owns which posts of a list are shown and in which order, and by what they can be filtered. Pure.

import { folderOf, isBelow } from "./paths";
import { unitOf } from "./rename";
import type { Facet, Facets, PostEntry, PostFilter, PostSort, PostView } from "./types";

export const NO_FILTER: PostFilter = { state: "any", tag: null, category: null, dialect: null, year: null, folder: null, problems: false };
export const FIRST_VIEW: PostView = { filter: NO_FILTER, sort: { by: "date", descending: true }, search: "", from: 0, count: 100 };

/** A post's year as its date is spelt; its zone is not asked, as a reader would not. */
export function yearOf({ date }: Pick<PostEntry, "date">): number | null {
  const year = /^(\d{4})-/.exec(date ?? "")?.[1] ?? /\b(\d{4})\b/.exec(date ?? "")?.[1];
  return year === undefined ? null : Number(year);
}

const same = (a: string, b: string): boolean => a === b || a.toLowerCase() === b.toLowerCase();

export function passes(entry: PostEntry, filter: PostFilter): boolean {
  if (filter.problems && entry.problem === null) return false;
  if (filter.state !== "any" && (!entry.read || entry.publishes !== filter.state)) return false;
  if (filter.dialect !== null && entry.dialect !== filter.dialect) return false;
  if (filter.year !== null && yearOf(entry) !== filter.year) return false;
  if (filter.folder !== null && !isBelow(entry.path, filter.folder)) return false;
  const { tag, category } = filter;
  if (tag !== null && !entry.tags.some((each) => same(each, tag))) return false;
  return category === null || entry.categories.some((each) => same(each, category));
}

const order = new Intl.Collator(undefined, { numeric: true, sensitivity: "base" });

/** Sorted anew. Posts without a date (or title) come last, whichever way it goes; equals are in the order of their paths. */
export function sorted(entries: readonly PostEntry[], { by, descending }: PostSort): PostEntry[] {
  const way = descending ? -1 : 1;
  const byPath = (a: PostEntry, b: PostEntry): number => order.compare(a.path, b.path);
  switch (by) {
    case "relevance":
      return [...entries];
    case "path":
      return [...entries].sort((a, b) => way * byPath(a, b));
    case "title":
      return [...entries].sort((a, b) => way * order.compare(a.title, b.title) || byPath(a, b));
    case "modified":
      return [...entries].sort((a, b) => way * (a.modified - b.modified) || byPath(a, b));
    case "date":
      return [...entries].sort((a, b) => {
        if (a.instant === null || b.instant === null) return Number(a.instant === null) - Number(b.instant === null) || byPath(a, b);
        return way * (a.instant - b.instant) || byPath(a, b);
      });
  }
}

/** The folder in which a post is, as a person sees it: of a bundle, the one around it. */
export const sectionOf = (path: string): string => folderOf(unitOf(path).path);

/** So many values of each kind are offered. */
const MOST_VALUES = 500;

function counted<T extends string | number>(values: Iterable<T>, compare: (a: Facet<T>, b: Facet<T>) => number): Facet<T>[] {
  const counts = new Map<T, { value: T; count: number }>();
  for (const value of values) {
    // Two spellings of one tag are one; the first is shown.
    const key = (typeof value === "string" ? value.toLowerCase() : value) as T;
    const known = counts.get(key);
    if (known) known.count += 1;
    else counts.set(key, { value, count: 1 });
  }
  return [...counts.values()].sort(compare).slice(0, MOST_VALUES);
}

const mostFirst = <T extends string | number>(a: Facet<T>, b: Facet<T>): number => b.count - a.count || order.compare(String(a.value), String(b.value));

/** What these posts can be filtered by. */
export function facetsOf(entries: readonly PostEntry[]): Facets {
  const read = entries.filter((entry) => entry.read && entry.problem === null);
  return {
    tags: counted(read.flatMap(({ tags }) => tags), mostFirst),
    categories: counted(read.flatMap(({ categories }) => categories), mostFirst),
    dialects: counted(read.map(({ dialect }) => dialect).filter((id) => id !== ""), mostFirst),
    years: counted(read.flatMap((entry) => yearOf(entry) ?? []), (a, b) => b.value - a.value),
    folders: counted(entries.map(({ path }) => sectionOf(path)), (a, b) => order.compare(a.value, b.value)),
    states: counted(read.map(({ publishes }) => publishes), mostFirst),
  };
}

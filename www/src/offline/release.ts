// Owns what a release is to the service worker and the page: its files, its names in the browser, and when it may go.

/** All files of one built page. */
export interface Release {
  /** Sixteen hexadecimal digits that change with any file. */
  version: string;
  /** Integrity of each file (`sha256-…`) by its path below the scope. */
  files: Record<string, string>;
  /** The same of files that only some writers want: kept from the first time that they are asked for. */
  optional: Record<string, string>;
}

/** The page itself, under which name its cache has it; a server may know it by the scope alone. */
export const PAGE = "index.html";

/** What a page tells its service worker, with a port for the answer. */
export interface Hello {
  type: "hello";
}

/** What a service worker answers. */
export interface Greeting {
  version: string;
  /** Whether a reload would get the page of that version. */
  ready: boolean;
}

const cachePrefix = (scope: string): string => `foreword:${scope}:`;
const lockPrefix = (scope: string): string => `foreword-page:${scope}:`;

/** Name of the cache of a release. Copies of Foreword below other paths of the same site have other ones. */
export const cacheName = (scope: string, version: string): string => cachePrefix(scope) + version;
/** Name of the lock that every page of a release holds, shared, while it lives. */
export const lockName = (scope: string, version: string): string => lockPrefix(scope) + version;

function versionIn(prefix: string, name: string): string | null {
  const rest = name.startsWith(prefix) ? name.slice(prefix.length) : "";
  return /^[0-9a-f]{16}$/.test(rest) ? rest : null;
}

/** The versions of this scope that have a cache. */
export const cachedVersions = (scope: string, names: string[]): string[] => names.flatMap((name) => versionIn(cachePrefix(scope), name) ?? []);

/** The version of each page that holds a lock, one for each page. */
export const liveVersions = (scope: string, locks: { name?: string }[]): string[] => locks.flatMap(({ name = "" }) => versionIn(lockPrefix(scope), name) ?? []);

/** The files without which nothing works; the rest (grammars, fonts, formulas, icons) may come a little later. */
export function essentials({ files }: Release, eager: string[]): string[] {
  const later = /^static\/(?:chunks|fonts|icons)\/|^static\/katex-/;
  return Object.keys(files).filter((path) => !later.test(path) || eager.includes(path));
}

/** The optional files that a writer wants who has these paths of an older release: the same ones, as they are now. */
export function wanted({ optional }: Release, paths: string[]): string[] {
  const withoutHash = (path: string): string => path.replace(/-[^-/]*$/, "");
  const had = new Set(paths.map(withoutHash));
  return Object.keys(optional).filter((path) => had.has(withoutHash(path)));
}

/**
 * The cached versions that nobody needs any more. `pages` is how many pages there are: one that holds no lock yet (or
 * cannot hold one) could be of any version, and then none goes.
 */
export function outdated(cached: string[], own: string, live: string[], pages: number): string[] {
  if (live.length < pages) return [];
  return cached.filter((version) => version !== own && !live.includes(version));
}

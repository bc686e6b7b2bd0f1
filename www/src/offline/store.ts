// Owns the files of a release in the browser's cache: only whole answers that have the integrity the build wrote down.

import { cachedVersions, cacheName, essentials, outdated, PAGE, wanted, type Release } from "./release";

export interface StoreParts {
  caches: CacheStorage;
  fetch: typeof fetch;
  /** Address of the folder that the page is in. */
  scope: string;
  release: Release;
  /** Chunks that the page loads at once. */
  eager: string[];
}

export interface Store {
  /** Gets what the release needs to start; all of it when there is an older one, which could do all of it. */
  install(): Promise<void>;
  /** Gets what is missing. Never fails: what could not be had is tried again another time. */
  fill(): Promise<void>;
  /** The page of this release; null when it is not there. */
  page(): Promise<Response | null>;
  /** A file of this release, or else of another one; null when none has it. An optional one is fetched and kept. */
  file(path: string): Promise<Response | null>;
  /** Deletes the releases that no page needs. */
  collect(live: string[], pages: number): Promise<void>;
}

/** So many files are fetched at the same time: the writer's own requests go before. */
const LANES = 4;

export function createStore({ caches, fetch, scope, release, eager }: StoreParts): Store {
  const own = cacheName(scope, release.version);
  const at = (path: string): string => new URL(path, scope).href;
  const find = async (cache: Cache, path: string): Promise<Response | null> => (await cache.match(at(path), { ignoreVary: true })) ?? null;
  const others = async (): Promise<Cache[]> => {
    const versions = cachedVersions(scope, await caches.keys()).filter((version) => version !== release.version);
    return Promise.all(versions.map((version) => caches.open(cacheName(scope, version))));
  };

  const integrityOf = (path: string): string => release.files[path] ?? release.optional[path] ?? "";

  /** The optional files that were asked for in any release. */
  async function optional(): Promise<string[]> {
    const all = [await caches.open(own), ...(await others())];
    const urls = (await Promise.all(all.map((cache) => cache.keys()))).flat().map(({ url }) => url);
    return wanted(release, urls.filter((url) => url.startsWith(scope)).map((url) => url.slice(scope.length)));
  }

  /** Asks the server. The browser itself refuses an answer that has not the integrity. */
  async function load(path: string, cache: RequestCache): Promise<Response> {
    const response = await fetch(at(path === PAGE ? "./" : path), { integrity: integrityOf(path), cache, credentials: "same-origin" });
    if (response.status !== 200 || response.type === "opaque" || response.headers.has("content-range")) {
      throw new Error(`${path} could not be had: ${response.status}.`);
    }
    // A page must not be answered with what came by a detour, even when it is the right one.
    return response.redirected ? new Response(response.body, { headers: response.headers }) : response;
  }

  async function get(cache: Cache, older: Cache[], path: string): Promise<void> {
    if (await find(cache, path)) return;
    for (const other of older) {
      const known = await find(other, path);
      if (known && (await integrity(known.clone())) === integrityOf(path)) return cache.put(at(path), known);
    }
    const hashed = path !== PAGE && !path.endsWith(".webmanifest");
    // What the browser kept may be cut short or from an older page; the second time it is passed by.
    const response = await load(path, hashed ? "default" : "no-cache").catch(() => load(path, "reload"));
    await cache.put(at(path), response);
  }

  async function getAll(paths: string[]): Promise<unknown[]> {
    const cache = await caches.open(own);
    const older = await others();
    const waiting = [...paths];
    const problems: unknown[] = [];
    const lane = async (): Promise<void> => {
      for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
        await get(cache, older, path).catch((problem: unknown) => problems.push(problem));
      }
    };
    await Promise.all(Array.from({ length: LANES }, lane));
    return problems;
  }

  return {
    async install() {
      const older = await Promise.all((await others()).map((cache) => find(cache, PAGE)));
      const paths = older.some((page) => page !== null) ? [...Object.keys(release.files), ...(await optional())] : essentials(release, eager);
      const [problem] = await getAll(paths);
      if (problem !== undefined) throw problem;
      // The cache may have been deleted underneath, by the writer or by another worker.
      const cache = await caches.open(own);
      for (const path of paths) if (!(await find(cache, path))) throw new Error(`${path} was not kept.`);
    },
    async fill() {
      await optional().then((more) => getAll([...Object.keys(release.files), ...more])).catch(() => undefined);
    },
    page: async () => find(await caches.open(own), PAGE),
    async file(path) {
      const mine = await find(await caches.open(own), path);
      if (mine) return mine;
      for (const other of await others()) {
        const known = await find(other, path);
        if (known) return known;
      }
      if (!Object.hasOwn(release.optional, path)) return null;
      await get(await caches.open(own), [], path);
      return find(await caches.open(own), path);
    },
    async collect(live, pages) {
      const old = outdated(cachedVersions(scope, await caches.keys()), release.version, live, pages);
      await Promise.all(old.map((version) => caches.delete(cacheName(scope, version))));
    },
  };
}

async function integrity(response: Response): Promise<string> {
  const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", await response.arrayBuffer()));
  return `sha256-${btoa(String.fromCharCode(...hash))}`;
}

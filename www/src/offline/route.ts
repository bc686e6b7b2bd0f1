// Owns which requests the service worker answers, and as what. Everything else goes to the network as if there were none.

/** The part of a request that decides. */
export interface Asked {
  url: string;
  method: string;
  mode: string;
  /** A part of a file is asked for. */
  range: boolean;
}

export type Route =
  /** The page, whatever its query. */
  | { kind: "page" }
  /** A file of this release, or of another one: its name has a hash of its content, so it is the same in both. */
  | { kind: "file"; path: string }
  /** Something that another app shares. */
  | { kind: "share" };

/** Names that only a build gives: `name-hash.ending`, at the top or in `static/`. */
const HASHED = /^(?:static\/)?(?:[\w.-]+\/)*[\w.-]*-[0-9A-Za-z]{8,}(?:_bg)?\.(?:js|css|wasm|woff2|png|svg|bin)$/;
const OWN_FOLDER = /^(?:static\/.*|[^/]*)$/;

/** What a request is to the service worker of `scope`, whose release has these files; null for nothing. */
export function routeOf(asked: Asked, scope: string, files: Record<string, string>): Route | null {
  const url = new URL(asked.url);
  const whole = url.origin + url.pathname;
  if (!whole.startsWith(scope)) return null;
  const path = whole.slice(scope.length);
  if (asked.method === "POST") return asked.mode === "navigate" && path === "share" ? { kind: "share" } : null;
  if (asked.method !== "GET" || asked.range) return null;
  if (path === "" || path === "index.html") return asked.mode === "navigate" ? { kind: "page" } : null;
  if (url.search !== "") return null;
  const ours = Object.hasOwn(files, path) || (OWN_FOLDER.test(path) && HASHED.test(path));
  return ours ? { kind: "file", path } : null;
}

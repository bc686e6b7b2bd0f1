// Owns what another app shares with Foreword: the form it sends, how that waits for the page, and the post made of it.

/** Words that were shared; each may be empty. */
export interface SharedWords {
  title: string;
  text: string;
  url: string;
}

export type Shared = { kind: "file"; file: File } | ({ kind: "words" } & SharedWords);

/** How a page is to start, by its query. */
export interface Arrival {
  /** The post to open by address. */
  address: string | null;
  /** Words in the query itself. */
  words: SharedWords | null;
  /** What the service worker keeps under this name. */
  waiting: string | null;
}

/** Larger ones are no posts (bytes). */
const LARGEST = 20 << 20;
/** So many shares may wait for their page. */
const KEPT = 8;

/** Reads the query: `?url=` alone names a post, `?share&title=…&text=…&url=…` are words, `?shared=` was left by the worker. */
export function arrivalOf(search: string): Arrival {
  const query = new URLSearchParams(search);
  const part = (name: string): string => query.get(name) ?? "";
  if (query.has("shared")) return { address: null, words: null, waiting: part("shared") };
  if (query.has("share")) return { address: null, words: { title: part("title"), text: part("text"), url: part("url") }, waiting: null };
  return { address: query.get("url") || null, words: null, waiting: null };
}

/** The text of a new post. */
export function postOf({ title, text, url }: SharedWords): string {
  const heading = title.trim().replace(/\s+/g, " ");
  const body = text.replace(/\r\n?/g, "\n").trim();
  const address = url.trim();
  const parts = [heading && heading !== body ? `# ${heading}` : "", body, address && !body.includes(address) ? link(address) : ""];
  const whole = parts.filter((part) => part !== "").join("\n\n");
  return whole && `${whole}\n`;
}

/** A link whose words are its address; what is no web address stays as it is. */
function link(address: string): string {
  let url: URL;
  try {
    url = new URL(address);
  } catch {
    return address;
  }
  if (!/^https?:$/.test(url.protocol)) return address;
  const target = url.href.replace(/[()]/g, (sign) => (sign === "(" ? "%28" : "%29"));
  return `[${address.replace(/[[\]\\`*_<>]/g, "\\$&")}](${target})`;
}

const boxName = (scope: string): string => `foreword-share:${scope}`;
const keyOf = (scope: string, id: string): string => `${new URL("share", scope).href}?${encodeURIComponent(id)}`;

/** Keeps a form that was sent to the share address. Resolves with the query of the page that takes it. */
export async function keepShared(caches: CacheStorage, scope: string, form: Promise<FormData>, id: string): Promise<string> {
  try {
    const data = await form;
    const word = (name: string): string => {
      const value = data.get(name);
      return typeof value === "string" ? value : "";
    };
    const file = data.getAll("post").find((value) => value instanceof File && value.size > 0);
    const shared = file instanceof File ? file : JSON.stringify({ title: word("title"), text: word("text"), url: word("url") });
    if ((typeof shared === "string" ? shared.length : shared.size) > LARGEST) throw new Error("too large");
    const name = shared instanceof File ? encodeURIComponent(shared.name) : "";
    const box = await caches.open(boxName(scope));
    const old = await box.keys();
    await Promise.all(old.slice(0, Math.max(0, old.length + 1 - KEPT)).map((key) => box.delete(key)));
    await box.put(keyOf(scope, id), new Response(shared, { headers: { "x-name": name } }));
    return `?shared=${encodeURIComponent(id)}`;
  } catch {
    return "?shared=";
  }
}

/** What waits under a name, and how to throw it away once it is kept elsewhere; null when there is nothing. */
export async function takeShared(caches: CacheStorage, scope: string, id: string): Promise<{ shared: Shared; forget(): Promise<unknown> } | null> {
  const box = await caches.open(boxName(scope));
  const key = keyOf(scope, id);
  const found = id === "" ? undefined : await box.match(key);
  if (!found) return null;
  const name = found.headers.get("x-name") ?? "";
  const shared: Shared = name === "" ? { kind: "words", ...((await found.json()) as SharedWords) } : { kind: "file", file: new File([await found.blob()], decodeURIComponent(name)) };
  return { shared, forget: () => box.delete(key) };
}

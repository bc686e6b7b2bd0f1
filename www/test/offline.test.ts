// Owns the tests of working offline that need no browser: which requests the worker answers, which files it keeps and
// refuses, when a release may go, and what becomes of what other apps share.

import { createHash } from "node:crypto";
import { test } from "node:test";
import assert from "node:assert/strict";
import { cacheName, cachedVersions, essentials, liveVersions, lockName, outdated } from "../src/offline/release";
import { routeOf } from "../src/offline/route";
import { arrivalOf, keepShared, postOf, takeShared } from "../src/offline/share";
import { createStore } from "../src/offline/store";

const SCOPE = "https://site.example/blog/editor/";
const OLD = "0123456789abcdef";
const NEW = "fedcba9876543210";
const sha256 = (text: string): string => `sha256-${createHash("sha256").update(text).digest("base64")}`;

const FILES = { "index.html": "", "kernel-2eb201fc6acf52ff.js": "", "manifest.webmanifest": "", "static/engine-a991c557.wasm": "" };
const route = (path: string, { method = "GET", mode = "cors", range = false } = {}): string | null => {
  const found = routeOf({ url: new URL(path, SCOPE).href, method, mode, range }, SCOPE, FILES);
  return found && (found.kind === "file" ? found.path : found.kind);
};

test("the page is answered whatever its query, and only when it is gone to", () => {
  for (const path of ["", "index.html", "?url=/posts/a.md", "?shared=1", "#a"]) assert.equal(route(path, { mode: "navigate" }), "page");
  assert.equal(route(""), null);
  for (const path of ["other/", "about.html", "../", "/", "https://else.example/blog/editor/"]) assert.equal(route(path, { mode: "navigate" }), null);
  assert.equal(routeOf({ url: "about:srcdoc", method: "GET", mode: "navigate", range: false }, SCOPE, FILES), null);
});

test("files of this release and hashed ones of another are answered, nothing else of the site", () => {
  for (const path of [
    "kernel-2eb201fc6acf52ff.js",
    "manifest.webmanifest",
    "static/engine-a991c557.wasm",
    "static/engine-b0000001.wasm",
    "static/chunks/python-EBYWAWTU.js",
    "static/fonts/KaTeX_Main-Regular-ABCDEFGH.woff2",
    "static/icons/icon-192-0a1b2c3d.png",
    "static/spelling/en-0a1b2c3d.bin",
    "foreword-app-d765111e2e6d6ec0_bg.wasm",
    "foreword-app-d765111e2e6d6ec0.js",
  ]) assert.equal(route(path), path);
  for (const path of [
    "sw.js",
    "posts/a.md",
    "posts/photo-20260101.png",
    "static/app.js",
    "kernel-2eb201fc6acf52ff.js?x",
    "../kernel-2eb201fc6acf52ff.js",
    "/kernel-2eb201fc6acf52ff.js",
    "https://else.example/blog/editor/kernel-2eb201fc6acf52ff.js",
    "constructor",
  ]) assert.equal(route(path), null, path);
});

test("parts of files and other methods go to the network; a share is taken only as a form that is gone to", () => {
  assert.equal(route("static/engine-a991c557.wasm", { range: true }), null);
  assert.equal(route("static/engine-a991c557.wasm", { method: "HEAD" }), null);
  assert.equal(route("share", { method: "POST", mode: "navigate" }), "share");
  assert.equal(route("share", { method: "POST" }), null);
  assert.equal(route("share", { mode: "navigate" }), null);
  assert.equal(route("", { method: "POST", mode: "navigate" }), null);
});

test("names of one scope are no names of another", () => {
  const names = [cacheName(SCOPE, OLD), cacheName(SCOPE, NEW), cacheName("https://site.example/", OLD), cacheName(`${SCOPE}more/`, OLD), "else"];
  assert.deepEqual(cachedVersions(SCOPE, names), [OLD, NEW]);
  assert.deepEqual(cachedVersions("https://site.example/", names), [OLD]);
  const locks = [{ name: lockName(SCOPE, OLD) }, { name: lockName(SCOPE, OLD) }, { name: lockName("https://site.example/", NEW) }, {}];
  assert.deepEqual(liveVersions(SCOPE, locks), [OLD, OLD]);
});

test("a release goes when no page of it is left, and none while a page is not accounted for", () => {
  assert.deepEqual(outdated([OLD, NEW], NEW, [NEW], 1), [OLD]);
  assert.deepEqual(outdated([OLD, NEW], NEW, [NEW, OLD], 2), []);
  assert.deepEqual(outdated([OLD, NEW], NEW, [NEW], 2), []);
  assert.deepEqual(outdated([OLD, NEW], NEW, [], 1), []);
  assert.deepEqual(outdated([OLD, NEW], NEW, [], 0), [OLD]);
});

test("grammars, fonts, formulas and icons may come later, unless the page loads them at once", () => {
  const files = Object.fromEntries(["index.html", "static/worker-AAAAAAAA.js", "static/chunks/a-AAAAAAAA.js", "static/chunks/b-AAAAAAAA.js", "static/fonts/f-AAAAAAAA.woff2", "static/katex-AAAAAAAA.css", "static/icons/i-AAAAAAAA.png"].map((path) => [path, ""]));
  assert.deepEqual(essentials({ version: NEW, files, optional: {} }, ["static/chunks/b-AAAAAAAA.js"]), ["index.html", "static/worker-AAAAAAAA.js", "static/chunks/b-AAAAAAAA.js"]);
});

/** A browser's caches, in memory. */
function memoryCaches(): CacheStorage {
  const all = new Map<string, Map<string, Response>>();
  const key = (request: RequestInfo | URL): string => (request instanceof Request ? request.url : String(request));
  const open = async (name: string): Promise<Cache> => {
    const entries = all.get(name) ?? new Map<string, Response>();
    all.set(name, entries);
    return {
      match: async (request: RequestInfo | URL) => entries.get(key(request))?.clone(),
      put: async (request: RequestInfo | URL, response: Response) => void entries.set(key(request), new Response(await response.arrayBuffer(), response)),
      delete: async (request: RequestInfo | URL) => entries.delete(key(request)),
      keys: async () => [...entries.keys()].map((url) => new Request(url)),
    } as unknown as Cache;
  };
  return { open, keys: async () => [...all.keys()], delete: async (name: string) => all.delete(name) } as unknown as CacheStorage;
}

/** A server with these files; it does what a browser does with integrity. */
function serverOf(files: Record<string, string | Response>) {
  const asked: string[] = [];
  const fetch = (async (url: string, { integrity }: RequestInit) => {
    const path = url.slice(SCOPE.length) || "index.html";
    asked.push(path);
    const found = files[path];
    const response = typeof found === "string" ? new Response(found) : (found?.clone() ?? new Response("", { status: 404 }));
    // A copy would not be opaque any more.
    if (found instanceof Response && found.type === "opaque") return found;
    if (response.ok && integrity !== sha256(await response.clone().text())) throw new TypeError("Failed to fetch");
    return response;
  }) as typeof globalThis.fetch;
  return { asked, fetch };
}

const SITE = { "index.html": "<page>", "a-AAAAAAAA.js": "a", "static/chunks/b-BBBBBBBB.js": "b" };
const integrities = (files: Record<string, string>) => Object.fromEntries(Object.entries(files).map(([path, text]) => [path, sha256(text)]));
const releaseOf = (version: string, files: Record<string, string>, optional: Record<string, string> = {}) => ({ version, files: integrities(files), optional: integrities(optional) });
const storeOf = (caches: CacheStorage, version: string, files: Record<string, string>, server = serverOf(files)) =>
  createStore({ caches, fetch: server.fetch, scope: SCOPE, release: releaseOf(version, files), eager: [] });
const text = async (response: Promise<Response | null>): Promise<string | null> => (await response)?.text() ?? null;

test("a first install takes what is needed to start; the rest comes after it", async () => {
  const caches = memoryCaches();
  const server = serverOf(SITE);
  const store = storeOf(caches, OLD, SITE, server);
  assert.equal(await store.page(), null);
  await store.install();
  assert.deepEqual(server.asked.sort(), ["a-AAAAAAAA.js", "index.html"]);
  assert.equal(await text(store.page()), "<page>");
  assert.equal(await store.file("static/chunks/b-BBBBBBBB.js"), null);
  await store.fill();
  assert.equal(await text(store.file("static/chunks/b-BBBBBBBB.js")), "b");
  await store.fill();
  assert.equal(server.asked.length, 3);
});

test("an update takes all files, those that are the same from the version before", async () => {
  const caches = memoryCaches();
  const old = storeOf(caches, OLD, SITE);
  await old.install();
  await old.fill();
  const next = { ...SITE, "index.html": "<page 2>", "c-CCCCCCCC.js": "c" };
  const server = serverOf(next);
  const store = storeOf(caches, NEW, next, server);
  await store.install();
  assert.deepEqual(server.asked.sort(), ["c-CCCCCCCC.js", "index.html"]);
  assert.equal(await text(store.page()), "<page 2>");
  assert.equal(await text(old.page()), "<page>");
  // The worker in charge also serves the pages of the other release.
  assert.equal(await text(old.file("c-CCCCCCCC.js")), "c");
  await store.collect([OLD, NEW], 2);
  assert.equal(await text(old.page()), "<page>");
  await store.collect([NEW], 1);
  assert.deepEqual(await caches.keys(), [cacheName(SCOPE, NEW)]);
  assert.equal(await text(store.page()), "<page 2>");
});

test("what is not whole, not ours or not what the build made is refused, and the old version stays", async () => {
  for (const [what, answer] of Object.entries({
    "another text": "b!",
    "not there": new Response("b", { status: 404 }),
    "a part": new Response("b", { status: 206, headers: { "content-range": "bytes 0-0/2" } }),
    "a part that says it is all": new Response("b", { status: 200, headers: { "content-range": "bytes 0-0/2" } }),
    "an opaque one": Object.defineProperty(new Response("b"), "type", { value: "opaque" }),
  })) {
    const caches = memoryCaches();
    const old = storeOf(caches, OLD, SITE);
    await old.install();
    const next = { ...SITE, "index.html": "<page 2>" };
    const store = storeOf(caches, NEW, next, serverOf({ ...next, "static/chunks/b-BBBBBBBB.js": answer }));
    await assert.rejects(store.install(), what);
    assert.equal(await store.file("static/chunks/b-BBBBBBBB.js"), null, what);
    assert.equal(await text(old.page()), "<page>", what);
    await storeOf(caches, NEW, next).install();
    assert.equal(await text(store.page()), "<page 2>", what);
  }
});

test("an optional file is fetched when it is asked for, kept, and brought along by the next release", async () => {
  const caches = memoryCaches();
  const optional = { "static/spelling/en-AAAAAAAA.bin": "english", "static/spelling/fr-AAAAAAAA.bin": "french" };
  const server = serverOf({ ...SITE, ...optional });
  const old = createStore({ caches, fetch: server.fetch, scope: SCOPE, release: releaseOf(OLD, SITE, optional), eager: [] });
  await old.install();
  await old.fill();
  assert.ok(!server.asked.some((path) => path.includes("spelling")));
  assert.equal(await text(old.file("static/spelling/en-AAAAAAAA.bin")), "english");
  assert.equal(await text(old.file("static/spelling/en-AAAAAAAA.bin")), "english");
  assert.deepEqual(server.asked.filter((path) => path.includes("spelling")), ["static/spelling/en-AAAAAAAA.bin"]);

  const changed = { "static/spelling/en-BBBBBBBB.bin": "more english", "static/spelling/fr-BBBBBBBB.bin": "more french" };
  const later = serverOf({ ...SITE, ...changed });
  const next = createStore({ caches, fetch: later.fetch, scope: SCOPE, release: releaseOf(NEW, SITE, changed), eager: [] });
  await next.install();
  assert.deepEqual(later.asked, ["static/spelling/en-BBBBBBBB.bin"]);
  await next.collect([NEW], 1);
  assert.equal(await text(next.file("static/spelling/en-BBBBBBBB.bin")), "more english");
  assert.equal(later.asked.length, 1);
});

test("an optional file that is not there, or is another one, is refused", async () => {
  const caches = memoryCaches();
  const release = releaseOf(OLD, SITE, { "static/spelling/en-AAAAAAAA.bin": "english" });
  const store = createStore({ caches, fetch: serverOf({ ...SITE, "static/spelling/en-AAAAAAAA.bin": "spoilt" }).fetch, scope: SCOPE, release, eager: [] });
  await store.install();
  await assert.rejects(store.file("static/spelling/en-AAAAAAAA.bin"));
  assert.equal(await store.file("static/spelling/de-AAAAAAAA.bin"), null);
});

test("a file of the version before that was spoilt in its cache is not taken over", async () => {
  const caches = memoryCaches();
  const old = storeOf(caches, OLD, SITE);
  await old.install();
  await (await caches.open(cacheName(SCOPE, OLD))).put(`${SCOPE}a-AAAAAAAA.js`, new Response("spoilt"));
  const store = storeOf(caches, NEW, SITE);
  await store.install();
  assert.equal(await text(store.file("a-AAAAAAAA.js")), "a");
});

test("a cache that is deleted while it is filled makes no release", async () => {
  const caches = memoryCaches();
  const server = serverOf(SITE);
  const fetch = (async (...asked: Parameters<typeof globalThis.fetch>) => {
    await caches.delete(cacheName(SCOPE, OLD));
    return server.fetch(...asked);
  }) as typeof globalThis.fetch;
  await assert.rejects(createStore({ caches, fetch, scope: SCOPE, release: releaseOf(OLD, SITE), eager: [] }).install());
});

test("an answer that came by a detour is kept as if it had not", async () => {
  const caches = memoryCaches();
  const detour = Object.defineProperty(new Response("<page>", { headers: { "content-type": "text/html" } }), "redirected", { value: true });
  detour.clone = () => detour;
  const fetch = (async (url: string) => (url === SCOPE ? detour : new Response("a"))) as unknown as typeof globalThis.fetch;
  const files = { "index.html": "<page>", "a-AAAAAAAA.js": "a" };
  const store = createStore({ caches, fetch, scope: SCOPE, release: releaseOf(OLD, files), eager: [] });
  await store.install();
  const page = await store.page();
  assert.equal(page?.redirected, false);
  assert.equal(page?.headers.get("content-type"), "text/html");
});

test("the query says how the page starts", () => {
  assert.deepEqual(arrivalOf(""), { address: null, words: null, waiting: null });
  assert.deepEqual(arrivalOf("?url=/a.md"), { address: "/a.md", words: null, waiting: null });
  assert.deepEqual(arrivalOf("?share&url=https://example.org/&title=T"), { address: null, words: { title: "T", text: "", url: "https://example.org/" }, waiting: null });
  assert.deepEqual(arrivalOf("?shared=1&url=/a.md"), { address: null, words: null, waiting: "1" });
});

test("words that are shared become a post", () => {
  const post = (title: string, words: string, url: string): string => postOf({ title, text: words, url });
  assert.equal(post("", "", ""), "");
  assert.equal(post(" A\n title ", "Line\r\nline", ""), "# A title\n\nLine\nline\n");
  assert.equal(post("Same", "Same", ""), "Same\n");
  assert.equal(post("", "See https://example.org/a", "https://example.org/a"), "See https://example.org/a\n");
  assert.equal(post("", "", "https://example.org/a_(b)"), "[https://example.org/a\\_(b)](https://example.org/a_%28b%29)\n");
  assert.equal(post("", "", "javascript:alert(1)"), "javascript:alert(1)\n");
  assert.equal(post("", "", "no address"), "no address\n");
});

test("what is shared waits until it is taken", async () => {
  const caches = memoryCaches();
  const form = (parts: Record<string, string | File>): Promise<FormData> => {
    const data = new FormData();
    for (const [name, value] of Object.entries(parts)) data.append(name, value);
    return Promise.resolve(data);
  };
  assert.equal(await keepShared(caches, SCOPE, form({ title: "T", text: "x" }), "1"), "?shared=1");
  assert.equal(await keepShared(caches, SCOPE, form({ title: "T", post: new File(["# Ä"], "ä b.md") }), "2"), "?shared=2");
  const words = await takeShared(caches, SCOPE, "1");
  assert.deepEqual(words?.shared, { kind: "words", title: "T", text: "x", url: "" });
  const file = (await takeShared(caches, SCOPE, "2"))?.shared;
  assert.ok(file?.kind === "file");
  assert.deepEqual([file.file.name, await file.file.text()], ["ä b.md", "# Ä"]);
  await words?.forget();
  assert.equal(await takeShared(caches, SCOPE, "1"), null);
  assert.equal(await takeShared(caches, SCOPE, ""), null);
  assert.equal(await keepShared(caches, SCOPE, Promise.reject(new Error()), "3"), "?shared=");
  for (let id = 10; id < 30; id += 1) await keepShared(caches, SCOPE, form({ text: `${id}` }), `${id}`);
  assert.equal(await takeShared(caches, SCOPE, "2"), null);
  assert.notEqual(await takeShared(caches, SCOPE, "29"), null);
});

// Owns the service worker: after one visit the page works with no network at all.
//
// A release is a page and the files that it names, and every name but the page's has a hash in it. So a page can only get
// the files of its own release, whichever worker answers, and a new worker need not wait for older pages to go: it takes
// over as soon as it has all its files, serves its own page to whoever comes next, and keeps the files of the older
// releases as long as one of their pages lives. A worker that cannot get all its files never takes over.

import { liveVersions, type Greeting } from "./release";
import { routeOf } from "./route";
import { keepShared } from "./share";
import { createStore } from "./store";
import type { WorkerScope } from "./worker-scope";

/** Chunks that the page loads at once; known to the build. */
declare const EAGER: string[];

const worker = self as unknown as WorkerScope;
const release = worker.RELEASE;
const { scope } = worker.registration;
const store = createStore({ caches, fetch: (...asked) => fetch(...asked), scope, release, eager: EAGER });

worker.addEventListener("install", (event) => {
  event.waitUntil(store.install().then(() => worker.skipWaiting()));
});

worker.addEventListener("activate", (event) => {
  // Also the page that installed it goes on without a network.
  event.waitUntil(worker.clients.claim());
});

worker.addEventListener("fetch", (event) => {
  const { request } = event;
  const route = routeOf({ url: request.url, method: request.method, mode: request.mode, range: request.headers.has("range") }, scope, { ...release.files, ...release.optional });
  if (route === null) return;
  if (route.kind === "share") return event.respondWith(share(request));
  const found = route.kind === "page" ? store.page() : store.file(route.path);
  event.respondWith(found.catch(() => null).then((response) => response ?? fetch(request)));
});

worker.addEventListener("message", (event) => {
  if ((event.data as { type?: unknown } | null)?.type !== "hello") return;
  event.waitUntil(greet(event.ports[0]).then(store.fill).then(collect));
});

async function share(request: Request): Promise<Response> {
  const query = await keepShared(caches, scope, request.formData(), crypto.randomUUID());
  return Response.redirect(new URL(query, scope).href, 303);
}

async function greet(port: MessagePort | undefined): Promise<void> {
  const ready = (await store.page().catch(() => null)) !== null;
  port?.postMessage({ version: release.version, ready } satisfies Greeting);
}

/** Deletes the releases that no page needs, unless another is just being fetched. */
async function collect(): Promise<void> {
  if (worker.registration.installing || worker.registration.waiting) return;
  const pages = (await worker.clients.matchAll({ type: "window", includeUncontrolled: true })).filter(({ url }) => isPage(url));
  const locks = (await navigator.locks?.query())?.held ?? [];
  await store.collect(liveVersions(scope, locks), pages.length);
}

function isPage(address: string): boolean {
  return routeOf({ url: address, method: "GET", mode: "navigate", range: false }, scope, {})?.kind === "page";
}

// Owns releases: a server of its own whose files can be exchanged for those of another version and that can be switched
// off, and copies of the built page that count as another version.

import { createHash } from "node:crypto";
import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { App } from "./app.mjs";
import { PATH, serve } from "./server.mjs";
import { until } from "./suite.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const dist = resolve(process.env.FOREWORD_DIST ?? resolve(here, "../../../dist"));
const posts = resolve(here, "../../fixtures/posts");

/** Options of a test that opens its pages from a server of its own, with service workers. */
export const WITH_WORKER = { start: false, serviceWorkers: "allow", requests: [/^http:\/\/127\.0\.0\.1:/], console: [/net::ERR_|Failed to load resource|fetching the script|update a ServiceWorker/] };

const sha256 = (bytes) => `sha256-${createHash("sha256").update(bytes).digest("base64")}`;

/** The list in front of a release's service worker. */
export function listOf(folder) {
  const [line] = readFileSync(join(folder, "sw.js"), "utf8").split("\n");
  return JSON.parse(line.replace(/^self\.RELEASE=/, "").replace(/;$/, ""));
}

/** A server that starts with the built page. Everything it made goes with `end`. */
export async function startSite() {
  const folder = mkdtempSync(join(tmpdir(), "foreword-site-"));
  const link = join(folder, "now");
  const show = (release) => {
    rmSync(link, { force: true });
    symlinkSync(release, link, "junction");
  };
  show(dist);
  const server = await serve(link, posts);
  return {
    address: (query = "", path = PATH) => `${server.origin}${path}${query}`,
    origin: server.origin,
    version: listOf(dist).version,
    /** From now on the server has these files. */
    show,
    /** A copy of the built page as another version. `change` gets its folder; `spoil` as well, after the list is made. */
    make(name, { change, spoil } = {}) {
      const copy = join(folder, name);
      cpSync(dist, copy, { recursive: true });
      change?.(copy);
      seal(copy, name);
      spoil?.(copy);
      return { folder: copy, version: listOf(copy).version };
    },
    /** No network from now on. */
    stop: () => server.close(),
    end() {
      server.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Does what the build does at its end: version into the page, list into the service worker. */
function seal(folder, name) {
  const version = createHash("sha256").update(name).digest("hex").slice(0, 16);
  const page = join(folder, "index.html");
  writeFileSync(page, readFileSync(page, "utf8").replace(/(name="foreword-version" content=")[^"]*/, `$1${version}`));
  const all = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = all.map((entry) => relative(folder, join(entry.parentPath ?? entry.path, entry.name)).replaceAll("\\", "/"));
  const listed = (optional) => {
    const wanted = paths.filter((path) => path !== "sw.js" && path.startsWith("static/spelling/") === optional);
    return Object.fromEntries(wanted.map((path) => [path, sha256(readFileSync(join(folder, path)))]));
  };
  const worker = join(folder, "sw.js");
  const [, ...script] = readFileSync(worker, "utf8").split("\n");
  writeFileSync(worker, [`self.RELEASE=${JSON.stringify({ version, files: listed(false), optional: listed(true) })};`, ...script].join("\n"));
}

/** Opens an address in a page and waits for the app. */
export async function visit(page, address) {
  await page.goto(address);
  const app = new App(page);
  await app.ready();
  return app;
}

/** The version of the page that is shown. */
export const versionOf = (page) => page.evaluate(() => document.querySelector('meta[name="foreword-version"]').content);

/** Versions that have a cache, with how many files each has, of the page's own path. */
export function cached(page) {
  return page.evaluate(async () => {
    const found = {};
    for (const name of await caches.keys()) {
      const prefix = `foreword:${new URL("./", document.baseURI).href}:`;
      if (name.startsWith(prefix)) found[name.slice(prefix.length)] = (await (await caches.open(name)).keys()).length;
    }
    return found;
  });
}

/** Waits until a version is there whole, and answers the page's requests. */
export async function kept(page, version, files = Object.keys(listOf(dist).files).length) {
  await until("the service worker to answer", () => page.evaluate(() => navigator.serviceWorker.controller?.state === "activated"));
  await until(async () => `all ${files} files of ${version}, of ${JSON.stringify(await cached(page))}`, async () => (await cached(page))[version] === files, 20_000);
}

/** Has the browser look for a new version; it does so by itself after a visit. */
export const lookForUpdate = (page) => page.evaluate(async () => (await navigator.serviceWorker.getRegistration()).update().then(() => true, () => false));

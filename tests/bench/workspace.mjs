// Owns the measurement of folders: how long a folder of many posts takes to open, to search and to look through again,
// beside reading the same files plainly. In Chromium, on its private file system (a folder of the disk needs a picker).
//
// Usage: node tests/bench/workspace.mjs [posts]     The engine must be built (`cargo xtask dist`).

import { createHash } from "node:crypto";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { readFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { launch } from "../e2e/harness/browser.mjs";

const root = resolve(dirname(fileURLToPath(import.meta.url)), "../..");
const www = join(root, "www");
const { build } = createRequire(join(www, "package.json"))("esbuild");
const count = Number(process.argv[2] ?? 5_000);

const glue = {
  name: "engine",
  setup: (bundler) => bundler.onResolve({ filter: /\/engine\/engine\.js$/ }, () => ({ path: join(www, "engine/engine.js") })),
};
const shared = { absWorkingDir: www, bundle: true, write: false, minify: true, target: "chrome114", logLevel: "error", format: "iife", logOverride: { "empty-import-meta": "silent" }, plugins: [glue] };
const script = async (options) => (await build({ ...shared, ...options })).outputFiles[0].contents;

const page = `
import { createWorkspaces } from "./src/workspace/workspaces";
import { spawnWorker } from "./src/workspace/library-client";
import { createSummariser } from "./src/workspace/summariser";
import { createSpawn } from "./src/engine/load";
import { FIRST_VIEW } from "./src/workspace/select";
Object.assign(globalThis, { createWorkspaces, spawnWorker, createSummariser, createSpawn, FIRST_VIEW });
`;

async function main() {
  const wasm = await readFile(join(www, "engine/engine_bg.wasm"));
  const files = {
    "/": ["text/html", "<!doctype html><meta charset=utf-8><script src=/page.js></script>"],
    "/page.js": ["text/javascript", await script({ stdin: { contents: page, resolveDir: www, loader: "ts" }, external: ["./zip"] })],
    "/library.js": ["text/javascript", await script({ entryPoints: ["src/workspace/library-worker.ts"] })],
    "/engine.js": ["text/javascript", await script({ entryPoints: ["src/engine/worker.ts"] })],
    "/engine.wasm": ["application/wasm", wasm],
  };
  const server = createServer((request, response) => {
    const [type, body] = files[request.url] ?? [];
    if (!type) return response.writeHead(404).end();
    // Isolated from other sites, so that the browser tells the memory of the page and its workers.
    response.writeHead(200, { "content-type": type, "cross-origin-opener-policy": "same-origin", "cross-origin-embedder-policy": "require-corp", "cross-origin-resource-policy": "same-origin" }).end(body);
  });
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  const browser = await launch();
  try {
    const tab = await (await browser.newContext()).newPage();
    tab.on("pageerror", (problem) => console.error(problem));
    await tab.goto(`http://127.0.0.1:${server.address().port}/`);
    const integrity = `sha384-${createHash("sha384").update(wasm).digest("base64")}`;
    await tab.evaluate(makePosts, count);
    const figures = await tab.evaluate(measure, { integrity });
    for (const [name, value] of Object.entries(figures)) console.log(`${name}: ${value}`);
  } finally {
    await browser.close();
    server.close();
  }
}

/** In the page: posts of about 6 KB, a third of them bundles, one in ten not in Latin letters. */
async function makePosts(count) {
  const top = await (await navigator.storage.getDirectory()).getDirectoryHandle("site", { create: true });
  let seed = 1;
  const random = (most) => {
    seed = (seed * 48_271) % 2_147_483_647;
    return seed % most;
  };
  const vocabulary = Array.from({ length: 4_000 }, () => Array.from({ length: 3 + random(7) }, () => String.fromCharCode(97 + random(26))).join(""));
  const put = async (path, text) => {
    const steps = path.split("/");
    let folder = top;
    for (const step of steps.slice(0, -1)) folder = await folder.getDirectoryHandle(step, { create: true });
    const stream = await (await folder.getFileHandle(steps.at(-1), { create: true })).createWritable();
    await stream.write(text);
    await stream.close();
  };
  await put("hugo.toml", "title = 'Bench'");
  const one = async (at) => {
    const words = Array.from({ length: 850 }, () => vocabulary[random(vocabulary.length)]);
    if (at % 10 === 0) words.push("漢字とかな", "Žluťoučký", "kůň");
    if (at === count - 7) words.push("needle");
    const day = new Date(Date.UTC(2010, 0, 1 + at)).toISOString().slice(0, 10);
    const header = `---\ntitle: "Post ${at} about ${words[0]} and ${words[1]}"\ndate: ${day}T10:00:00+01:00\ndraft: ${at % 20 === 0}\ntags: [${words[2]}, tag-${at % 40}]\n---\n\n`;
    const body = words.map((word, index) => word + (index % 80 === 79 ? ".\n\n" : index % 12 === 11 ? "\n" : " ")).join("");
    await put(at % 3 === 0 ? `content/posts/post-${at}/index.md` : `content/posts/post-${at}.md`, header + body);
  };
  for (let at = 0; at < count; at += 50) await Promise.all(Array.from({ length: Math.min(50, count - at) }, (_, index) => one(at + index)));
}

/** In the page: opens, searches, looks again. */
async function measure({ integrity }) {
  const handle = await (await navigator.storage.getDirectory()).getDirectoryHandle("site");
  const ms = (value) => `${value.toFixed(value < 10 ? 1 : 0)} ms`;
  const memory = async () => {
    const { bytes } = await performance.measureUserAgentSpecificMemory().catch(() => ({ bytes: NaN }));
    return bytes / 2 ** 20;
  };

  const plainly = async () => {
    const started = performance.now();
    const found = [];
    const walk = async (folder) => {
      for await (const entry of folder.values()) {
        if (entry.kind === "directory") await walk(entry);
        else if (entry.name.endsWith(".md")) found.push(entry);
      }
    };
    await walk(handle);
    const walked = performance.now() - started;
    let [next, size] = [0, 0];
    const lane = async () => {
      while (next < found.length) {
        const text = await (await found[next++].getFile()).text();
        size += text.length;
      }
    };
    await Promise.all(Array.from({ length: 16 }, lane));
    return { walked, read: performance.now() - started, size };
  };
  await plainly();
  const plain = await plainly();
  const before = await memory();

  let longest = 0;
  new PerformanceObserver((list) => list.getEntries().forEach(({ duration }) => (longest = Math.max(longest, duration)))).observe({ entryTypes: ["longtask"] });
  const waiters = [];
  let count = 0;
  const tell = (event) => {
    if (event.type !== "posts") return;
    count += 1;
    for (const waiter of [...waiters]) if (waiter.wanted(event.list)) waiters.splice(waiters.indexOf(waiter), 1)[0].resolve(event.list);
  };
  const next = (wanted) => new Promise((resolve) => waiters.push({ wanted, resolve }));
  const workspaces = createWorkspaces({
    tell,
    summariser: () => createSummariser({ spawn: createSpawn(new URL("/engine.wasm", location.href), integrity, () => "/engine.js"), clock: () => ({ now: Math.floor(Date.now() / 1000), zone: 60 }) }),
    spawnShelf: spawnWorker(() => "/library.js"),
  });
  const started = performance.now();
  const first = next((list) => list.rows.length >= 50 && list.rows.slice(0, 50).every((row) => row.read)).then(() => performance.now() - started);
  const names = next((list) => list.total > 100).then(() => performance.now() - started);
  const all = next((list) => list.done && list.read === list.total).then((list) => [performance.now() - started, list]);
  await workspaces.take({ handle });
  const [done, list] = await all;
  const opening = { events: count, longest };
  const after = await memory();

  const queries = ["needle", "post", "e", "th", "tag-7", "漢字", "kun", '"post 77"', "post tag-3", "zzzzzz", "a b c d", "Post 1234 about"];
  const times = [];
  const results = [];
  for (let round = 0; round < 3; round++) {
    for (const search of queries) {
      const from = performance.now();
      const told = next(() => true);
      workspaces.setView({ ...FIRST_VIEW, search, sort: { by: "relevance", descending: true }, count: 50 });
      const { matching } = await told;
      const time = performance.now() - from;
      times.push(time);
      if (round === 2) results.push(`${search} → ${matching} in ${ms(time)}`);
    }
  }
  times.sort((a, b) => a - b);
  const filtering = [];
  for (const filter of [{ state: "never" }, { tag: "tag-7" }, { year: 2012 }]) {
    const from = performance.now();
    const told = next(() => true);
    workspaces.setView({ ...FIRST_VIEW, filter: { ...FIRST_VIEW.filter, ...filter } });
    await told;
    filtering.push(performance.now() - from);
  }
  const again = performance.now();
  await workspaces.refresh();
  const looked = performance.now() - again;
  const change = performance.now();
  await workspaces.saved(list.rows[0].path);
  const saved = performance.now() - change;
  return {
    posts: `${list.total}, ${(plain.size / 2 ** 20).toFixed(1)} million characters; titles read by the engine: ${workspaces.entries().filter(({ dialect }) => dialect !== "").length}`,
    "read plainly": `${ms(plain.read)} (of which names ${ms(plain.walked)})`,
    "first names in the list": ms(await names),
    "first 50 rows with titles": ms(await first),
    "all posts read, summarised and searchable": `${ms(done)} = ${(done / plain.read).toFixed(2)} × reading plainly`,
    "list events while opening": opening.events,
    "longest task of the page while opening": ms(opening.longest),
    "search, typed to rows with snippets": `median ${ms(times[times.length >> 1])}, p95 ${ms(times[Math.floor(times.length * 0.95)])}, worst ${ms(times.at(-1))}`,
    "single searches": results.join("; "),
    filtering: filtering.map(ms).join(", "),
    "looking through again, nothing changed": ms(looked),
    "one post changed": ms(saved),
    memory: `${before.toFixed(0)} MB before, ${after.toFixed(0)} MB with the list and all texts`,
  };
}

main().catch((problem) => {
  console.error(problem);
  process.exitCode = 1;
});

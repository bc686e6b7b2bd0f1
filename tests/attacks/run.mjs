// Owns the ordinary run of the project's own attacks: each is rendered by the real preview in a real browser while
// everything that must not happen is watched for. Then the same without protection, to show that the watching works.
//
// Usage: node tests/attacks/run.mjs
//
// The engine must have been built (www/engine). CHROMIUM names another browser than the one on the path.

import { createServer } from "node:http";
import { execFileSync } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { buildDriver } from "./build.mjs";
import { ATTACKS } from "./list.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const { chromium } = await import(join(here, "../../www/node_modules/playwright-core/index.mjs"));

/** No attack may keep the page busy for longer, in ms. */
const HANG = 6000;
/** The unprotected run must find at least this many, or the watching is broken. */
const CONTROL = 100;
const TYPES = { ".html": "text/html", ".js": "text/javascript", ".wasm": "application/wasm", ".json": "application/json" };

function executable() {
  if (process.env.CHROMIUM) return process.env.CHROMIUM;
  return execFileSync("sh", ["-c", "command -v chromium || command -v chromium-browser || command -v google-chrome"]).toString().trim();
}

/** Serves the driver and the list; whatever else is asked for is a finding. */
async function serve(folder) {
  const server = createServer(async (request, response) => {
    const path = new URL(request.url, "http://x").pathname;
    const body = path === "/corpora/own.json" ? JSON.stringify(ATTACKS) : await readFile(join(folder, path)).catch(() => null);
    response.writeHead(body === null ? 404 : 200, { "content-type": TYPES[extname(path)] ?? "text/plain" });
    response.end(body ?? "");
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return { server, origin: `http://127.0.0.1:${server.address().port}` };
}

/** Runs the attacks from `start` on in a fresh page; returns where to go on after one that broke the page. */
async function round(browser, origin, start, found, seen) {
  const context = await browser.newContext({ serviceWorkers: "block" });
  const page = await context.newPage();
  let current = -1;
  let heard = Date.now();
  let over = false;
  let broken = false;
  const finding = (kind, text) => {
    if (current >= 0) found.push({ kind, text: String(text).slice(0, 120), payload: ATTACKS[current].payload });
  };
  await context.exposeBinding("__rep", (_, kind, index, text) => {
    heard = Date.now();
    if (kind === "cur") current = index;
    if (kind === "done") seen.add(index);
    if (kind === "done" && text) finding(/^(?:EXC|control)/.test(text) ? "vacuous" : "damage", text);
    if (kind === "end") over = true;
  });
  await context.exposeBinding("__xss", (_, name) => finding("script", name));
  await context.addInitScript(() => {
    for (const name of ["alert", "prompt", "confirm", "print"]) {
      Object.defineProperty(window, name, { value: () => window.__xss(name), configurable: false });
    }
  });
  await context.route("**/*", (route) => {
    const { origin: of, pathname } = new URL(route.request().url());
    if (of === origin && /^\/(?:driver\.(?:html|js)|core-engine\.wasm|corpora\/own\.json)$/.test(pathname)) return route.continue();
    // The app's own style sheets are asked for, and are not part of this page.
    if (of !== origin || !/^\/(?:preview|katex)\.css$/.test(pathname)) finding("request", route.request().url());
    return route.fulfill({ status: 404, body: "" });
  });
  context.on("page", (other) => {
    if (other !== page) {
      finding("popup", other.url());
      other.close().catch(() => {});
    }
  });
  const failures = [];
  page.on("pageerror", ({ message }) => failures.push(`The page with the attacks does not start: ${message}`));
  page.on("crash", () => {
    finding("hang", "crash");
    broken = true;
  });
  page.on("framenavigated", (frame) => {
    if (frame === page.mainFrame() && current >= 0) {
      finding("navigation", frame.url());
      broken = true;
    }
  });
  const inspector = await context.newCDPSession(page);
  await inspector.send("Debugger.enable");
  inspector.on("Debugger.scriptParsed", ({ url }) => {
    if (!over && url && !/^(?:debugger:|pptr|__playwright|wasm:)|\/driver\.js$/.test(url)) finding("compiled", url);
  });
  await page.goto(`${origin}/driver.html?corpus=own&start=${start}&end=${ATTACKS.length}`);
  while (!over && !broken) {
    await new Promise((resolve) => setTimeout(resolve, 50));
    if (Date.now() - heard > HANG) {
      finding("hang", "no answer");
      broken = true;
    }
  }
  await Promise.race([context.close(), new Promise((resolve) => setTimeout(resolve, 3000))]).catch(() => {});
  if (current < 0 && !over) throw new Error(failures[0] ?? "The page with the attacks does not start.");
  return over ? ATTACKS.length : current + 1;
}

async function attack(browser, without, purify) {
  const folder = await mkdtemp(join(tmpdir(), "foreword-attacks-"));
  const found = [];
  const seen = new Set();
  try {
    await buildDriver(folder, without, purify);
    const { server, origin } = await serve(folder);
    for (let start = 0; start < ATTACKS.length; ) start = await round(browser, origin, start, found, seen);
    server.close();
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  return { found, seen };
}

const RUNS = [
  { name: "as it ships", without: [], purify: false },
  { name: "with the library as sanitiser", without: [], purify: true },
  { name: "without the sanitiser", without: ["sanitiser"], purify: false },
  { name: "without the facade pass", without: ["facade"], purify: false },
  { name: "without the sandbox", without: ["sandbox"], purify: false },
  { name: "without the frame's policy", without: ["policy"], purify: false },
];

const browser = await chromium.launch({
  executablePath: executable(),
  args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run",
    "--disable-popup-blocking", "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"],
});
let passed = 0;
let failed = 0;

async function judge({ name, without, purify }) {
  const { found, seen } = await attack(browser, without, purify);
  const hurt = new Set(found.map(({ payload }) => payload)).size + (ATTACKS.length - seen.size);
  passed += ATTACKS.length - hurt;
  failed += hurt;
  const findings = found.map(({ kind, text, payload }) => `  ${kind}: ${text}\n    ${JSON.stringify(payload)}\n`);
  process.stdout.write(`${name}: ${seen.size} attacks rendered, ${found.length} findings\n${findings.join("")}`);
}

async function control() {
  const { found } = await attack(browser, ["everything"], false);
  const harmful = new Set(found.map(({ payload }) => payload)).size;
  process.stdout.write(`without anything, as a control: ${harmful} of ${ATTACKS.length} attacks do something\n`);
  if (harmful < CONTROL) failed += 1;
  else passed += 1;
}

const jobs = [...RUNS.map((run) => () => judge(run)), control];
const lane = async () => {
  for (let job = jobs.shift(); job; job = jobs.shift()) await job();
};
await Promise.all([lane(), lane()]);
await browser.close();
process.stdout.write(`${passed} passed, ${failed} failed\n`);
process.exitCode = failed > 0 ? 1 : 0;

// Owns the bundling of everything that is not Rust: kernel, lazy chunks, engine worker, styles, fonts.
//
// Output: dist/kernel.js and dist/page.css, which trunk copies under hashed names to the root of the site; dist/sw.js and
// dist/manifest.webmanifest, which it copies under these names; and dist/static/, which it copies as it is. Names in
// static/ carry a hash of their content, so they can be cached for ever.
//
// Usage: node build.mjs [--release] [--engine DIR]

import { build } from "esbuild";
import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { basename, dirname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";

const www = dirname(fileURLToPath(import.meta.url));
const dist = join(www, "dist");
const args = process.argv.slice(2);
const release = args.includes("--release") || process.env.TRUNK_PROFILE === "release";
const engine = args.includes("--engine") ? resolve(args[args.indexOf("--engine") + 1]) : join(www, "engine");

const shared = {
  absWorkingDir: www,
  bundle: true,
  minify: release,
  sourcemap: release ? false : "linked",
  target: ["chrome114", "firefox121", "safari17"],
  outdir: dist,
  metafile: true,
  logLevel: "warning",
};

/** Eight hexadecimal digits that change with the content. */
function shortHash(bytes) {
  return createHash("sha256").update(bytes).digest("hex").slice(0, 8);
}

/** The one file with this ending that a build put out, relative to dist/. */
function output(result, ending) {
  const found = Object.keys(result.metafile.outputs).find((path) => path.endsWith(ending));
  return relative(dist, join(www, found)).replaceAll("\\", "/");
}

/** KaTeX lists each font three times; every browser that runs WebAssembly reads the first kind. */
const woff2Only = {
  name: "woff2-only",
  setup(bundler) {
    bundler.onLoad({ filter: /katex(\.min)?\.css$/ }, async ({ path }) => {
      const css = await readFile(path, "utf8");
      return { loader: "css", contents: css.replace(/,url\([^)]+\.(?:woff|ttf)\) format\(["'](?:woff|truetype)["']\)/g, "") };
    });
  },
};

/**
 * The Markdown package brings the grammars of HTML, CSS and JavaScript for a function that is not used here. Without
 * them, they stay in chunks of their own; Markdown inside a code block gets the plain grammar.
 */
const lightMarkdown = {
  name: "light-markdown",
  setup(bundler) {
    bundler.onResolve({ filter: /^@codemirror\/lang-markdown$/ }, ({ kind }) =>
      kind === "dynamic-import" ? { path: join(www, "src/surface/nested-markdown.ts") } : undefined,
    );
    bundler.onResolve({ filter: /^@codemirror\/lang-html$/ }, ({ importer, path }) =>
      /[\\/]lang-markdown[\\/]/.test(importer) ? { path, namespace: "unused", sideEffects: false } : undefined,
    );
    bundler.onLoad({ filter: /.*/, namespace: "unused" }, () => ({ contents: "export const html = () => null, htmlCompletionSource = null;" }));
  },
};

async function buildEngine() {
  for (const file of ["engine.js", "engine_bg.wasm"]) {
    if (!existsSync(join(engine, file))) {
      throw new Error(`${join(engine, file)} is missing. Run \`cargo xtask dist\`, which builds the engine first.`);
    }
  }
  const wasm = await readFile(join(engine, "engine_bg.wasm"));
  const name = `static/engine-${shortHash(wasm)}.wasm`;
  await writeFile(join(dist, name), wasm);
  const worker = await build({
    ...shared,
    entryPoints: { worker: "src/engine/worker.ts" },
    entryNames: "static/[name]-[hash]",
    format: "iife",
    // Only `initSync` of the glue is used; its other start, by import.meta.url, is dropped.
    logOverride: { "empty-import-meta": "silent" },
    plugins: [
      {
        name: "engine",
        setup(bundler) {
          bundler.onResolve({ filter: /\/engine\/engine\.js$/ }, () => ({ path: join(engine, "engine.js") }));
        },
      },
    ],
  });
  return {
    ENGINE_WASM: name,
    ENGINE_INTEGRITY: `sha384-${createHash("sha384").update(wasm).digest("base64")}`,
    WORKER_URL: output(worker, ".js"),
  };
}

/** What the lint rules say about themselves, for whoever asks why: an object by id. Markdown is not needed beside HTML. */
async function writeRules() {
  const file = join(engine, "rules.json");
  if (!existsSync(file)) throw new Error(`${file} is missing. Run \`cargo xtask dist\`, which writes it first.`);
  const rules = JSON.parse(await readFile(file, "utf8"));
  const byId = Object.fromEntries(rules.map(({ id, markdown, ...rule }) => [id, rule]));
  const text = JSON.stringify(byId);
  const name = `static/rules-${shortHash(text)}.json`;
  await writeFile(join(dist, name), text);
  return { RULES_URL: name };
}

/** The worker that reads and searches the posts of a folder, and the one that converts images. */
async function buildWorkers() {
  const worker = (entryPoints) => build({ ...shared, entryPoints, entryNames: "static/[name]-[hash]", format: "iife" });
  const library = await worker({ library: "src/workspace/library-worker.ts" });
  const converter = await worker({ converter: "src/images/convert-worker.ts" });
  return { LIBRARY_URL: output(library, ".js"), CONVERTER_URL: output(converter, ".js") };
}

async function buildStyles() {
  const styles = await build({
    ...shared,
    sourcemap: false,
    entryPoints: { preview: "styles/preview.css", katex: "node_modules/katex/dist/katex.min.css" },
    entryNames: "static/[name]-[hash]",
    assetNames: "static/fonts/[name]-[hash]",
    loader: { ".woff2": "file" },
    plugins: [woff2Only],
  });
  const named = (name) =>
    relative(dist, join(www, Object.keys(styles.metafile.outputs).find((path) => basename(path).startsWith(`${name}-`) && path.endsWith(".css"))));
  return { PREVIEW_CSS: named("preview"), KATEX_CSS: named("katex") };
}

/** The page's own style as one file, dist/page.css, which trunk copies under a hashed name. */
async function buildPageStyle() {
  await build({ ...shared, sourcemap: false, entryPoints: { page: "styles/page.css" }, target: ["chrome123", "firefox121", "safari17.5"] });
}

/** What runs before the first paint, as a classic script. */
async function buildEarly() {
  await build({ ...shared, entryPoints: { early: "src/page/early.ts" }, format: "iife" });
}

async function buildKernel(defines) {
  const define = Object.fromEntries(Object.entries(defines).map(([key, value]) => [key, JSON.stringify(value.replaceAll("\\", "/"))]));
  return build({
    ...shared,
    entryPoints: { kernel: "src/kernel.ts" },
    chunkNames: "static/chunks/[name]-[hash]",
    format: "esm",
    splitting: true,
    loader: { ".md": "text" },
    plugins: [lightMarkdown],
    define,
  });
}

/** The service worker, which `cargo xtask` puts the list of files in front of. `eager`: chunks that the page loads at once. */
async function buildServiceWorker(eager) {
  await build({
    ...shared,
    sourcemap: false,
    entryPoints: { sw: "src/offline/service-worker.ts" },
    format: "iife",
    define: { EAGER: JSON.stringify(eager) },
  });
}

/** The web app manifest, with its icons under hashed names. */
async function buildManifest() {
  const manifest = JSON.parse(await readFile(join(www, "icons/manifest.webmanifest"), "utf8"));
  await mkdir(join(dist, "static/icons"), { recursive: true });
  for (const icon of manifest.icons) {
    const bytes = await readFile(join(www, "icons", icon.src));
    icon.src = `static/icons/${icon.src.replace(".", `-${shortHash(bytes)}.`)}`;
    await writeFile(join(dist, icon.src), bytes);
  }
  await writeFile(join(dist, "manifest.webmanifest"), JSON.stringify(manifest));
}

/** The kernel and the chunks that it imports at once: what a first visit downloads. */
function eagerFiles(metafile) {
  const eager = new Set();
  const visit = (path) => {
    if (eager.has(path)) return;
    eager.add(path);
    for (const imported of metafile.outputs[path].imports) {
      if (imported.kind === "import-statement" && !imported.external) visit(imported.path);
    }
  };
  visit(Object.keys(metafile.outputs).find((path) => basename(path) === "kernel.js"));
  return [...eager];
}

async function main() {
  await rm(dist, { recursive: true, force: true });
  await mkdir(join(dist, "static"), { recursive: true });
  await buildPageStyle();
  await buildEarly();
  const defines = { ...(await buildEngine()), ...(await buildWorkers()), ...(await buildStyles()), ...(await writeRules()) };
  const kernel = await buildKernel(defines);
  const eager = eagerFiles(kernel.metafile);
  await buildServiceWorker(eager.map((path) => relative(dist, join(www, path)).replaceAll("\\", "/")));
  await buildManifest();
  let [raw, gzip] = [0, 0];
  for (const path of eager) {
    const bytes = await readFile(join(www, path));
    raw += bytes.length;
    gzip += gzipSync(bytes).length;
  }
  const chunks = Object.keys(kernel.metafile.outputs).filter((path) => path.endsWith(".js")).length - eager.length;
  const kb = (bytes) => `${(bytes / 1024).toFixed(0)} KB`;
  process.stdout.write(`kernel: ${eager.length} files at start, ${kb(raw)}, ${kb(gzip)} gzip; ${chunks} more when needed\n`);
}

main().catch((problem) => {
  process.stderr.write(`${problem instanceof Error ? problem.message : problem}\n`);
  process.exitCode = 1;
});

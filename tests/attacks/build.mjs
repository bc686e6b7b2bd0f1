// Owns the building of the attack page, as it is or with one of the preview's layers switched off, to show that the
// others hold and that the runner finds something when none does.
//
// Usage: node tests/attacks/build.mjs OUT [--without sanitiser|facade|sandbox|policy|everything] [--purify]
//
// OUT gets driver.html, driver.js and core-engine.wasm, to stand beside the runner. The engine must have been built.

import { copyFile, mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const www = join(here, "../../www");
const { build } = await import(join(www, "node_modules/esbuild/lib/main.js"));

/** How each layer is switched off: a file and what is changed in it. A change that finds nothing is an error. */
const LAYERS = {
  facade: [["facade.ts", /export function facade\(root: DocumentFragment\): void \{/, "$&\n  if (root) return;"]],
  sanitiser: [["sanitise.ts", /export async function createSanitiser\([^)]*\)[^{]*\{/, "$&\n  if (inert) return (markup) => { const t = inert.createElement('template'); t.innerHTML = markup; return t.content; };"]],
  sandbox: [["frame.ts", /element\.setAttribute\("sandbox", sandbox\);/, ""]],
  policy: [["frame.ts", /<meta http-equiv="Content-Security-Policy" content="\$\{policy\}">/, ""]],
};
/** The control: a post's HTML straight into an ordinary frame. */
LAYERS.everything = [
  ...LAYERS.sandbox,
  ...LAYERS.policy,
  ["preview.ts", /const nodes = safe\(html\);\s+finish\([^;]+;/, "const nodes = frame.document.createRange().createContextualFragment(html);"],
];

/** Writes the page into `out` with some layers missing. */
export async function buildDriver(out, without = [], purify = false) {
  await mkdir(out, { recursive: true });
  const changes = without.flatMap((layer) => LAYERS[layer]);
  await build({
    absWorkingDir: www,
    entryPoints: [join(here, "driver.ts")],
    bundle: true,
    format: "iife",
    outfile: join(out, "driver.js"),
    target: ["chrome114", "firefox121", "safari17"],
    logLevel: "error",
    logOverride: { "empty-import-meta": "silent" },
    nodePaths: [join(www, "node_modules")],
    loader: { ".md": "text" },
    define: {
      PREVIEW_CSS: '"preview.css"', KATEX_CSS: '"katex.css"', WORKER_URL: '"worker.js"', LIBRARY_URL: '"library.js"', CONVERTER_URL: '"converter.js"', SPELLING_URL: '"spelling.js"', ENGINE_WASM: '""', ENGINE_INTEGRITY: '""',
      PURIFY: String(purify), WITHOUT: JSON.stringify(without),
    },
    plugins: [{
      name: "layers",
      setup(bundler) {
        bundler.onLoad({ filter: /preview\/\w+\.ts$/ }, async ({ path }) => {
          let contents = await readFile(path, "utf8");
          for (const [file, from, to] of changes) {
            if (!path.endsWith(`/${file}`)) continue;
            if (!from.test(contents)) throw new Error(`${file} has changed: ${from} is not in it any more.`);
            contents = contents.replace(from, to);
          }
          return { contents, loader: "ts" };
        });
      },
    }],
  });
  await copyFile(join(www, "engine/engine_bg.wasm"), join(out, "core-engine.wasm"));
  await writeFile(join(out, "driver.html"), PAGE);
}

// No policy of the page's own: what holds here holds on any host.
const PAGE = `<!doctype html><html><head><meta charset="utf-8"><title>Attacks</title><style>
body { margin: 0; font: 16px sans-serif }
#canary { color: rgb(1, 2, 3); height: 40px }
#preview { height: 500px }
</style></head><body><div id="canary">The app</div><section id="preview"></section><script src="driver.js"></script></body></html>
`;

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [out, ...args] = process.argv.slice(2);
  const without = args.includes("--without") ? [args[args.indexOf("--without") + 1]] : [];
  await buildDriver(out, without, args.includes("--purify"));
}

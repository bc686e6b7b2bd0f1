// Owns the end-to-end run: collects the tests, runs them in two lanes of one browser, and prints what came out.
//
// Usage: node tests/e2e/run.mjs [filter]
//
// A test runs when its file or its name contains the filter. FOREWORD_DIST names another built page than dist/.

import { existsSync } from "node:fs";
import { mkdir, readdir, rm } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { launch } from "./harness/browser.mjs";
import { serve } from "./harness/server.mjs";
import { openSession } from "./harness/session.mjs";
import { collected } from "./harness/suite.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const root = resolve(here, "../..");
const dist = resolve(process.env.FOREWORD_DIST ?? join(root, "dist"));
const pictures = join(root, "target/e2e");
/** Tests at the same time. More would only make each other late on a small machine. */
const LANES = 2;
/** No test may take longer (ms), unless it says so by its option `longest`. */
const LONGEST = 60_000;

async function collect(filter) {
  for (const file of (await readdir(here)).filter((name) => name.endsWith(".test.mjs")).sort()) {
    const before = collected.length;
    await import(join(here, file));
    for (const test of collected.slice(before)) test.file = file.replace(/\.test\.mjs$/, "");
  }
  return collected.filter(({ file, name }) => !filter || `${file}: ${name}`.includes(filter));
}

function limit(promise, longest = LONGEST) {
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`It took longer than ${longest / 1000} s.`)), longest);
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}

/** Runs one test. Resolves with the error, or null. */
async function run(test, browser, server) {
  const session = await openSession(browser, server, test.options);
  try {
    await limit(test.body(session), test.options.longest);
    session.record.check();
    return null;
  } catch (problem) {
    const name = `${test.file}-${test.name}`.replace(/[^a-z0-9]+/gi, "-").toLowerCase().slice(0, 100);
    await session.page.screenshot({ path: join(pictures, `${name}.png`), timeout: 5_000 }).catch(() => undefined);
    const also = session.record.problems();
    return `${problem instanceof Error ? problem.stack : problem}${also.length > 0 ? `\nAlso:\n  ${also.join("\n  ")}` : ""}`;
  } finally {
    await session.close();
  }
}

async function main() {
  if (!existsSync(join(dist, "index.html"))) throw new Error(`${dist} has no built page. Run \`cargo xtask dist\` first.`);
  await rm(pictures, { recursive: true, force: true });
  await mkdir(pictures, { recursive: true });
  const tests = await collect(process.argv[2]);
  const [browser, server] = await Promise.all([launch(), serve(dist, join(here, "../fixtures/posts"))]);
  let [passed, failed] = [0, 0];
  const waiting = [...tests];
  const lane = async () => {
    for (let test = waiting.shift(); test; test = waiting.shift()) {
      const started = Date.now();
      const problem = await run(test, browser, server);
      const label = `${test.file}: ${test.name} (${((Date.now() - started) / 1000).toFixed(1)} s)`;
      if (problem === null) {
        passed += 1;
        console.log(`✓ ${label}`);
      } else {
        failed += 1;
        console.log(`✗ ${label}\n  ${problem.replaceAll("\n", "\n  ")}`);
      }
    }
  };
  await Promise.all(Array.from({ length: LANES }, lane));
  await browser.close();
  server.close();
  console.log(`${passed} passed, ${failed} failed`);
  process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
}

main().catch((problem) => {
  console.error(problem instanceof Error ? problem.message : problem);
  console.log("0 passed, 1 failed");
  process.exitCode = 1;
});

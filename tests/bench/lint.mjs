// Owns the comparison of how long checking takes: Foreword's rules beside markdownlint (npm) and rumdl (PyPI), each with
// its defaults, on the project's own sample posts, in turn, so that a machine whose speed drifts does not move the ratios.
//
// Usage: node tests/bench/lint.mjs     The first run installs the others below target/, from npm and PyPI.

import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { performance } from "node:perf_hooks";
import { fileURLToPath, pathToFileURL } from "node:url";

const root = resolve(dirname(fileURLToPath(import.meta.url)), "../..");
const place = join(root, "target/lint-bench");
const MARKDOWNLINT = "0.40.0";
const RUMDL = "0.3.0";
const SIZES = [25_000, 1_000_000];
const ROUNDS = 5;

function install() {
  mkdirSync(place, { recursive: true });
  if (!existsSync(join(place, "node_modules/markdownlint"))) {
    writeFileSync(join(place, "package.json"), "{}");
    execFileSync("npm", ["install", "--silent", `markdownlint@${MARKDOWNLINT}`], { cwd: place, stdio: "inherit" });
  }
  if (!existsSync(join(place, "python/bin/rumdl"))) {
    execFileSync("python3", ["-m", "venv", join(place, "python")], { stdio: "inherit" });
    execFileSync(join(place, "python/bin/pip"), ["install", "--quiet", `rumdl==${RUMDL}`], { stdio: "inherit" });
  }
}

/** The sample posts, one after the other below the first one's header, until so many bytes are there. */
function post(bytes) {
  const folder = join(root, "tests/fixtures/posts");
  const texts = readdirSync(folder).sort().map((name) => readFileSync(join(folder, name), "utf8"));
  let text = texts[0];
  for (let next = 0; Buffer.byteLength(text) < bytes; next = (next + 1) % texts.length) {
    text += texts[next].replace(/^(---|\+\+\+)\n[\s\S]*?\n\1\n/, "");
  }
  return text;
}

/** The median of how long something takes, in milliseconds. */
function measured(work, times) {
  const all = Array.from({ length: times }, () => {
    const start = performance.now();
    work();
    return performance.now() - start;
  });
  return median(all);
}

function median(values) {
  return values.toSorted((a, b) => a - b)[values.length >> 1];
}

function ours(file) {
  const printed = execFileSync("cargo", ["bench", "--quiet", "-p", "foreword-lint", "--bench", "lint", "--", file], { cwd: root, encoding: "utf8" });
  const [, parsing, both] = /([\d.]+) ms parsing +([\d.]+) ms/.exec(printed);
  return { parsing: Number(parsing), both: Number(both) };
}

function rumdl(file) {
  const options = ["check", "--no-cache", "--no-config", "--silent", file];
  return () => {
    try {
      execFileSync(join(place, "python/bin/rumdl"), options, { stdio: "ignore" });
    } catch (problem) {
      // Its status says that it found something.
      if (problem.status !== 1) throw problem;
    }
  };
}

install();
const { lint } = await import(pathToFileURL(join(place, "node_modules/markdownlint/lib/exports-sync.mjs")));
const empty = join(place, "empty.md");
writeFileSync(empty, "");
for (const bytes of SIZES) {
  const text = post(bytes);
  const file = join(place, `${bytes}.md`);
  writeFileSync(file, text);
  const times = bytes > 100_000 ? 3 : 15;
  const theirs = () => lint({ strings: { post: text } });
  theirs();
  const rounds = Array.from({ length: ROUNDS }, () => ({
    ours: ours(file),
    markdownlint: measured(theirs, times),
    // A program of its own: what it takes for an empty post is its start.
    rumdl: measured(rumdl(file), times) - measured(rumdl(empty), times),
  }));
  const row = (name, pick) => {
    const time = median(rounds.map(pick));
    const ratio = median(rounds.map((round) => pick(round) / round.ours.both));
    console.log(`${String(Buffer.byteLength(text)).padStart(8)} bytes  ${name.padEnd(28)} ${time.toFixed(2).padStart(9)} ms  ${ratio.toFixed(1).padStart(6)} × ours`);
  };
  row("Foreword, parsing alone", (round) => round.ours.parsing);
  row("Foreword", (round) => round.ours.both);
  row(`markdownlint ${MARKDOWNLINT}`, (round) => round.markdownlint);
  row(`rumdl ${RUMDL} without its start`, (round) => round.rumdl);
}

// Owns the comparison with markdownlint: for the rules that both have, how many findings agree on file, line and rule,
// at the default configuration of both, and whether every difference is argued in known-differences/.
//
// Usage: node tests/lint/markdownlint.mjs --markdownlint=FOLDER --foreword=FILE [options] FOLDER|FILE…
//   --markdownlint=FOLDER   the installed package (…/node_modules/markdownlint)
//   --foreword=FILE         the command line, built
//   --dialect=ID            the dialect to read the files by; `detect` leaves it to Foreword (default: github)
//   --rules=MD001,MD003     only these rules (default: all that both have)
//   --inline                both obey comments such as `<!-- markdownlint-disable -->`; without it, neither does
//   --show=MD001            prints every difference of a rule with its line
//   --list                  prints the differences that nobody argues, in the form that known-differences/ has
//   --argued                fails (status 1) where a difference is not argued
//
// known-differences/MD001.md argues, class by class, why the findings of a rule differ. Below each argument stands a
// list of places: "- `file.md` ours 3, 5" for findings that only Foreword has, "theirs" for those it lacks.

import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join, relative, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const root = resolve(here, "../..");
const paths = process.argv.slice(2).filter((argument) => !argument.startsWith("--"));
const option = (name) => {
  const found = process.argv.slice(2).find((argument) => argument === `--${name}` || argument.startsWith(`--${name}=`));
  return found && (found.slice(name.length + 3) || true);
};
if (paths.length === 0 || !option("markdownlint") || !option("foreword")) {
  console.error("usage: markdownlint.mjs --markdownlint=FOLDER --foreword=FILE [options] FOLDER|FILE…");
  process.exit(2);
}

/** The rules' markdownlint ids as their sources declare them: a finding names only the rule. */
function aliases() {
  const folder = join(root, "crates/lint/src/rules");
  const found = new Map();
  for (const file of readdirSync(folder, { recursive: true })) {
    if (!file.endsWith(".rs")) continue;
    const source = readFileSync(join(folder, file), "utf8");
    for (const [, id, list] of source.matchAll(/\bid:\s*"([^"]+)",\s*aliases:\s*\[([^\]]*)\]/g)) {
      const ids = [...list.matchAll(/"(MD\d+)"/g)].map((match) => match[1]);
      if (ids.length > 0) found.set(id, ids);
    }
  }
  return found;
}

/** The texts by name. Comments that set markdownlint up are made ones that nobody obeys, of the same length. */
function texts() {
  const found = new Map();
  const add = (path, name) => {
    const text = readFileSync(path, "utf8");
    found.set(name, option("inline") ? text : text.replace(/(<!--\s*)(markdownlint|foreword)-/g, "$1$2_"));
  };
  for (const path of paths) {
    if (!statSync(path).isDirectory()) add(path, basename(path));
    else for (const file of readdirSync(path, { recursive: true })) if (file.endsWith(".md")) add(join(path, file), file);
  }
  return found;
}

/** What Foreword finds, as `file\tline\trule`. */
function ours(contents, ids, known) {
  const folder = mkdtempSync(join(tmpdir(), "foreword-lint-"));
  try {
    for (const [name, text] of contents) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), text);
    }
    const dialect = option("dialect") ?? "github";
    const asked = dialect === "detect" ? [] : ["--dialect", dialect];
    const found = new Set();
    for (const { file, findings } of JSON.parse(lint(["lint", "--format", "json", ...asked, folder]))) {
      for (const finding of findings) {
        // A rule of ours that stands for several of theirs agrees with whichever they report.
        const names = ids.get(finding.rule) ?? [];
        const key = (id) => `${relative(folder, file)}\t${finding.line}\t${id}`;
        const id = names.find((name) => known.has(key(name))) ?? names[0];
        if (id) found.add(key(id));
      }
    }
    return found;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Runs Foreword; findings make it end with status 1. */
function lint(words) {
  try {
    return execFileSync(resolve(option("foreword")), words, { encoding: "utf8", maxBuffer: 2 ** 30 });
  } catch (failure) {
    if (failure.status === 1) return failure.stdout;
    throw failure;
  }
}

/** What markdownlint finds, in the same form. */
async function theirs(contents) {
  const { lint } = await import(pathToFileURL(join(resolve(option("markdownlint")), "lib/exports-sync.mjs")));
  const results = lint({ strings: Object.fromEntries(contents), config: { default: true }, noInlineConfig: !option("inline") });
  const found = new Set();
  for (const [file, findings] of Object.entries(results)) {
    for (const finding of findings) found.add(`${file}\t${finding.lineNumber}\t${finding.ruleNames[0]}`);
  }
  return found;
}

/** The differences that are argued, as `side\tfile\tline\trule`. */
function argued() {
  const folder = join(here, "known-differences");
  const found = new Set();
  for (const name of existsSync(folder) ? readdirSync(folder) : []) {
    const rule = basename(name, ".md");
    for (const [, file, side, lines] of readFileSync(join(folder, name), "utf8").matchAll(/^- `([^`]+)` (ours|theirs) ([\d, ]+)$/gm)) {
      for (const line of lines.split(", ")) found.add(`${side}\t${file}\t${line}\t${rule}`);
    }
  }
  return found;
}

const ids = aliases();
const contents = texts();
const reported = await theirs(contents);
const found = ours(contents, ids, reported);
const shared = new Set([...ids.values()].flat());
const asked = option("rules")?.split(",") ?? [...shared].sort();
const known = argued();

const percent = (part, whole) => (whole === 0 ? "     -" : `${((100 * part) / whole).toFixed(1).padStart(5)}%`);
let [both, either, unargued] = [0, 0, []];
console.log("rule    agreement  both  ours only  theirs only  argued");
for (const rule of asked) {
  const of = (set) => [...set].filter((key) => key.endsWith(`\t${rule}`));
  const agreed = of(found).filter((key) => reported.has(key)).length;
  const differences = [
    ...of(found).filter((key) => !reported.has(key)).map((key) => `ours\t${key}`),
    ...of(reported).filter((key) => !found.has(key)).map((key) => `theirs\t${key}`),
  ];
  const open = differences.filter((key) => !known.has(key));
  const mine = differences.filter((key) => key.startsWith("ours\t")).length;
  both += agreed;
  either += agreed + differences.length;
  unargued.push(...open);
  const counts = [String(agreed).padStart(6), String(mine).padStart(11), String(differences.length - mine).padStart(13)];
  console.log(`${rule}  ${percent(agreed, agreed + differences.length).padStart(9)}${counts.join("")}${`${differences.length - open.length}/${differences.length}`.padStart(8)}`);
  if (option("show") === rule || option("show") === true) {
    for (const key of differences) {
      const [side, file, line] = key.split("\t");
      const text = contents.get(file).split(/\r\n?|\n/)[line - 1] ?? "";
      console.log(`  ${side.padEnd(6)} ${file}:${line}: ${JSON.stringify(text.slice(0, 100))}`);
    }
  }
}
console.log(`all     ${percent(both, either).padStart(9)}${String(both).padStart(6)} of ${either}; ${unargued.length} differences are not argued`);

if (option("list")) {
  const places = new Map();
  for (const key of unargued) {
    const [side, file, line, rule] = key.split("\t");
    const place = `${rule}\t\`${file}\` ${side}`;
    places.set(place, [...(places.get(place) ?? []), Number(line)]);
  }
  for (const [place, lines] of [...places].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const [rule, start] = place.split("\t");
    console.log(`${rule}: - ${start} ${lines.sort((a, b) => a - b).join(", ")}`);
  }
}
if (option("argued") && unargued.length > 0) process.exit(1);

// Owns checking front matter edits with parsers that share no code with ours: npm `yaml`, `smol-toml`, JSON.parse.
// Reads target/front-matter-edits.jsonl (written by a test of crates/header); prints totals, then `N passed, N failed`.
import { createReadStream } from "node:fs";
import { createRequire } from "node:module";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

const require = createRequire(new URL("../../www/package.json", import.meta.url));
const yaml = require("yaml");
const toml = require("smol-toml");
const file = fileURLToPath(new URL("../../target/front-matter-edits.jsonl", import.meta.url));

/** The language of a header and its text without the fences. */
function split(post) {
  const text = post.replace(/^\uFEFF?\s*/u, "");
  const fenced = /^(---(?:json|toml|yaml)?|\+\+\+)[ \t]*\r?\n([\s\S]*?)(?:---|\+\+\+|\.\.\.)[ \t]*(?:\r?\n)?$/u.exec(text);
  if (!fenced) return { format: "json", inner: text };
  const format = fenced[1] === "+++" || fenced[1] === "---toml" ? "toml" : fenced[1] === "---json" ? "json" : "yaml";
  return { format, inner: fenced[2] };
}

/** A header's meaning as plain values; maps as arrays of pairs, so that order counts. */
function meaning({ format, inner }, version = "1.2") {
  if (format === "json") return pairs(JSON.parse(inner));
  if (format === "toml") return pairs(toml.parse(inner));
  const document = yaml.parseDocument(inner, { version, keepSourceTokens: true, uniqueKeys: true, logLevel: "silent", merge: false });
  if (document.errors.length) throw document.errors[0];
  return pairs(document.toJS({ mapAsMap: true, maxAliasCount: 1000 })) ?? { map: [] };
}

function pairs(value) {
  if (value instanceof Date) return { date: value.toISOString() };
  if (Array.isArray(value)) return value.map(pairs);
  if (value instanceof Set) return pairs(new Map([...value].map((item) => [item, null])));
  if (value instanceof Map) return { map: [...value].map(([key, item]) => [String(key ?? "null"), pairs(item)]) };
  if (value !== null && typeof value === "object") return { map: Object.entries(value).map(([key, item]) => [key, pairs(item)]) };
  return typeof value === "bigint" ? String(value) : value;
}

/** What the meaning must be after the operation, or undefined where the path leads nowhere. */
function expected(before, path, operation, value) {
  const whole = structuredClone(before ?? { map: [] });
  let parent = whole;
  for (const step of path.slice(0, -1)) parent = typeof step === "number" ? parent[step] : parent.map.find(([key]) => key === step)?.[1];
  const last = path.at(-1);
  const list = typeof last === "number" ? parent : parent.map;
  const at = typeof last === "number" ? last : list.findIndex(([key]) => key === last);
  const part = typeof last === "number" ? value : [last, value];
  if (operation === "insert") list.splice(last, 0, value);
  else if (operation === "remove") list.splice(at, 1);
  else if (operation === "rename") list[at][0] = value;
  else if (operation === "move") list.splice(value, 0, ...list.splice(at, 1));
  else if (at < 0) list.push(part);
  else list[at] = part;
  return whole;
}

/** True when the second parser sees the entry or item that the path names (YAML 1.1 reads the key `y` as true). */
function sees(whole, path) {
  let here = whole;
  for (const step of path) {
    here = typeof step === "number" ? here?.[step] : here?.map?.find(([key]) => key === step)?.[1];
    if (here === undefined) return false;
  }
  return true;
}

/** Sorts maps, since in TOML a new key must stand before the tables. */
function unordered(value) {
  if (Array.isArray(value)) return value.map(unordered);
  if (value?.map) return { map: value.map.map(([key, item]) => [key, unordered(item)]).sort(([a], [b]) => (a < b ? -1 : 1)) };
  return value;
}

/** Lines of the top-level entry that the path names, as [first, last], from the independent parser. */
function entryLines(before, key) {
  const lines = new yaml.LineCounter();
  const document = yaml.parseDocument(before.inner, { lineCounter: lines, logLevel: "silent" });
  if (!yaml.isMap(document.contents)) return null;
  if (document.contents.flow) return null; // One entry's comma stands behind another.
  const items = document.contents.items;
  const index = items.findIndex((item) => String(yaml.isScalar(item.key) ? item.key.value : item.key) === key);
  if (index < 0) return null;
  const start = items[index].key.range[0];
  const next = items[index + 1]?.key?.range?.[0];
  const end = next === undefined ? before.inner.length : next;
  const first = lines.linePos(start).line - 1;
  // In a flow map several entries share a line.
  return [first, Math.max(first, next === undefined ? lines.linePos(end).line : lines.linePos(end).line - 2)];
}

/** A complaint about lines that changed outside the entry, or null. */
function foreignBytes(before, after, path, operation) {
  if (before.format !== "yaml" || operation === "move") return null;
  const range = entryLines(before, String(path[0]));
  if (!range) return null;
  const old = before.inner.split("\n");
  const now = after.inner.split("\n");
  let same = 0;
  while (same < old.length && same < now.length && old[same] === now[same]) same += 1;
  let tail = 0;
  while (tail < old.length - same && tail < now.length - same && old.at(-1 - tail) === now.at(-1 - tail)) tail += 1;
  const last = old.length - 1 - tail;
  if (same > range[1] + 1 || (last > range[1] && last >= same)) return `line ${last + 1} changed, the entry is lines ${range[0] + 1} to ${range[1] + 1}`;
  return same < range[0] && last >= same ? `line ${same + 1} changed, the entry begins at ${range[0] + 1}` : null;
}

/** Comments that the edit lost although they stand outside the entry. */
function lostComments(before, after, path) {
  if (before.format !== "yaml") return null;
  const range = entryLines(before, String(path[0]));
  const comments = (header, skip) =>
    header.inner.split("\n").flatMap((line, number) => (/^\s*#/u.test(line) && !(skip && number >= skip[0] && number <= skip[1]) ? [line.trim()] : []));
  const left = comments(after);
  for (const comment of comments(before, range)) {
    const at = left.indexOf(comment);
    if (at < 0) return `lost the comment ${comment}`;
    left.splice(at, 1);
  }
  return null;
}

function judge({ before: source, after: patched, path, operation, value }) {
  const [before, after] = [split(source), split(patched)];
  if (before.format !== after.format) return "another format";
  let old;
  try {
    old = meaning(before);
  } catch {
    return "skip"; // The second parser does not read the header as it was, so it cannot judge.
  }
  const adds = operation === "insert" || (path.length === 1 && path[0] === "added");
  if (!adds && !sees(old, path)) return "skip";
  // `draft: yes` set to the text "yes" is that text already, as YAML 1.2 reads it: nothing is to be done.
  if (source === patched && JSON.stringify(expected(old, path, operation, value)) === JSON.stringify(old)) return null;
  const want = expected(old, path, operation, value);
  for (const version of before.format === "yaml" ? ["1.2", "1.1"] : ["1.2"]) {
    let now, wanted;
    try {
      now = meaning(after, version);
      const then = version === "1.2" ? old : meaning(before, version);
      // YAML 1.1 merges `<<` into its map, so that a key removed there is still seen.
      if ((!adds && !sees(then, path)) || (version === "1.1" && before.inner.includes("<<:"))) continue;
      wanted = version === "1.2" ? want : expected(then, path, operation, value);
    } catch (error) {
      if (version === "1.1") continue;
      return `broken header: ${error.message.split("\n")[0]}`;
    }
    const loose = before.format === "toml" && operation !== "move";
    const [a, b] = loose ? [unordered(now), unordered(wanted)] : [now, wanted];
    if (JSON.stringify(a) !== JSON.stringify(b)) return `wrong value (YAML ${version}): ${JSON.stringify(a).slice(0, 200)} instead of ${JSON.stringify(b).slice(0, 200)}`;
  }
  return foreignBytes(before, after, path, operation) ?? lostComments(before, after, path);
}

const totals = { passed: 0, failed: 0, skipped: 0 };
for await (const line of createInterface({ input: createReadStream(file) })) {
  const edit = JSON.parse(line);
  let complaint;
  try {
    complaint = judge(edit);
  } catch (error) {
    complaint = `the oracle failed: ${error.message}`;
  }
  if (complaint === "skip") totals.skipped += 1;
  else if (complaint) {
    totals.failed += 1;
    if (totals.failed <= 20) console.log(`${edit.name} ${edit.operation} ${JSON.stringify(edit.path)} ${JSON.stringify(edit.value)}: ${complaint}\n--- after\n${edit.after.slice(0, 600)}`);
  } else totals.passed += 1;
}
console.log(`${totals.skipped} edits of headers that the second parser does not read`);
console.log(`${totals.passed} passed, ${totals.failed} failed`);
process.exit(totals.failed || !totals.passed ? 1 : 0);

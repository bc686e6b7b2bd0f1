// Owns the tests of the comparison of two texts: rows, words, and the edits from one to the other.

import { test } from "node:test";
import assert from "node:assert/strict";
import { editsBetween, wordDiff, type DiffLine, type DiffSide } from "../src/surface/word-diff";
import type { Edit16 } from "../src/wire";
import { createRandom, edited, post } from "./random";

const marked = ({ text, marks }: DiffSide): string => {
  let [out, at] = ["", 0];
  for (const { from, to } of marks) {
    out += `${text.slice(at, from)}[${text.slice(from, to)}]`;
    at = to;
  }
  return out + text.slice(at);
};
const row = (line: DiffLine): string => {
  if (line.kind === "skipped") return `… ${line.count}`;
  if (line.kind === "added") return `+${line.after.line} ${line.after.text}`;
  if (line.kind === "removed") return `-${line.before.line} ${line.before.text}`;
  if (line.kind === "same") return `=${line.before.line}/${line.after.line} ${line.after.text}`;
  return `~${line.before.line}/${line.after.line} ${marked(line.before)} → ${marked(line.after)}`;
};

test("rows: same, changed with the words that differ, added, removed", () => {
  assert.deepEqual(wordDiff("a\nthe old cat sat\nb\nc", "a\nthe new cat sat\nc\nd").map(row), ["=1/1 a", "~2/2 the [old] cat sat → the [new] cat sat", "-3 b", "=4/3 c", "+4 d"]);
  assert.deepEqual(wordDiff("same", "same").map(row), ["=1/1 same"]);
  assert.deepEqual(wordDiff("nothing alike here", "完全に別の行").map(row), ["-1 nothing alike here", "+1 完全に別の行"]);
  assert.deepEqual(wordDiff("title: One\ndraft: true", "title: One\ntags: [a]\ndraft: false").map(row), ["=1/1 title: One", "+2 tags: [a]", "~2/3 draft: [true] → draft: [false]"]);
});

test("what is far from any change is skipped", () => {
  const lines = Array.from({ length: 20 }, (_, at) => `line ${at}`);
  const rows = wordDiff(lines.join("\n"), lines.map((line, at) => (at === 10 ? `${line}!` : line)).join("\n"), 2).map(row);
  assert.deepEqual(rows, ["… 8", "=9/9 line 8", "=10/10 line 9", "~11/11 line 10[] → line 10[!]", "=12/12 line 11", "=13/13 line 12", "… 7"]);
});

const apply = (text: string, edits: Edit16[]): string => {
  let [out, at] = ["", 0];
  for (const { range, text: insert } of edits) {
    assert.ok(range.from >= at, "in order and apart");
    out += text.slice(at, range.from) + insert;
    at = range.to;
  }
  return out + text.slice(at);
};
const cutsPair = (text: string, at: number): boolean => /[\ud800-\udbff]/.test(text[at - 1] ?? "") && /[\udc00-\udfff]/.test(text[at] ?? "");

test("1,000 pairs of posts: the rows hold both texts, and the edits lead from one to the other", () => {
  const random = createRandom(3);
  let [touched, whole] = [0, 0];
  for (let turn = 0; turn < 1_000; turn++) {
    const lines = post(random);
    const before = lines.join("\n") + ["", "\n"][random(2)];
    const after = edited(random, lines, 6).join("\n") + ["", "\n", "\n\n"][random(3)];
    const rows = wordDiff(before, after);
    const side = (of: "before" | "after"): string => rows.flatMap((line) => (line.kind === "skipped" ? [] : line[of] ? [line[of].text] : [])).join("\n");
    assert.equal(side("before"), before);
    assert.equal(side("after"), after);
    const edits = editsBetween(before, after);
    assert.equal(apply(before, edits), after);
    for (const { range } of edits) assert.ok(!cutsPair(before, range.from) && !cutsPair(before, range.to));
    touched += edits.reduce((sum, { range, text }) => sum + range.to - range.from + text.length, 0);
    whole += before.length + after.length;
  }
  assert.ok(touched < whole / 3, "the edits are small");
});

test("texts at the edges", () => {
  for (const [before, after] of [["", "a"], ["a", ""], ["", ""], ["a\n", "a"], ["a", "a\n"], ["\n", ""], ["", "\n\n"], ["a\nb", "b"], ["b", "a\nb"], ["a\nb", "a"], ["👩a", "👨a"], ["x".repeat(200_000), "y".repeat(200_000)]] as const) {
    assert.equal(apply(before, editsBetween(before, after)), after);
  }
});

test("long texts that have nothing in common are compared within a second", () => {
  const text = (word: string): string => Array.from({ length: 20_000 }, (_, at) => `${word} ${at}`).join("\n");
  const started = performance.now();
  wordDiff(text("left"), text("right"));
  assert.equal(apply(text("left"), editsBetween(text("left"), text("right"))), text("right"));
  assert.ok(performance.now() - started < 1_000);
});

// Owns the tests of merging: what must hold for every three texts, single cases as a specification, and git as the measure.

import { test } from "node:test";
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { merge, resolve, type Merged } from "../src/documents/merge";
import { normalise } from "../src/documents/line-ends";
import { createRandom, edited, post, type Random } from "./random";

const clean = (merged: Merged): string => {
  assert.ok("clean" in merged, `a conflict: ${JSON.stringify(merged)}`);
  return merged.clean;
};
const conflicts = (merged: Merged) => ("clean" in merged ? [] : merged.conflicts);

test("changes at different places come together", () => {
  assert.equal(clean(merge("a\nb\nc\nd\n", "a!\nb\nc\nd\n", "a\nb\nc\nd!\n")), "a!\nb\nc\nd!\n");
  assert.equal(clean(merge("a\nb\nc\n", "a\nc\n", "a\nb\nc\nd\n")), "a\nc\nd\n");
  assert.equal(clean(merge("a\n\nb\n\nc\n", "a\n\nnew\n\nb\n\nc\n", "a\n\nb\n\nC\n")), "a\n\nnew\n\nb\n\nC\n");
});

test("the same change on both sides is no conflict", () => {
  assert.equal(clean(merge("a\nb\nc\n", "a\nX\nc\n1\n", "a\nX\nc\n1\n")), "a\nX\nc\n1\n");
  assert.equal(clean(merge("a\nb\nc\nd\ne\n", "A\nb\nX\nd\ne\n", "a\nb\nX\nd\nE\n")), "A\nb\nX\nd\nE\n");
});

test("two changes of one place are a conflict, with the place on each side", () => {
  const merged = merge("one\ntwo\nthree\n", "zero\none\nours\nthree\n", "one\ntheirs\nthree\n");
  assert.deepEqual(conflicts(merged), [
    {
      ours: { text: "ours\n", line: 3, lines: 1, from: 9, to: 14 },
      theirs: { text: "theirs\n", line: 2, lines: 1, from: 4, to: 11 },
      base: { text: "two\n", line: 2, lines: 1, from: 4, to: 8 },
    },
  ]);
  assert.equal(resolve(merged, ["ours"]), "zero\none\nours\nthree\n");
  assert.equal(resolve(merged, ["theirs"]), "zero\none\ntheirs\nthree\n");
  assert.equal(resolve(merged, ["both"]), "zero\none\nours\ntheirs\nthree\n");
  assert.equal(resolve(merged, ["base"]), "zero\none\ntwo\nthree\n");
  assert.equal(conflicts(merge("a\nb\nc\n", "a\nc\n", "a\nB\nc\n")).length, 1);
  assert.equal(conflicts(merge("a\nb\n", "A\nb\n", "a\nB\n")).length, 1);
});

test("what both did alike is no part of the conflict", () => {
  const [conflict] = conflicts(merge("a\nb\nz\n", "same\nours\nz\n", "same\ntheirs\nz\n"));
  assert.equal(conflict?.ours.text, "ours\n");
  assert.equal(conflict?.theirs.text, "theirs\n");
});

test("line ends and the final newline are kept, and merged like the rest", () => {
  assert.equal(clean(merge("a\r\nb\r\nc\r\n", "A\r\nb\r\nc\r\n", "a\r\nb\r\nC\r\n")), "A\r\nb\r\nC\r\n");
  // One side has converted the file, the other has written on.
  assert.equal(clean(merge("a\nb\nc\n", "a\nb\nc\nd\n", "a\r\nb\r\nc\r\n")), "a\r\nb\r\nc\r\nd\r\n");
  assert.equal(clean(merge("a\nb\nc\n", "a\r\nb\r\nc\r\n", "a\nb\nc\nd\n")), "a\r\nb\r\nc\r\nd\r\n");
  // A single odd line stays odd.
  assert.equal(clean(merge("a\nb\r\nc\nd\n", "A\nb\r\nc\nd\n", "a\nb\r\nc\nD\n")), "A\nb\r\nc\nD\n");
  assert.equal(clean(merge("a\nb\nc", "A\nb\nc", "a\nb\nc\n")), "A\nb\nc\n");
  assert.equal(clean(merge("a\nb\nc", "A\nb\nc", "a\nb\nc\nd")), "A\nb\nc\nd");
  assert.equal(resolve(merge("a\nb", "a\nours", "a\ntheirs"), ["both"]), "a\nours\ntheirs");
});

const file = (random: Random, lines: string[]): string => {
  const end = ["\n", "\n", "\r\n", "\r"][random(4)] ?? "\n";
  return lines.map((line, at) => line + (at === lines.length - 1 && random(3) === 0 ? "" : random(40) === 0 ? "\r\n" : end)).join("");
};

test("what must hold for every merge, in 1,000 cases", () => {
  const random = createRandom(1);
  let [neat, open] = [0, 0];
  for (let turn = 0; turn < 1_000; turn++) {
    const lines = post(random);
    const [base, x, y] = [file(random, lines), file(random, edited(random, lines)), file(random, edited(random, lines))];
    assert.equal(clean(merge(base, x, base)), x);
    assert.equal(clean(merge(base, base, y)), y);
    assert.equal(clean(merge(base, x, x)), x);
    const [one, other] = [merge(base, x, y), merge(base, y, x)];
    assert.equal("clean" in one, "clean" in other);
    if ("clean" in one) {
      neat += 1;
      assert.equal(normalise(one.clean), normalise(clean(other)));
    } else {
      open += 1;
      const [mine, its] = [normalise(x), normalise(y)];
      for (const { ours, theirs, base: old } of one.conflicts) {
        assert.equal(mine.slice(ours.from, ours.to), normalise(ours.text));
        assert.equal(its.slice(theirs.from, theirs.to), normalise(theirs.text));
        assert.equal(normalise(base).slice(old.from, old.to), normalise(old.text));
      }
      assert.equal(one.pieces.filter(({ kind }) => kind === "conflict").length, conflicts(other).length);
    }
  }
  assert.ok(neat > 200 && open > 200, `${neat} clean, ${open} with conflicts`);
});

test("equals git merge-file wherever git merges clean, in 600 cases", (context) => {
  if (spawnSync("git", ["--version"]).status !== 0) return context.skip("git is not installed");
  const random = createRandom(2);
  const folder = mkdtempSync(join(tmpdir(), "foreword-merge-"));
  let [neat, open, bolder] = [0, 0, 0];
  try {
    for (let turn = 0; turn < 600; turn++) {
      const lines = post(random);
      const write = (name: string, text: string[]): string => {
        const whole = text.map((line) => `${line}\n`).join("");
        writeFileSync(join(folder, name), whole);
        return whole;
      };
      const [base, ours, theirs] = [write("base", lines), write("ours", edited(random, lines)), write("theirs", edited(random, lines))];
      const git = spawnSync("git", ["merge-file", "-p", "ours", "base", "theirs"], { cwd: folder, encoding: "utf8" });
      const merged = merge(base, ours, theirs);
      if (git.status === 0) {
        neat += 1;
        assert.equal(clean(merged), git.stdout, `case ${turn}`);
      } else {
        open += 1;
        if ("clean" in merged) bolder += 1;
      }
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  context.diagnostic(`${neat} merged clean as git does; git and we see a conflict in ${open - bolder}, git alone in ${bolder}`);
  assert.ok(neat >= 200);
  assert.equal(bolder, 0);
});

test("a long post with many empty lines merges within a second", () => {
  const lines = Array.from({ length: 20_000 }, (_, at) => (at % 2 ? "" : `line ${at}`));
  const text = (all: string[]): string => all.map((line) => `${line}\n`).join("");
  const started = performance.now();
  const merged = merge(text(lines), text(["x", ...lines]), text([...lines, "y"]));
  assert.ok(performance.now() - started < 1_000);
  assert.equal(clean(merged), text(["x", ...lines, "y"]));
});

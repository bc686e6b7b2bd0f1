// Owns the tests of how the text differs from the file: which lines are told, and when.

import { test } from "node:test";
import assert from "node:assert/strict";
import { createChanges } from "../src/kernel/changes";
import { lineDiff } from "../src/surface/line-diff";
import type { Event } from "../src/wire";

/** Changes as in a patch: `-2 b` is the second line of the base, which is gone. */
const patch = (base: string, text: string): string[] =>
  lineDiff(base, text).map(({ change, line, text }) => `${change === "added" ? "+" : "-"}${line} ${text}`);

test("lines that differ, and no others", () => {
  assert.deepEqual(patch("a\nb\nc\n", "a\nb\nc\n"), []);
  assert.deepEqual(patch("a\nb\nc\n", "a\nx\nc\n"), ["-2 b", "+2 x"]);
  assert.deepEqual(patch("a\nb\nc\nd\n", "a\nx\ny\nd\ne\n"), ["-2 b", "-3 c", "+2 x", "+3 y", "+5 e"]);
  assert.deepEqual(patch("one\n\ntwo\n\nthree", "one!\n\ntwo\n\nthree!"), ["-1 one", "+1 one!", "-5 three", "+5 three!"]);
  assert.deepEqual(patch("a\nb\n", "b\na\n"), ["-1 a", "+2 a"]);
});

test("a new post has nothing but added lines, an emptied one nothing but removed ones", () => {
  assert.deepEqual(patch("", "a\n\nb\n"), ["+1 a", "+2 ", "+3 b"]);
  assert.deepEqual(patch("", "a"), ["+1 a"]);
  assert.deepEqual(patch("a\nb", ""), ["-1 a", "-2 b"]);
  assert.deepEqual(patch("", ""), []);
});

test("a line break at the end counts where nothing else differs", () => {
  assert.deepEqual(patch("a", "a\n"), ["+2 "]);
  assert.deepEqual(patch("a\n", "a"), ["-2 "]);
  assert.deepEqual(patch("", "\n"), ["+1 "]);
  assert.deepEqual(patch("a\n", "b"), ["-1 a", "+1 b"]);
});

/** A small deterministic generator, so that a failure can be repeated. */
function random(seed: number): (below: number) => number {
  let state = seed * 2654435761 + 1;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) | 0;
    return ((state >>> 8) % 65536) % below;
  };
}

test("without the changed lines both texts are the same, and no line is told as lost and gained at one place", () => {
  for (let seed = 0; seed < 5_000; seed++) {
    const next = random(seed);
    const letters = 2 + next(8);
    const lines = (): string[] => Array.from({ length: 1 + next(25) }, () => "abcdefghij"[next(letters)] ?? "");
    const before = lines();
    const after = next(2) === 0 ? lines() : before.toSpliced(next(before.length), next(3), ...lines().slice(0, next(4)), "z");
    const different = lineDiff(before.join("\n"), after.join("\n"));
    const numbers = (change: string): Set<number> => new Set(different.filter((line) => line.change === change).map(({ line }) => line));
    const [removed, added] = [numbers("removed"), numbers("added")];
    const kept = before.filter((_, at) => !removed.has(at + 1));
    assert.deepEqual(kept, after.filter((_, at) => !added.has(at + 1)), `seed ${seed}`);
    for (let old = 0, now = 0; old < before.length || now < after.length; old++, now++) {
      const lost = new Set<string>();
      for (; removed.has(old + 1); old++) lost.add(before[old] ?? "");
      for (; added.has(now + 1); now++) assert.ok(!lost.has(after[now] ?? ""), `seed ${seed}`);
    }
  }
});

/** Changes with a clock of animation frames that is moved by hand. */
function watched(base: string | null, text: string) {
  const frames: FrameRequestCallback[] = [];
  globalThis.requestAnimationFrame = (frame) => frames.push(frame);
  const state = { base, text };
  const told: Extract<Event, { type: "changes" }>[] = [];
  const changes = createChanges({
    base: () => state.base,
    text: () => state.text,
    tell: (event) => event.type === "changes" && told.push(event),
  });
  /** Plays the frames that were asked for; tells how many. */
  const play = async (): Promise<number> => {
    const due = frames.splice(0);
    for (const frame of due) frame(0);
    await new Promise((resolve) => {
      setTimeout(resolve, 5);
    });
    return due.length;
  };
  return { ...changes, state, told, play };
}

test("nothing is found out while nobody looks", async () => {
  const changes = watched("a\n", "b\n");
  changes.changed();
  assert.equal(await changes.play(), 0);
  changes.watch(true);
  changes.watch(false);
  await changes.play();
  assert.deepEqual(changes.told, []);
});

test("changes are told when they are watched, once a frame, and only when there is news", async () => {
  const changes = watched("a\n", "b\n");
  changes.watch(true);
  changes.changed();
  assert.equal(await changes.play(), 1);
  assert.equal(changes.told.length, 1);
  changes.changed();
  await changes.play();
  assert.equal(changes.told.length, 1);
  changes.state.text = "c\n";
  changes.changed();
  await changes.play();
  changes.state.base = "c\n";
  changes.changed();
  await changes.play();
  assert.deepEqual(changes.told.at(-1), { type: "changes", lines: [], more: 0 });
  assert.equal(changes.told.length, 3);
  changes.watch(true);
  await changes.play();
  assert.equal(changes.told.length, 4);
});

test("long lines are cut and many lines counted", async () => {
  const changes = watched(null, `${"x".repeat(299)}🎉${"x".repeat(50)}\n${"y\n".repeat(249)}`);
  changes.watch(true);
  await changes.play();
  const [event] = changes.told;
  assert.equal(event?.lines.length, 200);
  assert.equal(event?.more, 50);
  assert.equal(event?.lines[0]?.text, `${"x".repeat(299)}…`);
});

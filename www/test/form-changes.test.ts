// Owns the tests of the form's changes: their order, what waits, and texts that change under an answer.

import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import type { Answer } from "../src/engine/client";
import { createFormChanges } from "../src/kernel/form-changes";
import type { Surface } from "../src/surface/surface";
import type { Change, Refusal } from "../src/wire";

let revision: number;
let asked: { change: Change; answer(answer: Answer): void }[];
let applied: { text: string; step: string }[];
let refusals: (Refusal | null)[];

const surface = {
  revision: () => revision,
  applyForm(edits: { text: string }[], step: string) {
    applied.push({ text: edits.map((edit) => edit.text).join(), step });
    revision += 1;
  },
} as unknown as Surface;

const changes = () =>
  createFormChanges(surface, {
    change: (change) => new Promise((answer) => asked.push({ change, answer })),
    refused: (refusal) => refusals.push(refusal),
  });
const settle = () => new Promise((done) => setImmediate(done));
const set = (text: string): Change => ({ op: "set", path: ["title"], value: { type: "text", value: text } });
const edits = (text: string, rev = revision): Answer => ({ type: "changed", rev, edits: [{ range: { from: 0, to: 0 }, text }], refused: null });
const values = () => asked.map(({ change }) => ("value" in change ? change.value : null)).map((value) => value && "value" in value && value.value);

beforeEach(() => {
  revision = 1;
  asked = [];
  applied = [];
  refusals = [];
});

test("one at a time, and of the key presses that wait only the last", async () => {
  const form = changes();
  for (const text of ["a", "ab", "abc"]) form.ask(set(text), true);
  assert.deepEqual(values(), ["a"]);
  asked[0]?.answer(edits("a"));
  await settle();
  assert.deepEqual(values(), ["a", "abc"]);
  asked[1]?.answer(edits("bc"));
  await settle();
  assert.deepEqual(applied, [
    { text: "a", step: "begin" },
    { text: "bc", step: "join" },
  ]);
});

test("changes that are not typing are all carried out, each a step of its own", async () => {
  const form = changes();
  form.ask(set("a"), false);
  form.ask(set("b"), false);
  asked[0]?.answer(edits("a"));
  await settle();
  asked[1]?.answer(edits("b"));
  await settle();
  assert.deepEqual(applied, [
    { text: "a", step: "alone" },
    { text: "b", step: "alone" },
  ]);
});

test("an answer for an older text is not applied but asked for again", async () => {
  const form = changes();
  form.ask(set("a"), true);
  revision = 2;
  asked[0]?.answer(edits("a", 1));
  await settle();
  assert.deepEqual(applied, []);
  assert.deepEqual(values(), ["a", "a"]);
  asked[1]?.answer(edits("a", 2));
  await settle();
  assert.equal(applied.length, 1);
});

test("a text that changes under every answer delays a change and never drops it", async (context) => {
  context.mock.timers.enable({ apis: ["setTimeout"] });
  const form = changes();
  form.ask(set("a"), true);
  for (let turn = 0; turn < 100; turn += 1) {
    const before = revision;
    revision += 1;
    asked.at(-1)?.answer(edits("a", before));
    await settle();
    context.mock.timers.tick(100);
    await settle();
  }
  assert.equal(asked.length, 101);
  asked.at(-1)?.answer(edits("a"));
  await settle();
  assert.equal(applied.length, 1);
});

test("a refusal is told with its path, and forgotten at the next success", async () => {
  const form = changes();
  const lock = { message: "No.", range: { from: 0, to: 1 }, line: 1 };
  form.ask(set("a"), true);
  asked[0]?.answer({ type: "changed", rev: 1, edits: [], refused: lock });
  await settle();
  assert.deepEqual(refusals, [{ path: ["title"], lock }]);
  form.ask(set("b"), true);
  asked[1]?.answer(edits("b"));
  await settle();
  assert.deepEqual(refusals.at(-1), null);
});

test("an engine that is gone is a refusal, not silence", async () => {
  const form = changes();
  form.ask(set("a"), true);
  asked[0]?.answer(null);
  await settle();
  assert.match(refusals[0]?.lock.message ?? "", /has stopped/);
});

test("after a pause another undo step begins, however late the answers come", async (context) => {
  context.mock.timers.enable({ apis: ["Date"] });
  let now = 0;
  context.mock.method(performance, "now", () => now);
  const form = changes();
  form.ask(set("a"), true);
  now = 100;
  form.ask(set("ab"), true);
  now = 5_000;
  asked[0]?.answer(edits("a"));
  await settle();
  asked[1]?.answer(edits("b"));
  await settle();
  form.ask(set("abc"), true);
  asked[2]?.answer(edits("c"));
  await settle();
  assert.deepEqual(applied.map(({ step }) => step), ["begin", "join", "begin"]);
});

test("what was asked for one post never reaches the next", async () => {
  const form = changes();
  form.ask(set("a"), true);
  form.ask(set("b"), false);
  form.opened();
  asked[0]?.answer(edits("a"));
  await settle();
  assert.deepEqual(applied, []);
  form.ask(set("c"), true);
  asked.at(-1)?.answer(edits("c"));
  await settle();
  assert.deepEqual(values(), ["a", "c"]);
  assert.equal(applied.length, 1);
});

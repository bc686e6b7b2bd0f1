// Owns the tests of the engine's supervision, with a worker that does what it is told and a clock that stands still.

import { beforeEach, mock, test } from "node:test";
import assert from "node:assert/strict";
import { createEngineClient, type EngineClient } from "../src/engine/client";
import { LoadProblem, type Spawn } from "../src/engine/load";
import type { FromWorker } from "../src/engine/worker";
import { PROTOCOL, type Analysed, type Comparison, type EngineState, type Request } from "../src/wire";

mock.timers.enable({ apis: ["setTimeout"] });

interface Fake {
  requests: Request[];
  say(message: FromWorker): void;
  break(why: string): void;
  ended: boolean;
}

let workers: Fake[] = [];
let learned: string[] = [];
let states: EngineState[] = [];
let analysed: number[] = [];
let text = "";
let rev = 0;
let refuse: Error | null = null;

const settle = () => new Promise((resolve) => setImmediate(resolve));
const tick = async (ms: number) => {
  mock.timers.tick(ms);
  await settle();
};
const last = (): Fake => workers.at(-1) ?? assert.fail("no worker");
const state = () => states.at(-1)?.state;

const spawn: Spawn = (heard, broke) => {
  if (refuse) return Promise.reject(refuse);
  const fake: Fake = { requests: [], say: heard, break: broke, ended: false };
  workers.push(fake);
  return Promise.resolve({ post: (request) => fake.requests.push(request), end: () => (fake.ended = true) });
};

const type = (client: EngineClient, next: string) => {
  text = next;
  rev += 1;
  client.changed();
};

function answer(fake: Fake, memory = 1 << 20): void {
  const request = fake.requests.at(-1);
  assert.ok(request?.type === "analyse");
  fake.say({ response: { type: "analysed", result: { rev: request.rev } as Analysed }, memory });
}

async function start(): Promise<EngineClient> {
  const client = createEngineClient(spawn, {
    job: () => ({ rev, text, fileName: null, dialect: null, settings: [], generator: null, rules: [], words: false, now: 0, zone: 0 }),
    analysed: (result) => analysed.push(result.rev),
    state: (next) => states.push(next),
    learned: (problems) => learned.push(...problems),
  });
  await ready();
  return client;
}

async function ready(): Promise<void> {
  await settle();
  last().say({ started: true });
  last().say({ response: { type: "ready", protocol: PROTOCOL, dialects: [], generators: [], rules: [] }, memory: 0 });
}

beforeEach(() => {
  workers = [];
  states = [];
  learned = [];
  analysed = [];
  text = "";
  rev = 0;
  refuse = null;
});

test("greets with its version, then is ready", async () => {
  await start();
  assert.deepEqual(last().requests, [{ type: "hello", protocol: PROTOCOL }]);
  assert.deepEqual(states.map((each) => each.state), ["starting", "ready"]);
});

test("a foreign version is refused for good", async () => {
  createEngineClient(spawn, { job: () => assert.fail(), analysed: () => undefined, state: (next) => states.push(next), learned: () => undefined });
  await settle();
  last().say({ started: true });
  last().say({ response: { type: "ready", protocol: PROTOCOL + 1, dialects: [], generators: [], rules: [] }, memory: 0 });
  assert.equal(state(), "failed");
  await tick(60_000);
  assert.equal(workers.length, 1);
});

test("only the latest text waits", async () => {
  const client = await start();
  type(client, "a");
  type(client, "ab");
  type(client, "abc");
  assert.equal(last().requests.length, 2);
  answer(last());
  const request = last().requests.at(-1);
  assert.ok(request?.type === "analyse" && request.text === "abc" && !request.reset);
  answer(last());
  assert.deepEqual(analysed, [1, 3]);
});

test("late is told, and taken back", async () => {
  const client = await start();
  type(client, "a");
  await tick(260);
  assert.equal(state(), "slow");
  answer(last());
  assert.equal(state(), "ready");
});

test("a hang ends the worker; the next one gets the text and sends all blocks", async () => {
  const client = await start();
  type(client, "a");
  const first = last();
  await tick(2_100);
  assert.ok(first.ended);
  await tick(0);
  assert.equal(workers.length, 2);
  first.say({ trap: "late words of the dead" });
  await ready();
  const request = last().requests.at(-1);
  assert.ok(request?.type === "analyse" && request.reset);
  answer(last());
  assert.equal(state(), "ready");
});

test("a text that ended a worker by its time gets longer from the next, and so do all after a slow answer", async () => {
  const client = await start();
  type(client, "long");
  const first = last();
  await tick(750);
  assert.ok(first.ended);
  await tick(0);
  await ready();
  await tick(3_000);
  assert.ok(!last().ended);
  answer(last());
  assert.equal(state(), "ready");
});

test("a text that fails twice is left alone until it changes", async () => {
  const client = await start();
  type(client, "poison");
  last().say({ trap: "unreachable" });
  await tick(0);
  await ready();
  last().say({ trap: "unreachable" });
  assert.equal(state(), "failed");
  await tick(60_000);
  assert.equal(workers.length, 2);
  client.changed();
  assert.equal(workers.length, 2);
  type(client, "cure");
  await ready();
  answer(last());
  assert.equal(state(), "ready");
});

test("what cannot be loaded is tried again at growing distances", async () => {
  refuse = new LoadProblem("no network");
  const client = createEngineClient(spawn, {
    job: () => ({ rev, text, fileName: null, dialect: null, settings: [], generator: null, rules: [], words: false, now: 0, zone: 0 }),
    analysed: () => undefined,
    state: (next) => states.push(next),
    learned: (problems) => learned.push(...problems),
  });
  for (const wait of [0, 0, 200, 1_000]) await tick(wait);
  assert.deepEqual(states.at(-1), { state: "failed", why: "no network" });
  refuse = null;
  client.restart();
  await ready();
  assert.equal(last().requests.at(-1)?.type, "analyse");
  answer(last());
  assert.equal(state(), "ready");
});

test("a worker that has grown is replaced in a quiet moment", async () => {
  const client = await start();
  type(client, "a");
  answer(last(), 80 << 20);
  assert.equal(workers.length, 1);
  await tick(5_000);
  assert.equal(workers.length, 2);
  await ready();
  assert.equal(state(), "ready");
  // A post that needs as much by itself is not chased.
  type(client, "ab");
  answer(last(), 80 << 20);
  await tick(5_000);
  assert.equal(workers.length, 2);
});

test("a change goes before the analysis that waits, and its answer comes back", async () => {
  const client = await start();
  type(client, "a");
  type(client, "ab");
  const change = { op: "removeHeader" } as const;
  const answered = client.change(change);
  answer(last());
  const request = last().requests.at(-1);
  assert.ok(request?.type === "change" && request.text === "ab" && request.rev === rev);
  assert.deepEqual(request.change, change);
  last().say({ response: { type: "changed", rev, edits: [], refused: null }, memory: 0 });
  assert.deepEqual(await answered, { type: "changed", rev, edits: [], refused: null });
  assert.equal(last().requests.at(-1)?.type, "analyse");
});

test("a change that ends the worker is answered with nothing, and the text is not blamed", async () => {
  const client = await start();
  const answered = client.change({ op: "removeHeader" });
  last().say({ trap: "unreachable" });
  assert.equal(await answered, null);
  await tick(0);
  await ready();
  type(client, "a");
  answer(last());
  assert.equal(state(), "ready");
});

test("a comparison goes before an analysis that waits, and has the settings that are in force", async () => {
  const client = await start();
  type(client, "a");
  type(client, "ab");
  const found = client.compare(null, "hugo");
  answer(last());
  const request = last().requests.at(-1);
  assert.ok(request?.type === "compare");
  assert.deepEqual([request.text, request.a, request.b, request.settings], ["ab", null, "hugo", []]);
  const comparison: Comparison = { rev: request.rev, a: "Generic", b: "Hugo", differences: [], more: 0, shortened: null };
  last().say({ response: { type: "compared", comparison }, memory: 0 });
  assert.deepEqual(await found, comparison);
  assert.equal(last().requests.at(-1)?.type, "analyse");
});

test("a comparison that ends the engine is answered with nothing, and not asked for again", async () => {
  const client = await start();
  const found = client.compare("generic", "hugo");
  last().say({ trap: "unreachable" });
  assert.equal(await found, null);
  await tick(0);
  await ready();
  assert.equal(last().requests.length, 1);
});

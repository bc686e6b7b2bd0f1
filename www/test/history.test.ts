// Owns the tests of the history: what is kept, how long, under which key, and that a failing storage disturbs nobody.

import "fake-indexeddb/auto";
import { IDBFactory } from "fake-indexeddb";
import { beforeEach, mock, test } from "node:test";
import assert from "node:assert/strict";
import { strFromU8, unzipSync } from "fflate";
import { EVERY, createHistory } from "../src/history/history";
import { identify } from "../src/history/identity";
import { pack, sizeOf, unpack } from "../src/history/packing";
import { LONGEST, beyond, expired, look, type Kept } from "../src/history/retention";
import { createHistoryStore, type HistoryStore } from "../src/history/store";
import { entryName } from "../src/history/zip";

const DAY = 86_400_000;
const NOW = Date.UTC(2026, 10, 25, 12);

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});

const kept = (id: number, age: number, name: string | null = null): Kept => ({ id, at: NOW - age, name, size: 10 });

test("texts come back as they were, and take less room where that pays", async () => {
  for (const text of ["", "short", "lone \ud800 surrogate ".repeat(100), "\ufeffmark\r\nnaïve 日本 ".repeat(200), "\0".repeat(2_000)]) {
    assert.equal(await unpack(await pack(text)), text);
  }
  assert.ok(sizeOf(await pack("the same words again and again\n".repeat(500))) < 1_000);
});

test("unnamed snapshots go after 30 days or beyond 50, named ones beyond 200, the newest never", () => {
  assert.deepEqual(expired([kept(1, 31 * DAY), kept(2, 29 * DAY), kept(3, 0)], NOW), [1]);
  assert.deepEqual(expired(Array.from({ length: 53 }, (_, at) => kept(at + 1, 0)), NOW), [1, 2, 3]);
  assert.deepEqual(expired([kept(1, 400 * DAY, "first"), kept(2, 31 * DAY), kept(3, 31 * DAY)], NOW), [2]);
  assert.deepEqual(expired(Array.from({ length: 203 }, (_, at) => kept(at + 1, 90 * DAY, "n")), NOW), [1, 2, 3]);
  // Without a clock that can be believed, only numbers count.
  assert.deepEqual(expired([kept(1, 31 * DAY), kept(2, 0)], null), []);
});

test("where all texts together are too much, the oldest unnamed go first", () => {
  const of = (post: string, id: number, name: string | null = null) => ({ ...kept(id, 0, name), post });
  assert.deepEqual(beyond([of("a", 1), of("b", 2), of("a", 3, "n"), of("b", 4), of("a", 5)], 30), [1, 2]);
  assert.deepEqual(beyond([of("a", 1), of("b", 2)], 0), []);
});

test("a clock that jumps ahead or back takes no snapshot away", () => {
  let clock = look(undefined, NOW);
  clock = look(clock, NOW + 365 * DAY);
  assert.notEqual(clock.doubted, null);
  clock = look(clock, NOW);
  assert.notEqual(clock.doubted, null);
  clock = look(clock, NOW + 2 * DAY);
  assert.equal(clock.doubted, null);
});

test("equal texts are kept once; order is that of the calls, whatever the clock says", async () => {
  let now = NOW;
  const store = createHistoryStore({ now: () => now });
  const first = await store.add({ post: "p", text: "a", why: "opened", name: null });
  now -= 400 * DAY;
  const second = await store.add({ post: "p", text: "b", why: "worked", name: null });
  assert.equal(await store.add({ post: "p", text: "b", why: "saved", name: null }), second);
  assert.equal(await store.add({ post: "p", text: "b", why: "named", name: "good" }), second);
  const third = await store.add({ post: "p", text: "a", why: "saved", name: null });
  await store.add({ post: "q", text: "a", why: "saved", name: null });
  const list = await store.list("p");
  assert.deepEqual(list.map(({ id, name }) => [id, name]), [[third, null], [second, "good"], [first, null]]);
  assert.equal(await store.text(first), "a");
  await store.remove(second);
  assert.equal(await store.text(second), null);
  assert.equal((await store.list("p")).length, 2);
});

test("60 snapshots of a post become 50; 2 days more than a month later, the newest is left", async () => {
  let now = NOW;
  const store = createHistoryStore({ now: () => now });
  for (let turn = 0; turn < 60; turn++) await store.add({ post: "p", text: `text ${turn}`, why: "worked", name: null });
  assert.equal((await store.list("p")).length, 50);
  now += LONGEST + DAY;
  await store.add({ post: "p", text: "after the holiday", why: "worked", name: null });
  assert.equal((await store.list("p")).length, 50);
  now += 1.5 * DAY;
  await store.add({ post: "p", text: "a day later", why: "worked", name: null });
  assert.deepEqual(await Promise.all((await store.list("p")).map(({ id }) => store.text(id))), ["a day later", "after the holiday"]);
});

test("the room is bounded for all posts together", async () => {
  const store = createHistoryStore({ mostBytes: 1_000 });
  for (let turn = 0; turn < 40; turn++) await store.add({ post: `p${turn % 3}`, text: `${turn}`.repeat(50), why: "worked", name: turn === 0 ? "first" : null });
  const all = (await Promise.all(["p0", "p1", "p2"].map((post) => store.list(post)))).flat();
  assert.ok(all.reduce((sum, { size }) => sum + size, 0) <= 1_000);
  assert.ok(all.some(({ name }) => name === "first"));
});

test("two tabs that keep the same text at once keep it once", async () => {
  const [one, other] = [createHistoryStore(), createHistoryStore()];
  const ids = await Promise.all(Array.from({ length: 20 }, (_, turn) => (turn % 2 ? one : other).add({ post: "p", text: "same", why: "saved", name: null })));
  assert.equal(new Set(ids).size, 1);
});

const handle = (id: string): FileSystemFileHandle => ({ id, isSameEntry: (other: { id?: string }) => Promise.resolve(other.id === id) }) as unknown as FileSystemFileHandle;

test("a lone file is known again by its handle, or by a text that it had", async () => {
  const known: Parameters<HistoryStore["know"]>[0][] = [];
  const store = createHistoryStore();
  const withHandles = { ...store, know: async (post: (typeof known)[number]) => void known.push(post), posts: async (name: string) => known.filter((post) => post.name === name) };
  const file = (text: string, of: FileSystemFileHandle | null) => identify(withHandles, { in: "file", name: "index.md", handle: of, text });
  const a = await file("a", handle("1"));
  assert.notEqual(await file("a", handle("2")), a);
  assert.equal(await file("changed elsewhere", handle("1")), a);
  const b = await file("b", null);
  await store.add({ post: b, text: "b", why: "saved", name: null });
  assert.equal(await file("b", null), b);
  assert.notEqual(await file("another", null), b);
  assert.equal(await identify(store, { in: "folder", folder: "f1", path: ["posts", "a.md"] }), "folder:f1/posts/a.md");
});

interface Bench {
  text: string;
  failed: number;
}

const start = (store?: HistoryStore) => {
  const bench: Bench = { text: "", failed: 0 };
  const history = createHistory({ text: () => bench.text, changed: () => undefined, failed: () => void (bench.failed += 1) }, store);
  return { bench, history, whys: async () => (await history.list(history.post() ?? "")).map(({ why }) => why) };
};

test("snapshots: as it was opened, every five minutes of work, on save, and what was done before leaving", async () => {
  const { bench, history, whys } = start();
  bench.text = "as opened";
  await history.opened({ in: "draft", id: "d" });
  mock.timers.enable({ apis: ["setTimeout"] });
  bench.text = "typed";
  history.worked();
  mock.timers.tick(EVERY - 1);
  history.worked();
  assert.deepEqual(await whys(), ["opened"]);
  mock.timers.tick(1);
  mock.timers.reset();
  assert.deepEqual(await whys(), ["worked", "opened"]);
  await history.take("saved");
  assert.deepEqual(await whys(), ["worked", "opened"]);
  bench.text = "more";
  history.worked();
  await history.take("saved");
  history.leave();
  assert.deepEqual(await whys(), ["saved", "worked", "opened"]);
  bench.text = "left";
  history.worked();
  history.leave();
  assert.deepEqual(await whys(), ["worked", "saved", "worked", "opened"]);
});

test("a new post takes its history along when it is saved, a renamed one too", async () => {
  const { bench, history } = start();
  bench.text = "one";
  await history.opened({ in: "draft", id: "d" });
  bench.text = "two";
  history.worked();
  const moved = history.movedTo({ in: "folder", folder: "f", path: ["a.md"] });
  await history.take("saved");
  assert.equal(await moved, "folder:f/a.md");
  assert.deepEqual((await history.list("folder:f/a.md")).map(({ why }) => why), ["saved", "opened"]);
  await history.moved("folder:f/a.md", "folder:f/b.md");
  assert.equal((await history.list("folder:f/b.md")).length, 2);
  assert.equal((await history.list("folder:f/a.md")).length, 0);
});

test("a storage that fails is told once, and tried again", async () => {
  const store = createHistoryStore();
  let broken = true;
  const { bench, history } = start({ ...store, add: (snapshot) => (broken ? Promise.reject(new Error("quota")) : store.add(snapshot)) });
  await history.opened({ in: "draft", id: "d" });
  bench.text = "a";
  assert.equal(await history.take("saved"), null);
  assert.equal(await history.take("saved"), null);
  assert.equal(bench.failed, 1);
  broken = false;
  assert.equal(typeof (await history.take("saved")), "number");
});

test("a history deleted underneath is begun anew", async () => {
  const store = createHistoryStore();
  await store.add({ post: "p", text: "a", why: "saved", name: null });
  await new Promise<void>((resolve, reject) => {
    const request = indexedDB.deleteDatabase("foreword-history-v1");
    request.onsuccess = () => resolve();
    request.onerror = () => reject(request.error);
  });
  await store.add({ post: "p", text: "b", why: "saved", name: null });
  assert.equal((await store.list("p")).length, 1);
});

test("the zip has each snapshot as a file, in order and with odd names made safe", async () => {
  const { bench, history } = start();
  await history.opened({ in: "draft", id: "d" });
  bench.text = "naïve";
  await history.take("named", "before the talk: a/b?");
  const files = unzipSync(await history.exportZip("draft:d", "post.mdx"));
  const [opened, named] = Object.keys(files).sort();
  assert.match(opened ?? "", /^000001 \d{4}-\d\d-\d\d \d\d\.\d\d opened\.mdx$/);
  assert.match(named ?? "", /before the talk- a-b-\.mdx$/);
  assert.equal(strFromU8(files[named ?? ""] ?? new Uint8Array()), "naïve");
  assert.match(entryName({ id: 7, at: NOW, why: "beforeRestore", name: null, post: "p", size: 1, length: 1 }, null), / before restore\.md$/);
});

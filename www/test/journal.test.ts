// Owns the tests of the draft journal: how soon a change is kept, what a failing storage leads to, and that nothing old wins.

import "fake-indexeddb/auto";
import { IDBFactory } from "fake-indexeddb";
import { setMaxListeners } from "node:events";
import { beforeEach, test } from "node:test";
import assert from "node:assert/strict";
import { createDraftStore, type Draft, type DraftStore } from "../src/documents/draft-store";
import { createJournal, type Content } from "../src/documents/journal";
import { createSaveTracker } from "../src/documents/save-state";

const page = Object.assign(new EventTarget(), { visibilityState: "visible" });
const frame = new EventTarget();
Object.defineProperty(globalThis, "document", { value: page, configurable: true });
Object.defineProperty(globalThis, "navigator", { value: {}, configurable: true });
globalThis.addEventListener = frame.addEventListener.bind(frame) as typeof globalThis.addEventListener;

setMaxListeners(0, page, frame);

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
  page.visibilityState = "visible";
});

const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
const within = async (ms: number, what: () => boolean | Promise<boolean>): Promise<number> => {
  const started = performance.now();
  while (!(await what())) {
    assert.ok(performance.now() - started < ms, `not within ${ms} ms: ${what}`);
    await sleep(5);
  }
  return performance.now() - started;
};
const draft = (id: string, revision: number, text = "", more: Partial<Draft> = {}): Draft => ({ id, revision, at: revision, saved: false, text, name: null, encoding: "utf8", bom: false, bytes: null, disk: null, dialect: null, address: null, top: 0, ...more });

/** A desk with a journal: `type` is a key press. */
function createBench(given?: DraftStore) {
  let revision = 1;
  const told: string[] = [];
  const lost: Draft[] = [];
  const tracker = createSaveTracker((state) => void told.push(state.state));
  tracker.opened(revision, false);
  const content = (): Content => {
    const { id: _id, revision: _revision, at: _at, ...rest } = draft("", 0, `text ${revision}`);
    return rest;
  };
  const store = given ?? createDraftStore(() => journal.gone());
  const journal = createJournal(store, {
    content: () => ({ revision, content: content() }),
    written: (of) => tracker.inBrowser(of),
    failed: (why) => tracker.failed(why),
    lost: (each) => void lost.push(each),
  });
  return {
    journal,
    tracker,
    told,
    lost,
    type() {
      revision += 1;
      tracker.changed(revision);
      journal.changed();
      return revision;
    },
    state: () => tracker.state().state,
  };
}
/** A store whose writes do as they are told. */
const withPut = (put: (draft: Draft) => Promise<void>): DraftStore => ({ ...createDraftStore(), put });

test("a key is kept within half a second, at the beginning, in the middle and at the end of typing", async () => {
  const kept: { text: string; at: number }[] = [];
  const store = createDraftStore();
  const bench = createBench({ ...store, put: async (row) => (await store.put(row), void kept.push({ text: row.text, at: performance.now() })) });
  const typed: { revision: number; at: number }[] = [];
  for (let key = 0; key < 30; key++) {
    typed.push({ revision: bench.type(), at: performance.now() });
    await sleep(50);
  }
  await within(500, () => bench.state() === "inBrowser");
  for (const { revision, at } of typed) {
    const found = kept.find(({ text }) => Number(text.slice(5)) >= revision);
    assert.ok(found && found.at - at <= 500, `key ${revision}: ${found && found.at - at} ms`);
  }
  assert.ok(kept.length <= (typed.length * 50) / 300 + 3, `${kept.length} writes`);
});

test("two rows are written in turn, with revisions that only go up", async () => {
  const bench = createBench();
  for (let turn = 1; turn <= 5; turn++) {
    bench.type();
    assert.equal(await bench.journal.flush(), true);
  }
  const database = await new Promise<IDBDatabase>((resolve) => {
    const request = indexedDB.open("foreword-v1");
    request.onsuccess = () => resolve(request.result);
  });
  const rows = await new Promise<{ slot: number; revision: number }[]>((resolve) => {
    const request = database.transaction("drafts").objectStore("drafts").getAll();
    request.onsuccess = () => resolve(request.result);
  });
  assert.deepEqual(rows.map(({ slot, revision }) => [slot, revision]), [[0, 4], [1, 5]]);
});

test("what is hidden, left or frozen is kept at once", async () => {
  for (const event of ["visibilitychange", "pagehide", "freeze"]) {
    const puts: string[] = [];
    const bench = createBench(withPut(async ({ text }) => void puts.push(text)));
    bench.type();
    await sleep(20);
    bench.type();
    assert.deepEqual(puts, ["text 2"]);
    page.visibilityState = "hidden";
    (event === "pagehide" ? frame : page).dispatchEvent(new Event(event));
    assert.deepEqual(puts, ["text 2", "text 3"], event);
    page.visibilityState = "visible";
  }
});

test("a write that fails says NOT SAVED within a second and what to do, and is tried again", async () => {
  let broken = true;
  const bench = createBench(withPut(() => (broken ? Promise.reject(new DOMException("", "QuotaExceededError")) : Promise.resolve())));
  bench.type();
  await within(1_000, () => bench.state() === "notSaved");
  assert.match(JSON.stringify(bench.tracker.state()), /Save or download/);
  assert.equal(await bench.journal.flush(), false);
  broken = false;
  await within(3_000, () => bench.state() === "inBrowser");
});

test("a write that hangs says NOT SAVED within a second, and does not stop the next", async () => {
  let hangs = true;
  let reopened = 0;
  const bench = createBench({ ...withPut(() => (hangs ? new Promise(() => undefined) : Promise.resolve())), reopen: () => void (reopened += 1) });
  bench.type();
  await within(1_000, () => bench.state() === "notSaved");
  hangs = false;
  await within(7_000, () => bench.state() === "inBrowser");
  assert.equal(reopened, 1);
});

test("storage deleted underneath is written again without another key", async () => {
  const bench = createBench();
  bench.type();
  await within(500, () => bench.state() === "inBrowser");
  const request = indexedDB.deleteDatabase("foreword-v1");
  await new Promise((resolve) => (request.onsuccess = resolve));
  await within(1_000, async () => (await createDraftStore().list())[0]?.text === "text 2");
});

test("rows that vanish silently are noticed when the page is looked at again", async () => {
  const bench = createBench();
  bench.type();
  await bench.journal.flush();
  const database = await new Promise<IDBDatabase>((resolve) => {
    const opening = indexedDB.open("foreword-v1");
    opening.onsuccess = () => resolve(opening.result);
  });
  database.transaction("drafts", "readwrite").objectStore("drafts").clear();
  page.dispatchEvent(new Event("visibilitychange"));
  await within(1_000, async () => (await createDraftStore().list())[0]?.text === "text 2");
  database.close();
});

test("the last change of a post that was left is not given up at once", async () => {
  let failures = 1;
  const kept: string[] = [];
  const bench = createBench(
    withPut(async ({ text }) => {
      if (failures-- > 0) throw new Error("busy");
      kept.push(text);
    }),
  );
  bench.type();
  bench.journal.begin();
  await within(3_000, () => kept.includes("text 2"));
  assert.equal(bench.lost.length, 0);
});

test("an old write that comes through late does not take a newer one's place", async () => {
  const store = createDraftStore();
  await store.put(draft("d", 3, "three"));
  await store.put(draft("d", 1, "one"));
  assert.equal((await store.list())[0]?.text, "three");
  assert.equal(await store.revision("d"), 3);
});

test("drafts whose text is in no file outlast those that are saved", async () => {
  const store = createDraftStore();
  for (let turn = 1; turn <= 30; turn++) {
    await store.put(draft(`unsaved ${turn}`, turn));
    await store.put(draft(`saved ${turn}`, turn, "", { saved: true }));
  }
  await store.prune(() => false, new Set());
  const left = await store.list();
  assert.equal(left.filter(({ saved }) => !saved).length, 30);
  assert.equal(left.filter(({ saved }) => saved).length, 20);
});

test("the latest draft of a post is found by its version, not by the clock", async () => {
  const bench = createBench();
  const store = createDraftStore();
  const version = (epoch: number, count: number) => ({ epoch, count, by: "t", seen: [] });
  await store.put(draft("a", 1, "new", { post: "p", version: version(2, 1), at: 5 }));
  await store.put(draft("b", 1, "old", { post: "p", version: version(1, 9), at: 9 }));
  await store.put(draft("c", 1, "other", { post: "q", version: version(3, 0) }));
  assert.equal((await bench.journal.latest("p"))?.text, "new");
  assert.equal(await bench.journal.latest("none"), null);
});

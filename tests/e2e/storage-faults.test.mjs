// Owns every way in which a browser's storage or a file can fail: it is said within a second that nothing is saved, and the
// download works; a file that cannot be written leaves the text kept in the browser, with a word about the file.

import assert from "node:assert/strict";
import { choose, installPickers, readFile, writeFile } from "./harness/disk.mjs";
import { test, until } from "./harness/suite.mjs";

const POST = "# Draft\n\nBegun.\n";

/** Runs in the page before its scripts: `globalThis.fault` names how the storage fails from now on. */
function installFaults() {
  globalThis.fault = null;
  const quota = () => new DOMException("The disk is full.", "QuotaExceededError");
  const { put } = IDBObjectStore.prototype;
  IDBObjectStore.prototype.put = function (...values) {
    if (globalThis.fault === "put throws") throw quota();
    const request = put.apply(this, values);
    if (globalThis.fault === "transaction aborts") this.transaction.abort();
    return request;
  };
  const { transaction } = IDBDatabase.prototype;
  IDBDatabase.prototype.transaction = function (...values) {
    if (globalThis.fault === "transaction throws") throw new DOMException("The database is closing.", "InvalidStateError");
    const made = transaction.apply(this, values);
    if (globalThis.fault === "never completes") {
      Object.defineProperty(made, "oncomplete", { set: () => undefined, get: () => null });
      made.addEventListener = () => undefined;
    }
    return made;
  };
  const { open } = IDBFactory.prototype;
  IDBFactory.prototype.open = function (...values) {
    if (globalThis.fault === "gone, open throws") throw new DOMException("Denied.", "SecurityError");
    if (globalThis.fault === "gone, open hangs") return new EventTarget();
    if (globalThis.fault === "gone, open fails") {
      const request = new EventTarget();
      Object.defineProperty(request, "error", { value: new DOMException("Damaged.", "UnknownError") });
      setTimeout(() => {
        request.onerror?.(new Event("error"));
        request.dispatchEvent(new Event("error"));
      });
      return request;
    }
    const request = open.apply(this, values);
    request.addEventListener("success", () => (globalThis.databases ??= []).push(request.result));
    return request;
  };
  globalThis.breakStorage = (fault) => {
    globalThis.fault = fault;
    // The browser closes what is open, and tells.
    if (fault.startsWith("gone")) {
      for (const database of globalThis.databases ?? []) {
        database.close();
        database.dispatchEvent(new Event("close"));
      }
    }
    const began = performance.now();
    globalThis.toldAfter = new Promise((told) => {
      const look = () => {
        if (!/NOT SAVED/.test(document.querySelector("#status")?.textContent ?? "")) return requestAnimationFrame(look);
        told(performance.now() - began);
      };
      look();
    });
  };
}

const FAULTS = ["put throws", "transaction aborts", "transaction throws", "never completes", "gone, open throws", "gone, open hangs", "gone, open fails"];

test("whatever way the storage fails, NOT SAVED is shown within a second, the download works, and it recovers", { init: installFaults, longest: 180_000 }, async ({ app, page }) => {
  let worst = 0;
  let text = POST;
  await app.open("draft.md", POST);
  for (const [turn, fault] of FAULTS.entries()) {
    await app.after("Begun.");
    await app.type("+");
    text = text.replace("Begun.", "Begun.+");
    await app.kept();
    await page.evaluate((kind) => globalThis.breakStorage(kind), fault);
    await app.type(String(turn));
    text = text.replace("Begun.+", `Begun.+${turn}`);
    await until(`NOT SAVED after “${fault}”`, async () => /NOT SAVED/.test(await app.saveState()));
    const after = await page.evaluate(() => globalThis.toldAfter);
    worst = Math.max(worst, after);
    // A second by the page's clock, and half of one for a machine that is busy with other tests.
    assert.ok(after < 1_500, `“${fault}” was told after ${Math.round(after)} ms`);
    assert.equal((await app.download()).bytes.toString(), text);
    await page.evaluate(() => (globalThis.fault = null));
    await until(`the draft to be kept after “${fault}”`, async () => /Kept in this browser/.test(await app.saveState()), 20_000);
  }
  console.log(`  ${FAULTS.length} failures of the storage: each told within ${Math.round(worst)} ms, downloaded whole, and kept once it was over`);
});

/** Runs in the page before its scripts: `globalThis.fileFault` names how files fail from now on. */
function installFileFaults() {
  // Not there in an empty page.
  if (!globalThis.FileSystemFileHandle) return;
  globalThis.fileFault = null;
  const problem = (name) => new DOMException("", name);
  const { createWritable } = FileSystemFileHandle.prototype;
  FileSystemFileHandle.prototype.createWritable = async function (...values) {
    if (globalThis.fileFault === "busy") throw problem("NoModificationAllowedError");
    if (globalThis.fileFault === "forbidden") throw problem("NotAllowedError");
    const stream = await createWritable.apply(this, values);
    if (globalThis.fileFault === "full while writing") stream.write = () => Promise.reject(problem("QuotaExceededError"));
    if (globalThis.fileFault === "full at the end") {
      stream.close = async () => {
        await stream.abort();
        throw problem("QuotaExceededError");
      };
    }
    return stream;
  };
  for (const name of ["queryPermission", "requestPermission"]) {
    const before = FileSystemFileHandle.prototype[name];
    FileSystemFileHandle.prototype[name] = async function (...values) {
      return globalThis.fileFault === "not allowed any more" ? "denied" : (before?.apply(this, values) ?? "granted");
    };
  }
}

const FILE_FAULTS = [
  ["busy", /written by another tab/],
  ["forbidden", /does not let this page use/],
  ["full while writing", /could not be written.*disk may be full/],
  ["full at the end", /could not be written.*disk may be full/],
  ["not allowed any more", /was not allowed to write/],
];

test("whatever way a file fails to be written, it stays as it was, the text is kept, and saving again works", { init: [installPickers, installFileFaults], longest: 120_000 }, async ({ app, page }) => {
  await writeFile(page, "post.md", POST);
  await choose(page, { open: "post.md" });
  await app.press("Control+o");
  await until("the file", async () => (await app.name()) === "post.md");
  let file = POST;
  for (const [turn, [fault, words]] of FILE_FAULTS.entries()) {
    await app.after("Begun.");
    await app.type(String(turn));
    await page.evaluate((kind) => (globalThis.fileFault = kind), fault);
    await app.press("Control+s");
    await app.notice(words);
    assert.equal((await readFile(page, "post.md")).toString(), file, `“${fault}” changed the file`);
    await app.kept();
    await page.evaluate(() => (globalThis.fileFault = null));
    file = file.replace("Begun.", `Begun.${turn}`);
    await app.content.focus();
    await app.press("Control+s");
    await until("the file to be saved", async () => (await readFile(page, "post.md")).toString() === file);
    await until("the notice to go", async () => !(await app.notices()).some((notice) => words.test(notice)));
  }
  console.log(`  ${FILE_FAULTS.length} failures of the file: it stayed whole, the text was kept, and was saved after each`);
});

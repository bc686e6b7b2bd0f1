// Owns that no work is lost: reload, crash, closed tabs, a second tab, storage that fails or is cleared.

import assert from "node:assert/strict";
import { App } from "./harness/app.mjs";
import { test, until } from "./harness/suite.mjs";

const POST = "# Draft\n\nBegun.\n";

async function typed(app, words = " Gone on.") {
  await app.open("draft.md", POST);
  await app.after("Begun.");
  await app.type(words);
  await app.preview.shows(words.trim());
  return POST.replace("Begun.", `Begun.${words}`);
}

/** Kills the page's process and opens the address again. */
async function crashAndReopen(context, page) {
  const client = await context.newCDPSession(page);
  const address = page.url();
  const crashed = page.waitForEvent("crash");
  // A page that has crashed answers nothing.
  void client.send("Page.crash").catch(() => undefined);
  await crashed;
  const again = new App(await context.newPage());
  await again.page.goto(address);
  await again.ready();
  return again;
}

test("after a crash of the page the draft is back", async ({ app, context, page }) => {
  const text = await typed(app);
  await app.kept();
  const again = await crashAndReopen(context, page);
  await until("the draft", async () => (await again.text()) === text);
  await again.notice(/Restored your unsaved changes to draft\.md/);
  assert.match(await again.saveState(), /Kept in this browser/);
  await again.preview.shows("Gone on.");
});

test("a crash in the middle of typing loses at most half a second", async ({ app, context, page }) => {
  await app.open("draft.md", POST);
  await app.after("Begun.");
  const times = [];
  for (let letter = 0; letter < 40; letter += 1) {
    await page.keyboard.type(String(letter % 10));
    times.push(Date.now());
    await until("some time between the keys", () => Date.now() - times.at(-1) >= 40, 1_000);
  }
  const at = Date.now();
  const again = await crashAndReopen(context, page);
  await again.notice(/Restored/);
  const kept = (await again.text()).match(/Begun\.(\d*)/)[1].length;
  const due = times.filter((time) => time < at - 500).length;
  assert.ok(kept >= due, `${kept} letters were kept, ${due} are older than half a second`);
});

test("closing the tab and coming back another day: the draft, with a notice and a way to a new post", async ({ app, context, page, again }) => {
  const text = await typed(app);
  await app.kept();
  await page.close();
  const next = await again();
  assert.equal(await next.text(), text);
  await next.notice(/Restored your unsaved changes to draft\.md/);
  await next.page.getByRole("button", { name: "Start a new post instead" }).click();
  await until("an empty text", async () => (await next.text()) === "");
  await next.notice(/Your unsaved changes to draft\.md are kept/);
  assert.equal((await next.notices()).length, 1);
  assert.ok(context.pages().length >= 1);
});

test("hidden at once after a key, the page has kept it", async ({ app, context, page, again }) => {
  const text = await typed(app);
  await page.evaluate(() => {
    Object.defineProperty(document, "visibilityState", { value: "hidden", configurable: true });
    document.dispatchEvent(new Event("visibilitychange"));
  });
  await app.kept();
  await page.close();
  assert.equal(await (await again()).text(), text);
  assert.equal(context.pages().length, 1);
});

test("two tabs keep two drafts and never mix them", async ({ app, again, page }) => {
  const first = await typed(app, " In the first tab.");
  await app.kept();
  const other = await again();
  assert.notEqual(await other.text(), first);
  await other.open("other.md", "Other post.\n");
  await other.after("Other post.");
  await other.type(" In the second tab.");
  await other.kept();
  await page.bringToFront();
  await app.after("first tab.");
  await app.type(" More.");
  await app.kept();
  await page.reload();
  await app.ready();
  assert.equal(await app.text(), first.replace("tab.", "tab. More."));
  await other.page.reload();
  await other.ready();
  assert.equal(await other.text(), "Other post. In the second tab.\n");
});

test("a file that was opened and not changed is there after a reload, without a notice", async ({ app, page }) => {
  await app.open("calm.md", POST);
  await page.reload();
  await app.ready();
  await until("the post", async () => (await app.text()) === POST);
  assert.match(await app.saveState(), /No changes/);
  assert.deepEqual(await app.notices(), []);
});

test("the scroll position comes back with the draft", async ({ app, page }) => {
  await app.open("long.md", Array.from({ length: 200 }, (_, i) => `Line ${i} of a long post.\n`).join("\n"));
  await app.after("Line 120 of");
  await app.type(" quite");
  await app.kept();
  await page.reload();
  await app.ready();
  await until("the place", () => page.evaluate(() => [...document.querySelectorAll("#editor .cm-line")].some((line) => line.textContent.startsWith("Line 120 ") && line.getBoundingClientRect().top > 0 && line.getBoundingClientRect().bottom < innerHeight)));
});

test("a storage that refuses every write is told within a second, and downloading works", { init: () => {
  IDBObjectStore.prototype.put = () => {
    throw new DOMException("", "QuotaExceededError");
  };
} }, async ({ app, page }) => {
  await app.open("draft.md", POST);
  await app.after("Begun.");
  const started = Date.now();
  await app.type("!");
  await until("NOT SAVED", async () => /NOT SAVED/.test(await app.saveState()));
  assert.ok(Date.now() - started < 1_500, `it took ${Date.now() - started} ms`);
  assert.match(await page.locator("#status [role=alert]").innerText(), /Save or download the post/);
  assert.equal((await app.download()).bytes.toString(), "# Draft\n\nBegun.!\n");
});

test("a storage that never answers is told too", { init: () => {
  IDBFactory.prototype.open = () => new EventTarget();
} }, async ({ app }) => {
  await app.open("draft.md", POST);
  await app.after("Begun.");
  await app.type("!");
  await until("NOT SAVED", async () => /NOT SAVED/.test(await app.saveState()));
  assert.equal(await app.text(), "# Draft\n\nBegun.!\n");
});

test("a storage that is cleared under the open post is written anew", async ({ app, context, page, server, again }) => {
  const text = await typed(app);
  await app.kept();
  const client = await context.newCDPSession(page);
  await client.send("Storage.clearDataForOrigin", { origin: server.origin, storageTypes: "indexeddb" });
  await app.type(" And further.");
  await until("the draft in the new storage", () =>
    page.evaluate(async () => {
      const { name } = (await indexedDB.databases())[0] ?? {};
      if (!name) return false;
      const db = await new Promise((resolve, reject) => Object.assign(indexedDB.open(name), { onsuccess: (event) => resolve(event.target.result), onerror: reject }));
      const rows = await new Promise((resolve) => Object.assign(db.transaction(db.objectStoreNames[0]).objectStore(db.objectStoreNames[0]).getAll(), { onsuccess: (event) => resolve(event.target.result) }));
      db.close();
      return rows.some((row) => row.text.includes("And further."));
    }),
  );
  await page.close();
  assert.equal(await (await again()).text(), text.replace("on.", "on. And further."));
});

test("leaving with a change that is kept nowhere asks first; with a kept one it does not", { init: () => {
  const { put } = IDBObjectStore.prototype;
  IDBObjectStore.prototype.put = function (...values) {
    if (globalThis.storageFails) throw new DOMException("", "QuotaExceededError");
    return put.apply(this, values);
  };
} }, async ({ app, page }) => {
  const asked = [];
  page.on("dialog", (dialog) => {
    asked.push(dialog.type());
    void dialog.accept();
  });
  await typed(app);
  await app.kept();
  await page.reload();
  await app.ready();
  assert.deepEqual(asked, []);
  await page.evaluate(() => (globalThis.storageFails = true));
  await app.after("Begun.");
  await app.type(" Lost?");
  await until("NOT SAVED", async () => /NOT SAVED/.test(await app.saveState()));
  await page.reload();
  await app.ready();
  assert.deepEqual(asked, ["beforeunload"]);
});

test("a clock that jumps a year back does not bring an older draft forward", async ({ app, page }) => {
  await typed(app);
  await app.kept();
  await page.evaluate(() => {
    const now = Date.now.bind(Date);
    Date.now = () => now() - 365 * 24 * 3600 * 1000;
  });
  await app.type(" After the jump.");
  await app.kept();
  await page.reload();
  await app.ready();
  await app.preview.shows("After the jump.");
});

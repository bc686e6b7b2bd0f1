// Owns that the kernel stands alone: whatever a server answers for the engine's and the app's files, there is a plain
// editor that says what is missing, keeps drafts and downloads the post. What robustness.test.mjs has is not repeated.

import assert from "node:assert/strict";
import { test, until } from "./harness/suite.mjs";

const ENGINE = /\/static\/engine-[^/]*\.wasm$/;
const WORKER = /\/static\/worker-[^/]*\.js$/;
const APP = /\/foreword-app-[^/]*\.wasm$/;
const GLUE = /\/foreword-app-[^/]*\.js$/;
const POST = "---\ntitle: Alone\n---\n\nThis text must stay.\n";
/** What a browser says of such answers. */
const EXPECTED = [/net::ERR_|Failed to load resource|Failed to fetch|WebAssembly|wasm|integrity|digest|AbortError|dynamically imported|MIME|Importing|uncaught error: null|SyntaxError/i];

/** Ways in which a file does not come. */
const ANSWERS = {
  "answered 404": (route) => route.fulfill({ status: 404, contentType: "text/plain", body: "not found" }),
  "answered 500": (route) => route.fulfill({ status: 500, contentType: "text/html", body: "<h1>Internal Server Error</h1>" }),
  "answered with a page in its place": (route) => route.fulfill({ status: 200, contentType: "text/html", body: "<!doctype html><title>Welcome to the hotel's network</title>" }),
  "garbage": (route) => route.fulfill({ status: 200, contentType: route.request().url().endsWith(".js") ? "text/javascript" : "application/wasm", body: Buffer.from(Array.from({ length: 4096 }, (_, at) => (at * 89) % 251)) }),
  "cut short": async (route) => {
    const response = await route.fetch();
    const body = await response.body();
    await route.fulfill({ response, body: body.subarray(0, body.length >> 1) });
  },
  "on its way for ever": () => undefined,
};

/** The text is typed into, kept through a reload, and downloaded. */
async function writes(app, page, download) {
  await until("the text surface", async () => (await app.content.count()) === 1 && (await app.text()) !== "");
  await app.dropFiles([{ name: "alone.md", base64: Buffer.from(POST).toString("base64") }]);
  await until("the text", async () => (await app.text()) === POST);
  await app.after("stay.");
  await app.type(" And goes on.");
  const text = POST.replace("stay.", "stay. And goes on.");
  assert.equal(await app.text(), text);
  await until("the draft", async () => /browser/.test(await app.status.innerText()));
  const saved = await download();
  assert.deepEqual([saved.name, saved.bytes.toString()], ["alone.md", text]);
  await page.reload({ waitUntil: "commit" });
  await until("the draft after a reload", async () => (await app.text()) === text);
}

const plainly = (app, page) => app.download(() => page.locator("#fallback").getByRole("button", { name: "Download" }).click());
const noticed = (page, pattern, patience) => until(`a notice like ${pattern}`, async () => pattern.test(await page.locator("#notices").innerText()), patience);
const attached = (page) => until("the controls", () => page.evaluate(() => document.documentElement.dataset.app === "attached"));

for (const [how, answer] of Object.entries(ANSWERS)) {
  const late = how === "on its way for ever";

  for (const [what, file] of [["engine's module", ENGINE], ["engine's worker", WORKER]]) {
    test(`the ${what} ${how}: the editor with its controls, a notice, drafts, download`, { start: false, console: EXPECTED }, async ({ app, page, address }) => {
      await page.route(file, answer);
      await page.goto(address(), { waitUntil: "commit" });
      await attached(page);
      await writes(app, page, () => app.download());
      await noticed(page, /engine|preview/i, late ? 25_000 : 10_000);
    });
  }

  for (const [what, file] of [["app's module", APP], ["app's script", GLUE]]) {
    test(`the ${what} ${how}: the plain editor, a notice, a preview, drafts, download`, { start: false, console: EXPECTED }, async ({ app, page, address }) => {
      await page.route(file, answer);
      await page.goto(address(), { waitUntil: "commit" });
      await writes(app, page, () => plainly(app, page));
      await app.preview.shows("And goes on.");
      await noticed(page, late ? /controls of this page have not come yet/ : /controls of this page could not be loaded/, late ? 25_000 : 10_000);
      assert.ok(await page.getByRole("button", { name: "Reload the page" }).isVisible());
      // What was on its way now comes, and the controls with it.
      await page.unroute(file);
      if (!late) await page.getByRole("button", { name: "Reload the page" }).click();
      await attached(page);
      await until("the text", async () => (await app.text()) === POST.replace("stay.", "stay. And goes on."));
      await until("the notice to go", async () => !/controls/.test(await page.locator("#notices").innerText()));
    });
  }

  test(`both modules ${how}: the plain editor, notices, drafts, download`, { start: false, console: EXPECTED }, async ({ app, page, address }) => {
    await page.route(ENGINE, answer);
    await page.route(APP, answer);
    await page.goto(address(), { waitUntil: "commit" });
    await writes(app, page, () => plainly(app, page));
    await noticed(page, /controls of this page/, late ? 25_000 : 10_000);
    await noticed(page, /engine/, late ? 25_000 : 10_000);
  });
}

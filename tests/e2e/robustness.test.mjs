// Owns what happens when a part dies: the text stays, saving works, the preview comes back or says why not.

import assert from "node:assert/strict";
import { test, until } from "./harness/suite.mjs";

const POST = "# Standing\n\nThis text must stay.\n";
const ENGINE = /\/static\/engine-[^/]*\.wasm$/;
const APP = /\/foreword-app-[^/]*\.wasm$/;
const NET = /net::ERR_FAILED|Failed to load resource/;

const SCRIPT = /\/static\/worker-[^/]*\.js$/;

const worker = (page) => until("the worker", () => page.workers()[0]);

/** Another worker has come in the place of `old`. */
const replaced = (page, old) => until("another worker", () => page.workers().some((each) => each !== old));

/** From now on a worker that is asked to analyse a text with `word` does `deed` instead. */
const poison = (page, word, deed) =>
  page.route(SCRIPT, async (route) => {
    const response = await route.fetch();
    const trap = `;{ const handle = self.onmessage; self.onmessage = (event) => { if (event.data.text?.includes("${word}")) { ${deed} } else handle(event); }; }`;
    await route.fulfill({ response, body: (await response.text()) + trap });
  });

async function typedAndShown(app, words) {
  await app.after("stay.");
  await app.type(` ${words}`);
  await until("the words in the text", async () => (await app.text()).includes(words));
}

/** The text, its undo history and the download are whole. */
async function isWhole(app, text) {
  assert.equal(await app.text(), text);
  assert.equal((await app.download()).bytes.toString(), text);
  await app.content.focus();
  await app.press("Control+z");
  await until("undo", async () => (await app.text()) === POST);
  await app.press("Control+y");
  await until("redo", async () => (await app.text()) === text);
}

test("an endless loop in the engine ends; the last good preview stays until the next text", { start: false }, async ({ app, address, page }) => {
  await poison(page, "LOOP", "for (;;);");
  await page.goto(address());
  await app.ready();
  await app.open("stand.md", POST);
  await typedAndShown(app, "LOOP");
  assert.match(await app.preview.text(), /This text must stay/);
  await until("a word about it", async () => /Preview (?:is catching up|is starting|stopped)/.test(await app.status.innerText()));
  // Typing is never waited for.
  const started = Date.now();
  await app.type(" and on");
  assert.ok(Date.now() - started < 1_000);
  await app.notice(/stopped the preview twice/);
  assert.match(await app.preview.text(), /This text must stay/);
  await app.after("LOOP");
  await app.press("Backspace");
  await app.preview.shows("stay. LOO and on");
  await until("the notice to go", async () => (await app.notices()).length === 0);
});

test("a worker that is gone without a word is replaced", async ({ app, page }) => {
  await app.open("stand.md", POST);
  const old = await worker(page);
  await old.evaluate(() => self.close());
  await typedAndShown(app, "Typed after the end.");
  await replaced(page, old);
  await app.preview.shows("Typed after the end.");
  await isWhole(app, POST.replace("stay.", "stay. Typed after the end."));
});

test("a trap in the engine is told by nothing but a moment's wait", async ({ app, page }) => {
  await app.open("stand.md", POST);
  const old = await worker(page);
  await old.evaluate(() => self.postMessage({ trap: "RuntimeError: unreachable" }));
  await replaced(page, old);
  await typedAndShown(app, "Typed after the trap.");
  await app.preview.shows("Typed after the trap.");
  assert.deepEqual(await app.notices(), []);
  await isWhole(app, POST.replace("stay.", "stay. Typed after the trap."));
});

test("a text that traps the engine twice is left alone until it changes", { start: false }, async ({ app, address, page }) => {
  await poison(page, "POISON", 'self.postMessage({ trap: "RuntimeError: unreachable" });');
  await page.goto(address());
  await app.ready();
  await app.open("stand.md", POST);
  await typedAndShown(app, "POISON");
  await app.notice(/stopped the preview twice/);
  assert.match(await app.preview.text(), /This text must stay/);
  await isWhole(app, POST.replace("stay.", "stay. POISON"));
  await app.after("POISON");
  await app.press("Backspace");
  await app.preview.shows("stay. POISO");
  await until("the notice to go", async () => (await app.notices()).length === 0);
});

test("without the engine's module: editing, drafts and download work, and a notice says what is missing", { start: false, console: [NET] }, async ({ app, address, page }) => {
  await page.route(ENGINE, (route) => route.abort());
  await page.goto(address());
  await until("the controls", () => page.evaluate(() => document.documentElement.dataset.app === "attached"));
  await app.open("stand.md", POST, { wait: false });
  await until("the text", async () => (await app.text()) === POST);
  await app.notice(/engine could not be loaded/);
  await typedAndShown(app, "Without a preview.");
  await app.kept();
  await isWhole(app, POST.replace("stay.", "stay. Without a preview."));
  await page.unroute(ENGINE);
  await page.getByRole("button", { name: "Try again" }).click();
  await app.preview.shows("Without a preview.");
  await until("the notice to go", async () => !(await app.notices()).some((text) => /engine/.test(text)));
});

test("with a corrupted engine module: the same", { start: false, console: [NET, /integrity|digest/i] }, async ({ app, address, page }) => {
  await page.route(ENGINE, (route) => route.fulfill({ contentType: "application/wasm", body: Buffer.from("0061736d01000000deadbeef", "hex") }));
  await page.goto(address());
  await until("the controls", () => page.evaluate(() => document.documentElement.dataset.app === "attached"));
  await app.open("stand.md", POST, { wait: false });
  await until("the text", async () => (await app.text()) === POST);
  await app.notice(/engine/);
  await typedAndShown(app, "Still here.");
  await isWhole(app, POST.replace("stay.", "stay. Still here."));
});

/** The page without its controls: the plain header is there and opens, downloads, keeps. */
async function worksPlainly(app, page) {
  await until("the text surface", async () => (await app.content.count()) === 1);
  const fallback = page.locator("#fallback");
  await until("the plain header", () => fallback.getByRole("button", { name: "Download" }).isVisible());
  await app.dropFiles([{ name: "stand.md", base64: Buffer.from(POST).toString("base64") }]);
  await until("the text", async () => (await app.text()) === POST);
  await app.preview.shows("This text must stay.");
  await app.after("stay.");
  await app.type(" Plainly.");
  await app.preview.shows("Plainly.");
  await until("the draft", async () => /browser/.test(await app.status.innerText()));
  const saved = await app.download(() => fallback.getByRole("button", { name: "Download" }).click());
  assert.equal(saved.name, "stand.md");
  assert.equal(saved.bytes.toString(), POST.replace("stay.", "stay. Plainly."));
  assert.ok(await fallback.getByRole("button", { name: "Open…" }).isVisible());
}

test("without the app's module: plain editor, header, preview, draft, download", { start: false, console: [NET, /fetch|wasm|WebAssembly|AbortError/i] }, async ({ app, address, page }) => {
  await page.route(APP, (route) => route.abort());
  await page.goto(address());
  await worksPlainly(app, page);
});

test("with a corrupted app module: the same", { start: false, console: [NET, /wasm|WebAssembly|CompileError|integrity|magic/i] }, async ({ app, address, page }) => {
  await page.route(APP, (route) => route.fulfill({ contentType: "application/wasm", body: "not a module" }));
  await page.goto(address());
  await worksPlainly(app, page);
});

test("an app that traps while running leaves the text, and a reload brings it back", { console: [/unreachable/] }, async ({ app, page }) => {
  await app.open("stand.md", POST);
  await typedAndShown(app, "Before the trap.");
  await page.evaluate(() => {
    setTimeout(() => {
      throw new WebAssembly.RuntimeError("unreachable");
    });
  });
  const fallback = page.locator("#fallback");
  await until("the plain header", () => fallback.getByRole("button", { name: "Download" }).isVisible());
  await until("a word about it", async () => /controls of this page stopped/.test(await page.locator("#notices").innerText()));
  await app.after("trap.");
  await app.type(" After it.");
  await app.preview.shows("After it.");
  const expected = POST.replace("stay.", "stay. Before the trap. After it.");
  assert.equal((await app.download(() => fallback.getByRole("button", { name: "Download" }).click())).bytes.toString(), expected);
  await until("the draft", async () => /browser/.test(await app.status.innerText()));
  await page.reload();
  await app.ready();
  assert.equal(await app.text(), expected);
});

test("a lazy part that cannot be had leaves the rest as it is", { console: [NET, /dynamically imported module/] }, async ({ app, page }) => {
  await page.route(/\/static\/chunks\/katex[^/]*\.js$/, (route) => route.abort());
  await app.write("Formula $a^2$ here.\n\n- and a list\n");
  await app.preview.shows("and a list");
  assert.match(await app.preview.text(), /a\^2/);
});

test("a 3 MB post opens, is typed into and shown", async ({ app }) => {
  const post = Array.from({ length: 6000 }, (_, i) => `Paragraph ${i} ${"with some words ".repeat(30)}\n`).join("\n");
  await app.open("large.md", post, { wait: false });
  await until("the text", async () => (await app.text()).length === post.length, 20_000);
  await app.select(0);
  await app.type("Begun. ");
  await until("the preview", async () => /^Begun\. Paragraph 0/.test(await app.preview.evaluate(() => document.querySelector(".block")?.textContent ?? "")), 20_000);
  await app.kept();
});

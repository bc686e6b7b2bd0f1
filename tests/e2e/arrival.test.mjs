// Owns posts that come from outside: files that the system opens with Foreword, and what other apps share with it.

import assert from "node:assert/strict";
import { App } from "./harness/app.mjs";
import { readFile, writeFile } from "./harness/disk.mjs";
import { WITH_WORKER, kept, startSite, visit } from "./harness/release.mjs";
import { test, until } from "./harness/suite.mjs";

/** Sends a form as an installed app's system does: a navigation by nobody's page. */
async function share(context, address, { words = {}, file } = {}) {
  const page = await context.newPage();
  page.setDefaultTimeout(10_000);
  const fields = Object.keys(words).map((name) => `<textarea name="${name}"></textarea>`);
  await page.setContent(`<form method="post" enctype="multipart/form-data" action="${address}">${fields.join("")}<input type="file" name="post"></form>`);
  for (const [name, value] of Object.entries(words)) await page.locator(`[name="${name}"]`).fill(value);
  if (file) await page.locator('input[type="file"]').setInputFiles({ mimeType: "text/markdown", ...file });
  await page.evaluate(() => document.forms[0].submit());
  const app = new App(page);
  await app.ready();
  return app;
}

/** A page that was visited once, and what other apps share then. */
function onSite(name, body) {
  test(name, WITH_WORKER, async (session) => {
    const site = await startSite();
    try {
      await visit(session.page, site.address());
      await kept(session.page, site.version);
      await body({ ...session, site });
    } finally {
      site.end();
    }
  });
}

onSite("a shared file opens, also without a network", async ({ context, site }) => {
  site.stop();
  const app = await share(context, site.address("share"), { file: { name: "von unterwegs.md", buffer: Buffer.from("# Geteilt\r\n\r\nGrüße.\r\n") } });
  await until("the text", async () => (await app.text()) === "# Geteilt\n\nGrüße.\n");
  assert.equal(await app.name(), "von unterwegs.md");
  assert.equal((await app.download()).bytes.toString(), "# Geteilt\r\n\r\nGrüße.\r\n");
  assert.equal(new URL(app.page.url()).search, "");
  await app.page.reload();
  await app.ready();
  assert.equal(await app.text(), "# Geteilt\n\nGrüße.\n");
  assert.deepEqual(await app.page.evaluate(async () => (await Promise.all((await caches.keys()).filter((name) => name.startsWith("foreword-share:")).map(async (name) => (await (await caches.open(name)).keys()).length))).filter(Boolean)), []);
});

onSite("shared words become a new post, which is kept, and the draft before it stays", async ({ context, page, site }) => {
  const first = new App(page);
  await first.write("My own draft.\n");
  await first.kept();
  await page.close();
  const app = await share(context, site.address("share"), { words: { title: "On rain", text: "Worth a post.", url: "https://example.org/rain_(a)" } });
  const text = "# On rain\n\nWorth a post.\n\n[https://example.org/rain\\_(a)](https://example.org/rain_%28a%29)\n";
  await until("the text", async () => (await app.text()) === text);
  await app.kept();
  await app.notice(/Your unsaved changes to .* are kept in this browser/);
  await app.page.reload();
  await app.ready();
  assert.equal(await app.text(), text);
});

onSite("a share that is no longer there is told", async ({ context, site }) => {
  const page = await context.newPage();
  await page.goto(site.address("?shared=gone"));
  await until("a word about it", async () => /could not be taken over/.test(await page.locator("#toast").innerText()));
});

test("words in the address become a new post", { query: "?share&title=Seen&text=A%20%3Cb%3Eplace%3C/b%3E&url=https://example.org/" }, async ({ app, page }) => {
  await until("the text", async () => (await app.text()) === "# Seen\n\nA <b>place</b>\n\n[https://example.org/](https://example.org/)\n");
  assert.equal(new URL(page.url()).search, "");
});

test("a file that the system opens is saved in place", { init: () => {
  const value = { setConsumer: (take) => (globalThis.launch = take) };
  Object.defineProperty(window, "launchQueue", { value, configurable: true });
} }, async ({ app, page }) => {
  await until("somebody to wait for files", () => page.evaluate(() => typeof globalThis.launch === "function"));
  await writeFile(page, "launched.mkd", "# Launched\r\n\r\nBegun.\r\n");
  await page.evaluate(async () => {
    const root = await navigator.storage.getDirectory();
    globalThis.launch({ files: [await root.getFileHandle("launched.mkd")] });
  });
  await until("the text", async () => (await app.text()) === "# Launched\n\nBegun.\n");
  await app.after("Begun.");
  await app.type(" Gone on.");
  await app.press("Control+s");
  await until("the file", async () => (await readFile(page, "launched.mkd")).toString() === "# Launched\r\n\r\nBegun. Gone on.\r\n");
  await page.evaluate(() => globalThis.launch({ files: [] }));
  assert.equal(await app.text(), "# Launched\n\nBegun. Gone on.\n");
});

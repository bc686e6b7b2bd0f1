// Owns every way in and out: pickers, drops, pastes, addresses, saving in place, downloads, folders of images.

import assert from "node:assert/strict";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { choose, installPickers, readFile, removeFile, writeFile } from "./harness/disk.mjs";
import { fixture } from "./harness/posts.mjs";
import { test, until } from "./harness/suite.mjs";

const POST = Buffer.from("# On disk\r\n\r\nThe text.\r\n");
const WITHOUT_PICKERS = () => {
  for (const name of ["showOpenFilePicker", "showSaveFilePicker", "showDirectoryPicker"]) delete window[name];
};

const said = (page, pattern) => until(`the word ${pattern}`, async () => pattern.test(await page.locator("#toast").innerText()));

async function openedInPlace(app, page) {
  await writeFile(page, "disk.md", POST);
  await choose(page, { open: "disk.md" });
  await app.press("Control+o");
  await until("the file", async () => (await app.name()) === "disk.md");
  await app.analysed();
}

test("opened by the picker, saved in place by key: the file has the edit and nothing else", { init: installPickers }, async ({ app, page }) => {
  await openedInPlace(app, page);
  await app.after("The text");
  await app.type(" grew");
  await until("a draft", async () => /Kept in this browser/.test(await app.saveState()));
  assert.ok(await page.locator(".unsaved").isVisible());
  await app.press("Control+s");
  await said(page, /Saved disk\.md/);
  await until("the state", async () => /Saved to disk/.test(await app.saveState()));
  assert.equal((await readFile(page, "disk.md")).toString(), "# On disk\r\n\r\nThe text grew.\r\n");
  await until("no dot", async () => (await page.locator(".unsaved").count()) === 0);
  await app.type("!");
  await until("a draft again", async () => /Kept in this browser/.test(await app.saveState()));
});

test("a file that changed on the disk is not overwritten", { init: installPickers }, async ({ app, page }) => {
  await openedInPlace(app, page);
  await app.after("The text");
  await app.type(" mine");
  await writeFile(page, "disk.md", "somebody else's words\n");
  await app.press("Control+s");
  const dialog = page.getByRole("dialog", { name: /changed “disk\.md” too/ });
  await until("the question", () => dialog.isVisible());
  assert.equal((await readFile(page, "disk.md")).toString(), "somebody else's words\n");
  assert.match(await app.text(), /mine/);

  await choose(page, { save: "other.md" });
  await dialog.getByRole("button", { name: "Save as another file…" }).click();
  await said(page, /Saved other\.md/);
  assert.equal((await readFile(page, "other.md")).toString(), "# On disk\r\n\r\nThe text mine.\r\n");
  await until("the question to go", async () => (await app.notices()).length === 0 && !(await dialog.isVisible()));
});

test("a file that was deleted is told, and the text stays", { init: installPickers }, async ({ app, page }) => {
  await openedInPlace(app, page);
  await app.after("The text");
  await app.type(" mine");
  await removeFile(page, "disk.md");
  await app.press("Control+s");
  await app.notice(/not where it was/);
  assert.match(await app.text(), /mine/);
});

test("a picker that is closed changes nothing and says nothing", { init: installPickers }, async ({ app }) => {
  const before = await app.text();
  await app.press("Control+o");
  await app.menu("Save as…");
  await app.menu("Open folder…");
  await app.analysed();
  assert.equal(await app.text(), before);
  assert.deepEqual(await app.notices(), []);
});

test("without file pickers: a file input opens, saving downloads", { init: WITHOUT_PICKERS }, async ({ app, page }) => {
  const [chooser] = await Promise.all([page.waitForEvent("filechooser"), app.menu("Open…")]);
  await chooser.setFiles({ name: "input.md", mimeType: "text/markdown", buffer: POST });
  await until("the file", async () => (await app.name()) === "input.md");
  await app.after("The text");
  await app.type(" grew");
  const saved = await app.download(() => app.press("Control+s"));
  assert.equal(saved.name, "input.md");
  assert.equal(saved.bytes.toString(), "# On disk\r\n\r\nThe text grew.\r\n");
  await app.kept();
});

test("a real file dropped anywhere on the page opens, on the preview too", async ({ app, page }) => {
  const folder = mkdtempSync(join(tmpdir(), "foreword-"));
  const client = await page.context().newCDPSession(page);
  const drop = async (name, pane) => {
    const path = join(folder, name);
    writeFileSync(path, POST);
    const box = await page.locator(pane).boundingBox();
    const event = { x: box.x + box.width / 2, y: box.y + box.height / 2, data: { items: [], files: [path], dragOperationsMask: 1 } };
    for (const type of ["dragEnter", "dragOver", "drop"]) await client.send("Input.dispatchDragEvent", { type, ...event });
    await until(`${name} to open`, async () => (await app.name()) === name);
    assert.equal(await app.text(), "# On disk\n\nThe text.\n");
  };
  await drop("text.md", "#editor");
  await drop("preview.md", "#preview");
  await drop("header.md", "#app-top .toolbar");
  assert.equal(await page.locator(".drop-hint").count(), 0);
});

test("a whole post pasted into an empty editor is a post like any other", async ({ app }) => {
  const source = fixture("generic-showcase.md").bytes.toString();
  await app.menu("New post");
  await until("an empty text", async () => (await app.text()) === "");
  await app.paste(source);
  await app.preview.shows("If you want to begin");
  assert.equal(await app.text(), source);
  await until("the title as a name", async () => (await app.name()) === "The quiet art of keeping a weather diary");
  const saved = await app.download();
  assert.equal(saved.name, "the-quiet-art-of-keeping-a-weather-diary.md");
  assert.equal(saved.bytes.toString(), source);
});

test("?url= opens a post of the same site, byte for byte", { query: "?url=/posts/generic-first-tide-walk.md" }, async ({ app }) => {
  await until("the post", async () => (await app.name()) === "generic-first-tide-walk.md");
  await app.preview.shows("Into the mud we go!");
  assert.ok((await app.download()).bytes.equals(fixture("generic-first-tide-walk.md").bytes));
});

test("?url= is relative to the page, and after a reload the draft comes before it", { query: "?url=../../posts/generic-lighthouse-weekend.md" }, async ({ app, page }) => {
  await app.preview.shows("Grey Skerry");
  await app.after("paint at both.");
  await app.type(" Blue paint.");
  await app.kept();
  await page.reload();
  await app.ready();
  await app.preview.shows("Blue paint.");
});

test("?url= of another site is refused with a word, and nothing is asked of it", { query: "?url=https://elsewhere.example/post.md" }, async ({ app, record }) => {
  await app.notice(/Only posts of this site/);
  assert.equal(record.to("elsewhere.example").filter(({ url }) => new URL(url).host === "elsewhere.example").length, 0);
  assert.match(await app.text(), /Welcome to Foreword/);
});

for (const [what, query] of [["javascript:", "?url=javascript:alert(1)"], ["data:", "?url=data:text/markdown,hello"], ["another port", "?url=//127.0.0.1:1/post.md"]]) {
  test(`?url= with ${what} is refused`, { query }, async ({ app }) => {
    await app.notice(/Only posts of this site|not an address/);
    assert.match(await app.text(), /Welcome to Foreword/);
  });
}

test("?url= of nothing says so", { query: "?url=/posts/missing.md", console: [/404/] }, async ({ app }) => {
  await app.notice(/missing\.md could not be loaded: the server answered 404/);
});

test("images of the post are shown once its folder is open", { init: installPickers }, async ({ app, page }) => {
  const png = await page.evaluate(() => {
    const canvas = Object.assign(document.createElement("canvas"), { width: 40, height: 20 });
    return canvas.toDataURL("image/png").split(",")[1];
  });
  const text = "![Gate](images/gate.png)\n\n![From the site](/logo.png)\n\n![Gone](images/gone.png)\n";
  await writeFile(page, "site/content/post/walk.md", text);
  await writeFile(page, "site/content/post/images/gate.png", Buffer.from(png, "base64"));
  await writeFile(page, "site/static/logo.png", Buffer.from(png, "base64"));
  await app.open("walk.md", text);
  assert.equal(await app.preview.count(".fw-missing"), 3);
  await choose(page, { folder: "site" });
  await app.menu("Open folder…");
  await until("two images", () => app.preview.evaluate(() => [...document.querySelectorAll("img")].filter((image) => image.naturalWidth === 40).length === 2));
  await until("a word on the missing one", () => app.preview.evaluate(() => document.querySelector(".fw-missing")?.textContent.includes("not in the open folder")));
  assert.ok(await app.preview.evaluate(() => [...document.querySelectorAll("img")].every((image) => image.src.startsWith("blob:"))));
});

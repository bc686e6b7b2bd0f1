// Owns images on their way into a post: pasted, dropped and picked; written into a folder or kept with the draft.

import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { choose, installPickers, writeFile } from "./harness/disk.mjs";
import { Form } from "./harness/form.mjs";
import { SVG, base64, bring, imageDialog, paint } from "./harness/pictures.mjs";
import { test, until } from "./harness/suite.mjs";

const { unzipSync } = createRequire(new URL("../../www/package.json", import.meta.url))("fflate");
const POST = "# Low water\n\nThe flats at low water.\n\nAnd back again.\n";
const SITE = {
  "site/hugo.toml": "title = 'Site'\n",
  "site/content/posts/tides.md": "---\ntitle: On tides\n---\n\nThe flats.\n",
  "site/content/posts/gulls/index.md": "---\ntitle: Gulls\ncover: x.png\n---\n\nLoud.\n",
};

const png = async (page, name = "IMG_1.png", size = { width: 40, height: 30 }) => ({ name, type: "image/png", data: await paint(page, size) });

/** Bytes of a file on the test's disk; null where there is none. */
async function bytesOf(page, path) {
  const codes = await page.evaluate(async (steps) => {
    try {
      let folder = await navigator.storage.getDirectory();
      for (const step of steps.slice(0, -1)) folder = await folder.getDirectoryHandle(step);
      return [...new Uint8Array(await (await (await folder.getFileHandle(steps.at(-1))).getFile()).arrayBuffer())];
    } catch {
      return null;
    }
  }, path.split("/"));
  return codes && Buffer.from(codes);
}

async function openPost(app, page, path, files = SITE) {
  for (const [each, text] of Object.entries(files)) await writeFile(page, each, text);
  await choose(page, { folder: "site" });
  const panel = await app.side("Posts");
  await panel.getByRole("button", { name: "Open a folder" }).click();
  const row = panel.locator(`.post-row[data-path="${path}"]`);
  await until("the post in the list", async () => (await row.count()) === 1);
  await row.getByRole("button").first().click();
  await until("the post", async () => (await app.text()) === files[`site/${path}`]);
  await app.analysed();
}

const insert = async (dialog, alt) => {
  if (alt !== undefined) await dialog.getByLabel("What does it show?").fill(alt);
  await dialog.getByRole("button", { name: /^Insert/ }).click();
};
const gone = (page) => until("no dialog", async () => (await page.locator("dialog.image-dialog").count()) === 0);
const inText = (app) => app.page.evaluate(() => document.activeElement?.classList.contains("cm-content"));
const widthShown = (app) => until("the image in the preview", () => app.preview.evaluate(() => document.querySelector(".fw-page img")?.naturalWidth));
const zipOf = async (app) => {
  const { name, bytes } = await app.download();
  return { name, files: unzipSync(new Uint8Array(bytes)) };
};

test("without a folder a pasted image is kept with the draft, shown at once, after a reload, and in the zip", async ({ app, page }) => {
  await app.write(POST);
  await app.after("low water.");
  const image = await png(page);
  await bring(page, "paste", [image]);
  const dialog = await imageDialog(page);
  assert.match(await dialog.innerText(), /PNG, 40 × 30 px/);
  await insert(dialog, "Sun [over] the flats");
  await gone(page);
  assert.equal(await app.text(), POST.replace("low water.\n", "low water.\n\n![Sun \\[over\\] the flats](low-water.png)\n"));
  assert.equal(await widthShown(app), 40);
  assert.ok(await inText(app), "the focus is in the text");
  await app.notice(/1 image of this post is kept in this browser/);
  await app.kept();
  await page.reload();
  await app.ready();
  await until("the text again", async () => (await app.text()).includes("low-water.png"));
  assert.equal(await widthShown(app), 40);
  const { name, files } = await zipOf(app);
  assert.equal(name, "low-water.zip");
  assert.deepEqual(Object.keys(files).sort(), ["low-water.md", "low-water.png"]);
  assert.deepEqual(Buffer.from(files["low-water.png"]), Buffer.from(image.data, "base64"));
  // The link goes: the download is the post alone, and nothing is said any more.
  await app.select(0, (await app.text()).length);
  await app.type("Nothing");
  await until("no notice", async () => !(await app.notices()).some((text) => /kept in this browser, with/.test(text)));
  assert.equal((await app.download()).name.endsWith(".md"), true);
});

test("an image is dropped where it belongs, as one step that undo takes back", async ({ app, page }) => {
  await app.write(POST);
  const at = await page.locator(".cm-line", { hasText: "And back again." }).boundingBox();
  const point = { x: at.x + 2, y: at.y + at.height / 2 };
  await bring(page, "hover", [await png(page)], { at: point });
  await until("the mark in the text", async () => (await page.locator(".cm-image-mark").count()) === 1);
  await bring(page, "drop", [await png(page)], { at: point });
  await insert(await imageDialog(page), "Sun");
  await gone(page);
  assert.equal(await app.text(), POST.replace("And back", "![Sun](low-water.png) And back"));
  await app.press("Control+z");
  assert.equal(await app.text(), POST);
  assert.equal(await page.locator(".cm-image-mark").count(), 0);
});

test("with the keyboard alone: the button, the questions, and back to the text", async ({ app, page }) => {
  // As long as somebody listens the browser's own window stays away; that begins some time after listening does.
  page.on("filechooser", () => undefined);
  await app.write(POST);
  await app.after("low water.");
  await page.locator(".toolbar .tool[tabindex='0']").focus();
  for (let step = 0; step < 20 && (await page.evaluate(() => document.activeElement.getAttribute("aria-label"))) !== "Insert image…"; step++) await app.press("ArrowRight");
  const data = Buffer.from(await paint(page, { width: 900, height: 600 }), "base64");
  const pick = async () => {
    const [chooser] = await Promise.all([page.waitForEvent("filechooser"), app.press("Enter")]);
    await chooser.setFiles({ name: "Harbour.png", mimeType: "image/png", buffer: data });
  };
  await pick();
  await imageDialog(page);
  await app.press("Escape");
  await gone(page);
  assert.equal(await app.text(), POST);
  await until("the focus in the text", () => inText(app));
  await page.locator(".toolbar [aria-label='Insert image…']").focus();
  await pick();
  await imageDialog(page);
  await app.type("The harbour");
  // Past the box for decoration to the name, the widths and the formats.
  await app.press("Tab", "Tab");
  assert.equal(await page.evaluate(() => document.activeElement.id), "image-name");
  await app.press("Control+a");
  await app.type("harbour at dusk");
  await app.press("Tab", "ArrowDown", "Tab", "ArrowDown");
  await imageDialog(page);
  await until("the smaller WebP", async () => /800 × 533 px/.test(await page.locator(".image-outcome").innerText()));
  await app.press("Enter");
  await gone(page);
  assert.ok((await app.text()).includes("![The harbour](harbour%20at%20dusk.webp)"));
  await until("the focus in the text", () => inText(app));
});

test("a page bundle gets its image beside it, and a taken name a number", { init: installPickers }, async ({ app, page }) => {
  await openPost(app, page, "content/posts/gulls/index.md");
  await app.after("Loud.");
  const image = await png(page);
  for (const [at, name] of ["gulls.png", "gulls-2.png"].entries()) {
    await bring(page, "paste", [image]);
    const dialog = await imageDialog(page);
    assert.match(await dialog.locator("#image-path").innerText(), new RegExp(`content/posts/gulls/${name}`));
    assert.equal(/The name is taken/.test(await dialog.innerText()), at === 1);
    await insert(dialog, "Gulls");
    await gone(page);
    assert.deepEqual(await bytesOf(page, `site/content/posts/gulls/${name}`), Buffer.from(image.data, "base64"));
    assert.ok((await app.text()).includes(`![Gulls](${name})`));
    assert.equal(await widthShown(app), 40);
  }
  assert.equal((await app.notices()).some((text) => /kept in this browser/.test(text)), false);
});

test("a post among others uses static/, unless the others do otherwise", { init: installPickers }, async ({ app, page }) => {
  await openPost(app, page, "content/posts/tides.md");
  await app.after("The flats.");
  await bring(page, "paste", [await png(page)]);
  await insert(await imageDialog(page), "Flats");
  await gone(page);
  assert.ok((await app.text()).includes("![Flats](/images/tides.png)"));
  assert.ok(await bytesOf(page, "site/static/images/tides.png"));
  assert.equal(await widthShown(app), 40);
  const learnt = { ...SITE, "site/content/posts/boots.md": "![](/pics/b.png)\n", "site/static/pics/b.png": "x" };
  for (const [path, text] of Object.entries(learnt)) await writeFile(page, path, text);
  await app.select((await app.text()).indexOf("![Flats]"), (await app.text()).length);
  await app.type("Now");
  await bring(page, "paste", [await png(page)]);
  const dialog = await imageDialog(page);
  assert.match(await dialog.locator("#image-path").innerText(), /static\/pics\/tides\.png/);
  await dialog.getByLabel("Place").selectOption({ label: "static/images – static/, for the whole site" });
  await until("the other place", async () => /static\/images\/tides-2\.png/.test(await dialog.locator("#image-path").innerText()));
});

test("posts in the browser's own storage keep their images beside them", async ({ app, page }) => {
  const panel = await app.side("Posts");
  await panel.getByRole("button", { name: "Posts in this browser" }).click();
  await panel.getByRole("button", { name: "New post" }).first().click();
  await panel.getByRole("textbox", { name: /title/i }).fill("Kept here");
  await app.press("Enter");
  await until("its text", async () => (await app.text()).includes("Kept here"));
  await app.analysed();
  await app.select((await app.text()).length);
  await bring(page, "paste", [await png(page)]);
  await insert(await imageDialog(page), "Sun");
  await gone(page);
  assert.ok((await app.text()).includes("![Sun](kept-here.png)"));
  assert.ok(await bytesOf(page, "foreword-workspaces-v1/Posts in this browser/kept-here.png"));
  assert.equal(await widthShown(app), 40);
});

test("a smaller WebP has the right proportions and far fewer bytes", { init: installPickers }, async ({ app, page }) => {
  await openPost(app, page, "content/posts/gulls/index.md");
  await app.after("Loud.");
  await bring(page, "paste", [{ name: "x.png", type: "image/png", data: await paint(page, { width: 1700, height: 1000, noise: true }) }]);
  const dialog = await imageDialog(page);
  await dialog.getByText("1200 px").click();
  await dialog.getByText("WebP, usually the smallest").click();
  await until("the result", async () => /1200 × 706 px \(\d+ % smaller\)/.test(await dialog.locator(".image-outcome").innerText()));
  await insert(dialog, "Sun");
  await gone(page);
  const bytes = await bytesOf(page, "site/content/posts/gulls/gulls.webp");
  assert.equal(bytes.subarray(8, 12).toString(), "WEBP");
  assert.ok(bytes.length < 200_000, `${bytes.length} bytes`);
  assert.equal(await widthShown(app), 1200);
});

test("drawings and moving images are written as they are", { init: installPickers }, async ({ app, page }) => {
  await openPost(app, page, "content/posts/gulls/index.md");
  await app.after("Loud.");
  const frame = [0x21, 0xf9, 4, 0, 10, 0, 0, 0, 0x2c, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 2, 0x44, 1, 0];
  const gif = Buffer.from([...Buffer.from("GIF89a"), 1, 0, 1, 0, 0x80, 0, 0, 0, 0, 0, 255, 255, 255, ...frame, ...frame, 0x3b]);
  const files = [{ name: "Circle.svg", type: "image/svg+xml", data: base64(SVG) }, { name: "a.gif", type: "image/gif", data: gif.toString("base64") }];
  await bring(page, "paste", files);
  for (const [at, path, bytes] of [[1, "gulls.svg", Buffer.from(SVG)], [2, "gulls.gif", gif]]) {
    const dialog = await imageDialog(page);
    await until("its turn", async () => (await dialog.innerText()).includes(`Insert image ${at} of 2`) && (await dialog.innerText()).includes(files[at - 1].name));
    await until("what it is", async () => /written as it is/.test(await dialog.innerText()));
    assert.equal(await dialog.getByText("Format", { exact: true }).count(), 0);
    await insert(dialog, "");
    await dialog.getByRole("button", { name: "Insert without a description" }).click();
    await until(path, async () => (await bytesOf(page, `site/content/posts/gulls/${path}`))?.equals(bytes));
  }
  await gone(page);
  assert.match(await app.text(), /!\[\]\(gulls\.svg\)\n\n!\[\]\(gulls\.gif\)/);
});

test("a photo is turned as the camera was held, and loses its place when it is written anew", { init: installPickers }, async ({ app, page }) => {
  await openPost(app, page, "content/posts/gulls/index.md");
  await app.after("Loud.");
  const jpeg = Buffer.from(await paint(page, { width: 1000, height: 500, type: "image/jpeg" }), "base64");
  // Two entries: held on its side, and a directory with a place.
  const entries = [0x12, 1, 3, 0, 1, 0, 0, 0, 6, 0, 0, 0, 0x25, 0x88, 4, 0, 1, 0, 0, 0, 38, 0, 0, 0];
  const tiff = [0x49, 0x49, 0x2a, 0, 8, 0, 0, 0, 2, 0, ...entries, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0];
  const exif = [...Buffer.from("Exif"), 0, 0, ...tiff];
  const photo = Buffer.concat([jpeg.subarray(0, 2), Buffer.from([0xff, 0xe1, 0, exif.length + 2, ...exif]), jpeg.subarray(2)]);
  await bring(page, "paste", [{ name: "IMG.jpg", type: "image/jpeg", data: photo.toString("base64") }]);
  const dialog = await imageDialog(page);
  assert.match(await dialog.innerText(), /JPEG, 500 × 1000 px/);
  assert.match(await dialog.innerText(), /says where it was taken/);
  await dialog.getByText("WebP, usually the smallest").click();
  await until("the result", async () => /500 × 1000 px/.test(await dialog.locator(".image-outcome").innerText()));
  await imageDialog(page);
  await insert(dialog, "Sun");
  await gone(page);
  const bytes = await bytesOf(page, "site/content/posts/gulls/gulls.webp");
  assert.equal(bytes.includes("Exif") || bytes.includes("EXIF"), false);
});

test("what is no image is said to be none, and the next one has its turn", async ({ app, page }) => {
  await app.write(POST);
  await app.after("low water.");
  const broken = { name: "broken.png", type: "image/png", data: Buffer.from([0x89, 0x50, 0x4e, 0x47, 1, 2, 3]).toString("base64") };
  await bring(page, "paste", [broken, { name: "words.png", type: "image/png", data: base64("words") }, await png(page), await png(page)]);
  const dialog = page.locator("dialog.image-dialog");
  await until("the first message", async () => /broken\.png could not be decoded/.test(await dialog.innerText()));
  await dialog.getByRole("button", { name: "Leave this one out" }).click();
  await until("the second message", async () => /words\.png is not an image/.test(await dialog.innerText()));
  await dialog.getByRole("button", { name: "Leave this one out" }).click();
  await insert(await imageDialog(page), "Sun");
  await until("the last", async () => /Insert image 4 of 4/.test(await dialog.innerText()));
  await imageDialog(page);
  await app.press("Escape");
  await gone(page);
  assert.equal((await app.text()).match(/!\[/g).length, 1);
});

test("a missing description is asked for once, and one on purpose is not", async ({ app, page }) => {
  await app.write(POST);
  await app.after("low water.");
  await bring(page, "paste", [await png(page)]);
  let dialog = await imageDialog(page);
  await insert(dialog);
  await until("why", async () => /learn nothing of it/.test(await dialog.locator("[role=alert]").innerText()));
  assert.equal(await page.evaluate(() => document.activeElement.id), "image-alt");
  await dialog.getByLabel("It only decorates").check();
  await insert(dialog);
  await gone(page);
  assert.ok((await app.text()).includes("![](low-water.png)"));
  // Words that come along are meant; so is a form's own paste.
  await bring(page, "paste", [await png(page)], { words: "A cell" });
  await until("the words", async () => (await app.text()).includes("A cell"));
  assert.equal(await page.locator("dialog.image-dialog").count(), 0);
});

test("an image that cannot be written can be kept, and is written later", {
  init: `(${installPickers})();
    // The preview's frame is no secure context and has no files.
    const write = globalThis.FileSystemFileHandle?.prototype.createWritable;
    if (write) FileSystemFileHandle.prototype.createWritable = function (...how) {
      return globalThis.full && this.name.endsWith(".png") ? Promise.reject(new DOMException("", "QuotaExceededError")) : write.apply(this, how);
    };`,
}, async ({ app, page }) => {
  await openPost(app, page, "content/posts/gulls/index.md");
  await app.after("Loud.");
  await page.evaluate(() => (globalThis.full = true));
  await bring(page, "paste", [await png(page)]);
  const dialog = await imageDialog(page);
  await insert(dialog, "Sun");
  await until("the reason", async () => /no room left/.test(await dialog.innerText()));
  await imageDialog(page);
  assert.match(await dialog.locator("#image-path").innerText(), /kept in this browser/);
  await insert(dialog);
  await gone(page);
  assert.equal(await bytesOf(page, "site/content/posts/gulls/gulls.png"), null);
  assert.equal(await widthShown(app), 40);
  await app.notice(/not yet in the folder/);
  const { files } = await zipOf(app);
  assert.deepEqual(Object.keys(files).sort(), ["content/posts/gulls/gulls.png", "content/posts/gulls/index.md"]);
  await page.evaluate(() => (globalThis.full = false));
  await page.getByRole("button", { name: "Write into the folder" }).click();
  await until("the file", () => bytesOf(page, "site/content/posts/gulls/gulls.png"));
  await until("no notice", async () => !(await app.notices()).some((text) => /not yet in the folder/.test(text)));
  assert.equal(await widthShown(app), 40);
});

test("images of a post without a folder are written when its folder is opened", { init: installPickers }, async ({ app, page }) => {
  const text = SITE["site/content/posts/gulls/index.md"];
  await app.open("index.md", text);
  await app.after("Loud.");
  await bring(page, "paste", [await png(page)]);
  await insert(await imageDialog(page), "Sun");
  await gone(page);
  await app.notice(/with the draft/);
  for (const [path, each] of Object.entries(SITE)) await writeFile(page, path, each);
  await writeFile(page, "site/content/posts/gulls/gulls.png", "another");
  await choose(page, { folder: "site" });
  await page.locator("#notices").getByRole("button", { name: "Open the site's folder…" }).click();
  await app.notice(/not yet in the folder/);
  await page.getByRole("button", { name: "Write into the folder" }).click();
  const name = /!\[Sun\]\(([^)]+)\)/.exec(await app.text())[1];
  await until("the file", async () => bytesOf(page, `site/content/posts/gulls/${name}`));
  assert.equal((await bytesOf(page, "site/content/posts/gulls/gulls.png")).toString(), "another");
  assert.equal(await widthShown(app), 40);
});

test("the form's image field takes an image from elsewhere", { init: installPickers }, async ({ app, page }) => {
  await openPost(app, page, "content/posts/gulls/index.md", { ...SITE, "site/content/posts/gulls/index.md": "---\ntitle: Gulls\nimage: x.png\n---\n\nLoud.\n" });
  const form = await Form.of(app);
  await form.field("image").getByRole("button", { name: "Choose…" }).click();
  const [chooser] = await Promise.all([page.waitForEvent("filechooser"), page.getByRole("button", { name: "Add an image…" }).click()]);
  await chooser.setFiles({ name: "Cover.png", mimeType: "image/png", buffer: Buffer.from(await paint(page, { width: 40, height: 30 }), "base64") });
  const dialog = await imageDialog(page);
  assert.equal(await dialog.getByLabel("What does it show?").count(), 0);
  await insert(dialog);
  await gone(page);
  await until("the path in the header", async () => (await app.text()).includes("image: gulls.png"));
  await until("its thumbnail", async () => (await form.field("image").locator(".thumbnail img").count()) === 1);
});

test("a photo of very many bytes is asked about", async ({ app, page }) => {
  await app.write(POST);
  await app.after("low water.");
  // Bytes behind the end of a picture are no fault of it.
  const data = await page.evaluate(async (small) => {
    globalThis.large = new File([Uint8Array.from(atob(small), (letter) => letter.charCodeAt(0)), new Uint8Array(24_000_000)], "large.png", { type: "image/png" });
  }, await paint(page, { width: 2000, height: 1000 }));
  assert.equal(data, undefined);
  await page.evaluate(() => {
    const transfer = new DataTransfer();
    transfer.items.add(globalThis.large);
    document.querySelector("#editor .cm-content").dispatchEvent(new ClipboardEvent("paste", { bubbles: true, cancelable: true, clipboardData: transfer }));
  });
  const dialog = await imageDialog(page);
  assert.match(await dialog.innerText(), /This image has 24 MB/);
  assert.equal(await dialog.getByLabel("1600 px").isChecked(), true);
});

test("a file that can only be read takes no image", async ({ app, page }) => {
  await app.open("old.md", Buffer.from([0x41, 0xe4, 0x42, 0x0a]));
  await bring(page, "paste", [await png(page)]);
  await until("the reason", async () => (await page.locator("body").innerText()).includes("read-only until it is converted"));
  assert.equal(await page.locator("dialog.image-dialog").count(), 0);
});

test("on a phone the button is in reach and the dialog fits", { viewport: { width: 390, height: 700 }, isMobile: true, hasTouch: true }, async ({ app, page }) => {
  await app.write(POST);
  const [chooser] = await Promise.all([page.waitForEvent("filechooser"), page.locator(".toolbar [aria-label='Insert image…']").click()]);
  await chooser.setFiles({ name: "a.png", mimeType: "image/png", buffer: Buffer.from(await paint(page, { width: 1000, height: 700 }), "base64") });
  const dialog = await imageDialog(page);
  const box = await dialog.boundingBox();
  assert.ok(box.x >= 0 && box.x + box.width <= 390 && box.y >= 0 && box.y + box.height <= 700, JSON.stringify(box));
  assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 390);
  await insert(dialog, "Sun");
  await gone(page);
  assert.ok((await app.text()).includes("![Sun]("));
});

// Owns folders of posts: opened, listed, searched, and what is done with the posts in them, on real files of the browser.

import assert from "node:assert/strict";
import { choose, installPickers, writeFile } from "./harness/disk.mjs";
import { Form } from "./harness/form.mjs";
import { settled, test, until } from "./harness/suite.mjs";

const SITE = {
  "site/content/posts/tides.md": "---\ntitle: On tides\ndate: 2024-03-01T08:00:00+01:00\ntags: [sea, walking]\n---\n\nThe flats at low water.\n",
  "site/content/posts/boots.md": "---\ntitle: Boots\ndate: 2024-05-01T08:00:00+01:00\ndraft: true\ntags: [walking, gear]\n---\n\nLeather, grease and patience at low water.\n",
  "site/content/posts/gulls/index.md": "---\ntitle: Gulls\ndate: 2023-01-01T08:00:00+01:00\ntags: [sea]\n---\n\nLoud.\n",
  "site/hugo.toml": "title = 'Site'\n",
  "site/node_modules/x/readme.md": "# No post\n",
};

async function openSite(app, page, files = SITE) {
  for (const [path, text] of Object.entries(files)) await writeFile(page, path, text);
  await choose(page, { folder: "site" });
  const panel = await app.side("Posts");
  await panel.getByRole("button", { name: "Open a folder" }).click();
  await until("the posts", async () => (await panel.locator(".post-row").count()) >= 3);
  // The list is usable while it fills; what a test does with it must not depend on how far it is.
  await settled("the whole list", () => panel.innerText(), 15);
  return panel;
}

const titles = (panel) => panel.locator(".post-row").evaluateAll((rows) => rows.map((row) => row.dataset.path));
/** Reads a file by its path. */
const onDisk = (page, path) =>
  page.evaluate(async (steps) => {
    let folder = await navigator.storage.getDirectory();
    for (const step of steps.slice(0, -1)) folder = await folder.getDirectoryHandle(step);
    return (await (await folder.getFileHandle(steps.at(-1))).getFile()).text();
  }, path.split("/"));

test("a folder shows its posts, the latest first, and nothing that is none", { init: installPickers }, async ({ app, page }) => {
  const panel = await openSite(app, page);
  await until("the order", async () => JSON.stringify(await titles(panel)) === JSON.stringify(["content/posts/boots.md", "content/posts/tides.md", "content/posts/gulls/index.md"]));
  const first = await panel.locator(".post-row").first().innerText();
  assert.match(first, /Boots/);
  assert.match(first, /Hidden|Draft/);
});

test("search finds words of the body, title and tags", { init: installPickers }, async ({ app, page }) => {
  const panel = await openSite(app, page);
  await panel.getByRole("searchbox").fill("low water");
  await until("two", async () => (await titles(panel)).length === 2);
  await panel.getByRole("searchbox").fill("gear");
  await until("one", async () => String(await titles(panel)) === "content/posts/boots.md");
  await panel.getByRole("searchbox").fill("nothing like it");
  await until("none", async () => (await titles(panel)).length === 0);
});

test("a post is opened from the list, changed, and saved in its file", { init: installPickers }, async ({ app, page }) => {
  const panel = await openSite(app, page);
  await panel.locator('.post-row[data-path="content/posts/tides.md"]').getByRole("button").first().click();
  await until("the post", async () => (await app.text()).includes("The flats at low water."));
  assert.match(await app.dialect(), /Hugo/);
  await app.after("low water");
  await app.type(" and high");
  await app.press("Control+s");
  await until("the file", async () => (await onDisk(page, "site/content/posts/tides.md")).includes("low water and high."));
  await until("the list to know", async () => (await panel.locator('.post-row[aria-current], .post-row [aria-current]').count()) === 1);
});

test("a new post follows the site's habits", { init: installPickers }, async ({ app, page }) => {
  const panel = await openSite(app, page, { ...SITE, "site/archetypes/default.md": "---\ntitle: '{{ replace .Name \"-\" \" \" | title }}'\ndate: {{ .Date }}\ndraft: true\n---\n" });
  await panel.getByRole("button", { name: "New post" }).first().click();
  await panel.getByRole("textbox", { name: /title/i }).fill("Sand & wind");
  await app.press("Enter");
  await until("the new post", async () => /draft: true/.test(await app.text()));
  await until("its title", async () => (await app.text()).includes("Sand & wind"));
  assert.match(await app.name(), /sand.*wind\.md|index\.md/);
});

test("the form knows what the other posts of the folder do", { init: installPickers }, async ({ app, page }) => {
  const panel = await openSite(app, page);
  await panel.locator('.post-row[data-path="content/posts/gulls/index.md"]').getByRole("button").first().click();
  await until("the post", async () => (await app.text()).includes("Loud."));
  const form = await Form.of(app);
  await form.field("tags").locator("input").last().click();
  await app.type("wal");
  await until("the suggestion", async () => /walking/.test(await form.field("tags").innerText()));
  await app.press("ArrowDown", "Enter");
  await until("the tag", async () => (await app.text()).includes("tags: [sea, walking]"));
});

test("duplicate, rename and trash keep every file", { init: installPickers }, async ({ app, page }) => {
  const slugged = "---\r\ntitle: 'Neap tide'\r\nslug:   neap-tide # short\r\n---\r\n\r\nLow.\r\n";
  await writeFile(page, "site/content/posts/slugged.md", slugged);
  const panel = await openSite(app, page);
  const row = (path) => panel.locator(`.post-row[data-path="${path}"]`);
  const choose = async (path, label) => {
    await row(path).locator("[aria-haspopup=menu]").click();
    await page.getByRole("menuitem", { name: label }).click();
  };
  await choose("content/posts/tides.md", "Duplicate");
  await until("five posts", async () => (await panel.locator(".post-row").count()) === 5);
  await choose("content/posts/tides.md", /^Rename/);
  await page.keyboard.press("Control+a");
  await app.type("High tides");
  await app.press("Enter");
  await until("the new name", async () => (await row("content/posts/high-tides.md").count()) === 1);
  assert.equal(await onDisk(page, "site/content/posts/high-tides.md"), SITE["site/content/posts/tides.md"]);
  // A slug in the header goes along, and nothing else of the file changes.
  await choose("content/posts/slugged.md", /^Rename/);
  await page.keyboard.press("Control+a");
  await app.type("Spring tide");
  await app.press("Enter");
  await until("the name of the post with a slug", async () => (await row("content/posts/spring-tide.md").count()) === 1);
  assert.equal(await onDisk(page, "site/content/posts/spring-tide.md"), slugged.replace("neap-tide", "spring-tide"));
  await choose("content/posts/boots.md", /trash/i);
  await until("four posts", async () => (await panel.locator(".post-row").count()) === 4);
  assert.equal(await onDisk(page, "site/content/posts/boots.md").catch(() => "gone"), "gone");
});

test("posts in the browser's own storage need no folder on the disk", async ({ app }) => {
  const panel = await app.side("Posts");
  await panel.getByRole("button", { name: "Posts in this browser" }).click();
  await panel.getByRole("button", { name: "New post" }).first().click();
  await panel.getByRole("textbox", { name: /title/i }).fill("Kept here");
  await app.press("Enter");
  await until("the post in the list", async () => (await panel.locator(".post-row").count()) === 1);
  await until("its text", async () => (await app.text()).includes("Kept here"));
});

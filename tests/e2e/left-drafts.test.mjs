// Owns that unsaved work which is left for another post stays within reach, and that printing prints the post.

import assert from "node:assert/strict";
import { test, until } from "./harness/suite.mjs";

async function edited(app, name, words) {
  await app.open(name, `# ${name}\n\nBegun.\n`);
  await app.after("Begun.");
  await app.type(words);
  await app.kept();
  return app.text();
}

const press = (app, name) => app.page.getByRole("button", { name }).click();

test("another post opens: the unsaved one is named and one click away, and so is the way back", async ({ app }) => {
  const first = await edited(app, "first.md", " Precious.");
  const second = await edited(app, "second.md", " Also.");
  await app.notice(/Your unsaved changes to first\.md are kept in this browser/);
  await press(app, "Go back to them");
  await until("the first post", async () => (await app.text()) === first);
  assert.match(await app.saveState(), /Kept in this browser/);
  await app.notice(/Your unsaved changes to second\.md are kept/);
  await press(app, "Go back to them");
  await until("the second post", async () => (await app.text()) === second);
});

test("a file that was changed before and not saved says so when it is opened again", async ({ app }) => {
  const changed = await edited(app, "again.md", " Changed.");
  await app.menu("New post");
  await until("an empty text", async () => (await app.text()) === "");
  await app.open("again.md", "# again.md\n\nBegun.\n");
  await app.notice(/Your unsaved changes to again\.md are kept in this browser; this is the file without them/);
  await press(app, "Show my changes");
  await until("the changes", async () => (await app.text()) === changed);
});

test("a post without changes leaves no notice behind", async ({ app }) => {
  await app.open("plain.md", "# Plain\n");
  await app.open("other.md", "# Other\n");
  assert.deepEqual(await app.notices(), []);
});

test("after a post by address, a new post is what a reload brings back", { query: "?url=/posts/hugo-clockmakers-gathering.md" }, async ({ app, page }) => {
  await until("the post", async () => (await app.name()) === "hugo-clockmakers-gathering.md");
  await app.menu("New post");
  await app.content.click();
  await app.type("Freshly written");
  await app.kept();
  assert.equal(new URL(page.url()).search, "");
  await page.reload();
  await app.ready();
  await until("the new post", async () => (await app.text()) === "Freshly written");
});

test("printing shows the preview alone, as high as its content", async ({ app, page }) => {
  await app.open("long.md", `# Long\n\n${"A paragraph.\n\n".repeat(120)}The end.\n`);
  await app.preview.shows("The end.");
  await page.emulateMedia({ media: "print" });
  await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
  const printed = await page.evaluate(() => {
    const frame = document.querySelector("#preview iframe");
    const shown = (selector) => getComputedStyle(document.querySelector(selector)).display !== "none";
    const page = document.documentElement.getBoundingClientRect().height;
    return { page, frame: frame.getBoundingClientRect().height, content: frame.contentDocument.documentElement.scrollHeight, editor: shown("#editor"), top: shown("#top") };
  });
  assert.ok(printed.frame >= printed.content - 1 && printed.page >= printed.frame && printed.content > 2_000, JSON.stringify(printed));
  assert.deepEqual([printed.editor, printed.top], [false, false]);
  await page.evaluate(() => dispatchEvent(new Event("afterprint")));
  await page.emulateMedia({ media: null });
  await until("the frame as it was", () => page.evaluate(() => document.querySelector("#preview iframe").style.blockSize === ""));
});

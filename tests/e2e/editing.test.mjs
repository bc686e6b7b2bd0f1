// Owns the abilities of the text: undo, lists, search, several cursors, folding, formatting, highlighting.

import assert from "node:assert/strict";
import { fixture } from "./harness/posts.mjs";
import { test, until } from "./harness/suite.mjs";

const is = (app, expected) =>
  until(async () => `the text ${JSON.stringify(expected)}, it is ${JSON.stringify(await app.text())}`, async () => (await app.text()) === expected);

test("undo and redo by key and by button, each edit one step", async ({ app, page }) => {
  await app.write("Alpha\n");
  await app.select(5);
  await app.type(" beta");
  await app.press("Control+b");
  await is(app, "Alpha **beta**\n");
  await app.press("Control+z");
  await is(app, "Alpha beta\n");
  await app.press("Control+y");
  await is(app, "Alpha **beta**\n");
  await page.getByRole("button", { name: "Undo", exact: true }).click();
  await is(app, "Alpha beta\n");
  await page.getByRole("button", { name: "Redo", exact: true }).click();
  await is(app, "Alpha **beta**\n");
  await app.preview.shows("Alpha beta");
});

test("a post that was opened cannot be undone into the one before", async ({ app }) => {
  await app.open("one.md", "First post\n");
  await app.select(5);
  await app.press("Control+z", "Control+z");
  assert.equal(await app.text(), "First post\n");
});

test("Enter continues lists and leaves them; Tab moves items", async ({ app }) => {
  await app.write("- one");
  await app.select(5);
  await app.press("Enter");
  await app.type("two");
  await app.press("Enter", "Enter");
  await is(app, "- one\n- two\n");

  await app.write("1. one");
  await app.select(6);
  await app.press("Enter");
  await app.type("two");
  await is(app, "1. one\n2. two");

  await app.write("- [x] done");
  await app.select(10);
  await app.press("Enter");
  await app.type("next");
  await is(app, "- [x] done\n- [ ] next");

  await app.press("Tab");
  await is(app, "- [x] done\n  - [ ] next");
  await app.press("Shift+Tab");
  await is(app, "- [x] done\n- [ ] next");
});

test("search and replace with a regular expression", async ({ app, page }) => {
  await app.write("A cat, a cut and a cot.\n");
  await app.select(0);
  await app.press("Control+f");
  const panel = page.locator("#editor").getByRole("search");
  await panel.getByRole("checkbox", { name: "Regular expression" }).check();
  await panel.getByRole("textbox", { name: "Find" }).fill("c([aou])t");
  await panel.getByRole("textbox", { name: "Replace with" }).fill("h$1t");
  await panel.getByRole("button", { name: "Replace all" }).click();
  await is(app, "A hat, a hut and a hot.\n");
  await app.preview.shows("A hat, a hut and a hot.");
  await panel.getByRole("button", { name: "Close the search" }).click();
  await until("the search to close", async () => (await panel.count()) === 0);
  await app.content.focus();
  await app.press("Control+z");
  await is(app, "A cat, a cut and a cot.\n");
});

test("several cursors: by key below, and by the next same word", async ({ app }) => {
  await app.write("one\ntwo\nten\n");
  await app.select(0);
  await app.press("Control+Alt+ArrowDown", "Control+Alt+ArrowDown");
  await until("three cursors", async () => (await app.selection()).count === 3);
  await app.type("> ");
  await is(app, "> one\n> two\n> ten\n");

  await app.write("tea, tea and tea\n");
  await app.select(0, 3);
  await app.press("Control+d", "Control+d");
  await until("three selections", async () => (await app.selection()).count === 3);
  await app.type("rye");
  await is(app, "rye, rye and rye\n");
  await app.press("Escape");
  await until("one cursor", async () => (await app.selection()).count === 1);
});

test("the front matter is highlighted in its own language and folds", async ({ app, page }) => {
  const { name, bytes } = fixture("hugo-clockmakers-gathering.md");
  await app.open(name, bytes);
  const lines = page.locator("#editor .cm-line");
  await until("colours in the header", async () => (await lines.nth(1).locator("span[class]").count()) > 0);
  await app.menu("Fold or unfold front matter");
  const folded = page.locator("#editor .cm-foldPlaceholder");
  await until("the fold", async () => (await folded.count()) === 1);
  assert.match(await folded.getAttribute("aria-label"), /folded lines/);
  assert.equal(await page.locator("#editor .cm-line", { hasText: "volunteering" }).count(), 0);
  await app.menu("Fold or unfold front matter");
  await until("the header again", async () => (await page.locator("#editor .cm-line", { hasText: "volunteering" }).count()) === 1);
  assert.equal(await app.text(), bytes.toString());
});

test("formatting by key and by toolbar, on and off", async ({ app, page }) => {
  await app.write("plain word here\n");
  await app.select(6, 10);
  await app.press("Control+b");
  await is(app, "plain **word** here\n");
  await app.press("Control+b");
  await is(app, "plain word here\n");
  await app.press("Control+i");
  await is(app, "plain _word_ here\n");
  await app.press("Control+i");
  await is(app, "plain word here\n");
  await page.getByRole("button", { name: "Heading", exact: true }).click();
  await until("a heading", async () => /^#{1,3} plain word here\n$/.test(await app.text()));
  await app.press("Control+z");
  await page.getByRole("button", { name: "Bulleted list", exact: true }).click();
  await is(app, "- plain word here\n");
  await app.preview.shows("plain word here");
  assert.equal(await app.preview.count("ul > li"), 1);
  assert.ok(await page.evaluate(() => document.activeElement.classList.contains("cm-content")), "the toolbar took the focus");
});

test("code in a fence is highlighted in the text by its own grammar", async ({ app, page }) => {
  await app.write("```js\nconst answer = 42;\n```\n");
  await until("coloured code", () =>
    page.evaluate(() => {
      const line = [...document.querySelectorAll("#editor .cm-line")].find((each) => each.textContent.startsWith("const"));
      const colours = new Set([...line.querySelectorAll("span")].map((span) => getComputedStyle(span).color));
      return colours.size >= 2;
    }),
  );
});

test("long lines wrap softly and the spell checker is on", async ({ app, page }) => {
  await app.write(`${"lantern ".repeat(200)}\n`);
  const { wide, spell } = await page.evaluate(() => {
    const scroller = document.querySelector("#editor .cm-scroller");
    return { wide: scroller.scrollWidth - scroller.clientWidth, spell: document.querySelector("#editor .cm-content").spellcheck };
  });
  assert.ok(wide <= 1, `the text is ${wide} px too wide`);
  assert.equal(spell, true);
});

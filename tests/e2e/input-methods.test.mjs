// Owns input methods and right-to-left writing.

import assert from "node:assert/strict";
import { test, until } from "./harness/suite.mjs";

/** Composes step by step as an input method does, then commits. */
async function compose(page, steps, committed) {
  const client = await page.context().newCDPSession(page);
  for (const text of steps) {
    await client.send("Input.imeSetComposition", { text, selectionStart: text.length, selectionEnd: text.length });
  }
  await client.send("Input.insertText", { text: committed });
  await client.detach();
}

test("Japanese by an input method loses nothing, not even in a marked place", async ({ app, page }) => {
  await app.write("# Notes\n\nBefore after\n");
  await app.after("Before ");
  await compose(page, ["k", "か", "かn", "かんj", "かんじ", "漢字"], "漢字");
  await until("the committed text", async () => (await app.text()) === "# Notes\n\nBefore 漢字after\n");
  await compose(page, ["に", "にほ", "日本"], "日本");
  assert.equal(await app.text(), "# Notes\n\nBefore 漢字日本after\n");
  await app.preview.shows("漢字日本after");
});

test("a composition survives findings that arrive in the middle of it", async ({ app, page }) => {
  await app.write("![image](x.png)\n\nText\n");
  await until("the squiggle", async () => (await page.locator("#editor .cm-lintRange").count()) > 0);
  await app.after("![image");
  const client = await page.context().newCDPSession(page);
  await client.send("Input.imeSetComposition", { text: "ゆ", selectionStart: 1, selectionEnd: 1 });
  await app.analysed();
  await client.send("Input.imeSetComposition", { text: "ゆう", selectionStart: 2, selectionEnd: 2 });
  await app.analysed();
  await client.send("Input.insertText", { text: "夕日" });
  await until("the committed text", async () => (await app.text()) === "![image夕日](x.png)\n\nText\n");
  await app.preview.shows("image夕日");
});

test("an accent by a dead key goes into the text once", async ({ app, page }) => {
  await app.write("caf\n");
  await app.after("caf");
  await compose(page, ["´"], "é");
  await until("the accent", async () => (await app.text()) === "café\n");
});

test("a right-to-left line is set right to left on both sides, its neighbour is not", async ({ app, page }) => {
  await app.write("שלום עולם, זה פוסט.\n\nAnd this is English.\n");
  const directions = await page.evaluate(() => {
    const lines = [...document.querySelectorAll("#editor .cm-line")];
    const of = (word) => getComputedStyle(lines.find((line) => line.textContent.includes(word))).direction;
    return [of("שלום"), of("English")];
  });
  assert.deepEqual(directions, ["rtl", "ltr"]);
  const shown = await app.preview.evaluate(() =>
    ["שלום", "English"].map((word) => getComputedStyle([...document.querySelectorAll(".block")].find((block) => block.textContent.includes(word))).direction),
  );
  assert.deepEqual(shown, ["rtl", "ltr"]);
});

test("a post whose language is written from the right is laid out so", async ({ app }) => {
  await app.write("---\nlang: ar\n---\n\nمرحبا بالعالم\n");
  await until("the direction", () => app.preview.evaluate(() => document.documentElement.dir === "rtl" && document.documentElement.lang === "ar"));
});

test("the cursor moves by what a person calls a character", async ({ app }) => {
  await app.write("a👩🏽‍💻b\n");
  await app.select(0);
  await app.press("ArrowRight", "ArrowRight");
  assert.equal((await app.selection()).head, "a👩🏽‍💻".length);
  await until("the column", async () => /Ln 1, Col 3/.test(await app.status.innerText()));
});

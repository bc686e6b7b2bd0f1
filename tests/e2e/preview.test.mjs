// Owns what the preview makes of Markdown, and that typing disturbs nothing in it.

import assert from "node:assert/strict";
import { test, until } from "./harness/suite.mjs";

const paragraphs = (from, to) =>
  Array.from({ length: to - from + 1 }, (_, i) => `Paragraph ${from + i} says that the ${from + i}th lantern was lit before the rain began.\n`).join("\n");

test("task lists, tables, footnotes, alerts, definition lists, strikethrough, automatic links", async ({ app }) => {
  await app.write(`# Kitchen

- [x] flour
- [ ] salt

| Left | Right |
| :--- | ----: |
| a    |     1 |

Water boils.[^heat]

> [!WARNING]
> Hot.

Term
: Its meaning

~~old~~ <kbd>Esc</kbd> www.example.org

[^heat]: At a hundred degrees, down here.
`);
  await app.preview.shows("Its meaning");
  const found = await app.preview.evaluate(() => {
    const all = (selector) => [...document.querySelectorAll(selector)];
    return {
      tasks: all("li input[type=checkbox]").map((box) => [box.checked, box.disabled, Boolean(box.getAttribute("aria-label"))]),
      align: getComputedStyle(all("tbody td")[1]).textAlign,
      notes: all(".footnotes li, [data-footnotes] li").map((item) => item.textContent.includes("hundred degrees")),
      reference: all("sup a").length,
      alert: all(".markdown-alert-warning").map((alert) => alert.textContent.replace(/\s+/g, " ").trim()),
      definition: [all("dt").map((e) => e.textContent), all("dd").map((e) => e.textContent.trim())],
      struck: all("del").map((e) => e.textContent),
      key: all("kbd").length,
      link: all("a[href='http://www.example.org']").map(({ target, rel }) => [target, rel]),
      anchor: all("h1 > .fw-anchor").map((anchor) => anchor.getAttribute("href")),
    };
  });
  assert.deepEqual(found, {
    tasks: [[true, true, true], [false, true, true]],
    align: "right",
    notes: [true],
    reference: 1,
    alert: ["Warning Hot."],
    definition: [["Term"], ["Its meaning"]],
    struck: ["old"],
    key: 1,
    link: [["_blank", "noopener noreferrer"]],
    anchor: ["#uc-kitchen"],
  });
});

test("a formula is typeset, with MathML for those who listen, and a wrong one is told", async ({ app, record }) => {
  assert.equal(record.to("katex").length, 0, "KaTeX is loaded before it is needed");
  await app.write("Inline $a^2 + b^2$ and display:\n\n$$\n\\int_0^1 x\\,dx\n$$\n\nA wrong one: $\\frac{1}$.\n");
  await until("two formulas", async () => (await app.preview.count(".katex")) === 2);
  assert.equal(await app.preview.count(".katex math"), 2);
  assert.equal(await app.preview.count(".katex-display, .math-display .katex"), 1 + 1);
  await until("the wrong formula", async () => (await app.preview.count(".fw-math-error")) === 1);
  await until("the fonts of KaTeX", () => record.to(".woff2").length > 0);
});

test("a code block is highlighted when its grammar has come, and keeps its text", async ({ app }) => {
  await app.write("```python\ndef greet(name):\n    return f'hello {name}'\n```\n\n```nosuchlanguage\nx = <b>1</b>\n```\n");
  await until("colours", async () => (await app.preview.count("pre code .tok-keyword")) >= 2);
  const texts = await app.preview.evaluate(() => [...document.querySelectorAll("pre > code")].map((code) => code.textContent));
  assert.deepEqual(texts, ["def greet(name):\n    return f'hello {name}'\n", "x = <b>1</b>\n"]);
});

test("details that were opened stay open while the text elsewhere, and inside, is typed", async ({ app }) => {
  await app.write("Above.\n\n<details>\n<summary>More</summary>\n\nHidden words.\n\n</details>\n\nBelow.\n");
  await app.preview.click("summary", "More");
  await until("open details", async () => (await app.preview.count("details[open]")) === 1);
  await app.after("Below.");
  await app.type(" And more below.");
  await app.preview.shows("And more below.");
  assert.equal(await app.preview.count("details[open]"), 1);
  await app.after("Hidden words.");
  await app.type(" Also these.");
  await app.preview.shows("Also these.");
  assert.equal(await app.preview.count("details[open]"), 1);
});

test("typing changes the one block and leaves every other node in its place", async ({ app }) => {
  await app.write(paragraphs(1, 40));
  await app.preview.evaluate(() => {
    for (const block of document.querySelectorAll(".block")) block.marker = block.firstElementChild;
  });
  await app.after("Paragraph 20 says");
  await app.type(" quietly");
  await app.preview.shows("Paragraph 20 says quietly");
  const kept = await app.preview.evaluate(() => [...document.querySelectorAll(".block")].filter((block) => block.marker && block.marker === block.firstElementChild).length);
  assert.ok(kept >= 39, `only ${kept} of 40 blocks kept their nodes`);
});

/** Types before and after what is seen in the preview while the panes are not scrolled together. */
async function typeAround(app, page, piece, text) {
  const before = await app.preview.offsetOf("p", "Paragraph 30 ");
  await app.after(piece);
  const placed = await app.preview.offsetOf("p", "Paragraph 30 ");
  for (const letter of text) await page.keyboard.type(letter);
  await app.analysed();
  return { before, placed, after: await app.preview.offsetOf("p", "Paragraph 30 ") };
}

test("what is seen in the preview does not move while typing below it", async ({ app, page }) => {
  await app.write(paragraphs(1, 80));
  await app.after("Paragraph 30 says");
  await app.analysed();
  const { placed, after } = await typeAround(app, page, "Paragraph 33 says", " and says and says and says and says and says and says");
  assert.ok(Math.abs(placed - after) <= 2, `it moved by ${after - placed} px`);
});

test("what is seen in the preview does not move when a block above it grows", async ({ app, page }) => {
  await app.write(paragraphs(1, 80));
  await page.getByRole("radio", { name: "Both" }).check();
  await app.after("Paragraph 30 says");
  await app.analysed();
  const top = await app.preview.offsetOf("p", "Paragraph 30 ");
  // An edit far above, as a quick fix or another cursor makes it: the text's own place does not move.
  await page.evaluate(() => {
    const { view } = document.querySelector("#editor .cm-content").cmTile.root;
    view.dispatch({ changes: { from: 0, insert: "# A new heading\n\nWith a paragraph of its own.\n\n" } });
  });
  await until("the new heading", async () => (await app.preview.count("h1")) === 1);
  await app.analysed();
  const moved = (await app.preview.offsetOf("p", "Paragraph 30 ")) - top;
  assert.ok(Math.abs(moved) <= 4, `it moved by ${moved} px`);
});

test("the block of the cursor is marked, and a click goes to its place in the text", async ({ app }) => {
  await app.write(`# Title\n\n${paragraphs(1, 12)}\nThe *last* paragraph has a word.\n`);
  await app.after("Paragraph 5 says");
  await until("the mark", () => app.preview.evaluate(() => document.querySelector(".fw-here")?.textContent.startsWith("Paragraph 5 ")));
  assert.equal(await app.preview.count(".fw-here"), 1);

  await app.preview.click("p", "Paragraph 8 ");
  const text = await app.text();
  await until("the cursor in paragraph 8", async () => text.lastIndexOf("Paragraph", (await app.selection()).head) === text.indexOf("Paragraph 8 "));
  await until("the mark", () => app.preview.evaluate(() => document.querySelector(".fw-here")?.textContent.startsWith("Paragraph 8 ")));

  await app.preview.click("em", "last");
  await until("the cursor in the word", async () => Math.abs((await app.selection()).head - text.indexOf("last* ") - 2) <= 3);
  await app.type("X");
  await until("the letter in the text", async () => /\*l?X?a?X?s?X?t?X?\*/.test(await app.text()) && (await app.text()).includes("X"));
});

test("links: an anchor scrolls, another page of the site is named, an outside link opens a tab without opener", async ({ app, context, page, record }) => {
  record.expectRequests(/^https:\/\/elsewhere\.example\//);
  await context.route("https://elsewhere.example/**", (route) => route.fulfill({ contentType: "text/html", body: "<title>away</title>" }));
  await app.write(`[down](#the-end) [near](../other/post.md) [away](https://elsewhere.example/page)\n\n${paragraphs(1, 60)}\n## The end\n`);
  await app.preview.click("a", "near");
  await until("a word about the link", async () => /other\/post\.md/.test(await page.locator("#toast").innerText()));
  const [popup] = await Promise.all([context.waitForEvent("page"), app.preview.click("a", "away")]);
  await popup.waitForLoadState();
  assert.equal(await popup.evaluate(() => window.opener), null);
  await popup.close();
  await app.preview.click("a", "down");
  await until("the end in view", async () => (await app.preview.offsetOf("h2", "The end")) < 700);
  assert.equal(page.url().includes("#"), false);
});

test("Copy HTML gives clean HTML", async ({ app, context, page }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await app.write("## A *title*\n\n![Gate](gate.png)\n\n<b onclick=\"alert(1)\">bold</b>\n");
  await app.preview.shows("bold");
  await app.menu("Copy HTML");
  await until("a word about it", async () => /Copied/.test(await page.locator("#toast").innerText()));
  const html = await page.evaluate(() => navigator.clipboard.readText());
  assert.match(html, /<h2 id="a-title">A <em>title<\/em><\/h2>/);
  assert.match(html, /<img[^>]*src="gate\.png"[^>]*>/);
  assert.match(html, /<b>bold<\/b>/);
  assert.doesNotMatch(html, /data-|fw-|uc-|onclick/);
});

// Owns what the linter finds, from the squiggle and the panel to the fix and its undoing.

import assert from "node:assert/strict";
import { test, until } from "./harness/suite.mjs";

const BAD = `---
title: A bad post
---

# First

### Skipped

![image](gate.png)

See https://example.org/bare and [the list][missing].

![](empty.png) and ![IMG_2041.jpg](photos/IMG_2041.jpg)
`;

const RULES = [
  "bare-url",
  "file-name-as-alt-text",
  "missing-alt-text",
  "placeholder-alt-text",
  "skipped-heading-level",
  "undefined-reference",
];

const rules = (panel) => panel.locator(".problem-rule").allInnerTexts();

async function problemsOf(app, text) {
  await app.open("bad.md", text);
  return app.side("Problems");
}

test("the rules find their faults, and the panel lists them with message, line and rule", async ({ app, page }) => {
  const panel = await problemsOf(app, BAD);
  const found = await rules(panel);
  assert.deepEqual(RULES.filter((rule) => !found.includes(rule)), []);
  assert.equal((await rules(panel)).filter((rule) => rule.endsWith("-alt-text")).length, 3);
  const count = await panel.locator(".problem").count();
  assert.equal(await page.getByRole("button", { name: `Problems: ${count}` }).count(), 1);
  assert.match(await app.status.innerText(), new RegExp(`${count} problems`));
  const places = await panel.locator(".problem-place").allInnerTexts();
  assert.ok(places.every((place) => /^Line \d+/.test(place)));
  assert.ok((await page.locator("#editor .cm-lintRange").count()) >= 4, "no squiggles");
});

test("a click goes to the place", async ({ app }) => {
  const panel = await problemsOf(app, `${"Filler.\n\n".repeat(120)}![image](gate.png)\n`);
  await panel.locator(".problem-jump").first().click();
  const at = (await app.text()).indexOf("image](");
  await until("the selection", async () => (await app.selection()).from === at);
  await until("the line in view", () => app.page.evaluate(() => [...document.querySelectorAll("#editor .cm-line")].some((line) => line.textContent.startsWith("![image]") && line.getBoundingClientRect().bottom < innerHeight)));
});

/** Applies a fix from the panel; gives the texts before and after. */
async function fix(app, panel, title) {
  const before = await app.text();
  await panel.getByRole("button", { name: title }).first().click();
  await until("the fix", async () => (await app.text()) !== before);
  return [before, await app.text()];
}

async function undoneByOne(app, before) {
  await app.content.focus();
  await app.press("Control+z");
  await until("one undo", async () => (await app.text()) === before);
}

test("each quick fix mends its fault and one undo takes it back", async ({ app }) => {
  const panel = await problemsOf(app, BAD);
  const cases = [
    ["bare-url", "Make it a link", "See <https://example.org/bare> and"],
    ["skipped-heading-level", "Make it a level 2 heading", "\n## Skipped\n"],
    ["undefined-reference", "Add a definition of [missing] at the end", "\n[missing]: https://"],
  ];
  const count = async (rule) => (await rules(panel)).filter((each) => each === rule).length;
  for (const [rule, title, expected] of cases) {
    const [before, after] = await fix(app, panel, title);
    assert.ok(after.includes(expected), `${title}: ${after}`);
    await until("fewer problems", async () => (await count(rule)) === 0);
    await undoneByOne(app, before);
    await until("the problem again", async () => (await count(rule)) === 1);
  }
});

test("a fix is not torn apart by typing right before it, and joins no other undo step", async ({ app }) => {
  const panel = await problemsOf(app, "See https://example.org/bare here.\n");
  await app.select(0);
  await app.type("X ");
  await app.analysed();
  const [before, after] = await fix(app, panel, "Make it a link");
  assert.equal(after, "X See <https://example.org/bare> here.\n");
  await undoneByOne(app, before);
  assert.equal(await app.text(), "X See https://example.org/bare here.\n");
});

test("all safe fixes at once are one step", async ({ app, page }) => {
  const text = "One https://example.org/a and https://example.org/b.\n\nThree https://example.org/c\n";
  await problemsOf(app, text);
  await page.getByRole("button", { name: /Fix all safe \(3\)/ }).click();
  await until("no problems", () => page.getByText("No problems found").isVisible());
  assert.equal((await app.text()).match(/<https:/g).length, 3);
  await undoneByOne(app, text);
});

test("by keyboard: F8 to the next problem, Alt+. for its fixes, Enter to apply", async ({ app, page }) => {
  await app.open("bad.md", "Text.\n\nSee https://example.org/bare here.\n");
  await until("the squiggle", async () => (await page.locator("#editor .cm-lintRange").count()) > 0);
  await app.select(0);
  await app.press("F8");
  await until("the problem selected", async () => (await app.selection()).from === "Text.\n\nSee ".length);
  await app.press("Alt+.");
  await until("the focus on the fix", () => page.evaluate(() => document.activeElement?.textContent === "Make it a link"));
  await app.press("Enter");
  await until("the fix", async () => (await app.text()).includes("<https://example.org/bare>"));
  await until("the focus back", () => page.evaluate(() => document.activeElement.classList.contains("cm-content")));
});

test("a clean post says so", async ({ app, page }) => {
  await problemsOf(app, "---\ntitle: Clean\n---\n\n## A heading\n\n![The gate at night](gate.png)\n");
  assert.ok(await page.getByText("No problems found").isVisible());
  assert.match(await app.status.innerText(), /No problems/);
});

test("squiggles move along with what is typed before them", async ({ app, page }) => {
  await app.open("bad.md", "![image](gate.png)\n");
  await until("the squiggle", async () => (await page.locator("#editor .cm-lintRange").count()) > 0);
  await app.select(0);
  await app.type("Words before it. ");
  await app.analysed();
  assert.equal(await page.locator("#editor .cm-lintRange").evaluateAll((parts) => parts.map((part) => part.textContent).join("")), "image");
});

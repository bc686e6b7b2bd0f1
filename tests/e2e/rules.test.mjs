// Owns what a person can do about the linter's rules: filter, explain, switch off, count otherwise; and what files of the
// site say about them.

import assert from "node:assert/strict";
import { choose, installPickers, writeFile } from "./harness/disk.mjs";
import { test, until } from "./harness/suite.mjs";

const POST = `---
title: The bridge
---

## Rain

![image](gate.png)

![photo](bridge.png)

See https://example.org/one and https://example.org/two and https://example.org/three.

See [the list][missing].
`;

const rules = (panel) => panel.locator(".problem-rule").allInnerTexts();
const count = async (panel, rule) => (await rules(panel)).filter((each) => each === rule).length;

async function opened(app) {
  const panel = await seen(app);
  await until("the bare addresses", async () => (await count(panel, "bare-url")) === 3);
  return panel;
}

/** Opens the post and the panel with its problems. */
async function seen(app) {
  await app.open("bridge.md", POST);
  const panel = await app.side("Problems");
  await until("the problems", async () => (await rules(panel)).length > 0);
  return panel;
}

/** Opens what else can be done about the first finding of a rule, and chooses. */
async function act(app, panel, rule, label) {
  await panel.locator(".problem", { hasText: rule }).first().getByRole("button", { name: /^More about/ }).click();
  const menu = app.page.getByRole("menu", { name: rule });
  await menu.locator(".menu-item").filter({ hasText: label }).click();
}

test("findings stand in groups that fold, and can be filtered by words and by severity", async ({ app, page }) => {
  const panel = await opened(app);
  const all = (await rules(panel)).length;
  await page.getByRole("searchbox", { name: "Filter problems" }).fill("link address");
  await until("the filter", async () => (await rules(panel)).every((rule) => rule === "bare-url"));
  await page.getByRole("searchbox", { name: "Filter problems" }).fill("nothing like it");
  await until("words about it", () => page.getByText("No problem matches the filter.").isVisible());
  await app.press("Escape");
  await until("all again", async () => (await rules(panel)).length === all);
  await panel.getByRole("button", { name: /^\d+ notes?$/ }).click();
  await until("no notes", async () => (await count(panel, "bare-url")) === 0);
  assert.ok((await rules(panel)).length > 0);
  await panel.getByRole("button", { name: /^\d+ notes?$/ }).click();
  await panel.getByRole("button", { name: /^Accessibility/ }).click();
  await until("a folded group", async () => (await rules(panel)).length === all - 2);
});

test("why a rule is one is a click away, with examples", async ({ app, page }) => {
  const panel = await opened(app);
  await act(app, panel, "bare-url", "Why?");
  const dialog = page.getByRole("dialog", { name: "bare-url" });
  await until("the page of the rule", () => dialog.isVisible());
  const text = await dialog.innerText();
  assert.match(text, /stands in the text as it is/);
  assert.match(text, /MD034/);
  assert.ok((await dialog.locator("pre").count()) >= 2);
  await app.press("Escape");
  await until("the dialog gone", async () => (await dialog.count()) === 0);
});

test("all fixes of one rule are one step", async ({ app }) => {
  const panel = await opened(app);
  await act(app, panel, "bare-url", /Fix all of this rule \(3\)/);
  await until("three links", async () => (await app.text()).match(/<https:/g)?.length === 3);
  await app.content.focus();
  await app.press("Control+z");
  await until("one undo", async () => (await app.text()) === POST);
});

test("a rule is switched off in the post by a comment that readers do not see, undone by one step", async ({ app }) => {
  const panel = await opened(app);
  await act(app, panel, "bare-url", /Turn off in this post/);
  await until("no such finding", async () => (await count(panel, "bare-url")) === 0);
  assert.match(await app.text(), /<!-- foreword-disable bare-url -->/);
  assert.doesNotMatch(await app.preview.text(), /foreword-disable/);
  await app.content.focus();
  await app.press("Control+z");
  await until("the finding again", async () => (await count(panel, "bare-url")) === 3);
});

test("a rule is switched off for every post, also after a reload, and on again in the list of rules", async ({ app, page }) => {
  const panel = await opened(app);
  await act(app, panel, "bare-url", "Turn off in every post");
  await until("no such finding", async () => (await count(panel, "bare-url")) === 0);
  assert.equal(await app.text(), POST);
  await page.reload();
  await app.ready();
  const again = await seen(app);
  assert.equal(await count(again, "bare-url"), 0);
  await until("words about it", () => page.getByText("1 rule switched off by you.").isVisible());
  await page.getByRole("button", { name: "All rules…" }).click();
  const dialog = page.getByRole("dialog", { name: "Rules" });
  await dialog.getByRole("searchbox", { name: "Find a rule" }).fill("bare url");
  await until("one rule", async () => (await dialog.getByRole("combobox").count()) === 1);
  assert.equal(await dialog.getByRole("combobox").inputValue(), "off");
  await dialog.getByRole("combobox").selectOption("error");
  await app.press("Escape");
  await until("errors", async () => (await again.locator(".problem.error", { hasText: "bare-url" }).count()) === 3);
});

test("a rule can count as more, or as it came", async ({ app }) => {
  const panel = await opened(app);
  await act(app, panel, "bare-url", "error");
  await until("errors", async () => (await panel.locator(".problem.error", { hasText: "bare-url" }).count()) === 3);
  await act(app, panel, "bare-url", "Default");
  await until("notes", async () => (await panel.locator(".problem.info", { hasText: "bare-url" }).count()) === 3);
});

test("next and previous by button go through the problems", async ({ app, page }) => {
  await opened(app);
  await app.select(0);
  await page.getByRole("button", { name: "Next problem (F8)" }).click();
  const first = await app.selection();
  await page.getByRole("button", { name: "Next problem (F8)" }).click();
  await until("the second problem", async () => (await app.selection()).from > first.from);
  await page.getByRole("button", { name: "Previous problem (Shift+F8)" }).click();
  await until("the first again", async () => (await app.selection()).from === first.from);
});

/** Opens a site of one post, with these files beside it, and the post. */
async function openSite(app, page, files) {
  for (const [path, text] of Object.entries({ "site/bridge.md": POST, ...files })) await writeFile(page, path, text);
  await choose(page, { folder: "site" });
  const posts = await app.side("Posts");
  await posts.getByRole("button", { name: "Open a folder" }).click();
  await posts.locator('.post-row[data-path="bridge.md"]').getByRole("button").first().click();
  await until("the post", async () => (await app.text()) === POST);
  return app.side("Problems");
}

test("the rules of a site's own file hold for its posts, and its mistakes are said", { init: installPickers }, async ({ app, page }) => {
  const panel = await openSite(app, page, { "site/.foreword.toml": '[lint.rules]\nbare-url = "off"\nundefined-referenc = "off"\n' });
  await until("the rules of the site", async () => (await rules(panel)).length > 0 && (await count(panel, "bare-url")) === 0);
  await app.notice(/foreword\.toml.*undefined-referenc/);
});

test("markdownlint's own file is heard as well", { init: installPickers }, async ({ app, page }) => {
  const panel = await openSite(app, page, { "site/.markdownlint.jsonc": '{\n  // Addresses are fine.\n  "MD034": false\n}\n' });
  await until("no bare address", async () => (await rules(panel)).length > 0 && (await count(panel, "bare-url")) === 0);
});

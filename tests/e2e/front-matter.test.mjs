// Owns the header of a post: its table, its problems, and that the preview never shows it.

import assert from "node:assert/strict";
import { fixture } from "./harness/posts.mjs";
import { test, until } from "./harness/suite.mjs";

async function table(app, name, text) {
  await app.open(name, text);
  const panel = await app.side("Front matter");
  const rows = await panel.locator("table.front-matter > tbody > tr").evaluateAll((list) =>
    list.map((row) => [row.querySelector("th").textContent.trim(), row.querySelector("td").innerText.replace(/\s*\n\s*/g, " | ").trim()]),
  );
  return { panel, rows: new Map(rows) };
}

test("TOML, YAML and JSON headers are shown entry by entry, values as they are spelt", async ({ app }) => {
  const toml = await table(app, "a.md", fixture("hugo-clockmakers-gathering.md").bytes);
  assert.deepEqual([...toml.rows.keys()], ["author", "title", "date", "description", "draft", "tags", "slug", "aliases"]);
  assert.equal(toml.rows.get("tags").split(" | ").length, 6);
  assert.equal(toml.rows.get("draft"), "false");

  const yaml = await table(app, "b.md", fixture("generic-bookbinding-fair.md").bytes);
  assert.equal(yaml.rows.get("author"), "Tomas Okafor-Lind");
  assert.equal(yaml.rows.get("date").replaceAll(" | ", ""), "2024-05-02T14:20:07.518Z");
  assert.equal(yaml.rows.get("draft"), "true");

  const json = await table(app, "c.md", '---json\n{ "title": "In JSON", "weight": 1.10, "nested": { "a": [1, 2] } }\n---\n\nBody\n');
  assert.equal(json.rows.get("title"), "In JSON");
  assert.equal(json.rows.get("weight"), "1.10");
  await app.preview.shows("Body");
  assert.doesNotMatch(await app.preview.text(), /In JSON/);
});

test("an entry jumps to its place in the text", async ({ app }) => {
  const { panel } = await table(app, "a.md", fixture("generic-lighthouse-weekend.md").bytes);
  await panel.getByRole("button", { name: "author" }).click();
  const at = (await app.text()).indexOf("author:");
  await until("the selection", async () => (await app.selection()).from === at);
});

test("a missing end fence is a problem at its place, with a fix that one undo takes back", async ({ app }) => {
  const text = "---\ntitle: No end\ndraft: true\n\nIt rained.\n";
  await app.open("open.md", text);
  const panel = await app.side("Problems");
  assert.deepEqual(await panel.locator(".problem-rule").allInnerTexts(), ["unclosed-front-matter"]);
  assert.match(await panel.locator(".problem-place").innerText(), /^Line 1/);
  await panel.getByRole("button", { name: /^Add `?---`? after the front matter/ }).click();
  await until("the fence", async () => (await app.text()) === "---\ntitle: No end\ndraft: true\n---\n\nIt rained.\n");
  await until("no problem", async () => (await panel.locator(".problem").count()) === 0);
  assert.equal((await app.preview.text()).trim(), "It rained.");
  await app.content.focus();
  await app.press("Control+z");
  await until("the text as it was", async () => (await app.text()) === text);
});

test("a header that cannot be read says where and why, and the post is shown all the same", async ({ app }) => {
  await app.open("broken.md", '---\ntitle: "unfinished\ntags: [a\n---\n\nBody of it.\n');
  const panel = await app.side("Front matter");
  assert.ok((await panel.locator(".problem-jump").count()) >= 1);
  await app.preview.shows("Body of it.");
});

test("the table follows what is typed", async ({ app }) => {
  const { panel } = await table(app, "live.md", "---\ntitle: Old\n---\n\nBody\n");
  await app.after("title: Old");
  await app.type("er\nweight: 3");
  await until("the new rows", async () => /Older[\s\S]*weight[\s\S]*3/.test(await panel.innerText()));
});

test("a dotted end fence is an end, and a rule in the body is none", async ({ app }) => {
  await app.open("dots.md", "---\ntitle: Dots\n...\n\nOne\n\n---\n\nTwo\n");
  assert.equal(await app.preview.count("hr"), 1);
  assert.doesNotMatch(await app.preview.text(), /Dots/);
});

test("the outline lists the headings, jumps, and marks the section of the cursor", async ({ app }) => {
  await app.open("outline.md", fixture("hugo-clockmakers-gathering.md").bytes);
  const panel = await app.side("Outline");
  const items = panel.locator(".outline-item");
  assert.deepEqual(await panel.locator(".outline-text").allInnerTexts(), ["Trends in the halls", "Takeaways and tips", "Visitor", "Speaker", "Helper", "Summing it up"]);
  await items.nth(3).click();
  const at = (await app.text()).indexOf("### Speaker");
  await until("the cursor there", async () => (await app.selection()).from === at);
  await until("the mark", async () => (await items.nth(3).getAttribute("aria-current")) === "location");
});

// Owns the header of a post: what is shown of it, its problems, and that the preview never shows it.

import assert from "node:assert/strict";
import { Form } from "./harness/form.mjs";
import { fixture } from "./harness/posts.mjs";
import { test, until } from "./harness/suite.mjs";

test("TOML, YAML and JSON headers are shown field by field, values as they are spelt", async ({ app }) => {
  const shown = async (name, text) => {
    await app.open(name, text);
    return Form.of(app);
  };
  const toml = await shown("a.md", fixture("hugo-clockmakers-gathering.md").bytes);
  await until("the fields", async () => Object.keys(await toml.kinds()).sort().join() === "aliases,author,date,description,draft,slug,tags,title");
  await toml.shows(toml.input("date"), "2023-09-30");

  const yaml = await shown("b.md", fixture("generic-bookbinding-fair.md").bytes);
  await yaml.shows(yaml.input("author"), "Tomas Okafor-Lind");
  await yaml.shows(yaml.page.locator("#field-date"), "2024-05-02T14:20:07.518Z");

  const json = await shown("c.md", '---json\n{ "title": "In JSON", "weight": 1.10, "nested": { "a": [1, 2] } }\n---\n\nBody\n');
  await json.shows(json.input("title"), "In JSON");
  await json.shows(json.input("weight"), "1.10");
  await app.preview.shows("Body");
  assert.doesNotMatch(await app.preview.text(), /In JSON/);
});

test("a field jumps to its place in the text", async ({ app }) => {
  const { name, bytes } = fixture("generic-lighthouse-weekend.md");
  await app.open(name, bytes);
  const form = await Form.of(app);
  await form.choose(["author"], "Show in the text");
  const at = (await app.text()).indexOf("author:");
  await until("the selection", async () => (await app.selection()).from === at);
});

test("a missing end fence is a problem at its place, with a fix that one undo takes back", async ({ app }) => {
  const text = "---\ntitle: No end\nslug: rain\n\nIt rained.\n";
  await app.open("open.md", text);
  const panel = await app.side("Problems");
  assert.deepEqual(await panel.locator(".problem-rule").allInnerTexts(), ["unclosed-front-matter"]);
  assert.match(await panel.locator(".problem-place").innerText(), /^Line 1/);
  await panel.getByRole("button", { name: /^Add `?---`? after the front matter/ }).click();
  await until("the fence", async () => (await app.text()) === "---\ntitle: No end\nslug: rain\n---\n\nIt rained.\n");
  await until("no problem", async () => (await panel.locator(".problem").count()) === 0);
  assert.equal((await app.preview.text()).trim(), "It rained.");
  await app.content.focus();
  await app.press("Control+z");
  await until("the text as it was", async () => (await app.text()) === text);
});

test("a header that cannot be read says where and why, and the post is shown all the same", async ({ app }) => {
  await app.open("broken.md", '---\ntitle: "unfinished\ntags: [a\n---\n\nBody of it.\n');
  const { panel } = await Form.of(app);
  await until("the reason and the place", async () => /cannot be read[\s\S]*line \d/i.test(await panel.innerText()));
  await app.preview.shows("Body of it.");
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

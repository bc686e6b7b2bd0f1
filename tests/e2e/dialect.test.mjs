// Owns the dialect: detected with a reason that is shown, chosen by hand, remembered.

import assert from "node:assert/strict";
import { fixture } from "./harness/posts.mjs";
import { test, until } from "./harness/suite.mjs";

const POST = "A \"quoted\" word and <b>raw</b> text.\n";

async function choose(app, page, label) {
  await app.dialectButton().click();
  await page.getByRole("menu", { name: "Dialect" }).getByRole("menuitemradio", { name: new RegExp(`^${label}`) }).click();
}

const isNow = (app, name) => until(async () => `the dialect ${name}, it is ${await app.dialect()}`, async () => (await app.dialect()) === name);

test("the reason of the detection is shown", async ({ app, page }) => {
  const { name, bytes } = fixture("hugo-clockmakers-gathering.md");
  await app.open(name, bytes);
  await isNow(app, "Hugo");
  await app.dialectButton().click();
  const popup = page.locator("#status .popup");
  assert.match(await popup.innerText(), /Rendered like Hugo/);
  assert.match(await popup.innerText(), /Detected because it uses the shortcode `?\{\{< table_of_contents/);
  await app.press("Escape");
  await app.open("plain.md", POST);
  await isNow(app, "Generic");
  await app.dialectButton().click();
  assert.match(await popup.innerText(), /Nothing in the post points to one generator/);
});

test("a choice by hand renders anew, is remembered after a reload, and can be taken back", async ({ app, page }) => {
  await app.open("choice.md", POST);
  assert.equal(await app.preview.count("b"), 1);
  await choose(app, page, "Hugo");
  await isNow(app, "Hugo");
  await until("curled quotes and no raw HTML", async () => (await app.preview.text()).includes("“quoted”") && (await app.preview.count("b")) === 0);

  await page.reload();
  await app.ready();
  await isNow(app, "Hugo");
  assert.equal(await app.text(), POST);
  await app.dialectButton().click();
  assert.match(await page.locator("#status .popup").innerText(), /You chose it/);
  await page.getByRole("menuitemradio", { name: "Detect from the post" }).click();
  await isNow(app, "Generic");
  await until("raw HTML", async () => (await app.preview.count("b")) === 1);
});

test("the choice is for that post, and is there when the file is opened again", async ({ app, page }) => {
  await app.open("choice.md", POST);
  await choose(app, page, "CommonMark");
  await isNow(app, "CommonMark");
  await app.open("another.md", POST);
  await isNow(app, "Generic");
  await app.open("choice.md", POST);
  await isNow(app, "CommonMark");
});

test("detection follows what is typed", async ({ app }) => {
  await app.write("Text.\n");
  await isNow(app, "Generic");
  await app.select(5);
  await app.type("\n\n{{< figure >}}");
  await isNow(app, "Hugo");
});

// Owns one post in several tabs: one writes, the others follow, and nothing that was typed is lost.

import assert from "node:assert/strict";
import { choose, installPickers, readFile, writeFile } from "./harness/disk.mjs";
import { test, until } from "./harness/suite.mjs";

const POST = "# Shared\n\nFirst.\n";

async function openIn(app) {
  await choose(app.page, { open: "shared.md" });
  await app.press("Control+o");
  await until("the file", async () => (await app.name()) === "shared.md");
  await app.analysed();
}

test("the second tab reads along, takes over, and goes on with every word", { init: installPickers }, async (session) => {
  const { app, page } = session;
  await writeFile(page, "shared.md", POST);
  await openIn(app);
  await app.after("First.");
  await app.type(" One");
  await app.kept();
  const other = await session.again();
  await openIn(other);
  await other.notice(/open in another tab/);
  await until("the first tab's words", async () => (await other.text()).includes("First. One"));
  await app.type(" two");
  await until("what is typed there", async () => (await other.text()).includes("First. One two"));
  await other.content.focus();
  await other.type("lost?");
  assert.ok(!(await other.text()).includes("lost?"), "a reader cannot type");
  await other.page.getByRole("button", { name: "Write here" }).click();
  await until("the roles to change", async () => (await app.notices()).some((text) => /open in another tab/.test(text)));
  await until("the other tab to write", async () => !(await other.notices()).some((text) => /open in another tab/.test(text)));
  await other.after("One two");
  await other.type(" three");
  await until("the reader to follow", async () => (await app.text()).includes("One two three"));
  await other.press("Control+s");
  await until("the file", async () => (await readFile(page, "shared.md")).toString() === "# Shared\n\nFirst. One two three\n");
});

test("the tab that is left lets the other one write", { init: installPickers }, async (session) => {
  const { app, page } = session;
  await writeFile(page, "shared.md", POST);
  await openIn(app);
  const other = await session.again();
  await openIn(other);
  await other.notice(/open in another tab/);
  await page.close();
  await until("the notice to go", async () => !(await other.notices()).some((text) => /open in another tab/.test(text)));
  await other.after("First.");
  await other.type(" Mine now");
  await until("the text", async () => (await other.text()).includes("First. Mine now"));
});

// Owns the history of a post and changes by others: snapshots, comparisons, bringing back, merges, conflicts.

import assert from "node:assert/strict";
import { choose, installPickers, readFile, writeFile } from "./harness/disk.mjs";
import { settled, test, until } from "./harness/suite.mjs";

async function openedInPlace(app, page, text) {
  await writeFile(page, "disk.md", text);
  await choose(page, { open: "disk.md" });
  await app.press("Control+o");
  await until("the file", async () => (await app.name()) === "disk.md");
  await app.analysed();
}

const dialog = (page, name) => page.getByRole("dialog", { name });
async function history(app, page) {
  await app.menu("History…");
  const shown = dialog(page, /History/);
  await until("the history", () => shown.isVisible());
  return shown;
}

test("a save is a snapshot; an older one is compared, and brought back as one undoable step", { init: installPickers }, async ({ app, page }) => {
  await openedInPlace(app, page, "# One\n\nThe first text.\n");
  await app.after("first");
  await app.type(" and only");
  await app.press("Control+s");
  await until("the save", async () => /Saved to disk/.test(await app.saveState()));
  await app.after("only");
  await app.type(" one");
  const shown = await history(app, page);
  await until("two snapshots", async () => (await shown.getByRole("option").or(shown.locator(".snapshot")).count()) >= 2);
  await shown.getByText("As it was opened").click();
  await until("the comparison", async () => /The first text\./.test(await shown.innerText()) && /and only one/.test(await shown.innerText()));
  await shown.getByRole("button", { name: "Bring this back" }).click();
  await until("the old text", async () => (await app.text()) === "# One\n\nThe first text.\n");
  await app.content.focus();
  await app.press("Control+z");
  await until("the text again", async () => (await app.text()) === "# One\n\nThe first and only one text.\n");
});

test("a moment is kept under a name", async ({ app, page }) => {
  await app.write("Worth keeping\n");
  const shown = await history(app, page);
  await shown.getByRole("button", { name: /Keep this moment/ }).click();
  await shown.getByRole("textbox").first().fill("Before the edit");
  await app.press("Enter");
  await until("its name", async () => /Before the edit/.test(await shown.innerText()));
});

test("changed elsewhere and not here: offered, loaded on request", { init: installPickers }, async ({ app, page }) => {
  await openedInPlace(app, page, "One\n");
  await writeFile(page, "disk.md", "One\n\nFrom elsewhere\n");
  await page.evaluate(() => dispatchEvent(new Event("focus")));
  await app.notice(/was changed by something else/);
  await page.getByRole("button", { name: "Load it" }).click();
  await until("the new text", async () => (await app.text()) === "One\n\nFrom elsewhere\n");
});

test("changed here and elsewhere at different places: merged by saving, nothing lost", { init: installPickers }, async ({ app, page }) => {
  await openedInPlace(app, page, "One\n\nTwo\n\nThree\n\nFour\n");
  await app.after("Four");
  await app.type(" mine");
  await writeFile(page, "disk.md", "One theirs\n\nTwo\n\nThree\n\nFour\n");
  await app.press("Control+s");
  await until("the merge", async () => (await app.text()) === "One theirs\n\nTwo\n\nThree\n\nFour mine\n");
  await app.press("Control+s");
  await until("the file", async () => (await readFile(page, "disk.md")).toString() === "One theirs\n\nTwo\n\nThree\n\nFour mine\n");
});

test("changed here and elsewhere at one place: a person decides, and the file waits", { init: installPickers }, async ({ app, page }) => {
  await openedInPlace(app, page, "One\n\nTwo\n");
  await app.after("Two");
  await app.type(" mine");
  await writeFile(page, "disk.md", "One\n\nTwo theirs\n");
  await app.press("Control+s");
  const shown = dialog(page, /changed/i);
  await until("the conflict", () => shown.isVisible());
  assert.match(await shown.innerText(), /Two mine[\s\S]*Two theirs/);
  assert.equal((await readFile(page, "disk.md")).toString(), "One\n\nTwo theirs\n", "nothing is overwritten");
  await until("the answer to be taken", async () => {
    if (!(await shown.isVisible())) return true;
    await shown.getByRole("radio", { name: /Keep both/ }).first().check({ timeout: 500 });
    await shown.getByRole("button", { name: /^Settle/ }).click({ timeout: 500 });
    return settled("the dialog", () => shown.isVisible(), 5).then((open) => !open);
  });
  await until("both", async () => /Two mine\nTwo theirs\n/.test(await app.text()));
  await app.press("Control+s");
  await until("the file", async () => /Two mine\nTwo theirs\n/.test((await readFile(page, "disk.md")).toString()));
});

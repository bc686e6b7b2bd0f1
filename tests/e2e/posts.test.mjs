// Owns the way of every post through the app: opened, all of it seen, typed into, saved, and back after a reload.

import assert from "node:assert/strict";
import { census, readable, shown, unset, wordsOf } from "./harness/census.mjs";
import { posts } from "./harness/posts.mjs";
import { test, until } from "./harness/suite.mjs";

const ADDED = " Quillwort was here.";

/** The end of a plain line of prose near the middle of a text. */
function middleOf(text) {
  const lines = text.split("\n");
  const ends = [];
  let at = 0;
  for (const line of lines) {
    if (/^\p{L}[^|<{]{40,}[.!?]\s*$/u.test(line)) ends.push(at + line.trimEnd().length);
    at += line.length + 1;
  }
  return ends.reduce((best, end) => (Math.abs(end - text.length / 2) < Math.abs(best - text.length / 2) ? end : best));
}

/** Everything that the source holds is in the preview, and nothing of its header or comments is. */
async function isShownWhole(app, source) {
  const rawHtml = (await app.dialect()) !== "Hugo";
  assert.deepEqual(readable(await app.preview.evaluate(shown)), census(source, { rawHtml }));
  const text = unset(await app.preview.evaluate(() => document.querySelector(".fw-page").textContent));
  assert.deepEqual(wordsOf(source).filter((word) => !text.includes(word)), []);
  assert.doesNotMatch(text, /TODO|garden-film|^title:/);
}

/** The edit is in one line of the file; every other byte is as it was. */
function differsInOneLine(source, edited, line) {
  const [was, is] = [source.split("\n"), edited.split("\n")];
  assert.equal(is.length, was.length);
  assert.deepEqual(is.flatMap((each, index) => (each === was[index] ? [] : [index])), [line]);
  assert.ok(edited.replace(ADDED, "") === source, "more than the addition differs");
}

for (const { name, bytes } of posts) {
  const source = bytes.toString("utf8");

  test(`${name} is shown whole, saved byte for byte, typed into, and back after a reload`, async ({ app, page }) => {
    await app.open(name, bytes);
    await isShownWhole(app, source);

    const unedited = await app.download();
    assert.equal(unedited.name, name);
    assert.ok(unedited.bytes.equals(bytes), "the bytes of the unedited post differ");
    assert.match(await app.saveState(), /No changes/);

    const before = await app.text();
    const at = middleOf(before);
    await app.select(at);
    await app.type(ADDED);
    await app.preview.shows(ADDED.trim());
    const expected = before.slice(0, at) + ADDED + before.slice(at);
    assert.equal(await app.text(), expected);
    const edited = await app.download();
    differsInOneLine(source, edited.bytes.toString("utf8"), before.slice(0, at).split("\n").length - 1);

    await app.kept();
    await page.reload();
    await app.ready();
    await until("the draft", async () => (await app.text()) === expected);
    await app.preview.shows(ADDED.trim());
    assert.equal(await app.name(), name);
    assert.match(await app.saveState(), /Kept in this browser/);
    assert.ok((await app.download()).bytes.equals(edited.bytes), "the draft has other bytes");
  });
}

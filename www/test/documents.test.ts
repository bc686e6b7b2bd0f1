// Owns the tests of what a save state claims, where a post's images are looked for, names, words and settings.

import { test } from "node:test";
import assert from "node:assert/strict";
import { candidates } from "../src/documents/folder";
import { createSaveTracker } from "../src/documents/save-state";
import { nameFor } from "../src/documents/file-name";

import { parseSettings } from "../src/kernel/settings";
import { countCharacters, countWords } from "../src/surface/words";

const tracker = () => {
  const told: string[] = [];
  return { told, ...createSaveTracker((state) => void told.push(state.state)) };
};

test("a save state claims only what is done", () => {
  const save = tracker();
  save.opened(1, false);
  assert.equal(save.state().state, "unchanged");
  save.changed(2);
  assert.ok(save.atRisk());
  save.changed(3);
  save.inBrowser(2);
  assert.equal(save.state().state, "saving");
  save.inBrowser(3);
  assert.equal(save.state().state, "inBrowser");
  save.changed(4);
  save.onDisk(3);
  assert.equal(save.state().state, "saving");
  save.onDisk(4);
  assert.equal(save.state().state, "onDisk");
  assert.deepEqual(save.told, ["unchanged", "saving", "inBrowser", "saving", "onDisk"]);
});

test("a failure is told until a write has succeeded", () => {
  const save = tracker();
  save.opened(1, false);
  save.changed(2);
  save.failed("why");
  assert.deepEqual(save.state(), { state: "notSaved", why: "why" });
  save.changed(3);
  assert.equal(save.state().state, "notSaved");
  save.inBrowser(3);
  assert.equal(save.state().state, "inBrowser");
});

test("a copy of an unchanged file is no change", () => {
  const save = tracker();
  save.opened(5, false);
  save.inBrowser(5);
  assert.equal(save.state().state, "unchanged");
  save.opened(6, true);
  assert.equal(save.state().state, "inBrowser");
});

const places = (path: string, base: string): string[] => candidates(path, base === "" ? [] : base.split("/")).map((steps) => steps.join("/"));

test("images are looked for beside the post, then where sites keep them", () => {
  assert.equal(places("a.png", "content/posts/x")[0], "content/posts/x/a.png");
  assert.equal(places("../a%20b.png?v=1#x", "content/posts")[0], "content/a b.png");
  assert.deepEqual(places("/img/a.png", "content").slice(0, 3), ["img/a.png", "static/img/a.png", "public/img/a.png"]);
  assert.equal(places("~/assets/a.png", "")[0], "src/assets/a.png");
  assert.deepEqual(places("../../../a.png", "posts"), []);
});

test("new posts are named by their title", () => {
  assert.equal(nameFor("Crème brûlée: 3 ways!"), "creme-brulee-3-ways.md");
  assert.equal(nameFor("日本語の題"), "日本語の題.md");
  assert.equal(nameFor("…"), "post.md");
  assert.equal(nameFor(null), "post.md");
});

test("words and characters as a person counts them", () => {
  assert.equal(countWords("It’s a well-known fact, isn't it?"), 6);
  assert.equal(countWords("日本語 and more"), 5);
  assert.equal(countCharacters("a👩‍👩‍👧é"), 3);
});

test("damaged settings fall back to defaults", () => {
  for (const stored of [null, "", "{", "[]", '"x"', '{"view":"upside","theme":1,"divider":900,"dialects":[1,["a"]]}']) {
    const { view, theme, divider, dialects, remoteAlways } = parseSettings(stored);
    assert.deepEqual([view, theme, divider, dialects, remoteAlways], ["both", "system", 50, [], false]);
  }
});

// Owns the tests of the images that the form shows and the files that it offers, and that no object URL is left behind.

import { test } from "node:test";
import assert from "node:assert/strict";
import type { Assets } from "../src/documents/folder";
import type { Listed } from "../src/documents/folder-list";
import { createPostFiles } from "../src/kernel/post-files";
import type { Event } from "../src/wire";

const TYPES: Record<string, string> = { png: "image/png", svg: "image/svg+xml", html: "text/html" };
const fileNamed = (name: string): File => new File(["x"], name, { type: TYPES[name.split(".").at(-1) ?? ""] ?? "" });

/** A folder with these files, object URLs that are counted, and what was told. */
function desk(names: string[], open = true) {
  const live = new Set<string>();
  let made = 0;
  URL.createObjectURL = (blob) => {
    const url = `blob:${(made += 1)}:${(blob as File).name}`;
    live.add(url);
    return url;
  };
  URL.revokeObjectURL = (url) => assert.ok(live.delete(url), `${url} is taken back twice`);
  const state = { names, name: open ? "site" : null as string | null, picks: "site" as string | null, remote: false };
  const told: Event[] = [];
  const assets: Assets = async (path) => (state.names.includes(path) ? fileNamed(path) : null);
  const listed = (): Listed[] => state.names.map((path) => ({ path, file: async () => fileNamed(path) }));
  const files = createPostFiles({
    folder: {
      name: () => state.name,
      assets: async () => (state.name === null ? null : assets),
      list: async () => (state.name === null ? null : { files: listed(), more: false }),
      async open() {
        if (state.picks === null) return;
        state.name = state.picks;
        files.moved();
      },
    },
    remote: () => state.remote,
    tell: (event) => told.push(event),
  });
  const settle = () =>
    new Promise((resolve) => {
      setTimeout(resolve);
    });
  const images = async (): Promise<Record<string, string>> => {
    await settle();
    const event = told.findLast(({ type }) => type === "images");
    return event?.type === "images" ? Object.fromEntries(event.found.map(({ path, url }) => [path, url ?? ""])) : {};
  };
  return { files, state, told, live, images, settle };
}

test("only what may be shown has an address", async () => {
  const { files, state, images } = desk(["a.png", "b.svg", "page.html", "c d.png"]);
  const inline = "data:image/png;base64,AA==";
  files.lookUp(["a.png", "b.svg", "c%20d.png", "page.html", "none.png", "https://example.org/a.png", inline, "data:image/svg+xml,<svg/>", "javascript:1", "blob:x", "", "a.png"]);
  assert.deepEqual(await images(), { "a.png": "blob:1:a.png", "b.svg": "blob:2:b.svg", "c%20d.png": "blob:3:c d.png", [inline]: inline });
  state.remote = true;
  files.remoteChanged();
  assert.equal((await images())["https://example.org/a.png"], "https://example.org/a.png");
  files.lookUp(["http://example.org/a.png", "//example.org/b.png"]);
  assert.deepEqual(Object.values(await images()), ["https://example.org/a.png", "https://example.org/b.png"]);
});

test("an address lasts as long as it is asked for", async () => {
  const { files, state, live, images } = desk(["a.png", "b.png"]);
  files.lookUp(["a.png", "b.png", "late.png"]);
  await images();
  files.lookUp(["b.png", "late.png"]);
  assert.deepEqual(await images(), { "b.png": "blob:2:b.png" });
  assert.deepEqual([...live], ["blob:2:b.png"]);
  state.names = ["b.png", "late.png"];
  files.lookUp(["b.png", "late.png"]);
  assert.deepEqual(Object.keys(await images()), ["b.png", "late.png"]);
  files.lookUp([]);
  assert.deepEqual(await images(), {});
  assert.equal(live.size, 0);
});

test("look-ups that overtake each other leave nothing behind", async () => {
  const { files, live, told, images } = desk(["a.png", "b.png"]);
  files.lookUp(["a.png"]);
  files.lookUp(["b.png"]);
  files.lookUp(["a.png"]);
  assert.deepEqual(Object.keys(await images()), ["a.png"]);
  assert.equal(live.size, 1);
  assert.equal(told.length, 1);
});

test("another post or folder has other images", async () => {
  const { files, state, told, live, images } = desk(["a.png"]);
  files.lookUp(["a.png", "b.png"]);
  await images();
  state.names = ["b.png"];
  files.moved();
  assert.deepEqual(told.at(-1), { type: "images", found: [] });
  assert.deepEqual(await images(), { "b.png": "blob:2:b.png" });
  assert.deepEqual([...live], ["blob:2:b.png"]);
});

test("files are offered with images of the first", async (context) => {
  context.mock.timers.enable({ apis: ["setTimeout"] });
  const { files, told, live } = desk(["talk.pdf", ...Array.from({ length: 120 }, (_, at) => `${at}.png`)]);
  await files.listFiles(false);
  const [event] = told;
  assert.ok(event?.type === "files" && event.files);
  assert.deepEqual([event.files.folder, event.files.files.length, event.files.more], ["site", 121, false]);
  assert.deepEqual(event.files.files.slice(0, 2), [{ path: "talk.pdf", url: null }, { path: "0.png", url: "blob:1:0.png" }]);
  assert.equal(event.files.files.filter(({ url }) => url !== null).length, 99);
  await files.listFiles(true);
  context.mock.timers.tick(10_000);
  assert.equal(live.size, 99);
  files.moved();
  context.mock.timers.tick(10_000);
  assert.equal(live.size, 0);
  assert.deepEqual(told.at(-1), { type: "files", files: null });
});

test("a folder is asked for where none is open", async () => {
  const { files, state, told } = desk(["a.png"], false);
  state.picks = null;
  await files.listFiles(true);
  assert.deepEqual(told, [{ type: "files", files: null }]);
  state.picks = "other";
  await files.listFiles(true);
  const event = told.at(-1);
  assert.ok(event?.type === "files" && event.files?.folder === "other");
  assert.equal(told.length, 2);
});

test("a list that is overtaken by another post is not told", async () => {
  const { files, told, live, settle } = desk(["a.png"]);
  const listing = files.listFiles(true);
  files.moved();
  await listing;
  await settle();
  assert.deepEqual(told, [{ type: "files", files: null }]);
  assert.equal(live.size, 0);
});

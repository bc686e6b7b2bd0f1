// Owns the tests of which files of a folder a post is offered, how they are written, and that it finds them again.

import { test } from "node:test";
import assert from "node:assert/strict";
import { createFolder, type Folder, type Placed } from "../src/documents/folder";
import { fromFiles, fromHandle } from "../src/documents/folder-source";

const CONTENT = "text";

/** A folder as browsers without handles give it. */
function filesOf(paths: string[]): Folder {
  const files = paths.map((path) => {
    const file = new File([CONTENT], path.split("/").at(-1) ?? "");
    return Object.defineProperty(file, "webkitRelativePath", { value: `site/${path}` });
  });
  return createFolder(fromFiles(files));
}

/** The same folder by handles; `broken` folders can be entered and not be read. */
function handlesOf(paths: string[], broken: string[] = []): Folder {
  const missing = (): never => {
    throw new DOMException("", "NotFoundError");
  };
  const fileAt = (path: string) => ({ kind: "file", name: path.split("/").at(-1), path, getFile: async () => new File([CONTENT], path.split("/").at(-1) ?? "") });
  const folderAt = (path: string): object => {
    const start = path === "" ? "" : `${path}/`;
    const below = paths.filter((each) => each.startsWith(start)).map((each) => each.slice(start.length).split("/"));
    const folders = new Set(below.filter((steps) => steps.length > 1).map(([name]) => name ?? ""));
    const files = new Set(below.filter((steps) => steps.length === 1).map(([name]) => name ?? ""));
    return {
      kind: "directory",
      name: path.split("/").at(-1) || "site",
      async *values() {
        if (broken.includes(path)) missing();
        for (const name of files) yield fileAt(start + name);
        for (const name of folders) yield folderAt(start + name);
      },
      getDirectoryHandle: async (name: string) => (folders.has(name) ? folderAt(start + name) : missing()),
      getFileHandle: async (name: string) => (files.has(name) ? fileAt(start + name) : missing()),
      resolve: async (handle: { path: string }) => handle.path.split("/"),
    };
  };
  return createFolder(fromHandle(folderAt("") as FileSystemDirectoryHandle));
}

const post = (name: string | null, path: string | null = null): Placed => ({
  name,
  handle: path === null ? null : ({ path } as unknown as FileSystemFileHandle),
  bytes: new TextEncoder().encode(CONTENT),
});

/** What the post at `path` is offered; the same in both kinds of folder. */
async function offered(paths: string[], path: string, images = true): Promise<string[]> {
  const name = path.split("/").at(-1) ?? "";
  const [byFiles, byHandles] = await Promise.all([filesOf(paths).list(post(name), images), handlesOf(paths).list(post(name, path), images)]);
  const written = byHandles.files.map((file) => file.path);
  assert.deepEqual(byFiles.files.map((file) => file.path), written);
  return written;
}

test("Hugo: beside the post, then what is static, then what is worked up", async () => {
  const site = ["hugo.toml", "assets/images/d.jpg", "public/img/c.png", "static/img/c.png", "content/posts/x/page.md", "content/posts/x/b.png", "content/posts/x/img/a.PNG", "content/posts/x/data.csv"];
  assert.deepEqual(await offered(site, "content/posts/x/page.md"), ["b.png", "img/a.PNG", "/img/c.png", "/images/d.jpg"]);
});

test("images of other posts beside this one are not offered", async () => {
  const site = ["static/s.png", "content/posts/a.md", "content/posts/b/index.md", "content/posts/b/b.png", "content/posts/b/more/c.png", "content/posts/pictures/d.png"];
  assert.deepEqual(await offered(site, "content/posts/a.md"), ["pictures/d.png", "/s.png"]);
});

test("Astro: paths begin with a dot", async () => {
  const site = ["public/p.svg", "src/assets/z.webp", "src/content/blog/a.md", "src/content/blog/img/y.png"];
  assert.deepEqual(await offered(site, "src/content/blog/a.md"), ["./img/y.png", "/p.svg", "../../assets/z.webp"]);
});

test("Jekyll: folders keep their names in addresses", async () => {
  const site = ["_config.yml", "_posts/2024-01-31-a.md", "assets/img/a.png", "images/b.png", "about.md", "_site/assets/img/a.png", "themes/x/c.png"];
  assert.deepEqual(await offered(site, "_posts/2024-01-31-a.md"), ["/assets/img/a.png", "/images/b.png"]);
  assert.deepEqual(await offered(site, "about.md"), ["/assets/img/a.png", "/images/b.png"]);
});

test("a folder with nothing but a post is the post's own", async () => {
  assert.deepEqual(await offered(["index.md", "cover.png", "assets/b.png"], "index.md"), ["cover.png", "assets/b.png"]);
});

test("a post that is not in the folder is offered public files, or all where there are none", async () => {
  const site = await filesOf(["static/a.png", "content/posts/b.png"]).list(post(null), true);
  assert.deepEqual(site.files.map(({ path }) => path), ["/a.png"]);
  const alone = await filesOf(["img/a.png"]).list(post("new.md"), true);
  assert.deepEqual(alone.files.map(({ path }) => path), ["img/a.png"]);
});

test("other files are offered unless a site is made of them", async () => {
  const files = ["x/post.md", "x/talk.pdf", "x/a.png", "x/data.csv", "x/app.js", "x/_index.html", "x/site.yaml", "x/.hidden.pdf", "x/Makefile", "x/other.mdx", "x/font.woff2"];
  assert.deepEqual(await offered(files, "x/post.md", false), ["a.png", "data.csv", "talk.pdf"]);
  assert.deepEqual(await offered(files, "x/post.md", true), ["a.png"]);
});

test("names are in the order of their numbers, near folders first, and only so many are listed", async () => {
  const some = ["x/p.md", "x/a/1.png", "x/10.png", "x/9.png"];
  assert.deepEqual(await offered(some, "x/p.md"), ["9.png", "10.png", "a/1.png"]);
  const many = Array.from({ length: 501 }, (_, at) => `x/${at}.png`);
  const { files, more } = await filesOf(["x/p.md", ...many]).list(post("p.md"), true);
  assert.deepEqual([files.length, more, files.at(-1)?.path], [500, true, "499.png"]);
  assert.equal((await filesOf(["x/p.md", ...many.slice(1)]).list(post("p.md"), true)).more, false);
});

test("a folder below that cannot be read hides only itself", async () => {
  const paths = ["x/p.md", "x/b/2.png", "x/c/3.png"];
  const { files } = await handlesOf(paths, ["x/b"]).list(post("p.md", "x/p.md"), true);
  assert.deepEqual(files.map(({ path }) => path), ["c/3.png"]);
  await assert.rejects(handlesOf(paths, [""]).list(post("p.md"), true));
});

test("what is offered is what the post then shows", async () => {
  const paths = ["hugo.toml", "assets/d.jpg", "static/img/c d.png", "content/x/index.md", "content/x/img/a.png"];
  for (const [folder, placed] of [[filesOf(paths), post("index.md")], [handlesOf(paths), post("index.md", "content/x/index.md")]] as const) {
    const assets = await folder.assets(placed);
    const { files } = await folder.list(placed, true);
    assert.equal(files.length, 3);
    for (const { path, file } of files) assert.equal(((await assets(path)) as File | null)?.name, (await file()).name);
    assert.equal(await assets("img/none.png"), null);
  }
});

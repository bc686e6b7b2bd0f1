// Owns the tests of what is done to files: nothing is overwritten, everything comes back, every failure says why.

import { test } from "node:test";
import assert from "node:assert/strict";
import { createHandleStore } from "../src/workspace/handle-store";
import { createListStore } from "../src/workspace/list-store";
import { WorkspaceProblem, type FailureKind } from "../src/workspace/failure";
import { createWorkspace, type Workspace } from "../src/workspace/workspace";
import { pack, unpack } from "../src/workspace/zip";
import { bytesOf, createFakeDisk, type FakeDisk } from "./workspace-fake-disk";

const NOW = new Date("2026-01-31T17:45:00.042Z");
const open = (disk: FakeDisk): Workspace => createWorkspace(createHandleStore(disk.handle), { id: "x", kind: "folder", now: () => NOW });
const fails = (work: Promise<unknown>, kind: FailureKind): Promise<void> =>
  assert.rejects(work, (problem: unknown) => {
    assert.ok(problem instanceof WorkspaceProblem, String(problem));
    assert.equal(problem.kind, kind, problem.message);
    return true;
  });
const listed = async (workspace: Workspace): Promise<string[]> => {
  const paths: string[] = [];
  for await (const { path } of workspace.list()) paths.push(path.join("/"));
  return paths;
};

test("a site's posts are listed without what it is built with and what it builds", async () => {
  const site = ["hugo.toml", "README.md", "content/posts/a.md", "content/posts/b/index.md", "content/build/c.mdx", "public/d.md", "archetypes/default.md", "themes/t/x.md", "node_modules/p/README.md", "content/node_modules/e.md", ".github/f.md", "content/image.png", ".foreword/trash/x/content/y.md.trash"];
  const workspace = open(createFakeDisk(Object.fromEntries(site.map((path) => [path, "x"]))));
  assert.deepEqual((await listed(workspace)).sort(), ["content/build/c.mdx", "content/posts/a.md", "content/posts/b/index.md"]);
  const plain = open(createFakeDisk({ "README.md": "", "build/a.md": "", "b.md": "" }));
  assert.deepEqual((await listed(plain)).sort(), ["README.md", "b.md", "build/a.md"]);
});

test("reading and writing: bytes as they are, only over what is there and unchanged", async () => {
  const disk = createFakeDisk({ "a.md": "\ufeffone\r\n" });
  const workspace = open(disk);
  const before = await workspace.read("a.md");
  assert.deepEqual([...before.bytes], [...bytesOf("\ufeffone\r\n")]);
  await workspace.write("a.md", bytesOf("two"), before);
  await fails(workspace.write("a.md", bytesOf("three"), before), "changed");
  await fails(workspace.write("b.md", bytesOf("x")), "vanished");
  await fails(workspace.read("../a.md"), "badName");
  assert.deepEqual(disk.files(), { "a.md": "two" });
});

test("creating never overwrites, also not a file that appears in between", async () => {
  const disk = createFakeDisk({ "a.md": "mine", "d/x.md": "" });
  const workspace = open(disk);
  await fails(workspace.create("a.md", bytesOf("x")), "clash");
  await fails(workspace.create("d", bytesOf("x")), "clash");
  await fails(workspace.create("a.md/b.md", bytesOf("x")), "clash");
  let looks = 0;
  disk.fault = (operation, path) => {
    if (operation === "getFileHandle" && path === "n.md" && ++looks === 2) disk.put("n.md", "theirs");
  };
  await fails(workspace.create("n.md", bytesOf("x")), "clash");
  disk.fault = null;
  await workspace.create("new/folder/n.md", bytesOf("new"));
  for (const name of ["a:b.md", "con.md", "a.", "a?.md", `${"x".repeat(300)}.md`]) await fails(workspace.create(name, bytesOf("x")), "badName");
  assert.deepEqual(disk.files(), { "a.md": "mine", "d/x.md": "", "n.md": "theirs", "new/folder/n.md": "new" });
  assert.deepEqual(await Promise.all([1, 2, 3].map(() => workspace.createFree((suffix) => `p${suffix}.md`, bytesOf("p")))), ["p.md", "p-2.md", "p-3.md"]);
});

test("a disk that ignores case: another spelling is no other file, and can be given", async () => {
  for (const canMove of [true, false]) {
    const disk = createFakeDisk({ "Post.md": "x", "other.md": "y" }, { canMove, ignoresCase: true });
    const workspace = open(disk);
    await fails(workspace.create("post.md", bytesOf("z")), "clash");
    await fails(workspace.move("other.md", "POST.md"), "clash");
    assert.equal(await workspace.rename("Post.md", "post"), "post.md");
    assert.deepEqual(disk.files(), { "post.md": "x", "other.md": "y" });
  }
});

test("renaming keeps date, language and ending; a bundle's folder gets the name; nothing is overwritten", async () => {
  for (const canMove of [true, false]) {
    const disk = createFakeDisk({ "_posts/2024-01-02-old.de.md": "a", "p/old/index.md": "b", "p/old/img/x.png": "c", "p/taken/index.md": "d", "s/_index.md": "e", "_posts/2024-01-02-there.de.md": "f" }, { canMove });
    const workspace = open(disk);
    assert.equal(await workspace.rename("_posts/2024-01-02-old.de.md", "Neuer Titel!"), "_posts/2024-01-02-neuer-titel.de.md");
    assert.equal(await workspace.rename("p/old/index.md", "new", bytesOf("slug changed")), "p/new/index.md");
    await fails(workspace.rename("p/new/index.md", "taken"), "clash");
    await fails(workspace.rename("_posts/2024-01-02-neuer-titel.de.md", "there"), "clash");
    await fails(workspace.rename("p", "q"), "isFolder");
    await fails(workspace.rename("none.md", "q"), "vanished");
    assert.deepEqual(disk.files(), { "_posts/2024-01-02-neuer-titel.de.md": "a", "p/new/index.md": "slug changed", "p/new/img/x.png": "c", "p/taken/index.md": "d", "s/_index.md": "e", "_posts/2024-01-02-there.de.md": "f" });
    assert.deepEqual(disk.folders().sort(), ["_posts", "p", "p/new", "p/new/img", "p/taken", "s"]);
  }
});

test("a move that fails half way is taken back", async () => {
  const files = { "p/old/index.md": "b", "p/old/a.png": "c", "p/old/b.png": "d" };
  const disk = createFakeDisk(files);
  disk.fault = (operation, path) => {
    if (operation === "write" && path.endsWith("new/b.png")) throw new DOMException("", "QuotaExceededError");
  };
  await fails(open(disk).rename("p/old/index.md", "new"), "full");
  assert.deepEqual(disk.files(), files);
  assert.deepEqual(disk.folders(), ["p", "p/old"]);
});

test("a file that changes while it is moved stays where it is", async () => {
  const disk = createFakeDisk({ "a.md": "one" });
  disk.fault = (operation, path) => {
    if (operation === "close" && path === "b.md") disk.put("a.md", "theirs");
  };
  await fails(open(disk).move("a.md", "b.md"), "changed");
  assert.deepEqual(disk.files(), { "a.md": "theirs" });
});

test("duplicates: beside it, of a bundle with its files, under names that are free", async () => {
  const disk = createFakeDisk({ "_posts/2024-01-02-a.md": "1", "p/b/index.md": "2", "p/b/x.png": "3", "c_d.md": "4" });
  const workspace = open(disk);
  assert.equal(await workspace.duplicate("_posts/2024-01-02-a.md"), "_posts/2024-01-02-a-copy.md");
  assert.equal(await workspace.duplicate("_posts/2024-01-02-a.md"), "_posts/2024-01-02-a-copy-2.md");
  assert.equal(await workspace.duplicate("p/b/index.md"), "p/b-copy/index.md");
  assert.equal(await workspace.duplicate("c_d.md"), "c_d-copy.md");
  assert.equal(disk.files()["p/b-copy/x.png"], "3");
  assert.equal(Object.keys(disk.files()).length, 9);
});

test("the trash gives back what it took, to where it was, and never over another", async () => {
  for (const canMove of [true, false]) {
    const files = { "p/b/index.md": "2", "p/b/img/x.png": "3", "p/c.md": "4" };
    const disk = createFakeDisk(files, { canMove });
    const workspace = open(disk);
    const bundle = await workspace.remove("p/b/index.md");
    const post = await workspace.remove("p/c.md");
    assert.equal(bundle, "20260131-174500-042-b");
    assert.deepEqual(disk.files(), {
      ".foreword/.gitignore": "*\n",
      ".foreword/trash/20260131-174500-042-b/p/b/index.md.trash": "2",
      ".foreword/trash/20260131-174500-042-b/p/b/img/x.png.trash": "3",
      ".foreword/trash/20260131-174500-042-c.md/p/c.md.trash": "4",
    });
    assert.deepEqual(await workspace.trash(), [
      { id: post, path: "p/c.md", at: NOW.getTime(), files: 1 },
      { id: bundle, path: "p/b/index.md", at: NOW.getTime(), files: 2 },
    ]);
    assert.equal(disk.folders().includes("p/b"), false);
    disk.put("p/c.md", "another");
    await fails(workspace.restore(post), "clash");
    disk.delete("p/c.md");
    assert.equal(await workspace.restore(post), "p/c.md");
    assert.equal(await workspace.restore(bundle), "p/b/index.md");
    await fails(workspace.restore(bundle), "vanished");
    assert.deepEqual(disk.files(), { ".foreword/.gitignore": "*\n", ...files });
  }
});

test("every failure of the browser has a kind and words", async () => {
  const disk = createFakeDisk({ "a.md": "x", "d/b.md": "y" });
  const workspace = open(disk);
  await fails(workspace.read("d"), "isFolder");
  await fails(workspace.write("d", bytesOf("x")), "isFolder");
  await fails(workspace.read("none.md"), "vanished");
  await fails(workspace.open("none.md"), "vanished");
  for (const [name, kind] of [["QuotaExceededError", "full"], ["AbortError", "full"], ["NoModificationAllowedError", "failed"], ["UnknownError", "failed"]] as const) {
    for (const when of ["createWritable", "write", "close"]) {
      disk.fault = (operation) => {
        if (operation === when) throw new DOMException("", name);
      };
      await fails(workspace.write("a.md", bytesOf("new")), kind);
      await fails(workspace.create("n.md", bytesOf("new")), kind);
    }
  }
  disk.fault = null;
  disk.permission = "prompt";
  await fails(workspace.read("a.md"), "permission");
  await fails(workspace.create("n.md", bytesOf("new")), "permission");
  assert.equal((await workspace.info()).access, "prompt");
  assert.equal(await workspace.store.ask(), "granted");
  assert.deepEqual(disk.files(), { "a.md": "x", "d/b.md": "y" });
});

test("files that can only be read say so", async () => {
  const workspace = createWorkspace(createListStore("site", [{ path: ["p", "a.md"], file: new File(["x"], "a.md") }]), { id: "f", kind: "files" });
  assert.deepEqual(await listed(workspace), ["p/a.md"]);
  assert.equal(new TextDecoder().decode((await workspace.read("p/a.md")).bytes), "x");
  for (const work of [workspace.write("p/a.md", bytesOf("y")), workspace.create("b.md", bytesOf("y")), workspace.remove("p/a.md"), workspace.rename("p/a.md", "b")]) await fails(work, "readOnly");
  await fails(workspace.read("p"), "isFolder");
});

test("a zip brings back every byte, and nothing outside of it", async () => {
  const files = { "content/a.md": "ä".repeat(5_000), "static/x.png": "\u0000\u0001", "empty.md": "", ".foreword/trash/1-a/a.md.trash": "gone" };
  const source = createHandleStore(createFakeDisk(files).handle).source;
  const packed = await pack(source, null);
  const found = await unpack(packed);
  const texts = await Promise.all(found.map(async ({ path, file }) => [path.join("/"), await file.text()]));
  const { ".foreword/trash/1-a/a.md.trash": _, ...expected } = files;
  assert.deepEqual(Object.fromEntries(texts), expected);
  assert.deepEqual((await unpack(await pack(source, ["empty.md"]))).map(({ path }) => path), [["empty.md"]]);
  await fails(unpack(new Blob(["no zip at all, and longer than an empty one"])), "failed");
  const large = await pack(createHandleStore(createFakeDisk({ "a.md": Array.from({ length: 4_000 }, (_, at) => at * 7919).join(" ") }).handle).source, null);
  await fails(unpack(large.slice(0, large.size >> 1)), "failed");
});

test("a zip's outer folder goes, names that lead out of it are left", async () => {
  const { zipSync, strToU8 } = await import("fflate");
  const zip = (names: string[]): Blob => new Blob([zipSync(Object.fromEntries(names.map((name) => [name, strToU8("x")]))) as Uint8Array<ArrayBuffer>]);
  const names = async (...given: string[]): Promise<string[]> => (await unpack(zip(given))).map(({ path }) => path.join("/"));
  assert.deepEqual(await names("site-main/a.md", "site-main/p/b.md", "__MACOSX/site-main/._a.md"), ["a.md", "p/b.md"]);
  assert.deepEqual(await names("content/a.md"), ["content/a.md"]);
  assert.deepEqual(await names("../a.md", "/b.md", "C:/c.md", "x/../../d.md", "ok.md"), ["ok.md"]);
});

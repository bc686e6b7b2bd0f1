// Owns the tests of the list of posts and of all that a page does with workspaces, on a disk in memory.

import "fake-indexeddb/auto";
import { test } from "node:test";
import assert from "node:assert/strict";
import { createBrowserFolders } from "../src/workspace/browser-folders";
import { spawnHere } from "../src/workspace/library-client";
import { createRemembered, type RememberedFolders } from "../src/workspace/remembered";
import { FIRST_VIEW, NO_FILTER, facetsOf, passes, sorted } from "../src/workspace/select";
import { createSummariser } from "../src/workspace/summariser";
import { unread } from "../src/workspace/post-index";
import type { PostEntry, PostList, PostView, Summariser, WorkspaceEvent } from "../src/workspace/types";
import { createWorkspaces, type Workspaces } from "../src/workspace/workspaces";
import { PROTOCOL, type PostFile, type PostSummary, type Request } from "../src/wire";
import type { FromWorker } from "../src/engine/worker";
import { bytesOf, createFakeDisk, type FakeDisk } from "./workspace-fake-disk";

/** Reads headers as the engine would, for headers as these tests write them. */
function summaryOf({ path, text }: PostFile): PostSummary {
  const value = (key: string): string | null => new RegExp(`^${key}: (.*)$`, "m").exec(text)?.[1] ?? null;
  const date = value("date");
  return { path, title: value("title"), date, instant: date === null ? null : Date.parse(date) / 1_000, publishes: value("draft") === "true" ? "never" : "now", tags: value("tags")?.split(" ") ?? [], categories: [], slug: value("slug"), dialect: "commonmark", generator: "hugo" };
}

function createFakeSummariser(): Summariser & { asked: string[] } {
  const asked: string[] = [];
  return {
    asked,
    async summarise(files) {
      asked.push(...files.map(({ path }) => path));
      return files.map(summaryOf);
    },
    end: () => undefined,
  };
}

/** Handles of a disk in memory cannot be kept in a database. */
function rememberedInMemory(): RememberedFolders {
  const kept: Awaited<ReturnType<RememberedFolders["list"]>> = [];
  return {
    list: async () => [...kept],
    get: async (id) => kept.find((each) => each.id === id) ?? null,
    async remember(handle) {
      const known = kept.find((each) => each.handle === handle) ?? { id: `id-${kept.length}`, name: handle.name, handle, opened: 1 };
      if (!kept.includes(known)) kept.push(known);
      return known;
    },
    forget: async (id) => void kept.splice(kept.findIndex((each) => each.id === id), 1),
  };
}

interface Bench {
  workspaces: Workspaces;
  events: WorkspaceEvent[];
  summariser: ReturnType<typeof createFakeSummariser>;
  inBrowser: FakeDisk;
  /** The list, once everything was read. */
  list(view?: Partial<PostView>): Promise<PostList>;
}

function createBench(): Bench {
  const events: WorkspaceEvent[] = [];
  const summariser = createFakeSummariser();
  const inBrowser = createFakeDisk();
  const workspaces = createWorkspaces({
    tell: (event) => events.push(event),
    summariser: () => summariser,
    spawnShelf: spawnHere,
    remembered: rememberedInMemory(),
    browserFolders: createBrowserFolders(async () => inBrowser.handle),
    now: () => new Date("2026-01-31T12:00:00Z"),
  });
  return {
    workspaces,
    events,
    summariser,
    inBrowser,
    async list(view = {}) {
      await workspaces.refresh();
      const before = events.length;
      workspaces.setView({ ...FIRST_VIEW, ...view });
      for (;;) {
        await new Promise((resolve) => setTimeout(resolve, 5));
        const told = events.slice(before).findLast((event) => event.type === "posts");
        if (told?.type === "posts" && told.list.done) return told.list;
      }
    },
  };
}

const post = (title: string, date: string, rest = ""): string => `---\ntitle: ${title}\ndate: ${date}\n${rest}---\nText of ${title}\n`;
const SITE = {
  "hugo.toml": "",
  "content/posts/one.md": post("First light", "2024-01-02", "tags: sea Sky\n"),
  "content/posts/two/index.md": post("Second wave", "2025-03-04", "draft: true\ntags: sea\n"),
  "content/posts/three.md": "No header: the sea\n",
  "content/posts/bad.md": "\u0000\u0001\u0002\u0003\u0004\u0005",
};
const titles = ({ rows }: PostList): string[] => rows.map(({ title }) => title);

test("a folder opens to a list: titles, dates, drafts, tags, and what is wrong", async () => {
  const { workspaces, list, events } = createBench();
  await workspaces.take({ handle: createFakeDisk(SITE).handle });
  const all = await list();
  assert.deepEqual(titles(all), ["Second wave", "First light", "Bad", "Three"]);
  assert.deepEqual([all.total, all.matching, all.read, all.limit], [4, 4, 4, null]);
  const [second, , bad] = all.rows;
  assert.deepEqual([second?.path, second?.publishes, second?.tags, second?.words, second?.generator], ["content/posts/two/index.md", "never", ["sea"], 4, "hugo"]);
  assert.equal(bad?.problem, "It is not a text file.");
  assert.deepEqual(all.facets.tags, [{ value: "sea", count: 2 }, { value: "Sky", count: 1 }]);
  assert.deepEqual(all.facets.folders, [{ value: "content/posts", count: 4 }]);
  assert.deepEqual(events[0], { type: "workspace", workspace: { id: "id-0", name: "site", kind: "folder", writable: true, access: "granted", opened: Date.parse("2026-01-31T12:00:00Z") } });
});

test("filter, search and sort together; rows are what is looked at", async () => {
  const { workspaces, list } = createBench();
  await workspaces.take({ handle: createFakeDisk(SITE).handle });
  assert.deepEqual(titles(await list({ filter: { ...NO_FILTER, state: "never" } })), ["Second wave"]);
  const searched = await list({ search: "sea", sort: { by: "relevance", descending: true } });
  assert.deepEqual(titles(searched), ["Second wave", "First light", "Three"]);
  assert.deepEqual(searched.rows.at(-1)?.snippets, [{ text: "No header: the sea ", ranges: [[15, 18]] }]);
  assert.deepEqual(titles(await list({ search: "sea", filter: { ...NO_FILTER, year: 2024 } })), ["First light"]);
  const page = await list({ sort: { by: "title", descending: false }, from: 1, count: 2 });
  assert.deepEqual([titles(page), page.matching, page.from], [["First light", "Second wave"], 4, 1]);
});

test("looking again reads only what has changed, and forgets what is gone", async () => {
  const { workspaces, list, summariser } = createBench();
  const disk = createFakeDisk(SITE);
  await workspaces.take({ handle: disk.handle });
  await list();
  summariser.asked.length = 0;
  await list();
  assert.deepEqual(summariser.asked, []);
  disk.put("content/posts/one.md", post("Changed light", "2024-01-02"));
  disk.delete("content/posts/three.md");
  assert.deepEqual(titles(await list()), ["Second wave", "Changed light", "Bad"]);
  assert.deepEqual(summariser.asked, ["content/posts/one.md"]);
  assert.deepEqual(titles(await list({ search: "header" })), []);
});

test("one file that cannot be opened hides only itself; a lost permission is told", async () => {
  const { workspaces, list, events } = createBench();
  const disk = createFakeDisk(SITE);
  disk.fault = (operation, path) => {
    if (operation === "getFile" && path.endsWith("one.md")) throw new DOMException("", "NotReadableError");
  };
  await workspaces.take({ handle: disk.handle });
  const { rows } = await list();
  assert.equal(rows.length, 4);
  assert.match(rows.find(({ path }) => path.endsWith("one.md"))?.problem ?? "", /could not be read/);
  disk.fault = null;
  disk.permission = "prompt";
  await assert.rejects(workspaces.open("content/posts/one.md"), /no longer allows/);
  await new Promise((resolve) => setTimeout(resolve, 5));
  const last = events.findLast((event) => event.type === "workspace");
  assert.equal(last?.type === "workspace" && last.workspace?.access, "prompt");
  assert.equal(await workspaces.allow(), true);
  assert.equal((await workspaces.open("content/posts/one.md")).disk?.handle.name, "one.md");
});

test("new, duplicate, rename, remove, restore: on the disk, in the list and in the search", async () => {
  const { workspaces, list, events } = createBench();
  const disk = createFakeDisk({ ...SITE, "archetypes/default.md": '---\ntitle: {{ replace .Name "-" " " | title }}\n{{ .Site.X }}---\n' });
  await workspaces.take({ handle: disk.handle });
  await list();
  const asked = { title: "New shore", folder: null, generator: "hugo", fields: null, language: "yaml" as const, archetype: true };
  const created = await workspaces.create(asked);
  assert.deepEqual(created, { path: "content/posts/new-shore.md", notes: ["{{ .Site.X }} of the archetype was left out."], from: "archetypes/default.md" });
  assert.equal((await workspaces.create(asked)).path, "content/posts/new-shore-2.md");
  assert.equal(disk.files()["content/posts/new-shore.md"], "---\ntitle: New Shore\n---\n");
  assert.equal(await workspaces.duplicate("content/posts/two/index.md"), "content/posts/two-copy/index.md");
  assert.equal(await workspaces.rename("content/posts/two-copy/index.md", "Third", bytesOf(post("Third wave", "2026-01-01"))), "content/posts/third/index.md");
  assert.deepEqual(titles(await list({ search: "wave" })), ["Third wave", "Second wave"]);
  const trashed = await workspaces.remove("content/posts/third/index.md");
  assert.deepEqual(titles(await list({ search: "wave" })), ["Second wave"]);
  assert.deepEqual((await workspaces.trash()).map(({ path }) => path), ["content/posts/third/index.md"]);
  await workspaces.restore(trashed);
  assert.deepEqual(titles(await list({ search: "wave" })), ["Third wave", "Second wave"]);
  assert.deepEqual(events.flatMap((event) => (event.type === "moved" || event.type === "removed" ? [event] : [])), [
    { type: "moved", from: "content/posts/two-copy/index.md", to: "content/posts/third/index.md" },
    { type: "removed", path: "content/posts/third/index.md", trash: trashed },
  ]);
});

test("files that can only be read become a folder in this browser; a zip does, too", async () => {
  const { workspaces, list, inBrowser } = createBench();
  const files = Object.entries(SITE).map(([path, text]) => ({ path: path.split("/"), file: new File([text], path.split("/").at(-1) ?? "") }));
  await workspaces.take({ name: "blog", files });
  assert.equal((await workspaces.current()?.info())?.writable, false);
  await workspaces.keep();
  assert.deepEqual(titles(await list()), ["Second wave", "First light", "Bad", "Three"]);
  const archive = new File([await workspaces.zip()], "blog.zip");
  await workspaces.takeZip(archive);
  const top = "foreword-workspaces-v1";
  const kept = inBrowser.files();
  for (const [path, text] of Object.entries(SITE)) for (const name of ["blog", "blog 2"]) assert.equal(kept[`${top}/${name}/${path}`], text);
  assert.deepEqual((await workspaces.recent()).map(({ id, kind }) => [id, kind]), [["browser:blog", "browser"], ["browser:blog 2", "browser"]]);
  await workspaces.forget("browser:blog 2");
  assert.equal(workspaces.current(), null);
  await workspaces.reopen("browser:blog", false);
  inBrowser.fault = (operation) => {
    if (operation === "write") throw new DOMException("", "QuotaExceededError");
  };
  await assert.rejects(workspaces.takeZip(archive), /no room/);
  assert.deepEqual((await workspaces.recent()).map(({ id }) => id), ["browser:blog"]);
});

test("a folder is opened again without asking where it may, and asks only when told to", async () => {
  const { workspaces } = createBench();
  const disk = createFakeDisk(SITE);
  await workspaces.take({ handle: disk.handle });
  workspaces.close();
  disk.permission = "prompt";
  assert.deepEqual((await workspaces.recent()).map(({ id, access }) => [id, access]), [["id-0", "prompt"]]);
  assert.equal(await workspaces.reopen("id-0", false), false);
  assert.equal(workspaces.current(), null);
  assert.equal(await workspaces.reopen("id-0", true), true);
  assert.equal(workspaces.current()?.name, "site");
  disk.permission = "denied";
  assert.equal(await workspaces.reopen("id-0", true), false);
});

test("a database that cannot keep handles is no reason not to open", async () => {
  const remembered = createRemembered(() => 5);
  const folder = await remembered.remember(createFakeDisk().handle);
  assert.deepEqual([folder.name, folder.opened, await remembered.list()], ["site", 5, []]);
});

const entry = (path: string, rest: Partial<PostEntry> = {}): PostEntry => ({ ...unread(path), read: true, ...rest });

test("filters and orders", () => {
  const posts = [
    entry("a/10.md", { title: "Post 10", date: "2024-05-01", instant: 30, tags: ["Sea"], dialect: "goldmark", modified: 1 }),
    entry("a/9.md", { title: "post 9", date: "May 2, 2023", instant: 20, publishes: "later", categories: ["x"], modified: 3 }),
    entry("b/c.md", { title: "Äpfel", publishes: "never", problem: "p", modified: 2 }),
  ];
  const names = (filter: Partial<typeof NO_FILTER>): string[] => posts.filter((each) => passes(each, { ...NO_FILTER, ...filter })).map(({ path }) => path);
  assert.deepEqual(names({}), ["a/10.md", "a/9.md", "b/c.md"]);
  assert.deepEqual(names({ tag: "sea" }), ["a/10.md"]);
  assert.deepEqual(names({ category: "X" }), ["a/9.md"]);
  assert.deepEqual(names({ year: 2023 }), ["a/9.md"]);
  assert.deepEqual(names({ state: "later" }), ["a/9.md"]);
  assert.deepEqual(names({ dialect: "goldmark" }), ["a/10.md"]);
  assert.deepEqual(names({ folder: "a" }), ["a/10.md", "a/9.md"]);
  assert.deepEqual(names({ problems: true }), ["b/c.md"]);
  const order = (by: "date" | "title" | "modified" | "path", descending: boolean): string[] => sorted(posts, { by, descending }).map(({ path }) => path);
  assert.deepEqual(order("date", true), ["a/10.md", "a/9.md", "b/c.md"]);
  assert.deepEqual(order("date", false), ["a/9.md", "a/10.md", "b/c.md"]);
  assert.deepEqual(order("title", false), ["b/c.md", "a/9.md", "a/10.md"]);
  assert.deepEqual(order("modified", true), ["a/9.md", "b/c.md", "a/10.md"]);
  assert.deepEqual(order("path", false), ["a/9.md", "a/10.md", "b/c.md"]);
  assert.deepEqual(facetsOf(posts).years, [{ value: 2024, count: 1 }, { value: 2023, count: 1 }]);
});

test("a post of which nothing is read is shown by its name", () => {
  assert.deepEqual([unread("_posts/2024-01-02-a-day_out.md").title, unread("_posts/2024-01-02-a.md").date, unread("p/my-trip/index.md").title, unread("index.md").title], ["A day out", "2024-01-02", "My trip", "Index"]);
});

/** An engine in this thread that ends when it is given a post with this text. */
function createFakeEngine(poison: string): { spawn: Parameters<typeof createSummariser>[0]["spawn"]; starts: () => number } {
  let starts = 0;
  return {
    starts: () => starts,
    async spawn(heard: (message: FromWorker) => void) {
      starts += 1;
      queueMicrotask(() => heard({ started: true }));
      const answer = (request: Request): FromWorker => {
        if (request.type === "hello") return { response: { type: "ready", protocol: PROTOCOL, dialects: [], generators: [], rules: [] }, memory: 0 };
        if (request.type !== "summarise" || request.files.some(({ text }) => text === poison)) return { trap: "unreachable" };
        return { response: { type: "summaries", summaries: request.files.map(summaryOf) }, memory: 0 };
      };
      return { post: (request: Request) => queueMicrotask(() => heard(answer(request))), end: () => undefined };
    },
  };
}

test("one post that stops the engine costs only itself", async () => {
  const engine = createFakeEngine("poison");
  const summariser = createSummariser({ spawn: engine.spawn, clock: () => ({ now: 0, zone: 0 }) });
  const files = Array.from({ length: 20 }, (_, at) => ({ path: `${at}.md`, text: at === 13 ? "poison" : "title: x" }));
  const summaries = await summariser.summarise(files);
  assert.deepEqual(summaries.map(({ path }) => path), files.filter((_, at) => at !== 13).map(({ path }) => path));
  assert.ok(engine.starts() <= 7, `${engine.starts()} starts`);
});

test("an engine that never starts leaves the posts their names", async () => {
  let starts = 0;
  const summariser = createSummariser({
    spawn: async () => {
      starts += 1;
      throw new Error("no");
    },
    clock: () => ({ now: 0, zone: 0 }),
  });
  assert.deepEqual(await summariser.summarise([{ path: "a.md", text: "" }]), []);
  assert.deepEqual(await summariser.summarise([{ path: "b.md", text: "" }]), []);
  assert.equal(starts, 3);
});

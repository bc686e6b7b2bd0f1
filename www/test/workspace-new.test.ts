// Owns the tests of new posts: archetypes, headers, and file names by a site's habits.

import { test } from "node:test";
import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { parse as parseToml } from "smol-toml";
import { archetypePaths, expandArchetype, titleCase } from "../src/workspace/archetype";
import { formatGo } from "../src/workspace/go-time";
import { defaultHabit, habitOf, learnHabit, pathFor } from "../src/workspace/habits";
import { headerFrom, newText, type Field } from "../src/workspace/new-post";
import { slugOf } from "../src/documents/file-name";
import { partsOfName } from "../src/workspace/paths";
import { doubling, renaming } from "../src/workspace/rename";

// Its CommonJS cannot be bundled into a module.
const { parse: parseYaml } = createRequire(import.meta.url)("yaml") as typeof import("yaml");

const moment = { time: Date.UTC(2026, 0, 31, 16, 45, 7), zone: 60 };
const context = { name: "my-first-day-in-rome", section: "posts", path: "posts/my-first-day-in-rome.md", moment };
const expand = (text: string): string => expandArchetype(text, context).text;

test("Hugo's own archetypes", () => {
  assert.equal(
    expand(`+++\ntitle = '{{ replace .File.ContentBaseName "-" " " | title }}'\ndate = {{ .Date }}\ndraft = true\n+++\n`),
    "+++\ntitle = 'My First Day in Rome'\ndate = 2026-01-31T17:45:07+01:00\ndraft = true\n+++\n",
  );
  assert.equal(expand(`title: "{{ replace .Name "-" " " | title }}"`), `title: "My First Day in Rome"`);
});

test("functions, brackets, bars, comments, and trimmed blanks", () => {
  for (const [template, expected] of [
    ["{{ .Name | humanize | title }}", "My First Day in Rome"],
    [`{{ now.Format "2006-01-02" }} {{ dateFormat "2 Jan 06" .Date }} {{ (now).Format "15:04" }} {{ .Date.Format "Monday" }}`, "2026-01-31 31 Jan 26 17:45 Saturday"],
    [`{{ printf "%s/%s" .Type (upper .Name) }}`, "posts/MY-FIRST-DAY-IN-ROME"],
    [`{{ time.Format "2006" now }}`, "2026"],
    ["a {{- /* nothing */ -}} b", "ab"],
    [`{{ .File.Path }} {{ .File.Dir }} {{ .Section }}`, "posts/my-first-day-in-rome.md posts/ posts"],
    ["{{ strings.TrimPrefix `my-` .Name }}", "first-day-in-rome"],
  ] as const) assert.equal(expand(template), expected, template);
});

test("what is not known is left out and said; nothing of a template is run", () => {
  const { text, notes } = expandArchetype(`a: {{ .Site.Title }}\nb: {{ .Name }}\nc: {{ constructor "x" }}\n{{ range .Pages }}x{{ end }}`, context);
  assert.equal(text, "a: \nb: my-first-day-in-rome\nc: \nx");
  assert.deepEqual(notes, ["{{ .Site.Title }} of the archetype was left out.", '{{ constructor "x" }} of the archetype was left out.', "{{ range .Pages }} of the archetype was left out.", "{{ end }} of the archetype was left out."]);
  for (const broken of ["{{ ( }}", "{{ | }}", "{{ replace }}", '{{ "open }}', "{{ }}", "{{"]) assert.doesNotThrow(() => expandArchetype(broken, context), broken);
  assert.deepEqual(archetypePaths("posts", true), ["archetypes/posts/index.md", "archetypes/posts.md", "archetypes/default/index.md", "archetypes/default.md"]);
});

test("dates by example, titles in AP style", () => {
  assert.equal(formatGo("Mon Jan _2 03:04:05 PM 2006 -0700 Z07:00", { time: Date.UTC(2024, 1, 3, 0, 5, 9), zone: 0 }), "Sat Feb  3 12:05:09 AM 2024 +0000 Z");
  assert.equal(formatGo("2006-01-02T15:04:05-07:00", { time: Date.UTC(2024, 0, 1), zone: -210 }), "2023-12-31T20:30:00-03:30");
  assert.equal(titleCase("the end of an era in the"), "The End of an Era in The");
});

test("slugs and the parts of names", () => {
  assert.equal(slugOf("  Crème Brûlée: it’s 100% ß!  "), "creme-brulee-its-100-ss");
  assert.equal(slugOf("한국어 हिन्दी 漢字"), "한국어-हिन्दी-漢字");
  assert.equal(slugOf("!!!"), "post");
  assert.deepEqual(partsOfName("2024-01-31-a.de.md"), { date: "2024-01-31-", slug: "a", tail: ".de.md" });
  assert.deepEqual(partsOfName("vue.js.md"), { date: "", slug: "vue.js", tail: ".md" });
  assert.deepEqual(partsOfName("de.md"), { date: "", slug: "de", tail: ".md" });
  assert.deepEqual(partsOfName("2024-01-31.md"), { date: "", slug: "2024-01-31", tail: ".md" });
});

test("where a renamed and a doubled post goes", () => {
  const to = (path: string, wanted: string): string | undefined => renaming(path, wanted)?.path;
  assert.equal(to("_posts/2024-01-31-a.md", "B c"), "_posts/2024-01-31-b-c.md");
  assert.equal(to("blog/2024-01-31-a/index.mdx", "b"), "blog/2024-01-31-b/index.mdx");
  assert.equal(to("content/x/index.en.md", "b"), "content/b/index.en.md");
  assert.equal(to("content/x/_index.md", "b"), "content/x/b.md");
  assert.equal(to("index.md", "b"), "b.md");
  assert.equal(to("p/My_Post.md", "My_Post"), undefined);
  assert.deepEqual(doubling("p/a/index.md", "-2"), { from: "p/a", to: "p/a-copy-2", path: "p/a-copy-2/index.md" });
});

test("habits of each generator, without an example", () => {
  const path = (generator: string): string => pathFor(defaultHabit(generator), { title: "A title", moment });
  assert.deepEqual(["jekyll", "hugo", "zola", "astro", "docusaurus", "eleventy", "gatsby", "other"].map(path), [
    "_posts/2026-01-31-a-title.md", "content/posts/a-title.md", "content/blog/a-title.md", "src/content/blog/a-title.md", "blog/2026-01-31-a-title.md", "posts/a-title.md", "content/blog/a-title/index.md", "a-title.md",
  ]);
});

test("habits learned from the neighbours", () => {
  const named = (paths: string[], folder: string | null, generator = "", suffix = ""): string => pathFor(learnHabit(paths, folder, generator), { title: "A title", moment }, suffix);
  assert.equal(named(["content/posts/a/index.md", "content/posts/b/index.md", "content/posts/c.md", "content/posts/_index.md", "content/about.md"], null, "hugo"), "content/posts/a-title/index.md");
  assert.equal(named(["content/posts/a/index.md", "content/notes/c.mdx"], "content/notes", "hugo"), "content/notes/a-title.mdx");
  assert.equal(named(["_posts/2024-01-02-a.markdown", "about.md"], null, "jekyll", "-2"), "_posts/2026-01-31-a-title-2.markdown");
  assert.equal(named(["src/blog/2023/12/a.md", "src/blog/2024/01/b.md", "src/about.md"], null, "eleventy"), "src/blog/2026/01/a-title.md");
  assert.equal(named(["content/posts/2024-01-02-a/index.md"], "content/posts/series"), "content/posts/series/2026-01-31-a-title/index.md");
  assert.equal(named(["_posts/2024-01-02-a.md"], "news/_posts", "jekyll"), "news/_posts/2026-01-31-a-title.md");
  assert.equal(named([], "anywhere", "astro"), "anywhere/a-title.md");
  assert.deepEqual(habitOf("blog/2024/05/06/x.md"), { folder: "blog", shape: "file", dated: false, by: "2006/01/02", ending: ".md" });
});

const FIELDS: Field[] = [
  { key: "title", value: 'A: "quoted" # title' }, { key: "plain", value: "Just words" }, { key: "no", value: "no" }, { key: "version", value: "1.10" }, { key: "empty", value: "" },
  { key: "count", value: 3 }, { key: "draft", value: true }, { key: "tags", value: ["a", "b, c", "yes", "d: e"] }, { key: "odd key", value: "- x" }, { key: "lines", value: "one\ntwo\u2028" }, { key: "none", value: [] },
];

test("a header says what was meant, in each language", () => {
  const expected = Object.fromEntries(FIELDS.map(({ key, value }) => [key, value]));
  const inner = (header: string): string => header.split("\n").slice(1, -2).join("\n");
  assert.deepEqual(parseYaml(inner(headerFrom(FIELDS, "yaml"))), expected);
  assert.deepEqual({ ...parseToml(inner(headerFrom(FIELDS, "toml"))) }, expected);
  assert.deepEqual(JSON.parse(headerFrom(FIELDS, "json")), expected);
  assert.equal(headerFrom([{ key: "date", value: { date: "2026-01-31" } }, { key: "cover", value: null }, { key: "t", value: "Plain title" }], "yaml"), "---\ndate: 2026-01-31\ncover:\nt: Plain title\n---\n");
});

test("the text of a new post: an archetype where Hugo has one, else a header", async () => {
  const asked = { title: "A title", folder: null, generator: "hugo", fields: null, language: "yaml" as const, archetype: true };
  const archetypes: Record<string, string> = { "archetypes/default.md": "d {{ .Name }}", "archetypes/posts.md": "p {{ .Name }}" };
  const read = async (path: string): Promise<string | null> => archetypes[path] ?? null;
  assert.deepEqual(await newText(asked, defaultHabit("hugo"), moment, read), { text: "p a-title", notes: [], from: "archetypes/posts.md" });
  assert.equal((await newText(asked, { ...defaultHabit("hugo"), folder: "content/notes", shape: "bundle" }, moment, read)).text, "d a-title");
  const plain = "---\ntitle: A title\ndate: 2026-01-31T17:45:07+01:00\ndraft: true\n---\n\n";
  assert.equal((await newText({ ...asked, archetype: false }, defaultHabit("hugo"), moment, read)).text, plain);
  assert.equal((await newText({ ...asked, generator: "jekyll", fields: [{ key: "title", value: "" }] }, defaultHabit("jekyll"), moment, read)).text, "---\ntitle: A title\n---\n\n");
});

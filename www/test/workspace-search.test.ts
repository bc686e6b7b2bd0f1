// Owns the tests of the search over all posts: what is found, in which order, where, and within which memory.

import { test } from "node:test";
import assert from "node:assert/strict";
import { bodyStart, countWords, fold, headOf, plainText, termsOf } from "../src/workspace/fold";
import { createLibrary, type Library } from "../src/workspace/library";
import { createLibraryClient, spawnHere } from "../src/workspace/library-client";

function libraryOf(texts: Record<string, string>): Library {
  const library = createLibrary();
  for (const [path, text] of Object.entries(texts)) library.add(path, plainText(text));
  return library;
}
const found = (library: Library, query: string): string[] => library.search(query).map(({ path }) => path);
const marked = (library: Library, query: string, path: string): string[] =>
  library.snippets(query, path).map(({ text, ranges }) => ranges.reduceRight((marked, [from, to]) => `${marked.slice(0, from)}[${marked.slice(from, to)}]${marked.slice(to)}`, text));

test("texts are made alike without moving a letter", () => {
  assert.equal(fold("Crème BRÛLÉE – “Straße” İstanbul’s ΣΊΣΥΦΟΣ\n\t1"), "creme brulee - \"straße\" istanbul's σισυφοσ  1");
  for (const text of ["İİ", "ǅ", "ﬁ", "가각", "𝒳é", "ÅÅ", "", "ẞ", "\ud800"]) assert.equal(fold(text).length, text.length, text);
  assert.equal(plainText("e\u0301\r\nb\rc"), "é\nb\nc");
});

test("a query is words and phrases, all folded, none twice", () => {
  assert.deepEqual(termsOf('Café "two  Words" “curly one” x x "open end'), ["two words", "curly one", "open end", "cafe", "x"]);
  assert.deepEqual(termsOf(' "" '), []);
});

test("every word must be there, in any order and any field; phrases as they are", () => {
  const library = libraryOf({ "a.md": "Red apples and\ngreen pears", "b.md": "green apples", "c.md": "Pomme d’été, crème" });
  assert.deepEqual(found(library, "apples green").sort(), ["a.md", "b.md"]);
  assert.deepEqual(found(library, '"green apples"'), ["b.md"]);
  assert.deepEqual(found(library, '"and green"'), ["a.md"], "across a line break");
  assert.deepEqual(found(library, "ETE creme"), ["c.md"]);
  assert.deepEqual(found(library, "d'été"), ["c.md"]);
  assert.deepEqual(found(library, "apples kiwi"), []);
  assert.deepEqual(found(library, ""), []);
  library.label({ path: "b.md", title: "Kiwi", tags: [], instant: null });
  assert.deepEqual(found(library, "apples kiwi"), ["b.md"]);
});

test("title before tags before text before header; then how often, then the newer", () => {
  const library = libraryOf({ "body.md": "tide", "often.md": "tide tide tide tide", "title.md": "x", "tag.md": "x", "header.md": "---\nlayout: tide\n---\nx", "old.md": "moon", "new.md": "moon", "tide-name.md": "x" });
  library.label({ path: "title.md", title: "First tide", tags: [], instant: 0 });
  library.label({ path: "tag.md", title: "X", tags: ["Tide"], instant: 0 });
  library.label({ path: "old.md", title: "", tags: [], instant: 1 });
  library.label({ path: "new.md", title: "", tags: [], instant: 2 });
  assert.deepEqual(found(library, "tide"), ["title.md", "tag.md", "often.md", "tide-name.md", "body.md", "header.md"]);
  assert.deepEqual(found(library, "moon"), ["new.md", "old.md"]);
  assert.equal(library.search("tide").find(({ path }) => path === "often.md")?.count, 4);
});

test("snippets show the places in the text as it is written", () => {
  const library = libraryOf({ "a.md": `---\ntitle: Café\n---\n${"word ".repeat(40)}the Café\nopens ${"more ".repeat(60)}CAFÉ at the end` });
  const snippets = marked(library, "cafe", "a.md");
  assert.equal(snippets.length, 2);
  assert.match(snippets[0] ?? "", /^word .*the \[Café\] opens more/);
  assert.match(snippets[1] ?? "", /more \[CAFÉ\] at the end$/);
  assert.deepEqual(marked(libraryOf({ "b.md": "𝒳𝒳 one two" }), "two one", "b.md"), ["𝒳𝒳 [one] [two]"]);
  assert.deepEqual(marked(library, "none", "a.md"), []);
  const long = libraryOf({ "c.md": `${"漢".repeat(300)}字${"漢".repeat(300)}` });
  assert.match(marked(long, "字", "c.md")[0] ?? "", /^漢{60}\[字\]漢+$/);
});

test("one post changes, moves or goes, and the answers follow", () => {
  const library = libraryOf({ "a.md": "one", "b.md": "two" });
  library.add("a.md", "three");
  assert.deepEqual([found(library, "one"), found(library, "three")], [[], ["a.md"]]);
  library.rename("a.md", "c.md");
  assert.deepEqual(found(library, "three"), ["c.md"]);
  library.forget("c.md");
  assert.deepEqual(found(library, "three"), []);
  assert.deepEqual(library.size(), { characters: 3, left: 0 });
});

test("memory has a limit; what does not fit is still found by its title", () => {
  const library = createLibrary(10);
  assert.equal(library.add("a.md", "12345678"), true);
  assert.equal(library.add("b.md", "needle"), false);
  library.label({ path: "b.md", title: "Haystack", tags: [], instant: null });
  assert.deepEqual(library.size(), { characters: 8, left: 1 });
  assert.deepEqual([found(library, "needle"), found(library, "haystack")], [[], ["b.md"]]);
  library.forget("a.md");
  assert.equal(library.add("b.md", "needle"), true);
  assert.deepEqual(library.size(), { characters: 6, left: 0 });
});

test("the head of a post: its header and the first of its body, whole letters only", () => {
  for (const header of ["---\ntitle: x\n---\n", "+++\ntitle = 'x'\n+++\n", '{\n  "title": "x"\n}\n']) assert.equal(bodyStart(`${header}body`), header.length);
  assert.equal(bodyStart("---\nno end"), 0);
  assert.equal(bodyStart("# Title\n\n---\n"), 0);
  const head = headOf(`---\na: b\n---\n${"x".repeat(2_047)}😀`);
  assert.equal(head.length, 13 + 2_047);
  assert.equal(countWords("# Two words\n\n- and *three* more 漢字", 0), 7);
});

test("asked from another thread: files are read there, bad ones are named, a lost worker starts again", async () => {
  const client = createLibraryClient(spawnHere);
  const heads = await client.ask({ type: "read", files: [{ path: "a.md", file: new File(["---\r\ntitle: A\r\n---\r\nText one"], "a.md") }, { path: "b.md", file: new File([new Uint8Array(100)], "b.md") }] });
  assert.deepEqual(heads, [{ path: "a.md", head: "---\ntitle: A\n---\nText one", words: 2 }, { path: "b.md", problem: "It is not a text file." }]);
  assert.deepEqual((await client.ask({ type: "search", query: "text" })).hits.map(({ path }) => path), ["a.md"]);
  client.end();
  await assert.rejects(client.ask({ type: "search", query: "text" }));
  let [lost, breakIt] = [0, (): void => undefined];
  const fragile = createLibraryClient((_heard, broke) => {
    breakIt = broke;
    return { post: () => undefined, end: () => undefined };
  });
  fragile.onLost(() => (lost += 1));
  const asked = fragile.ask({ type: "search", query: "x" });
  breakIt();
  await assert.rejects(asked);
  assert.equal(lost, 1);
});

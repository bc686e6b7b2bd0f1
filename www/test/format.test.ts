// Owns the tests of the formatting buttons: `‸` is the cursor, `⟦…⟧` the selection.

import { test } from "node:test";
import assert from "node:assert/strict";
import { EditorSelection, EditorState } from "@codemirror/state";
import { ensureSyntaxTree } from "@codemirror/language";
import { folding } from "../src/surface/folding";
import { formatting } from "../src/surface/format";
import { post } from "../src/surface/language";
import { indentItems, outdentItems } from "../src/surface/lists";
import type { Format } from "../src/wire";

function open(marked: string): EditorState {
  const cursor = marked.indexOf("‸");
  const from = marked.indexOf("⟦");
  const doc = marked.replace(/[‸⟦⟧]/g, "");
  const selection = cursor >= 0 ? EditorSelection.single(cursor) : EditorSelection.single(from, marked.indexOf("⟧") - 1);
  const state = EditorState.create({ doc, selection, extensions: [post, folding] });
  ensureSyntaxTree(state, doc.length, 5_000);
  return state;
}

function show(state: EditorState): string {
  const { from, to, empty } = state.selection.main;
  const doc = state.doc.toString();
  return empty ? `${doc.slice(0, from)}‸${doc.slice(from)}` : `${doc.slice(0, from)}⟦${doc.slice(from, to)}⟧${doc.slice(to)}`;
}

function apply(marked: string, format: Format): string {
  const state = open(marked);
  const spec = formatting(state, format);
  return spec ? show(state.update(spec).state) : "nothing";
}

const cases: [string, Format, string, string][] = [
  ["a selection becomes bold", "bold", "a ⟦word⟧ here", "a **⟦word⟧** here"],
  ["bold goes off again", "bold", "a **⟦word⟧** here", "a ⟦word⟧ here"],
  ["bold goes off with its marks selected", "bold", "a ⟦**word**⟧ here", "a ⟦word⟧ here"],
  ["the word at the cursor", "bold", "a wo‸rd here", "a **wo‸rd** here"],
  ["and off again", "bold", "a **wo‸rd** here", "a wo‸rd here"],
  ["empty marks to write in", "bold", "a ‸", "a **‸**"],
  ["empty marks go", "bold", "a **‸**", "a ‸"],
  ["outer white space stays outside", "italic", "a⟦ word ⟧here", "a⟦ _word_ ⟧here"],
  ["inside a word, asterisks", "italic", "un⟦believ⟧able", "un*⟦believ⟧*able"],
  ["bold is not italic", "italic", "⟦**word**⟧", "_⟦**word**⟧_"],
  ["italic off", "italic", "_⟦word⟧_", "⟦word⟧"],
  ["strikethrough", "strikethrough", "⟦gone⟧", "~~⟦gone⟧~~"],
  ["code around a backtick", "code", "⟦a`b⟧", "``⟦a`b⟧``"],
  ["several lines of code get a fence", "code", "⟦a\nb⟧", "```‸\na\nb\n```"],
  ["a fence goes off", "code", "```js\n⟦a\nb⟧\n```", "⟦a\nb⟧"],
  ["items are formatted one by one", "bold", "⟦- one\n- two⟧", "⟦- **one**\n- **two⟧**"],
  ["a link wants its address", "link", "see ⟦this⟧", "see [this](‸)"],
  ["an address wants its text", "link", "⟦https://example.org⟧", "[‸](https://example.org)"],
  ["a link goes off", "link", "see [th‸is](x)", "see ⟦this⟧"],
  ["an image", "image", "‸", "![‸]()"],
  ["heading", "heading", "Ti‸tle", "## Ti‸tle"],
  ["heading deeper", "heading", "## Ti‸tle", "### Ti‸tle"],
  ["heading off", "heading", "#### Ti‸tle", "Ti‸tle"],
  ["underlined heading", "heading", "Ti‸tle\n---\n", "### Ti‸tle\n"],
  ["quote", "quote", "⟦a\n\nb⟧", "> ⟦a\n>\n> b⟧"],
  ["quote off", "quote", "⟦> a\n>\n> b⟧", "⟦a\n\nb⟧"],
  ["list", "bulletList", "⟦a\nb⟧", "- ⟦a\n- b⟧"],
  ["list off", "bulletList", "⟦- a\n- b⟧", "⟦a\nb⟧"],
  ["list to numbers", "numberedList", "⟦- a\n- b⟧", "⟦1. a\n2. b⟧"],
  ["list to tasks", "taskList", "⟦1. a\n2. b⟧", "⟦- [ ] a\n- [ ] b⟧"],
  ["tasks to list", "bulletList", "- [x] a‸", "- a‸"],
  ["nested numbers count for themselves", "numberedList", "⟦- a\n  - b\n  - c\n- d⟧", "⟦1. a\n  1. b\n  2. c\n2. d⟧"],
  ["empty line becomes an item", "bulletList", "‸", "- ‸"],
  ["never in the front matter", "bold", "---\ntit‸le: x\n---\n", "nothing"],
];

for (const [name, format, before, after] of cases) {
  test(name, () => assert.equal(apply(before, format), after));
}

test("a table stands apart from the text", () => {
  assert.equal(
    apply("Text‸\nmore", "table"),
    "Text\n\n| ⟦Column 1⟧ | Column 2 |\n| -------- | -------- |\n|          |          |\n\nmore",
  );
  assert.equal(apply("⟦a\tb\nc\td⟧", "table"), "| ‸a   | b   |\n| --- | --- |\n| c   | d   |\n");
});

function press(marked: string, command: typeof indentItems): string {
  const state = open(marked);
  let next = state;
  command({ state, dispatch: (transaction) => (next = transaction.state) });
  return show(next);
}

test("Tab puts an item under the one above", () => {
  assert.equal(press("- a\n- b‸", indentItems), "- a\n  - b‸");
  assert.equal(press("1. a\n2. b‸\n", indentItems), "1. a\n   1. b‸\n");
  assert.equal(press("- a\n- b‸\n  - c\n", indentItems), "- a\n  - b‸\n    - c\n");
  assert.equal(press("- a‸", indentItems), "- a‸");
});

test("Shift-Tab takes it out again", () => {
  assert.equal(press("- a\n  - b‸", outdentItems), "- a\n- b‸");
  assert.equal(press("1. a\n   1. b‸\n", outdentItems), "1. a\n2. b‸\n");
});

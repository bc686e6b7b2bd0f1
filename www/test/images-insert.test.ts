// Owns the tests of where an image goes in the text: `‸` is the cursor before and after, `IMG` the image.

import assert from "node:assert/strict";
import { test } from "node:test";
import { ensureSyntaxTree } from "@codemirror/language";
import { EditorState } from "@codemirror/state";
import { folding } from "../src/surface/folding";
import { imageEdit } from "../src/surface/insert-image";
import { post } from "../src/surface/language";

function insert(marked: string): string {
  const at = marked.indexOf("‸");
  const state = EditorState.create({ doc: marked.replace("‸", ""), extensions: [post, folding] });
  ensureSyntaxTree(state, state.doc.length, 5_000);
  const edit = imageEdit(state, at, "IMG");
  const doc = state.update({ changes: edit }).state.doc.toString();
  return `${doc.slice(0, edit.from + edit.end)}‸${doc.slice(edit.from + edit.end)}`;
}

const cases: [string, string, string][] = [
  ["an empty text", "‸", "IMG‸\n"],
  ["an empty line between paragraphs", "a\n\n‸\n\nb", "a\n\nIMG‸\n\nb"],
  ["an empty line right below a paragraph", "a\n‸\nb", "a\n\nIMG‸\n\nb"],
  ["the end of a paragraph: a paragraph of its own", "a word‸\n\nb", "a word\n\nIMG‸\n\nb"],
  ["the end of the text", "a word‸", "a word\n\nIMG‸\n"],
  ["within a line: in the line, with spaces", "a‸ word", "a IMG‸ word"],
  ["within a word", "wo‸rd", "wo IMG‸ rd"],
  ["before a full stop", "a word‸.", "a word IMG‸."],
  ["a list item stays one", "- one‸\n- two", "- one IMG‸\n- two"],
  ["not in the header", "---\ntitle: a‸b\n---\n\ntext", "---\ntitle: ab\n---\n\nIMG‸\n\ntext"],
  ["not at its end fence", "---\ntitle: a\n---‸\ntext", "---\ntitle: a\n---\n\nIMG‸\n\ntext"],
  ["right below the header", "---\ntitle: a\n---\n‸", "---\ntitle: a\n---\n\nIMG‸\n"],
  ["not in a code block", "a\n\n```js\nx‸y\n```\n\nb", "a\n\n```js\nxy\n```\n\nIMG‸\n\nb"],
  ["not in one that has no end", "a\n\n```js\nx‸y\n", "a\n\nIMG‸\n\n```js\nxy\n"],
  ["not in indented code", "a\n\n    x‸y\n\nb", "a\n\n    xy\n\nIMG‸\n\nb"],
  ["not in a table", "| a |\n| - |\n| b‸ |\n\nc", "| a |\n| - |\n| b |\n\nIMG‸\n\nc"],
  ["not in a heading", "# Ti‸tle\ntext", "# Title\n\nIMG‸\n\ntext"],
  ["not in raw HTML", "<div>\n<b>x‸</b>\n</div>\n\nb", "<div>\n<b>x</b>\n</div>\n\nIMG‸\n\nb"],
  ["not in a link", "see [th‸is](x) now", "see [this](x) IMG‸ now"],
  ["not in code within a line", "see `a‸b` now", "see `ab` IMG‸ now"],
  ["not in another image", "![a‸b](x.png)", "![ab](x.png)\n\nIMG‸\n"],
];

for (const [name, before, after] of cases) test(name, () => assert.equal(insert(before), after));

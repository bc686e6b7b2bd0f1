// Owns the tests of where the front matter ends and of which grammar colours what.

import { test } from "node:test";
import assert from "node:assert/strict";
import { EditorState } from "@codemirror/state";
import { ensureSyntaxTree } from "@codemirror/language";
import { findHeader } from "../src/surface/header";
import { body, post } from "../src/surface/language";

const header = (text: string) => {
  const found = findHeader(text);
  return found && { format: found.format, inner: text.slice(found.inner.from, found.inner.to), to: text.slice(0, found.to), closed: found.closed };
};

test("closed headers of each language", () => {
  assert.deepEqual(header("---\na: 1\n---\nx"), { format: "yaml", inner: "a: 1\n", to: "---\na: 1\n---", closed: true });
  assert.deepEqual(header("---\na: 1\n...\nx"), { format: "yaml", inner: "a: 1\n", to: "---\na: 1\n...", closed: true });
  assert.deepEqual(header("---json\n{}\n---\n"), { format: "json", inner: "{}\n", to: "---json\n{}\n---", closed: true });
  assert.deepEqual(header("+++\na = 1\n+++\n"), { format: "toml", inner: "a = 1\n", to: "+++\na = 1\n+++", closed: true });
  assert.deepEqual(header('{\n"a": "}"\n}\n\nx'), { format: "json", inner: '{\n"a": "}"\n}', to: '{\n"a": "}"\n}', closed: true });
  assert.deepEqual(header("\n \n---toml\na = 1\n---"), { format: "toml", inner: "a = 1\n", to: "\n \n---toml\na = 1\n---", closed: true });
  assert.deepEqual(header("---\n---\n"), { format: "yaml", inner: "", to: "---\n---", closed: true });
});

test("headers whose end is missing stop after the last line that looks like one", () => {
  assert.deepEqual(header("---\ntitle: x\n\n# Text"), { format: "yaml", inner: "title: x", to: "---\ntitle: x", closed: false });
  assert.deepEqual(header("---\ntitle: x"), { format: "yaml", inner: "title: x", to: "---\ntitle: x", closed: false });
  assert.deepEqual(header("---\ntitle: A\ntags:\n  - x\n- y\nBody text\n"), { format: "yaml", inner: "title: A\ntags:\n  - x\n- y", to: "---\ntitle: A\ntags:\n  - x\n- y", closed: false });
  assert.deepEqual(header('{\n"a": 1,\n\n# Text'), { format: "json", inner: '{\n"a": 1,', to: '{\n"a": 1,', closed: false });
});

test("rules, shortcodes and text are no header", () => {
  for (const text of ["---\n\nText", "---\nJust a sentence.\nMore", "----\na: 1\n----", "---", "--- a\n---", "    ---\na: 1\n---\n", "{{< note >}}\n", "{: .class }\n", "Text\n---\na: 1\n---\n", ""]) {
    assert.equal(header(text), null, JSON.stringify(text));
  }
});

const names = (doc: string): string[] => {
  const state = EditorState.create({ doc, extensions: [post] });
  const found: string[] = [];
  ensureSyntaxTree(state, doc.length, 5_000)?.iterate({ enter: (node) => void found.push(node.name) });
  return found;
};

test("header and body each have their grammar", () => {
  const found = names("---\ntitle: x\n---\n# Heading\n\n- [ ] task\n");
  for (const name of ["Header", "HeaderMark", "BlockMapping", "ATXHeading1", "TaskMarker"]) assert.ok(found.includes(name), `${name} in ${found.join(" ")}`);
  assert.ok(!names("Text\n\n---\na: 1\n---\n").includes("Header"));
});

test("Markdown commands know where they are", () => {
  const doc = "---\ntitle: x\n---\ntext";
  const state = EditorState.create({ doc, extensions: [post] });
  ensureSyntaxTree(state, doc.length, 5_000);
  assert.equal(body.isActiveAt(state, 8, 1), false);
  assert.equal(body.isActiveAt(state, doc.length, -1), true);
});

test("closing a header late moves the border", () => {
  let state = EditorState.create({ doc: "---\ntitle: x\n\ndate: y\n", extensions: [post] });
  const border = () => ensureSyntaxTree(state, state.doc.length, 5_000)?.topNode.getChild("Header")?.to;
  assert.equal(border(), 12);
  state = state.update({ changes: { from: state.doc.length, insert: "---\n" } }).state;
  assert.equal(border(), state.doc.length - 1);
  state = state.update({ changes: { from: 0, insert: "x" } }).state;
  assert.equal(border(), undefined);
});

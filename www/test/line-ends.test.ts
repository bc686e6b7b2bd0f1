// Owns the tests that a file's line ends survive whatever is done to its text.

import { test } from "node:test";
import assert from "node:assert/strict";
import { history, redo, undo } from "@codemirror/commands";
import { EditorState, type Transaction } from "@codemirror/state";
import { findLineEnds, normalise, restore, type LineEnd } from "../src/documents/line-ends";
import { lineEnds, rememberLineEnds, withLineEnds } from "../src/surface/line-ends";

/** A small deterministic generator, so that a failure can be repeated. */
function random(seed: number): (below: number) => number {
  let state = seed * 2654435761 + 1;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) | 0;
    return ((state >>> 8) % 65536) % below;
  };
}

const PIECES = ["\n", "\r\n", "\r", "a", "b c", "", "é🎉", "\t"];

function randomFile(next: (below: number) => number): string {
  const kinds = 1 + next(8);
  return Array.from({ length: next(30) }, () => PIECES[next(kinds < 3 ? 3 : PIECES.length)]).join("");
}

function open(original: string): { state: EditorState; dominant: LineEnd } {
  const state = EditorState.create({ doc: original, extensions: [history(), lineEnds] });
  return { state: state.update({ effects: rememberLineEnds(original) }).state, dominant: findLineEnds(original).dominant };
}

test("unedited text comes back as it was", () => {
  for (let seed = 0; seed < 5_000; seed++) {
    const original = randomFile(random(seed));
    const { state, dominant } = open(original);
    assert.equal(state.doc.toString(), normalise(original));
    assert.equal(withLineEnds(state, dominant), original, `seed ${seed}`);
    const { exceptions } = findLineEnds(original);
    assert.equal(restore(normalise(original), dominant, exceptions), original);
  }
});

test("after random edits the text reads back the same, and undo restores the bytes", () => {
  for (let seed = 0; seed < 3_000; seed++) {
    const next = random(seed);
    const original = randomFile(next);
    let { state, dominant } = open(original);
    const dispatch = (transaction: Transaction) => {
      state = transaction.state;
    };
    const edits = 1 + next(5);
    for (let edit = 0; edit < edits; edit++) {
      const from = next(state.doc.length + 1);
      const to = Math.min(state.doc.length, from + next(4));
      dispatch(state.update({ changes: { from, to, insert: PIECES[next(PIECES.length)] } }));
    }
    assert.equal(normalise(withLineEnds(state, dominant)), state.doc.toString(), `seed ${seed}`);
    const edited = state.doc.toString();
    while (undo({ state, dispatch }));
    assert.equal(withLineEnds(state, dominant), original, `seed ${seed} undone`);
    while (redo({ state, dispatch }));
    assert.equal(normalise(withLineEnds(state, dominant)), edited, `seed ${seed} redone`);
  }
});

test("an edit inside a line changes that line only", () => {
  for (let seed = 0; seed < 2_000; seed++) {
    const next = random(seed);
    const original = `first${randomFile(next)}`;
    const { state, dominant } = open(original);
    const line = state.doc.line(1 + next(state.doc.lines));
    // A line that is empty can hold two line ends apart; only text is typed, so nothing moves together.
    const edited = state.update({ changes: { from: line.from + next(line.length + 1), insert: "typed" } }).state;
    const before = original.split(/(?<=\r\n|\r(?!\n)|\n)/);
    const after = withLineEnds(edited, dominant).split(/(?<=\r\n|\r(?!\n)|\n)/);
    const differing = after.filter((text, at) => text !== before[at]);
    assert.equal(differing.length, 1, `seed ${seed}`);
  }
});

test("a new line gets the dominant end", () => {
  const { state, dominant } = open("a\r\nb\r\nc\nd");
  const edited = state.update({ changes: { from: 1, insert: "\nx" } }).state;
  assert.equal(withLineEnds(edited, dominant), "a\r\nx\r\nb\r\nc\nd");
});

test("line ends that an edit brings together stay two", () => {
  const { state, dominant } = open("a\rb\nc\n");
  const edited = state.update({ changes: { from: 2, to: 3 } }).state;
  assert.equal(normalise(withLineEnds(edited, dominant)), "a\n\nc\n");
});

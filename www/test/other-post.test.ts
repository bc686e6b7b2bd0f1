// Owns what a change in the header of a post that is not on the desk leaves as it was.

import { test } from "node:test";
import assert from "node:assert/strict";
import { changed } from "../src/kernel/other-post";

const find = (text: string) => {
  const from = text.indexOf("old");
  return Promise.resolve(from < 0 ? null : [{ range: { from, to: from + 3 }, text: "newer" }]);
};
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const after = async (text: string): Promise<string | null> => {
  const found = await changed(bytes(text), find);
  return found && new TextDecoder("utf-8", { ignoreBOM: true }).decode(found);
};

test("line ends, also mixed ones, and the byte-order mark stay", async () => {
  assert.equal(await after("---\nslug: old\n---\nx\n"), "---\nslug: newer\n---\nx\n");
  assert.equal(await after("\uFEFF---\r\nslug: old\r\n---\r\nx"), "\uFEFF---\r\nslug: newer\r\n---\r\nx");
  assert.equal(await after("---\r\na: 1\nslug: old\n---\r\nx\r\ny\nz\r"), "---\r\na: 1\nslug: newer\n---\r\nx\r\ny\nz\r");
});

test("what is not there, or is not plain text, is not changed", async () => {
  assert.equal(await after("---\na: 1\n---\n"), null);
  assert.equal(await changed(new Uint8Array([0x6f, 0x6c, 0x64, 0xe4, 0x0a]), find), null);
});

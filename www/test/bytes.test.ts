// Owns the tests that bytes come back as they were, and that what is not UTF-8 is never taken for it.

import { test } from "node:test";
import assert from "node:assert/strict";
import { read, readAs, write } from "../src/documents/bytes";

const bytes = (...values: number[]): Uint8Array => Uint8Array.from(values);
const utf16 = (text: string, big: boolean): Uint8Array => {
  const buffer = Buffer.from(text, "utf16le");
  return Uint8Array.from(big ? buffer.swap16() : buffer);
};

test("UTF-8 goes through byte for byte", () => {
  for (const text of ["", "a", "é🎉\r\n", "\u{feff}inner", "a\0b", "tab\tform\f", "العربية", "x".repeat(100_000)]) {
    for (const bom of [false, true]) {
      const written = write(text, bom);
      assert.deepEqual(read(written), bom || !text.startsWith("\u{feff}") ? { kind: "text", text, bom } : { kind: "text", text: text.slice(1), bom: true });
      const again = read(written);
      assert.ok(again.kind === "text");
      assert.deepEqual(write(again.text, again.bom), written);
    }
  }
});

test("UTF-16 is told by its mark or its zeros", () => {
  for (const big of [false, true]) {
    const encoding = big ? "utf16-be" : "utf16-le";
    const plain = utf16("# Héllo wörld\r\n", big);
    assert.deepEqual(read(plain), { kind: "foreign", text: "# Héllo wörld\r\n", encoding, bom: false });
    const marked = Uint8Array.from([...(big ? [0xfe, 0xff] : [0xff, 0xfe]), ...utf16("日本", big)]);
    assert.deepEqual(read(marked), { kind: "foreign", text: "日本", encoding, bom: true });
  }
});

test("other text is offered as Windows-1252", () => {
  assert.deepEqual(read(bytes(0x63, 0x61, 0x66, 0xe9)), { kind: "foreign", text: "café", encoding: "windows1252", bom: false });
  assert.equal(readAs(bytes(0xe4, 0xdf), "windows1252"), "äß");
  // A truncated sequence at the end is invalid too.
  assert.equal(read(bytes(0x61, 0xc3)).kind, "foreign");
});

test("what is no text is refused", () => {
  const picture = Uint8Array.from({ length: 4_000 }, (_, at) => (at * 7919) % 256);
  assert.equal(read(picture).kind, "binary");
  assert.equal(read(new Uint8Array(1_000)).kind, "binary");
});

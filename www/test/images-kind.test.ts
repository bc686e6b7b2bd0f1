// Owns the tests of what an image's bytes say: its kind, whether it moves, whether it tells where it was taken.

import assert from "node:assert/strict";
import { test } from "node:test";
import { kindOf } from "../src/images/kind";

const bytes = (...parts: (string | number | number[])[]): Uint8Array =>
  Uint8Array.from(parts.flatMap((part) => (typeof part === "string" ? [...part].map((letter) => letter.charCodeAt(0)) : part)));
const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const chunk = (name: string, length: number): number[] => [0, 0, 0, length, ...[...name].map((letter) => letter.charCodeAt(0)), ...Array<number>(length + 4).fill(0)];

test("the bytes tell the kind, not the name", () => {
  assert.equal(kindOf(bytes(PNG, chunk("IHDR", 13)))?.ending, "png");
  assert.equal(kindOf(bytes([0xff, 0xd8, 0xff, 0xe0, 0, 4, 0, 0]))?.ending, "jpg");
  assert.equal(kindOf(bytes("RIFF", [0, 0, 0, 0], "WEBPVP8 "))?.ending, "webp");
  assert.equal(kindOf(bytes([0, 0, 0, 24], "ftypavif"))?.ending, "avif");
  assert.equal(kindOf(bytes([0, 0, 0, 24], "ftypheic"))?.common, false);
  assert.equal(kindOf(bytes("just words")), null);
  assert.equal(kindOf(bytes()), null);
});

test("SVG is known by its first element", () => {
  for (const text of ["<svg xmlns='x'/>", "\n<?xml version='1.0'?>\n<!-- c -->\n<!DOCTYPE svg PUBLIC 'x' 'y'>\n<svg>", "\ufeff<svg>"]) {
    assert.equal(kindOf(new TextEncoder().encode(text))?.vector, true, text);
  }
  assert.equal(kindOf(bytes("<html><svg/></html>")), null);
  assert.equal(kindOf(bytes("<svgx>")), null);
});

test("moving pictures are recognised, so that they are never written anew", () => {
  const gif = (pictures: number) => bytes("GIF89a", [1, 0, 1, 0, 0x80, 0, 0], [0, 0, 0, 0, 0, 0], ...Array(pictures).fill([0x21, 0xf9, 4, 0, 0, 0, 0, 0, 0x2c, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 2, 0x44, 1, 0]), 0x3b);
  assert.equal(kindOf(gif(1))?.moving, false);
  assert.equal(kindOf(gif(2))?.moving, true);
  assert.equal(kindOf(bytes(PNG, chunk("IHDR", 13), chunk("acTL", 8), chunk("IDAT", 1)))?.moving, true);
  assert.equal(kindOf(bytes(PNG, chunk("IHDR", 13), chunk("IDAT", 1), chunk("acTL", 8)))?.moving, false);
  assert.equal(kindOf(bytes("RIFF", [0, 0, 0, 0], "WEBPVP8X", [10, 0, 0, 0], [2]))?.moving, true);
  assert.equal(kindOf(bytes([0, 0, 0, 24], "ftypavis"))?.moving, true);
});

test("a photo that tells where it was taken is recognised in both byte orders", () => {
  const jpeg = (tiff: number[]) => bytes([0xff, 0xd8, 0xff, 0xe1, 0, tiff.length + 8], "Exif", [0, 0], tiff, [0xff, 0xda]);
  const little = [0x49, 0x49, 0x2a, 0, 8, 0, 0, 0, 1, 0, 0x25, 0x88, 4, 0, 1, 0, 0, 0, 0, 0, 0, 0];
  const big = [0x4d, 0x4d, 0, 0x2a, 0, 0, 0, 8, 0, 1, 0x88, 0x25, 0, 4, 0, 0, 0, 1, 0, 0, 0, 0];
  const other = [0x4d, 0x4d, 0, 0x2a, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, 6, 0, 0];
  assert.deepEqual([little, big, other].map((tiff) => kindOf(jpeg(tiff))?.located), [true, true, false]);
});

test("cut-off bytes end the look, whatever they promise", () => {
  for (const part of [bytes(PNG, [0x7f, 0xff, 0xff, 0xff]), bytes("GIF89a"), bytes([0xff, 0xd8, 0xff, 0xe1, 0xff, 0xff], "Exif"), bytes(PNG, [0xff, 0xff, 0xff, 0xff], "abcd", [1, 2, 3])]) {
    assert.doesNotThrow(() => kindOf(part));
  }
});

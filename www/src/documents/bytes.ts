// Owns the way from a file's bytes to text and back. Nothing here guesses silently: what is not plainly UTF-8 says so.

import type { Encoding } from "../wire";

/** What a file's bytes turned out to be. */
export type Reading =
  /** UTF-8: can be edited, and is written back byte for byte. */
  | { kind: "text"; text: string; bom: boolean }
  /** Text in another encoding, shown as it most likely reads; to be edited it must be converted. */
  | { kind: "foreign"; text: string; encoding: Exclude<Encoding, "utf8">; bom: boolean }
  /** Not text at all. */
  | { kind: "binary" };

/** A file larger than this is refused (bytes). */
export const LARGEST_FILE = 32 << 20;

const UTF8_BOM = [0xef, 0xbb, 0xbf];
const LABEL: Record<Encoding, string> = { utf8: "utf-8", "utf16-le": "utf-16le", "utf16-be": "utf-16be", windows1252: "windows-1252" };
/** So many bytes are looked at to tell what a file is. */
const SAMPLE = 64 * 1024;

const startsWith = (bytes: Uint8Array, mark: number[]): boolean => mark.every((byte, at) => bytes[at] === byte);

/** Tells what bytes are, and reads them. */
export function read(bytes: Uint8Array): Reading {
  if (startsWith(bytes, [0xff, 0xfe])) return foreign(bytes, "utf16-le", true);
  if (startsWith(bytes, [0xfe, 0xff])) return foreign(bytes, "utf16-be", true);
  const wide = looksLikeUtf16(bytes);
  if (wide) return foreign(bytes, wide, false);
  if (looksBinary(bytes)) return { kind: "binary" };
  const bom = startsWith(bytes, UTF8_BOM);
  try {
    const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bom ? bytes.subarray(3) : bytes);
    return { kind: "text", text, bom };
  } catch {
    return foreign(bytes, "windows1252", false);
  }
}

function foreign(bytes: Uint8Array, encoding: Exclude<Encoding, "utf8">, bom: boolean): Reading {
  return { kind: "foreign", text: readAs(bytes, encoding), encoding, bom };
}

/** Reads bytes in an encoding that a person chose. A byte-order mark is no part of the text. */
export function readAs(bytes: Uint8Array, encoding: Encoding): string {
  return new TextDecoder(LABEL[encoding]).decode(bytes);
}

/** The bytes of a text in UTF-8. A lone surrogate has no bytes of its own and becomes U+FFFD. */
export function write(text: string, bom: boolean): Uint8Array<ArrayBuffer> {
  const encoded = new TextEncoder().encode(text);
  if (!bom) return encoded;
  const bytes = new Uint8Array(encoded.length + 3);
  bytes.set(UTF8_BOM);
  bytes.set(encoded, 3);
  return bytes;
}

/** Western text in UTF-16 has a zero in every second byte. */
function looksLikeUtf16(bytes: Uint8Array): "utf16-le" | "utf16-be" | null {
  const size = Math.min(bytes.length, SAMPLE);
  if (size < 4 || bytes.length % 2 !== 0) return null;
  const zeros = [0, 0];
  for (let at = 0; at < size; at++) if (bytes[at] === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  const half = size / 2;
  if (odd > half * 0.4 && even < half * 0.05) return "utf16-le";
  if (even > half * 0.4 && odd < half * 0.05) return "utf16-be";
  return null;
}

/** Text has next to no control characters; a stray one does not make it binary. */
function looksBinary(bytes: Uint8Array): boolean {
  const size = Math.min(bytes.length, SAMPLE);
  let controls = 0;
  for (let at = 0; at < size; at++) {
    const byte = bytes[at] ?? 0;
    if (byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0c && byte !== 0x0d && byte !== 0x1b) controls += 1;
  }
  return controls > 4 && controls > size * 0.01;
}

/** SHA-256 in hexadecimal: tells whether a file is still the one that was opened. */
export async function hash(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", bytes);
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

// Owns a change in the header of a post that is not on the desk: from the file's bytes to the file's bytes.

import { read, write } from "../documents/bytes";
import { findLineEnds, normalise, restore } from "../documents/line-ends";
import type { Edit16 } from "../wire";

/** Finds the edits of a text, in order; null where it cannot be changed. */
export type FindEdits = (text: string) => Promise<Edit16[] | null>;

/** The bytes with these edits made and all others as they were; null where nothing is changed. */
export async function changed(bytes: Uint8Array, find: FindEdits): Promise<Uint8Array<ArrayBuffer> | null> {
  const reading = read(bytes);
  if (reading.kind !== "text") return null;
  const ends = findLineEnds(reading.text);
  const before = normalise(reading.text);
  const edits = await find(before);
  if (!edits || edits.length === 0) return null;
  let text = before;
  let exceptions = ends.exceptions;
  for (const { range, text: put } of [...edits].reverse()) {
    text = text.slice(0, range.from) + put + text.slice(range.to);
    const by = put.length - (range.to - range.from);
    exceptions = exceptions.map((each) => (each.at >= range.to ? { ...each, at: each.at + by } : each));
  }
  return write(restore(text, ends.dominant, exceptions), reading.bom);
}

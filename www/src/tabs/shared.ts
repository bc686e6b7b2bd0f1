// Owns what goes from tab to tab with the text of a post, and how a followed text is put in with little ado.

import type { Chosen } from "../documents/desk-face";
import type { OnDisk } from "../documents/pickers";
import type { Edit16, Encoding } from "../wire";

/** The open post beside its text, as the desk has it. */
export interface Shared extends Chosen {
  name: string | null;
  encoding: Encoding;
  bom: boolean;
  disk: OnDisk | null;
  base: string | null;
  address: string | null;
  /** The draft that its changes are kept in; a new writer goes on with it. */
  draft: string;
}

/** One edit for all that lies between the beginning and the end that two texts share; none for equal ones. */
export function oneEdit(before: string, after: string): Edit16[] {
  if (before === after) return [];
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before.charCodeAt(start) === after.charCodeAt(start)) start += 1;
  if (isHigh(before.charCodeAt(start - 1))) start -= 1;
  let end = 0;
  while (end < shorter - start && before.charCodeAt(before.length - 1 - end) === after.charCodeAt(after.length - 1 - end)) end += 1;
  if (end > 0 && isLow(before.charCodeAt(before.length - end))) end -= 1;
  return [{ range: { from: start, to: before.length - end }, text: after.slice(start, after.length - end) }];
}

const isHigh = (unit: number): boolean => unit >= 0xd800 && unit < 0xdc00;
const isLow = (unit: number): boolean => unit >= 0xdc00 && unit < 0xe000;

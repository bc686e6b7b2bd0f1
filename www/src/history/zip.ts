// Owns a post's history as a zip: one file for each snapshot, named by time, reason and name. Imported when one is asked for.

import { zipSync, type Zippable } from "fflate";
import type { Snapshot } from "./store";

/** What a zip can say of time (milliseconds since 1970). */
const [EARLIEST, LATEST] = [Date.UTC(1980, 0, 2), Date.UTC(2099, 11, 30)];

export interface ZipEntry {
  snapshot: Snapshot;
  text: string;
}

export function zipOf(entries: readonly ZipEntry[], fileName: string | null): Uint8Array<ArrayBuffer> {
  const files: Zippable = {};
  for (const { snapshot, text } of entries) {
    const mtime = Math.min(Math.max(snapshot.at, EARLIEST), LATEST);
    files[entryName(snapshot, fileName)] = [new TextEncoder().encode(text), { mtime, level: 6 }];
  }
  return zipSync(files) as Uint8Array<ArrayBuffer>;
}

/** The number keeps names apart and in order, whatever the clock said. */
export function entryName({ id, at, why, name }: Snapshot, fileName: string | null): string {
  const time = new Date(at).toISOString().slice(0, 16).replace("T", " ").replace(":", ".");
  const words = name === null ? why.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`) : name.replace(/[\p{Cc}<>:"/\\|?*]+/gu, "-").slice(0, 80);
  const [, ending = ".md"] = /(\.[A-Za-z0-9]+)$/.exec(fileName ?? "") ?? [];
  return `${String(id).padStart(6, "0")} ${time} ${words.trim()}${ending}`;
}

// Owns the messages to and from the library's worker, and how it answers: reading files, keeping texts, searching.

import { LARGEST_FILE, read } from "../documents/bytes";
import { bodyStart, countWords, headOf, plainText } from "./fold";
import { createLibrary, type Hit, type Label, type Library } from "./library";
import { pool } from "./pool";
import type { Snippet } from "./types";

/** Asks for something that has an answer. */
export type Question =
  /** Read these files, keep their texts, and give their heads. */
  | { type: "read"; files: { path: string; file: File }[] }
  | { type: "search"; query: string }
  | { type: "snippets"; query: string; paths: string[] }
  /** Write a file of the origin's own storage, for browsers that can do so from a worker only. */
  | { type: "write"; path: string[]; bytes: Uint8Array<ArrayBuffer> };

/** Tells something. */
export type Order = { type: "label"; labels: Label[] } | { type: "forget"; paths: string[] } | { type: "rename"; from: string; to: string } | { type: "clear" };

/** What came of reading a file. */
export type Head = { path: string; head: string; words: number } | { path: string; problem: string };
export interface Found {
  hits: Hit[];
  /** Posts whose text is not searched, or not to its end. */
  left: number;
}

export interface Answers {
  read: Head[];
  search: Found;
  snippets: { path: string; snippets: Snippet[] }[];
  write: null;
}

export type ToLibrary = (Question & { id: number }) | Order;
export type FromLibrary = { id: number; answer: Answers[keyof Answers] } | { id: number; failed: string };

/** Files read at the same time. */
const READERS = 16;

/** Makes what answers messages, with a library of its own. */
export function createLibrarian(library: Library = createLibrary()): (message: ToLibrary, reply: (answer: FromLibrary) => void) => void {
  const readOne = async (path: string, file: File): Promise<Head> => {
    if (file.size > LARGEST_FILE) return { path, problem: `It is larger than ${LARGEST_FILE >> 20} MB.` };
    let bytes: Uint8Array;
    try {
      bytes = new Uint8Array(await file.arrayBuffer());
    } catch {
      library.forget(path);
      return { path, problem: "It could not be read. It may be locked, or have been moved meanwhile." };
    }
    const reading = read(bytes);
    if (reading.kind === "binary") {
      library.forget(path);
      return { path, problem: "It is not a text file." };
    }
    const text = plainText(reading.text);
    library.add(path, text);
    const body = bodyStart(text);
    return { path, head: headOf(text, body), words: countWords(text, body) };
  };

  const answer = async (question: Question): Promise<Answers[keyof Answers]> => {
    switch (question.type) {
      case "read":
        return pool(question.files, READERS, ({ path, file }) => readOne(path, file));
      case "search":
        return { hits: library.search(question.query), left: library.size().left };
      case "snippets":
        return question.paths.map((path) => ({ path, snippets: library.snippets(question.query, path) }));
      case "write":
        await writeOtherwise(question.path, question.bytes);
        return null;
    }
  };

  return (message, reply) => {
    switch (message.type) {
      case "label":
        return message.labels.forEach((label) => library.label(label));
      case "forget":
        return message.paths.forEach((path) => library.forget(path));
      case "rename":
        return library.rename(message.from, message.to);
      case "clear":
        return library.clear();
      default: {
        const { id } = message;
        answer(message).then(
          (done) => reply({ id, answer: done }),
          (problem: unknown) => reply({ id, failed: problem instanceof Error ? problem.name : "Error" }),
        );
      }
    }
  };
}

/** What a worker's handle has beyond a page's. */
interface SyncHandle {
  truncate(size: number): void;
  write(bytes: Uint8Array, options: { at: number }): number;
  flush(): void;
  close(): void;
}
type WorkerHandle = FileSystemFileHandle & { createSyncAccessHandle(): Promise<SyncHandle>; move(folder: FileSystemDirectoryHandle, name: string): Promise<void> };

/** Writes beside the file and moves it over, as `createWritable` would. */
async function writeOtherwise(path: string[], bytes: Uint8Array<ArrayBuffer>): Promise<void> {
  let folder = await navigator.storage.getDirectory();
  for (const step of path.slice(0, -1)) folder = await folder.getDirectoryHandle(step);
  const name = path.at(-1) ?? "";
  const aside = `${name}.${Date.now().toString(36)}.crswap`;
  const handle = (await folder.getFileHandle(aside, { create: true })) as WorkerHandle;
  try {
    const access = await handle.createSyncAccessHandle();
    try {
      access.truncate(0);
      if (access.write(bytes, { at: 0 }) !== bytes.length) throw new DOMException("", "QuotaExceededError");
      access.flush();
    } finally {
      access.close();
    }
    await handle.move(folder, name);
  } catch (problem) {
    await folder.removeEntry(aside).catch(() => undefined);
    throw problem;
  }
}

// Owns how files come in: the browser's pickers, drops, and addresses of the same site.

import { LARGEST_FILE, hash } from "./bytes";
import { Problem, isCancelled } from "./problem";

/** A file in hand, with its place on the disk where the browser gives one. */
export interface Incoming {
  name: string;
  bytes: Uint8Array<ArrayBuffer>;
  disk: OnDisk | null;
}

/** A file that can be written in place, and how it was when last read or written. */
export interface OnDisk {
  handle: FileSystemFileHandle;
  /** Milliseconds since 1970. */
  lastModified: number;
  /** Bytes. */
  size: number;
  /** SHA-256 of those bytes. */
  hash: string;
}

const ENDINGS = [".md", ".markdown", ".mdx", ".mkd", ".txt"] as const;
/** What the pickers offer. */
export const FILE_TYPES: FilePickerAcceptType[] = [{ description: "Posts in Markdown", accept: { "text/markdown": [...ENDINGS] } }];

/** Reads a file whole; refuses what cannot be a post. */
export async function readFile(file: File, handle: FileSystemFileHandle | null): Promise<Incoming> {
  if (file.size > LARGEST_FILE) throw new Problem(`${file.name} is larger than ${LARGEST_FILE >> 20} MB. Foreword opens posts, not archives.`);
  let bytes: Uint8Array<ArrayBuffer>;
  try {
    bytes = new Uint8Array(await file.arrayBuffer());
  } catch {
    throw new Problem(`${file.name} could not be read. It may be a folder, or may have been moved or locked since.`);
  }
  const disk = handle && { handle, lastModified: file.lastModified, size: file.size, hash: await hash(bytes) };
  return { name: file.name, bytes, disk };
}

/** Shows the picker for one file. Null when it was closed without a choice. */
export async function pickFile(): Promise<Incoming | null> {
  if (!("showOpenFilePicker" in window)) return pickByInput();
  try {
    const [handle] = await window.showOpenFilePicker({ id: "foreword", types: FILE_TYPES });
    return await readFile(await handle.getFile(), handle);
  } catch (problem) {
    if (isCancelled(problem)) return null;
    // A page inside another one may not show this picker; the older one works there too.
    if (problem instanceof DOMException && problem.name === "SecurityError") return pickByInput();
    throw problem instanceof Problem ? problem : new Problem("The file could not be opened. It may have been moved, or may not be readable.");
  }
}

function pickByInput(): Promise<Incoming | null> {
  return new Promise((resolve, reject) => {
    const input = document.createElement("input");
    input.type = "file";
    input.accept = [...ENDINGS, "text/markdown", "text/plain"].join(",");
    input.hidden = true;
    input.oncancel = () => {
      input.remove();
      resolve(null);
    };
    input.onchange = () => {
      input.remove();
      const file = input.files?.[0];
      if (file) readFile(file, null).then(resolve, reject);
      else resolve(null);
    };
    // Some browsers only report a choice for an element that is in the document.
    document.body.append(input);
    input.click();
  });
}

/** The file of a drop. Must be called while the drop is handled: afterwards the browser takes the items away. */
export function takeDrop(transfer: DataTransfer): Promise<Incoming | null> {
  const item = [...transfer.items].find(({ kind }) => kind === "file");
  const file = item?.getAsFile() ?? null;
  const folder = item?.webkitGetAsEntry?.()?.isDirectory ?? false;
  const handle = item && "getAsFileSystemHandle" in item ? item.getAsFileSystemHandle() : Promise.resolve(null);
  return (async () => {
    if (folder) throw new Problem("That is a folder. Drop the post itself; “Open folder” then shows its images.");
    if (!file) return null;
    const found = await handle.catch(() => null);
    return readFile(file, found?.kind === "file" ? (found as FileSystemFileHandle) : null);
  })();
}

/** The post that `?url=` names; only from this site, since any other would learn who reads it. */
/** A server that has not answered by then is not waited for (ms). */
const LONGEST_FETCH = 20_000;

export async function fetchPost(address: string): Promise<Incoming> {
  let url: URL;
  try {
    url = new URL(address, document.baseURI);
  } catch {
    throw new Problem(`“${address}” is not an address that can be opened.`);
  }
  if (url.origin !== location.origin) throw new Problem(`Only posts of this site (${location.host}) can be opened by address. Download the file and open it from there.`);
  const response = await fetch(url, { signal: AbortSignal.timeout(LONGEST_FETCH) }).catch(() => null);
  if (!response) throw new Problem(`${url.pathname} could not be loaded. Check the connection.`);
  if (!response.ok) throw new Problem(`${url.pathname} could not be loaded: the server answered ${response.status}.`);
  if (response.headers.get("content-type")?.startsWith("text/html")) throw new Problem(`${url.pathname} is a web page, not a post.`);
  const bytes = new Uint8Array(await response.arrayBuffer());
  if (bytes.length > LARGEST_FILE) throw new Problem(`${url.pathname} is larger than ${LARGEST_FILE >> 20} MB.`);
  const last = url.pathname.split("/").at(-1) || "post.md";
  let name = last;
  try {
    name = decodeURIComponent(last);
  } catch {
    // A name that is not well encoded is shown as it is.
  }
  return { name, bytes, disk: null };
}

// Owns archives: a workspace packed into a zip, and a zip unpacked into files. Loaded when first needed, as fflate is.

import { Unzip, UnzipInflate, Zip, ZipDeflate, ZipPassThrough } from "fflate";
import type { FileAt, Source } from "../documents/folder-source";
import { WorkspaceProblem } from "./failure";
import { stepsOf } from "./paths";
import { allFiles } from "./survey";

/** Already packed; packing again costs time and saves nothing. */
const PACKED = /\.(?:png|jpe?g|gif|webp|avif|zip|gz|br|mp[34]|m4[av]|webm|mov|ogg|woff2?|pdf)$/i;
/** What an archive may hold (bytes, files); a crafted one claims little and unpacks to much. */
export const MOST_BYTES = 1 << 30;
export const MOST_FILES = 50_000;
/** Names that archives of some systems carry along. */
const JUNK = /(?:^|\/)(?:__MACOSX|\.DS_Store|Thumbs\.db|desktop\.ini)(?:\/|$)/;

/** Folders that mean something to a generator are kept also when they are all that there is. */
const MEANT = /^(?:_posts|_drafts|posts?|blog|content|docs|src|static|public|assets|images|archetypes)$/;

/** Packs all files of a folder, or those given. `tell` gets the number of files done. */
export async function pack(source: Source, paths: string[] | null, tell: (done: number) => void = () => undefined): Promise<Blob> {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let failure: Error | null = null;
  const zip = new Zip((problem, chunk) => {
    if (problem) failure = problem;
    else parts.push(chunk as Uint8Array<ArrayBuffer>);
  });
  let done = 0;
  const add = async (path: string, file: File): Promise<void> => {
    const entry = PACKED.test(path) ? new ZipPassThrough(path) : new ZipDeflate(path, { level: 6 });
    entry.mtime = zipTime(file.lastModified);
    zip.add(entry);
    entry.push(new Uint8Array(await file.arrayBuffer()), true);
    if (failure) throw new WorkspaceProblem("failed", `The archive could not be made: ${failure.message}.`);
    done += 1;
    tell(done);
  };
  if (paths) {
    for (const path of paths) {
      const file = await source.file(stepsOf(path));
      if (file) await add(path, file);
    }
  } else {
    for await (const { path, file } of allFiles(source, [], { left: MOST_FILES * 4 })) await add(path.join("/"), await file());
  }
  zip.end();
  return new Blob(parts, { type: "application/zip" });
}

/** Zips know the years from 1980 to 2099. */
const zipTime = (time: number): number => Math.min(Math.max(time, Date.UTC(1980, 0, 2)), Date.UTC(2099, 0, 1));

/** Unpacks an archive. A single folder around everything goes. Names that lead out of it are left out. */
export async function unpack(archive: Blob, tell: (done: number) => void = () => undefined): Promise<FileAt[]> {
  const files: { path: string[]; bytes: Uint8Array<ArrayBuffer> }[] = [];
  let total = 0;
  let failure: Error | null = null;
  const unzip = new Unzip((entry) => {
    const path = safePath(entry.name);
    if (!path) return;
    if (files.length >= MOST_FILES) {
      failure ??= new WorkspaceProblem("failed", `The archive holds more than ${MOST_FILES} files, so it was not opened.`);
      return;
    }
    const chunks: Uint8Array[] = [];
    entry.ondata = (problem, chunk, last) => {
      if (problem) failure ??= problem;
      if (failure) return;
      total += chunk.length;
      if (total > MOST_BYTES) {
        failure = new WorkspaceProblem("full", `The archive unpacks to more than ${MOST_BYTES >> 20} MB, so it was not opened.`);
        entry.terminate();
        return;
      }
      chunks.push(chunk);
      if (!last) return;
      files.push({ path, bytes: joined(chunks) });
      tell(files.length);
    };
    entry.start();
  });
  unzip.register(UnzipInflate);
  try {
    const reader = archive.stream().getReader();
    for (let step = await reader.read(); !step.done && !failure; step = await reader.read()) unzip.push(step.value);
    if (!failure) unzip.push(new Uint8Array(0), true);
  } catch (problem) {
    failure ??= problem instanceof Error ? problem : new Error(String(problem));
  }
  // The variable is set in callbacks, which the compiler does not follow.
  const broken = failure as Error | null;
  if (broken instanceof WorkspaceProblem) throw broken;
  if (broken || (files.length === 0 && archive.size > 22)) throw new WorkspaceProblem("failed", "This is not a zip archive that can be read, or it is damaged.");
  const tops = new Set(files.map(({ path }) => (path.length > 1 ? path[0] : "")));
  const [top = ""] = tops;
  const cut = tops.size === 1 && top !== "" && !MEANT.test(top) ? 1 : 0;
  return files.map(({ path, bytes }) => ({ path: path.slice(cut), file: new File([bytes], path.at(-1) ?? "") }));
}

function safePath(name: string): string[] | null {
  const plain = name.replaceAll("\\", "/");
  if (plain.endsWith("/") || JUNK.test(plain) || /^(?:\/|[a-z]:)/i.test(plain)) return null;
  const steps = plain.split("/").filter((step) => step !== "" && step !== ".");
  return steps.length === 0 || steps.includes("..") ? null : steps;
}

function joined(chunks: Uint8Array[]): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(chunks.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}

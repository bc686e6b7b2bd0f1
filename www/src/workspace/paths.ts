// Owns paths below a workspace as plain strings: their parts, which names can be given, and names that are still free.

import { WorkspaceProblem } from "./failure";

/** The names of a path. Nothing leads out of the workspace. */
export function stepsOf(path: string): string[] {
  const steps = path.split("/");
  if (steps.some((step) => step === "" || step === "." || step === "..")) throw new WorkspaceProblem("badName", `“${path}” is not a path in this folder.`, path);
  return steps;
}

export const nameOf = (path: string): string => path.slice(path.lastIndexOf("/") + 1);
/** The folder of a path; empty for the workspace itself. */
export const folderOf = (path: string): string => path.slice(0, Math.max(path.lastIndexOf("/"), 0));
export const join = (...parts: string[]): string => parts.filter((part) => part !== "").join("/");
/** True for a path in this folder, or below; every path is below the empty one. */
export const isBelow = (path: string, folder: string): boolean => folder === "" || path.startsWith(`${folder}/`);

const RESERVED = /^(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\.|$)/i;
/** File systems count bytes. */
const LONGEST_NAME = 240;

/** Refuses a new name that some file system cannot have, or a generator would not find again. */
export function checkNew(path: string): void {
  for (const step of stepsOf(path)) {
    const bad = /[\u0000-\u001f\u007f<>:"\\|?*]/.test(step) || /[. ]$/.test(step) || step.startsWith(" ") || RESERVED.test(step);
    if (bad) throw new WorkspaceProblem("badName", `“${step}” cannot be the name of a file on every system. Use letters, digits and hyphens.`, path);
    if (new TextEncoder().encode(step).length > LONGEST_NAME) throw new WorkspaceProblem("badName", "The name is too long. Choose a shorter one.", path);
  }
}

/** A file's name as generators read it: a date, the slug, and the rest with the language and the ending. */
export interface NameParts {
  /** `2024-01-31-`, or empty. */
  date: string;
  slug: string;
  /** `.md`, `.de.mdx`, … */
  tail: string;
}

const POST = /\.(?:md|mdx|markdown|mdown|mkd)$/i;
/** Files that stand for their folder. */
const INDEX = /^_?index$/i;

/** True for a post, by its name. */
export const isPostName = (name: string): boolean => POST.test(name) && !name.startsWith(".");

/** Languages that posts are named by. Not every two letters are one: `vue.js.md`. */
const LANGUAGE = "(?:ar|bg|ca|cs|da|de|el|en|es|et|eu|fa|fi|fr|gl|he|hi|hr|hu|id|it|ja|ko|lt|lv|nb|nl|nn|no|pl|pt|ro|ru|sk|sl|sr|sv|th|tr|uk|vi|zh)(?:[-_][a-z]{2,4})?";
const TAIL = new RegExp(String.raw`(?:\.${LANGUAGE})?\.(?:md|mdx|markdown|mdown|mkd)$`, "i");

export function partsOfName(name: string): NameParts {
  const tail = TAIL.exec(name)?.[0] ?? /\.[^.]+$/.exec(name)?.[0] ?? "";
  const stem = name.slice(0, name.length - tail.length);
  // All of a name may look like a language: `my.md` is a post of that name.
  if (stem === "") return { ...partsOfStem(name.slice(0, name.lastIndexOf("."))), tail: name.slice(name.lastIndexOf(".")) };
  return { ...partsOfStem(stem), tail };
}

function partsOfStem(stem: string): { date: string; slug: string } {
  const date = /^\d{4}-\d{1,2}-\d{1,2}-(?=.)/.exec(stem)?.[0] ?? "";
  return { date, slug: stem.slice(date.length) };
}

/** True for `index.md`, `_index.de.md`, …: the post is the folder. */
export function isIndex(path: string): boolean {
  const name = nameOf(path);
  return isPostName(name) && INDEX.test(partsOfName(name).slug) && partsOfName(name).date === "";
}

/** `name`, or `name-2`, `name-3`, …: the first that is not taken. */
export async function firstFree(make: (suffix: string) => string, taken: (path: string) => Promise<boolean>): Promise<string> {
  for (let count = 1; count < 1_000; count++) {
    const path = make(count === 1 ? "" : `-${count}`);
    if (!(await taken(path))) return path;
  }
  throw new WorkspaceProblem("clash", "There are very many files of this name already. Choose another one.");
}

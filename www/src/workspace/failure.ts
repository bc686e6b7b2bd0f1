// Owns what can go wrong with files, as kinds that code can tell apart and sentences that a person can act on.

import { Problem } from "../documents/problem";

export type FailureKind =
  /** The browser no longer lets us read or write. */
  | "permission"
  /** The file or folder is not where it was. */
  | "vanished"
  /** A folder where a file was expected. */
  | "isFolder"
  /** There is something of that name already. */
  | "clash"
  /** The workspace can only be read. */
  | "readOnly"
  /** The disk, or the room that the browser grants, is full. */
  | "full"
  /** The name cannot be a file's. */
  | "badName"
  /** Something else changed the file meanwhile. */
  | "changed"
  /** Any other reason, among them another program that has the file. */
  | "failed";

/** A file operation that did not happen. Whatever the kind, nothing was overwritten. */
export class WorkspaceProblem extends Problem {
  constructor(
    readonly kind: FailureKind,
    message: string,
    readonly path: string | null = null,
  ) {
    super(message);
  }
}

export const clash = (path: string): WorkspaceProblem => new WorkspaceProblem("clash", `There is already something named ${path}. Choose another name.`, path);
export const vanished = (path: string): WorkspaceProblem =>
  new WorkspaceProblem("vanished", `${path} is not where it was. It may have been moved, renamed or deleted by something else.`, path);
export const isFolder = (path: string): WorkspaceProblem => new WorkspaceProblem("isFolder", `${path} is a folder, not a post.`, path);
export const readOnly = (path: string | null = null): WorkspaceProblem =>
  new WorkspaceProblem("readOnly", "This folder was opened for reading only. Copy it into this browser to change its posts, or download the post.", path);
export const noPermission = (path: string | null, writing: boolean): WorkspaceProblem =>
  new WorkspaceProblem("permission", `The browser no longer allows Foreword to ${writing ? "write" : "read"} ${path ?? "this folder"}. Allow it again; nothing was changed.`, path);

/** Turns what the browser throws into a problem with words. Its names only choose the words: any error is a failure. */
export function failureOf(problem: unknown, path: string, writing: boolean): WorkspaceProblem {
  if (problem instanceof WorkspaceProblem) return problem;
  const name = problem instanceof Error || problem instanceof DOMException ? problem.name : "";
  const label = path.slice(path.lastIndexOf("/") + 1) || path;
  switch (name) {
    case "NotAllowedError":
    case "SecurityError":
      return noPermission(path, writing);
    case "NotFoundError":
      return vanished(path);
    case "TypeMismatchError":
      return isFolder(path);
    case "InvalidModificationError":
      return clash(path);
    case "TypeError":
      return new WorkspaceProblem("badName", `“${label}” cannot be the name of a file here.`, path);
    case "QuotaExceededError":
      return new WorkspaceProblem("full", `${label} was not written: there is no room left. Make room, or download the post.`, path);
    case "NoModificationAllowedError":
      return new WorkspaceProblem("failed", `${label} is being written by another tab or program. Try again in a moment.`, path);
    case "AbortError":
      // Chromium's word for a disk or quota that ran out in mid-write.
      if (writing) return new WorkspaceProblem("full", `${label} was not written. There may be no room left on the disk, or for this browser. Download the post to keep it.`, path);
      break;
  }
  return new WorkspaceProblem("failed", writing ? `${label} could not be written. The disk may be full or the file protected. Download the post to keep it.` : `${label} could not be read. It may be locked, or have changed meanwhile.`, path);
}

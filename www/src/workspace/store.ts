// Owns what a workspace needs of the place where its files are; each kind of place is one implementation.

import type { Source } from "../documents/folder-source";
import type { Access } from "./types";

/** How a file was when last looked at. */
export interface Stat {
  /** Milliseconds since 1970. */
  modified: number;
  /** Bytes. */
  size: number;
}

/** Files by path. Every failure is a `WorkspaceProblem`; a failed operation has overwritten nothing. */
export interface FileStore {
  readonly name: string;
  readonly writable: boolean;
  /** For looking around: walks, images, lists. */
  readonly source: Source;
  /** Whether files can be got at now. Asks nobody. */
  access(): Promise<Access>;
  /** Asks the person; only from a click. */
  ask(): Promise<Access>;
  kindOf(path: string): Promise<"file" | "folder" | null>;
  file(path: string): Promise<File>;
  /** The browser's handle, where it has one. */
  handle(path: string): Promise<FileSystemFileHandle | null>;
  /** Replaces the bytes of a file that is there: wholly, or not at all. */
  write(path: string, bytes: Uint8Array<ArrayBuffer>): Promise<Stat>;
  /** Makes a file that is not there; folders on the way are made. */
  create(path: string, bytes: Uint8Array<ArrayBuffer>): Promise<Stat>;
  /** Moves a file to a place that is free; folders on the way are made. */
  move(from: string, to: string): Promise<void>;
  /** Deletes a file for good. */
  remove(path: string): Promise<void>;
  /** Deletes a folder if there is nothing in it, and those above it likewise, up to `top` (which stays). */
  removeEmpty(path: string, top: string): Promise<void>;
}

// Owns the names that build.mjs puts into the bundle. URLs are relative to document.baseURI.

/** The engine's WebAssembly file. */
declare const ENGINE_WASM: string;
/** Subresource integrity of that file, `sha384-…`. */
declare const ENGINE_INTEGRITY: string;
/** The engine's worker script. */
declare const WORKER_URL: string;
/** The script of the worker that reads and searches the posts of a folder. */
declare const LIBRARY_URL: string;
/** The script of the worker that converts images. */
declare const CONVERTER_URL: string;
/** What each rule of the linter is for: a list of `RulePage`. */
declare const RULE_PAGES: string;
/** The script of the worker that checks spelling, and its WebAssembly file with that file's integrity. */
declare const SPELLING_URL: string;
declare const SPELLING_WASM: string;
declare const SPELLING_INTEGRITY: string;
/** Dictionaries by their ids. */
declare const DICTIONARIES: Record<string, { url: string; integrity: string }>;
/** Reading style inside the preview's frame. */
declare const PREVIEW_CSS: string;
/** KaTeX's style, for previews with formulas. */
declare const KATEX_CSS: string;

declare module "*.md" {
  const text: string;
  export default text;
}

declare module "*/engine/engine.js" {
  import type { Request, Response } from "./wire";
  /** Starts the instance of this worker from a compiled module. */
  export function initSync(options: { module: WebAssembly.Module }): { memory: WebAssembly.Memory };
  /** Answers one request; throws on malformed input. */
  export function handle(request: Request): Response;
}

declare module "*/spelling/spelling.js" {
  /** Starts the instance of this worker from a compiled module. */
  export function initSync(options: { module: WebAssembly.Module }): unknown;
  /** Reads a dictionary's two files; throws when they cannot be read. */
  export function load(aff: string, dic: string): void;
  /** Those of the words that are misspelled. */
  export function check(words: string[], personal: string[]): string[];
  /** What may have been meant, best first. */
  export function suggest(word: string): string[];
}

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
/** Reading style inside the preview's frame. */
declare const PREVIEW_CSS: string;
/** KaTeX's style, for previews with formulas. */
declare const KATEX_CSS: string;

/** What the lint rules say about themselves, as JSON: an object by id. */
declare const RULES_URL: string;

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

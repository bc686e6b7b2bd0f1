// Owns which images a post names, and how: found in its text, header included. Pure.

import type { Style } from "./link";

/** An image that a post names. */
export interface Used {
  /** The path, decoded, without a query. */
  path: string;
  style: Style;
}

/** `![alt](path "title")`, `![alt](<path>)`. */
const MARKDOWN = /!\[(?:\\.|\[[^[\]]*\]|[^[\]\\])*\]\(\s*(?:<([^<>\n]*)>|((?:\\.|[^\s()\\]|\([^\s()]*\))+))/g;
const TAG = /<img\b[^<>]*?\bsrc\s*=\s*(?:"([^"]*)"|'([^']*)')/gi;
const FIGURE = /\{\{[<%]\s*figure\b[^{}]*?\bsrc\s*=\s*(?:"([^"]*)"|`([^`]*)`)/g;
/** `![alt][name]` and its definition; any definition that looks like an image. */
const DEFINITION = /^ {0,3}\[[^\]\n]+\]:\s*<?(\S+?\.(?:png|apng|jpe?g|gif|webp|avif|svg|bmp))>?(?:\s|$)/gim;
/** A longer text is looked through up to here. */
const LONGEST = 400_000;

/** The images of a post, in no order. Those of other hosts are left out. */
export function imagesIn(text: string): Used[] {
  const part = text.slice(0, LONGEST);
  const found: Used[] = [];
  const collect = (pattern: RegExp, style: Style): void => {
    for (const [, one, other] of part.matchAll(pattern)) {
      const path = localPath(one ?? other ?? "");
      if (path !== null) found.push({ path, style });
    }
  };
  collect(MARKDOWN, "markdown");
  collect(TAG, "markdown");
  collect(DEFINITION, "markdown");
  collect(FIGURE, "figure");
  return found;
}

/** The path that a destination means on its own site; null for other hosts, data and template code. */
export function localPath(destination: string): string | null {
  const bare = destination.trim().replace(/[?#].*$/s, "").replace(/\\([!-/:-@[-`{-~])/g, "$1");
  if (bare === "" || bare.startsWith("//") || /^[a-z][a-z0-9+.-]*:/i.test(bare) || /[{}]/.test(bare)) return null;
  try {
    return decodeURIComponent(bare);
  } catch {
    return bare;
  }
}

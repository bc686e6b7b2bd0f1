// Owns colouring code outside the text: finds the language, fetches its grammar when first needed, and cuts the code into
// pieces with the names of their kind. Knows nothing of where the pieces are shown.

import { LanguageDescription, type LanguageSupport } from "@codemirror/language";
import { languages } from "@codemirror/language-data";
import { classHighlighter, highlightCode as walk } from "@lezer/highlight";

/** A piece of code and the classes (`tok-keyword` …) that it is coloured by, empty for plain; joined, the pieces are the code. */
export interface CodePart {
  text: string;
  classes: string;
}

/** Names that writers use and the list of languages does not know. */
const ALIASES: Readonly<Record<string, string>> = {
  "c++": "cpp", "h": "c", "hpp": "cpp", "cs": "c#", "fs": "f#", "golang": "go", "rs": "rust", "py3": "python", "rb": "ruby",
  "kt": "kotlin", "kts": "kotlin", "yml": "yaml", "zsh": "shell", "console": "shell", "shell-session": "shell", "terminal": "shell",
  "ps": "powershell", "pwsh": "powershell", "docker": "dockerfile", "containerfile": "dockerfile", "htm": "html", "xhtml": "html",
  "svg": "xml", "mjs": "javascript", "cjs": "javascript", "node": "javascript", "mts": "typescript", "cts": "typescript",
  "json5": "json", "jsonc": "json", "postgres": "postgresql", "psql": "postgresql", "md": "markdown", "tex": "latex",
  "objc": "objective-c", "jinja2": "jinja", "njk": "jinja", "nunjucks": "jinja", "gradle": "groovy", "patch": "diff",
};

/** Results by language and code, the most recent last: a post shows the same block many times while it is written. */
const cache = new Map<string, CodePart[]>();
const CACHED = 200;

/** Grammars by the name asked for; null for a language that is unknown or whose grammar could not be fetched. */
const fetched = new Map<string, Promise<LanguageSupport | null>>();
const ready = new Map<string, LanguageSupport | null>();

/** Fetches the grammar of `language`, once; tells whether there is one. */
export async function fetchLanguage(language: string): Promise<boolean> {
  return (await grammar(language.toLowerCase())) !== null;
}

/**
 * The pieces of `code`, written in `language` (the first word of a fence's info string). Null when the language is unknown
 * or its grammar cannot be fetched. Once the grammar is there, the answer comes before the next paint.
 */
export async function highlightCode(code: string, language: string): Promise<CodePart[] | null> {
  const name = language.toLowerCase();
  const key = `${name}\n${code}`;
  const kept = cache.get(key);
  if (kept) return kept;
  const support = ready.get(name) ?? (await grammar(name));
  if (!support) return null;
  const parts = cut(code, support);
  cache.set(key, parts);
  if (cache.size > CACHED) cache.delete(cache.keys().next().value ?? "");
  return parts;
}

function grammar(name: string): Promise<LanguageSupport | null> {
  let support = fetched.get(name);
  if (!support) {
    support = load(describe(name)).then((found) => {
      ready.set(name, found);
      return found;
    });
    fetched.set(name, support);
  }
  return support;
}

function describe(name: string): LanguageDescription | null {
  return LanguageDescription.matchLanguageName(languages, ALIASES[name] ?? name, false)
    ?? LanguageDescription.matchFilename(languages, `x.${name}`);
}

async function load(description: LanguageDescription | null): Promise<LanguageSupport | null> {
  try {
    return (await description?.load()) ?? null;
  } catch {
    return null;
  }
}

function cut(code: string, support: LanguageSupport): CodePart[] {
  const parts: CodePart[] = [];
  const put = (text: string, classes: string) => {
    const last = parts.at(-1);
    if (last?.classes === classes) last.text += text;
    else parts.push({ text, classes });
  };
  walk(code, support.language.parser.parse(code), classHighlighter, put, () => put("\n", ""));
  return parts;
}

// Owns which dictionaries there are and which one is for a language. What they are made from is in build.mjs.

/** What the words are checked as, by the dictionary's id. */
const NAMES: Readonly<Record<string, string>> = {
  en: "American English",
  "en-gb": "British English",
  es: "Spanish",
  fr: "French",
  nl: "Dutch",
  pl: "Polish",
  pt: "Portuguese",
  ru: "Russian",
};

export const nameOf = (id: string): string => NAMES[id] ?? id;

/** All languages that can be checked, as a list in a sentence. */
export const allNames = (): string => new Intl.ListFormat("en", { type: "conjunction" }).format(["English", ...Object.keys(NAMES).filter((id) => !id.startsWith("en")).map(nameOf)]);

/** The dictionary for a BCP 47 tag; null when there is none. */
export function dictionaryFor(tag: string): string | null {
  const [language = "", ...rest] = tag.toLowerCase().split(/[-_]/);
  // Spelling outside of America follows Britain, with small differences.
  if (language === "en") return rest.some((part) => /^[a-z]{2}$/.test(part) && part !== "us") ? "en-gb" : "en";
  return Object.hasOwn(NAMES, language) ? language : null;
}

/** The dictionary for a post: of its own language, else of the writer's browser, else English. */
export function choose(post: string | null, browser: readonly string[]): string | null {
  if (post !== null) return dictionaryFor(post);
  return browser.map(dictionaryFor).find((id) => id !== null) ?? "en";
}

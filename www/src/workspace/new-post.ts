// Owns the text of a new post: from the site's archetype, or from a list of keys with their first values. Pure.

import { archetypePaths, expandArchetype } from "./archetype";
import { rfc3339, type Moment } from "./go-time";
import { pathFor, type Habit } from "./habits";
import { nameOf } from "./paths";
import { unitOf } from "./rename";

/** A value for the header; a date is written as a date, not as a text. */
export type FieldValue = string | number | boolean | string[] | { date: string } | null;
export interface Field {
  key: string;
  value: FieldValue;
}

export type HeaderLanguage = "yaml" | "toml" | "json";

/** What a person asks for. */
export interface NewPost {
  title: string;
  slug?: string | null;
  /** Where; null for the usual place. */
  folder: string | null;
  /** The generator's id, as far as it is known; empty otherwise. */
  generator: string;
  /** The header where there is no archetype; null for title, date and draft. */
  fields: Field[] | null;
  language: HeaderLanguage;
  /** False to leave an archetype alone. */
  archetype: boolean;
}

const quoted = (text: string): string => JSON.stringify(text);
/** Words that YAML reads as something else, and beginnings that it takes for its own. */
const SPECIAL = /^(?:[~]|null|true|false|yes|no|on|off|y|n|[-+.]?(?:\d|inf|nan).*|)$/i;

function yamlText(text: string): string {
  const plain = !SPECIAL.test(text) && text === text.trim() && !/^[-?:,[\]{}#&*!|>'"%@`=]/.test(text) && !/: |:$| #|[\u0000-\u001f\u007f-\u009f\u2028\u2029\ufeff]/.test(text);
  return plain ? text : quoted(text).replace(/[\u007f-\u009f\u2028\u2029\ufeff]/g, (each) => `\\u${each.charCodeAt(0).toString(16).padStart(4, "0")}`);
}
const yamlItem = (text: string): string => (/[,[\]{}]/.test(text) ? quoted(text) : yamlText(text));

function yaml(value: FieldValue): string {
  if (value === null) return "";
  if (Array.isArray(value)) return `[${value.map(yamlItem).join(", ")}]`;
  if (typeof value === "object") return value.date;
  return typeof value === "string" ? yamlText(value) : String(value);
}

function toml(value: FieldValue): string {
  if (Array.isArray(value)) return `[${value.map(quoted).join(", ")}]`;
  if (typeof value === "object") return value?.date ?? '""';
  return typeof value === "string" ? quoted(value).replaceAll("\u007f", "\\u007F") : String(value);
}

/** A header with these keys. */
export function headerFrom(fields: readonly Field[], language: HeaderLanguage): string {
  if (language === "json") {
    const plain = fields.map(({ key, value }) => [key, typeof value === "object" && value !== null && "date" in value ? value.date : value] as const);
    return `${JSON.stringify(Object.fromEntries(plain), null, 2)}\n`;
  }
  const key = (name: string): string => (/^[A-Za-z0-9_-]+$/.test(name) ? name : quoted(name));
  if (language === "toml") {
    // TOML has no empty value.
    const lines = fields.filter(({ value }) => value !== null).map(({ key: name, value }) => `${key(name)} = ${toml(value)}\n`);
    return `+++\n${lines.join("")}+++\n`;
  }
  return `---\n${fields.map(({ key: name, value }) => `${key(name)}: ${yaml(value)}`.trimEnd() + "\n").join("")}---\n`;
}

/** The header of a post when nobody says what is in it. */
export function plainFields(title: string, moment: Moment, generator: string): Field[] {
  const astro = generator === "astro";
  return [
    { key: "title", value: title },
    { key: astro ? "pubDate" : "date", value: { date: rfc3339(moment) } },
    ...(generator === "jekyll" ? [{ key: "published", value: false }] : [{ key: "draft", value: true }]),
  ];
}

export interface NewText {
  text: string;
  notes: string[];
  /** The archetype that it was made from; null for none. */
  from: string | null;
}

/** Finds the text of a file; null when it is not there. */
export type ReadText = (path: string) => Promise<string | null>;

/** The folder of Hugo's content that a path is in: its section. */
const sectionFor = (folder: string): string => folder.replace(/^content(?:\/|$)/, "").split("/")[0] ?? "";

/** The text of a new post at the place that `habit` says. */
export async function newText(asked: NewPost, habit: Habit, moment: Moment, read: ReadText): Promise<NewText> {
  const path = pathFor(habit, { ...asked, moment });
  const isHugo = asked.generator === "hugo" || asked.generator === "";
  if (asked.archetype && isHugo) {
    const section = sectionFor(habit.folder);
    for (const archetype of archetypePaths(section, habit.shape === "bundle")) {
      const template = await read(archetype);
      if (template === null) continue;
      const unit = unitOf(path);
      const name = nameOf(unit.path).replace(unit.inner === "" ? /\.[^.]+$/ : /$^/, "");
      const { text, notes } = expandArchetype(template, { name, section, path: path.replace(/^content\//, ""), moment });
      return { text, notes, from: archetype };
    }
  }
  const fields = (asked.fields ?? plainFields(asked.title, moment, asked.generator)).map((field) => (field.key === "title" && field.value === "" ? { ...field, value: asked.title } : field));
  return { text: `${headerFrom(fields, asked.language)}\n`, notes: [], from: null };
}

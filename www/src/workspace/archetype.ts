// Owns Hugo's archetypes: a template for new posts, expanded as far as it is plain. What is not known is left out, with a
// note that says what. Pure: no template of a site is ever run.

import { formatGo, rfc3339, type Moment } from "./go-time";
import { slugOf } from "../documents/file-name";


export interface ArchetypeContext {
  /** The post's name without its ending; of a bundle, the folder's. */
  name: string;
  /** The first folder below `content`. */
  section: string;
  /** Path of the post below `content`. */
  path: string;
  moment: Moment;
}

export interface Expanded {
  text: string;
  /** What was left out, as sentences. */
  notes: string[];
}

type Value = string | number | boolean | Moment | null;
/** Thrown for what is not known here; its text names it. */
class Unknown extends Error {}

/** Words that AP style writes small, unless they are first or last. */
const SMALL = new Set("a an and as at but by en for if in nor of on or per the to v v. via vs vs.".split(" "));

/** A title in Hugo's usual style. */
export function titleCase(text: string): string {
  const words = text.split(/(\s+)/);
  const last = words.length - 1;
  return words.map((word, at) => (at > 0 && at < last && SMALL.has(word.toLowerCase()) ? word.toLowerCase() : word.charAt(0).toUpperCase() + word.slice(1))).join("");
}

function humanize(text: string): string {
  const words = text.replace(/[-_]+/g, " ").trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

const text = (value: Value | undefined): string => {
  if (value === undefined || value === null) return "";
  return typeof value === "object" ? rfc3339(value) : String(value);
};
const moment = (value: Value | undefined): Moment => {
  if (typeof value === "object" && value !== null) return value;
  throw new Unknown("a date");
};

type Call = (...given: Value[]) => Value;
const replaceAll: Call = (where, what, by) => text(where).replaceAll(text(what), text(by));
const FUNCTIONS: Record<string, Call> = {
  replace: replaceAll,
  "strings.Replace": replaceAll,
  title: (value) => titleCase(text(value)),
  "strings.Title": (value) => titleCase(text(value)),
  humanize: (value) => humanize(text(value)),
  "inflect.Humanize": (value) => humanize(text(value)),
  lower: (value) => text(value).toLowerCase(),
  "strings.ToLower": (value) => text(value).toLowerCase(),
  upper: (value) => text(value).toUpperCase(),
  "strings.ToUpper": (value) => text(value).toUpperCase(),
  urlize: (value) => slugOf(text(value), ""),
  anchorize: (value) => slugOf(text(value), ""),
  trim: (value, cut) => trimmed(text(value), text(cut)),
  "strings.TrimSpace": (value) => text(value).trim(),
  "strings.TrimPrefix": (cut, value) => (text(value).startsWith(text(cut)) ? text(value).slice(text(cut).length) : text(value)),
  "strings.TrimSuffix": (cut, value) => (text(cut) !== "" && text(value).endsWith(text(cut)) ? text(value).slice(0, -text(cut).length) : text(value)),
  dateFormat: (layout, value) => formatGo(text(layout), moment(value)),
  "time.Format": (layout, value) => formatGo(text(layout), moment(value)),
  jsonify: (value) => JSON.stringify(text(value)),
  safeHTML: (value) => text(value),
  string: (value) => text(value),
  print: (...values) => values.map(text).join(""),
  printf: (layout, ...values) => {
    let next = 0;
    return text(layout).replace(/%([svdq%])/g, (_, kind: string) => (kind === "%" ? "%" : kind === "q" ? JSON.stringify(text(values[next++])) : text(values[next++])));
  },
};

function trimmed(value: string, cut: string): string {
  let [from, to] = [0, value.length];
  while (from < to && cut.includes(value.charAt(from))) from += 1;
  while (to > from && cut.includes(value.charAt(to - 1))) to -= 1;
  return value.slice(from, to);
}

const TOKEN = /\s+|"(?:[^"\\]|\\.)*"|`[^`]*`|\(|\)|\||[^\s()|"`]+/gy;

function tokensOf(action: string): string[] {
  const tokens: string[] = [];
  TOKEN.lastIndex = 0;
  for (let found = TOKEN.exec(action); found; found = TOKEN.exec(action)) if (found[0].trim() !== "") tokens.push(found[0]);
  return tokens;
}

function variable(token: string, context: ArchetypeContext): Value {
  const folder = context.path.slice(0, Math.max(context.path.lastIndexOf("/") + 1, 0));
  switch (token) {
    case ".Name":
    case ".File.ContentBaseName":
    case ".File.TranslationBaseName":
    case ".TranslationBaseName":
      return context.name;
    case ".File.BaseFileName":
      return context.path.slice(folder.length).replace(/\.[^.]+$/, "");
    case ".File.LogicalName":
      return context.path.slice(folder.length);
    case ".File.Path":
      return context.path;
    case ".File.Dir":
      return folder;
    case ".File.Ext":
      return context.path.split(".").at(-1) ?? "";
    case ".Type":
    case ".Section":
    case ".File.Section":
      return context.section;
    case ".Date":
    case "now":
    case "time.Now":
      return context.moment;
    case "true":
    case "false":
      return token === "true";
    case "nil":
      return null;
  }
  if (/^-?\d+(?:\.\d+)?$/.test(token)) return Number(token);
  if (token.startsWith('"')) {
    try {
      return JSON.parse(token) as string;
    } catch {
      throw new Unknown(token);
    }
  }
  if (token.startsWith("`")) return token.slice(1, -1);
  throw new Unknown(token);
}

/** Works out a pipeline: `a b c | f x`. The value before a bar is the last argument after it. */
function evaluate(tokens: string[], context: ArchetypeContext): Value {
  let at = 0;
  const pipeline = (): Value => {
    let value = command(undefined);
    while (tokens[at] === "|") {
      at += 1;
      value = command(value);
    }
    return value;
  };
  const operand = (): Value => {
    const token = tokens[at++];
    if (token === undefined || token === ")" || token === "|") throw new Unknown(token ?? "nothing");
    if (token !== "(") return variable(token, context);
    const inner = pipeline();
    if (tokens[at++] !== ")") throw new Unknown("(");
    return method(tokens[at], inner);
  };
  /** `(now).Format "…"` begins like an operand. */
  const method = (token: string | undefined, value: Value): Value => {
    if (token !== ".Format") return value;
    at += 1;
    return formatGo(text(operand()), moment(value));
  };
  const command = (piped: Value | undefined): Value => {
    const token = tokens[at] ?? "";
    const call = Object.hasOwn(FUNCTIONS, token) ? FUNCTIONS[token] : undefined;
    const formatted = /^(\.Date|now|time\.Now)\.Format$/.exec(token);
    if (!call && !formatted) {
      const value = operand();
      if (piped !== undefined || (at < tokens.length && tokens[at] !== "|" && tokens[at] !== ")")) throw new Unknown(token);
      return value;
    }
    at += 1;
    const given: Value[] = [];
    while (at < tokens.length && tokens[at] !== "|" && tokens[at] !== ")") given.push(operand());
    if (piped !== undefined) given.push(piped);
    if (formatted) return formatGo(text(given[0]), context.moment);
    return (call as Call)(...given);
  };
  const value = pipeline();
  if (at < tokens.length) throw new Unknown(tokens[at]);
  return value;
}

const ACTION = /(\s*)\{\{(-?)\s?([\s\S]*?)\s?(-?)\}\}(\s*)/g;

/** Expands an archetype's text. */
export function expandArchetype(template: string, context: ArchetypeContext): Expanded {
  const notes = new Set<string>();
  const result = template.replace(ACTION, (_, before: string, trimBefore: string, action: string, trimAfter: string, after: string) => {
    const inner = action.trim();
    let value = "";
    if (!/^\/\*[\s\S]*\*\/$/.test(inner)) {
      try {
        value = text(evaluate(tokensOf(inner), context));
      } catch (problem) {
        if (!(problem instanceof Unknown)) throw problem;
        notes.add(`{{ ${inner.replace(/\s+/g, " ").slice(0, 80)} }} of the archetype was left out.`);
      }
    }
    return (trimBefore ? "" : before) + value + (trimAfter ? "" : after);
  });
  return { text: result, notes: [...notes] };
}

/** Where an archetype for a section may be, the most fitting first. */
export function archetypePaths(section: string, bundle: boolean): string[] {
  const names = [...new Set([section, "default"])].filter((name) => name !== "");
  return names.flatMap((name) => (bundle ? [`archetypes/${name}/index.md`, `archetypes/${name}.md`] : [`archetypes/${name}.md`]));
}


// Owns the grammar of a post: front matter in its own language, Markdown below it, code blocks in theirs.

import { LanguageDescription, ParseContext, StreamLanguage, Language, defineLanguageFacet, foldNodeProp, languageDataProp } from "@codemirror/language";
import { markdownLanguage } from "@codemirror/lang-markdown";
import { yamlLanguage } from "@codemirror/lang-yaml";
import { languages } from "@codemirror/language-data";
import {
  NodeProp,
  NodeSet,
  NodeType,
  Parser,
  Tree,
  parseMixed,
  type Input,
  type ParseWrapper,
  type PartialParse,
  type TreeFragment,
} from "@lezer/common";
import { styleTags, tags } from "@lezer/highlight";
import { parseCode, type MarkdownParser } from "@lezer/markdown";
import { GLANCE, LIKELY, LONGEST_HEADER, findHeader } from "./header";

type Ranges = readonly { from: number; to: number }[];

/** A grammar that is fetched when the first text needs it. Until it is there, its part stays uncoloured. */
class LazyParser extends Parser {
  private loaded: Parser | null = null;
  private placeholder: Parser | null = null;

  constructor(private readonly load: () => Promise<Parser>) {
    super();
  }

  createParse(input: Input, fragments: readonly TreeFragment[], ranges: Ranges): PartialParse {
    if (this.loaded) return this.loaded.startParse(input, fragments, ranges);
    this.placeholder ??= ParseContext.getSkippingParser(
      this.load().then((parser) => {
        this.loaded = parser;
      }),
    );
    return this.placeholder.startParse(input, fragments, ranges);
  }
}

const html = new LazyParser(async () => (await import("@codemirror/lang-html")).html({ matchClosingTags: false }).language.parser);
const json = new LazyParser(async () => (await import("@codemirror/lang-json")).jsonLanguage.parser);
const toml = new LazyParser(async () => StreamLanguage.define((await import("@codemirror/legacy-modes/mode/toml")).toml).parser);

/** The parser for a code block's info string, such as `rust,no_run` or `{.python}`. */
function codeParser(info: string): Parser | null {
  const name = /[\w+#.-]+/.exec(info.replace(/^\{?\.?/, ""))?.[0];
  const found = name ? LanguageDescription.matchLanguageName(languages, name, true) : null;
  if (!found) return null;
  return found.support ? found.support.language.parser : ParseContext.getSkippingParser(found.load());
}

const markdown = (markdownLanguage.parser as MarkdownParser).configure([
  parseCode({ codeParser, htmlParser: html }),
  {
    props: [
      // Only headings, code and the front matter fold; a chevron at every paragraph would be noise.
      foldNodeProp.add((type) => (type.is("Block") && type.name !== "FencedCode" ? () => null : undefined)),
      NodeProp.isolate.add((type) => (["InlineCode", "URL", "HTMLTag"].includes(type.name) ? "ltr" : undefined)),
    ],
  },
]);

const enum Id {
  Post = 1,
  Header,
  HeaderMark,
  YamlHeader,
  TomlHeader,
  JsonHeader,
  Body,
}
const HEADER_IDS = { yaml: Id.YamlHeader, toml: Id.TomlHeader, json: Id.JsonHeader };

const data = defineLanguageFacet();
const nodes = new NodeSet([
  NodeType.none,
  NodeType.define({ id: Id.Post, name: "Post", top: true, props: [[languageDataProp, data]] }),
  NodeType.define({ id: Id.Header, name: "Header" }),
  NodeType.define({ id: Id.HeaderMark, name: "HeaderMark" }),
  NodeType.define({ id: Id.YamlHeader, name: "YamlHeader" }),
  NodeType.define({ id: Id.TomlHeader, name: "TomlHeader" }),
  NodeType.define({ id: Id.JsonHeader, name: "JsonHeader" }),
  NodeType.define({ id: Id.Body, name: "Body" }),
]).extend(styleTags({ HeaderMark: tags.processingInstruction }));

function node(id: Id, length: number, children: Tree[] = [], positions: number[] = []): Tree {
  return new Tree(nodes.types[id] ?? NodeType.none, children, positions, length);
}

/** The outer tree: at most a header, and the body. Cheap enough to be built anew after every change. */
function outline(input: Input): Tree {
  const likely = LIKELY.test(input.read(0, Math.min(GLANCE, input.length)));
  const header = likely ? findHeader(input.read(0, Math.min(LONGEST_HEADER, input.length))) : null;
  if (!header) return node(Id.Post, input.length, [node(Id.Body, input.length)], [0]);
  const { from, inner, to, format } = header;
  const parts: [Tree, number][] = [];
  if (inner.from > from) parts.push([node(Id.HeaderMark, inner.from - from), 0]);
  if (inner.to > inner.from) parts.push([node(HEADER_IDS[format], inner.to - inner.from), inner.from - from]);
  if (to > inner.to) parts.push([node(Id.HeaderMark, to - inner.to), inner.to - from]);
  const headerTree = node(Id.Header, to - from, parts.map(([tree]) => tree), parts.map(([, at]) => at));
  return node(Id.Post, input.length, [headerTree, node(Id.Body, input.length - to)], [from, to]);
}

class PostParser extends Parser {
  private readonly inner: ParseWrapper = parseMixed(({ type }) => {
    switch (type.id) {
      case Id.Body:
        return type.name === "Body" ? { parser: markdown } : null;
      case Id.YamlHeader:
        return type.name === "YamlHeader" ? { parser: yamlLanguage.parser } : null;
      case Id.TomlHeader:
        return type.name === "TomlHeader" ? { parser: toml } : null;
      case Id.JsonHeader:
        return type.name === "JsonHeader" ? { parser: json } : null;
      default:
        return null;
    }
  });

  createParse(input: Input, fragments: readonly TreeFragment[], ranges: Ranges): PartialParse {
    const outer: PartialParse = {
      parsedPos: input.length,
      stoppedAt: null,
      stopAt: () => undefined,
      advance: () => outline(input),
    };
    return this.inner(outer, input, fragments, ranges);
  }
}

/** The language of the whole text. */
export const post = new Language(data, new PostParser(), [], "post");

/** Properties of the Markdown part alone, such as which brackets close themselves. */
export const body = markdownLanguage;

// Owns how whole lines look and read: headings larger, code in its own type, wrapped list items hanging, each line in
// the direction of its script.

import { syntaxTree } from "@codemirror/language";
import { RangeSetBuilder, type EditorState, type Extension } from "@codemirror/state";
import { Decoration, EditorView, ViewPlugin, type DecorationSet, type PluginValue, type ViewUpdate } from "@codemirror/view";
import { bidiIsolates } from "@codemirror/language";
import { headerOf } from "./folding";

type Kind = "text" | "code" | "header" | "table" | `heading${1 | 2 | 3 | 4 | 5 | 6}`;

const LIST_LEAD = /^(?:[ \t]*>)*[ \t]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+(?:\[[ xX]\][ \t]+)?)?/;
/** A deeper lead than this does not hang; on a phone nothing would be left of the line (code units). */
const DEEPEST = 24;

const cache = new Map<string, Decoration>();

/** One decoration per look, so that equal ones are the same object. */
function lineDecoration(kind: Kind, hang: number): Decoration {
  const key = `${kind} ${hang}`;
  let found = cache.get(key);
  if (!found) {
    const plain = kind === "code" || kind === "header" || kind === "table";
    const heading = /^heading(\d)/.exec(kind)?.[1];
    found = Decoration.line({
      class: [plain && "cm-mono", kind === "header" && "cm-header-line", kind === "code" && "cm-code-line", heading && `cm-heading cm-heading-${heading}`]
        .filter(Boolean)
        .join(" "),
      attributes: {
        // Code reads from the left in any language; text as its first letter says.
        dir: kind === "code" ? "ltr" : "auto",
        ...(plain && { spellcheck: "false" }),
        ...(hang > 0 && { style: `--hang: ${hang}` }),
      },
    });
    cache.set(key, found);
  }
  return found;
}

function kinds(state: EditorState, from: number, to: number): Map<number, Kind> {
  const found = new Map<number, Kind>();
  const mark = (start: number, end: number, kind: Kind): void => {
    for (let at = Math.max(start, from); at <= Math.min(end, to); ) {
      const line = state.doc.lineAt(at);
      found.set(line.from, kind);
      at = line.to + 1;
    }
  };
  const header = headerOf(state);
  if (header) mark(header.from, header.to, "header");
  syntaxTree(state).iterate({
    from,
    to,
    enter: (node) => {
      const heading = /^(?:ATX|Setext)Heading([1-6])$/.exec(node.name)?.[1];
      if (heading) mark(node.from, node.to, `heading${heading as "1"}` as Kind);
      else if (node.name === "FencedCode" || node.name === "CodeBlock" || node.name === "HTMLBlock" || node.name === "CommentBlock") mark(node.from, node.to, "code");
      else if (node.name === "Table") mark(node.from, node.to, "table");
      else return undefined;
      return false;
    },
  });
  return found;
}

const hanging = Decoration.mark({ class: "cm-lead" });

class Lines implements PluginValue {
  decorations: DecorationSet;
  private tree;

  constructor(view: EditorView) {
    this.tree = syntaxTree(view.state);
    this.decorations = this.build(view);
  }

  update({ docChanged, viewportChanged, state, view }: ViewUpdate): void {
    const tree = syntaxTree(state);
    if (docChanged || viewportChanged || tree !== this.tree) {
      this.tree = tree;
      this.decorations = this.build(view);
    }
  }

  private build(view: EditorView): DecorationSet {
    const builder = new RangeSetBuilder<Decoration>();
    const { state } = view;
    for (const { from, to } of view.visibleRanges) {
      const found = kinds(state, from, to);
      for (let at = from; at <= to; ) {
        const line = state.doc.lineAt(at);
        const kind = found.get(line.from) ?? "text";
        const lead = kind === "text" ? (LIST_LEAD.exec(line.text.slice(0, DEEPEST))?.[0].length ?? 0) : 0;
        const hang = lead < DEEPEST ? lead : 0;
        builder.add(line.from, line.from, lineDecoration(kind, hang));
        if (hang > 0) builder.add(line.from, line.from + hang, hanging);
        at = line.to + 1;
      }
    }
    return builder.finish();
  }
}

export const lines: Extension = [
  ViewPlugin.fromClass(Lines, { decorations: (plugin) => plugin.decorations }),
  EditorView.perLineTextDirection.of(true),
  bidiIsolates(),
];

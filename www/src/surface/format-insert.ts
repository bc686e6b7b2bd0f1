// Owns links, images and tables: structures that are put in with a place to go on writing.

import { syntaxTree } from "@codemirror/language";
import { EditorSelection, type EditorState, type SelectionRange, type TransactionSpec } from "@codemirror/state";
import type { SyntaxNode } from "@lezer/common";

const ADDRESS = /^(?:https?:\/\/|mailto:|www\.)\S+$/;
const PATH = /^\S+\.(?:png|jpe?g|gif|webp|avif|svg)$/i;

/** Makes the selection a link or an image; inside one, takes it off and leaves its text. */
export function toggleLink(state: EditorState, image: boolean): TransactionSpec {
  return state.changeByRange((range) => {
    const existing = around(state, image ? "Image" : "Link", range);
    if (existing) return unlink(state, existing, image);
    const word = range.empty && !image ? state.wordAt(range.head) : null;
    const { from, to } = word ?? range;
    const text = state.sliceDoc(from, to);
    const open = image ? "![" : "[";
    if (ADDRESS.test(text) || (image && PATH.test(text))) {
      const address = text.startsWith("www.") ? `https://${text}` : text;
      return { changes: { from, to, insert: `${open}](${address})` }, range: EditorSelection.cursor(from + open.length) };
    }
    // Without a text, that comes first; with one, the address is what is missing.
    const insert = `${open}${text.replace(/\s*\n\s*/g, " ")}]()`;
    const at = text === "" ? from + open.length : from + insert.length - 1;
    return { changes: { from, to, insert }, range: EditorSelection.cursor(at) };
  });
}

function around(state: EditorState, name: string, { from, to, empty }: SelectionRange): SyntaxNode | null {
  for (const side of [1, -1] as const) {
    for (let node: SyntaxNode | null = syntaxTree(state).resolveInner(side > 0 ? from : to, side); node; node = node.parent) {
      if (node.name !== name || node.from > from || node.to < to) continue;
      if (empty && (from === node.from || from === node.to)) return null;
      return node;
    }
  }
  return null;
}

function unlink(state: EditorState, node: SyntaxNode, image: boolean): { changes: { from: number; to: number; insert: string }; range: SelectionRange } {
  const marks = node.getChildren("LinkMark");
  const from = node.from + (image ? 2 : 1);
  const text = state.sliceDoc(from, Math.max(from, marks[1]?.from ?? node.to));
  return { changes: { from: node.from, to: node.to, insert: text }, range: EditorSelection.range(node.from, node.from + text.length) };
}

/** Puts a small table at the cursor; lines with tabs, as spreadsheets copy them, become its rows. */
export function insertTable(state: EditorState): TransactionSpec {
  const { main } = state.selection;
  const first = state.doc.lineAt(main.from);
  const last = state.doc.lineAt(main.to);
  const selected = state.sliceDoc(first.from, last.to);
  const rows = !main.empty && selected.includes("\t") ? selected.split("\n").map((line) => line.split("\t")) : null;
  const table = format(rows ?? [["Column 1", "Column 2"], ["", ""]]);
  const from = rows ? first.from : first.text.trim() === "" ? first.from : last.to;
  const to = rows || first.text.trim() === "" ? last.to : from;
  const above = from === 0 ? "" : state.doc.lineAt(from === first.from ? from - 1 : from).text.trim() === "" ? "" : from === first.from ? "\n" : "\n\n";
  const follows = to < state.doc.length ? state.doc.lineAt(to + 1).text.trim() : "";
  const insert = `${above}${table}${follows === "" ? (to === state.doc.length ? "\n" : "") : "\n"}`;
  const head = from + above.length + 2;
  const name = rows ? 0 : "Column 1".length;
  return { changes: { from, to, insert }, selection: { anchor: head, head: head + name } };
}

function format(rows: string[][]): string {
  const width = Math.max(...rows.map((row) => row.length));
  const cells = rows.map((row) => Array.from({ length: width }, (_, at) => (row[at] ?? "").trim().replaceAll("|", "\\|")));
  const sizes = Array.from({ length: width }, (_, at) => Math.max(3, ...cells.map((row) => row[at]?.length ?? 0)));
  const line = (row: string[]): string => `| ${row.map((cell, at) => cell.padEnd(sizes[at] ?? 3)).join(" | ")} |`;
  const [head = [], ...body] = cells;
  return [line(head), line(sizes.map((size) => "-".repeat(size))), ...body.map(line)].join("\n");
}

// Owns which abilities the text surface has, and their keys.

import { defaultKeymap, history, historyKeymap, redo } from "@codemirror/commands";
import { indentUnit } from "@codemirror/language";
import { highlightSelectionMatches } from "@codemirror/search";
import { EditorState, Prec, type Extension } from "@codemirror/state";
import {
  EditorView,
  crosshairCursor,
  drawSelection,
  dropCursor,
  highlightActiveLine,
  highlightSpecialChars,
  keymap,
  placeholder,
  rectangularSelection,
  type KeyBinding,
} from "@codemirror/view";
import type { Format } from "../wire";
import { folding } from "./folding";
import { applyFormat } from "./format";
import { highlight } from "./highlight";
import { imageMark } from "./insert-image";
import { post } from "./language";
import { lineEnds } from "./line-ends";
import { lines } from "./lines";
import { listKeys } from "./lists";
import { prose } from "./prose";
import { searchPanel } from "./search-panel";
import { theme } from "./theme";

const format =
  (kind: Format) =>
  (view: EditorView): boolean =>
    applyFormat(view, kind);

const formatKeys: readonly KeyBinding[] = [
  { key: "Mod-b", run: format("bold") },
  { key: "Mod-i", run: format("italic") },
  { key: "Mod-Shift-x", run: format("strikethrough") },
  { key: "Mod-e", run: format("code") },
  { key: "Mod-k", run: format("link") },
];

/** Everything that does not change while the page is open. */
export function setup(save: () => void): Extension {
  return [
    // Keys of ours come before those of the library that mean something else.
    Prec.high(
      keymap.of([
        ...formatKeys,
        {
          key: "Mod-s",
          run: () => {
            save();
            return true;
          },
        },
      ]),
    ),
    post,
    listKeys,
    prose,
    folding,
    lines,
    lineEnds,
    highlight,
    theme,
    history(),
    searchPanel,
    highlightSelectionMatches({ minSelectionLength: 3 }),
    EditorView.lineWrapping,
    EditorState.allowMultipleSelections.of(true),
    indentUnit.of("  "),
    highlightSpecialChars(),
    drawSelection(),
    dropCursor(),
    imageMark,
    rectangularSelection(),
    crosshairCursor(),
    highlightActiveLine(),
    placeholder("Start writing, paste a post, or drop a file here."),
    EditorView.contentAttributes.of({ "aria-label": "Post text", autocorrect: "on", autocapitalize: "sentences" }),
    // On Windows too, where the history's own key is Ctrl+Y alone.
    keymap.of([{ key: "Mod-Shift-z", run: redo, preventDefault: true }, ...historyKeymap, ...defaultKeymap]),
  ];
}

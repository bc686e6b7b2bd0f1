// Owns small helps while writing prose: closing brackets, marks around a selection, links from pasted addresses.

import { closeBrackets, closeBracketsKeymap } from "@codemirror/autocomplete";
import { pasteURLAsLink } from "@codemirror/lang-markdown";
import { EditorSelection, type Extension } from "@codemirror/state";
import { EditorView, keymap } from "@codemirror/view";
import { body } from "./language";

/** Typed over a selection, these go around it. */
const AROUND: Record<string, string> = { "*": "*", _: "_", "`": "`", "~": "~", '"': '"', "'": "'", "“": "”", "‘": "’", "«": "»", "„": "“" };

const markAround = EditorView.inputHandler.of((view, _from, _to, text) => {
  const close = AROUND[text];
  const { state } = view;
  if (!close || view.composing || state.readOnly || state.selection.ranges.some(({ empty }) => empty)) return false;
  view.dispatch(
    state.changeByRange(({ from, to, anchor, head }) => ({
      changes: [
        { from, insert: text },
        { from: to, insert: close },
      ],
      range: EditorSelection.range(anchor + text.length, head + text.length),
    })),
    { userEvent: "input.type", scrollIntoView: true },
  );
  return true;
});

/** Only brackets that a writer nearly always closes; quotation marks and apostrophes are left to the writer. */
const brackets = body.data.of({ closeBrackets: { brackets: ["(", "["], before: ")].,;:!?" } });

export const prose: Extension = [markAround, brackets, closeBrackets(), keymap.of(closeBracketsKeymap), pasteURLAsLink];

// Owns the text surface: the one place where the text of the open post lives.

import { redo, redoDepth, undo, undoDepth } from "@codemirror/commands";
import { openSearchPanel } from "@codemirror/search";
import { Compartment, EditorState, type Extension } from "@codemirror/state";
import { EditorView, type ViewUpdate } from "@codemirror/view";
import type { LineEnd } from "../documents/line-ends";
import type { Diagnostic, Edit16, Format, Range16 } from "../wire";
import { applyEdits, applyFormEdits, createFindings, type FormStep } from "./findings";
import { toggleHeaderFold } from "./folding";
import { applyFormat } from "./format";
import { insertImage, markPoint } from "./insert-image";
import { rememberLineEnds, withLineEnds } from "./line-ends";
import { closeTips, goToProblem, problemTip } from "./problem-tip";
import { isSeen, offsetAtTop, scrollToOffset } from "./scroll";
import { setup } from "./setup";
import { countCharacters, countWords } from "./words";

/** Offsets count UTF-16 code units in `text()`. */
export interface Surface {
  /** The element that scrolls. */
  readonly scroller: HTMLElement;
  /** The text, line breaks as `\n`. */
  text(): string;
  /** Counts up with every change of the text. */
  revision(): number;
  /** Another text, with an empty undo history. */
  load(text: string, options: { name: string | null; readOnly: boolean }): void;
  /** The text with its original line ends; lines that had none of their own end with `dominant`. */
  lineEnds(dominant: string): string;
  /** Remembers how each line of the file just loaded ends. */
  setLineEnds(original: string): void;
  /** Non-overlapping edits against the present text, as one undoable step. */
  apply(edits: Edit16[]): void;
  /** Edits of a form as an undoable step: alone, one that others may join, or joined to the one before. */
  applyForm(edits: Edit16[], step: FormStep): void;
  format(format: Format): void;
  /** Marks the place for an image, at a point of the page; null takes the mark away. */
  markPoint(point: { x: number; y: number } | null): void;
  /** Puts the markup of an image at the mark, else at the cursor, where it breaks nothing; one undoable step. */
  insertImage(markup: string): void;
  undo(): void;
  redo(): void;
  /** Opens the search panel. */
  find(): void;
  toggleFrontMatterFold(): void;
  focus(): void;
  /** Selects a place, shows it in the middle if it is not seen already, and puts the focus there. */
  reveal(range: Range16): void;
  /** Selects the next finding after the cursor, or the one before it, and shows what it is. */
  goToProblem(forward: boolean): void;
  /** Shows findings of a revision, which may be older than the text. */
  setDiagnostics(list: Diagnostic[], revision: number): void;
  setReadOnly(on: boolean): void;
  /** The language for the browser's spell checking and for hyphenation; none for the browser's own. */
  setLanguage(bcp47: string | null): void;
  /** The browser's own spell checking; off where another one marks the same words. */
  setBrowserSpelling(on: boolean): void;
  setDark(on: boolean): void;
  /** The fractional offset at the top edge of the viewport. */
  offsetAtTop(): number;
  /** Puts a fractional offset at the top edge, without focus or selection. */
  scrollToOffset(offset: number): void;
  /** Line and column from 1; the column in characters as a person counts them. */
  cursor(): { offset: number; line: number; column: number; selectedWords: number };
}

export interface SurfaceEvents {
  /** The text changed. Called while the view updates: read, but do not change it. */
  changed(): void;
  /** The cursor or the selection moved. */
  moved(): void;
  scrolled(): void;
  /** The writer asked for saving by key. */
  save(): void;
  historyChanged(undo: boolean, redo: boolean): void;
  /** The writer asks what a rule is for. */
  why(rule: string): void;
  /** The writer wants a word to be taken for right. */
  addWord(word: string): void;
}

/** Makes the surface and puts it into `parent`. */
export function createSurface(parent: HTMLElement, on: SurfaceEvents): Surface {
  let revision = 0;
  let cached: { revision: number; text: string } | null = null;
  let could = { undo: false, redo: false };
  /** Findings that came in the middle of a composition, which a change of marks could break off. */
  let held: { list: Diagnostic[]; revision: number } | null = null;
  /** The last edits of a form: the revision that they led to, and when their step began. */
  const formed = { revision: -1, time: 0 };
  const parts = { readOnly: new Compartment(), language: new Compartment(), dark: new Compartment() };
  const chosen = { readOnly: false, language: null as string | null, browserSpelling: true, dark: false };
  const findings = createFindings(
    () => view,
    () => revision,
    (word) => on.addWord(word),
  );

  // Not every command asks whether the text may be changed; the filter does not depend on that.
  const readOnly = (): Extension => (chosen.readOnly ? [EditorState.readOnly.of(true), EditorState.changeFilter.of(() => false)] : []);
  const language = (): Extension => EditorView.contentAttributes.of({ spellcheck: `${chosen.browserSpelling}`, ...(chosen.language && { lang: chosen.language }) });
  const dark = (): Extension => EditorView.darkTheme.of(chosen.dark);

  const tellHistory = (state: EditorState): void => {
    const can = { undo: undoDepth(state) > 0, redo: redoDepth(state) > 0 };
    if (can.undo === could.undo && can.redo === could.redo) return;
    could = can;
    on.historyChanged(can.undo, can.redo);
  };

  const updated = (update: ViewUpdate): void => {
    if (update.docChanged) {
      revision += 1;
      findings.changed(update.changes.desc, revision);
      tellHistory(update.state);
      on.changed();
    }
    if (update.selectionSet || update.docChanged) on.moved();
  };

  const extensions = (): Extension => [
    setup(() => on.save()),
    problemTip(() => findings, on.why),
    parts.readOnly.of(readOnly()),
    parts.language.of(language()),
    parts.dark.of(dark()),
    EditorView.updateListener.of(updated),
    EditorView.domEventHandlers({
      compositionend: () => {
        setTimeout(() => {
          if (!held || view.composing) return;
          const { list, revision: found } = held;
          held = null;
          findings.show(list, found);
        });
      },
    }),
  ];

  const view = new EditorView({ parent, state: EditorState.create({ extensions: extensions() }) });
  view.scrollDOM.addEventListener("scroll", () => on.scrolled(), { passive: true });

  return {
    scroller: view.scrollDOM,
    text() {
      if (cached?.revision !== revision) cached = { revision, text: view.state.doc.toString() };
      return cached.text;
    },
    revision: () => revision,
    load(text, options) {
      chosen.readOnly = options.readOnly;
      chosen.language = null;
      held = null;
      findings.clear();
      revision += 1;
      closeTips(view);
      view.setState(EditorState.create({ doc: text, extensions: extensions() }));
      view.scrollDOM.scrollTop = 0;
      tellHistory(view.state);
      on.moved();
    },
    lineEnds: (dominant) => withLineEnds(view.state, dominant as LineEnd),
    setLineEnds: (original) => view.dispatch({ effects: rememberLineEnds(original) }),
    apply: (edits) => applyEdits(view, edits),
    applyForm(edits, step) {
      // Typing anywhere else in between has changed the revision.
      const joins = step === "join" && revision === formed.revision;
      if (!joins) formed.time = Date.now();
      applyFormEdits(view, edits, joins ? "join" : step === "alone" ? "alone" : "begin", formed.time);
      formed.revision = revision;
    },
    format: (format) => void applyFormat(view, format),
    markPoint: (point) => void markPoint(view, point),
    insertImage: (markup) => insertImage(view, markup),
    undo: () => void undo(view),
    redo: () => void redo(view),
    find: () => void openSearchPanel(view),
    toggleFrontMatterFold: () => void toggleHeaderFold(view),
    focus: () => view.focus(),
    reveal({ from, to }) {
      const end = view.state.doc.length;
      const anchor = Math.min(from, end);
      const head = Math.min(to, end);
      view.dispatch({ selection: { anchor, head } });
      // What is seen already stays where it is: a jump would only disorient.
      if (!isSeen(view, anchor)) view.dispatch({ effects: EditorView.scrollIntoView(anchor, { y: "center" }) });
      view.focus();
    },
    goToProblem(forward) {
      view.focus();
      goToProblem(view, forward);
    },
    setDiagnostics(list, found) {
      if (view.composing) held = { list, revision: found };
      else {
        held = null;
        findings.show(list, found);
      }
    },
    setReadOnly(on) {
      chosen.readOnly = on;
      view.dispatch({ effects: parts.readOnly.reconfigure(readOnly()) });
    },
    setLanguage(bcp47) {
      if (bcp47 === chosen.language) return;
      chosen.language = bcp47;
      view.dispatch({ effects: parts.language.reconfigure(language()) });
    },
    setBrowserSpelling(on) {
      if (on === chosen.browserSpelling) return;
      chosen.browserSpelling = on;
      view.dispatch({ effects: parts.language.reconfigure(language()) });
    },
    setDark(on) {
      if (on === chosen.dark) return;
      chosen.dark = on;
      view.dispatch({ effects: parts.dark.reconfigure(dark()) });
    },
    offsetAtTop: () => offsetAtTop(view),
    scrollToOffset: (offset) => scrollToOffset(view, offset),
    cursor() {
      const { state } = view;
      const { main, ranges } = state.selection;
      const line = state.doc.lineAt(main.head);
      const column = countCharacters(state.sliceDoc(line.from, main.head)) + 1;
      const selectedWords = ranges.reduce((sum, { from, to }) => sum + (from === to ? 0 : countWords(state.sliceDoc(from, to))), 0);
      return { offset: main.head, line: line.number, column, selectedWords };
    },
  };
}

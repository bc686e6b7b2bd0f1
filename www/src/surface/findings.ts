// Owns the engine's findings in the text: squiggles that move with edits, and fixes that only ever hit what they mean.

import { forEachDiagnostic, setDiagnostics, type Diagnostic as Squiggle } from "@codemirror/lint";
import { isolateHistory } from "@codemirror/commands";
import { Transaction, type ChangeDesc, type EditorState } from "@codemirror/state";
import { EditorView } from "@codemirror/view";
import type { Diagnostic, Edit16, Fix } from "../wire";

/** A finding in the text, with what the squiggle alone does not carry. */
export interface Finding extends Squiggle {
  rule: string;
  fixes: Fix[];
}

/** So many changes without an analysis are kept; findings older than that are not shown. */
const LONGEST_LAG = 500;
/** A fix that has to wait for fresh findings is forgotten after this time (ms). */
const PATIENCE = 3_000;

export interface Findings {
  /** Must hear of every change, with the revision that it leads to. */
  changed(changes: ChangeDesc, revision: number): void;
  /** Forgets everything: another text is loaded. */
  clear(): void;
  /** Shows what was found in a revision, which may be older than the text. */
  show(list: Diagnostic[], revision: number): void;
  /** Applies a fix now or, when the text has changed since, once it is found again. */
  fix(finding: Finding, fix: Fix): void;
}

/** Edits of the wire as one undoable transaction. */
export function applyEdits(view: EditorView, edits: Edit16[]): void {
  const changes = view.state.changes(edits.map(({ range, text }) => ({ from: range.from, to: range.to, insert: text })));
  view.dispatch({ changes, userEvent: "input.fix", annotations: isolateHistory.of("full"), scrollIntoView: false });
}

/** How the edits of a form become undoable: a step alone, one that others may join, or joined to the one before. */
export type FormStep = "alone" | "begin" | "join";

/** Edits of a form. The history joins what has the same `time` as the step before, unless it is told to isolate. */
export function applyFormEdits(view: EditorView, edits: Edit16[], step: FormStep, time: number): void {
  const changes = view.state.changes(edits.map(({ range, text }) => ({ from: range.from, to: range.to, insert: text })));
  const annotations = [Transaction.time.of(time), ...(step === "join" ? [] : [isolateHistory.of(step === "alone" ? "full" : "before")])];
  view.dispatch({ changes, userEvent: "input.type.form", annotations, scrollIntoView: false });
}

/** The findings at a place, nearest first. */
export function findingsAt(state: EditorState, from: number, to = from): Finding[] {
  const found: { finding: Finding; size: number }[] = [];
  forEachDiagnostic(state, (squiggle, start, end) => {
    if (start <= to && end >= from) found.push({ finding: { ...(squiggle as Finding), from: start, to: end }, size: end - start });
  });
  return found.sort((a, b) => a.size - b.size).map(({ finding }) => finding);
}

/** `addWord` takes a word for right from now on. */
export function createFindings(view: () => EditorView, revision: () => number, addWord: (word: string) => void): Findings {
  let lag: { revision: number; changes: ChangeDesc }[] = [];
  let shownRevision = -1;
  let lost = false;
  let pending: { rule: string; title: string; at: number; until: number } | null = null;

  const fix = (finding: Finding, chosen: Fix): void => {
    if (chosen.word !== null) return addWord(chosen.word);
    if (view().state.readOnly) return;
    if (shownRevision === revision()) {
      pending = null;
      applyEdits(view(), chosen.edits);
      view().focus();
      return;
    }
    // Its edits count in an older text. The next findings bring edits that fit.
    pending = { rule: finding.rule, title: chosen.title, at: finding.from, until: Date.now() + PATIENCE };
  };

  const squiggle = (finding: Diagnostic, from: number, to: number): Finding => {
    const shown: Finding = { from, to, severity: finding.severity, message: finding.message, rule: finding.rule, fixes: finding.fixes };
    shown.actions = finding.fixes.map((each) => ({
      name: each.title,
      apply: (_view, start, end) => fix({ ...shown, from: start, to: end }, each),
    }));
    return shown;
  };

  const retry = (found: Finding[]): void => {
    if (!pending || shownRevision !== revision()) return;
    const { rule, title, at, until } = pending;
    pending = null;
    if (Date.now() > until) return;
    const again = found.find((finding) => finding.rule === rule && finding.from <= at && finding.to >= at);
    const chosen = again?.fixes.find((each) => each.title === title);
    if (again && chosen) fix(again, chosen);
  };

  return {
    fix,
    changed(changes, to) {
      if (pending) pending.at = changes.mapPos(pending.at, 1);
      lag.push({ revision: to, changes });
      if (lag.length > LONGEST_LAG) {
        lag = [];
        lost = true;
      }
    },
    clear() {
      lag = [];
      pending = null;
      shownRevision = -1;
      lost = false;
    },
    show(list, found) {
      if (lost && found !== revision()) return;
      lost = false;
      lag = lag.filter((step) => step.revision > found);
      shownRevision = found;
      const end = view().state.doc.length;
      const shown = list.map((finding) => {
        let { from, to } = finding.range;
        for (const { changes } of lag) {
          from = changes.mapPos(from, 1);
          to = changes.mapPos(to, -1);
        }
        return squiggle(finding, Math.min(from, end), Math.min(Math.max(from, to), end));
      });
      view().dispatch(setDiagnostics(view().state, shown));
      retry(shown);
    },
  };
}

// Owns the line ends of the open file while its text is edited: exceptions move with the lines that they end.

import { invertedEffects } from "@codemirror/commands";
import {
  RangeSet,
  RangeValue,
  StateEffect,
  StateField,
  type ChangeDesc,
  type EditorState,
  type Extension,
  type Range,
  type Transaction,
} from "@codemirror/state";
import { findLineEnds, restore, type LineEnd } from "../documents/line-ends";

/** Lies on the one unit of a line break; gone when the break is deleted, untouched by edits beside it. */
class Exception extends RangeValue {
  override startSide = 1;
  override endSide = -1;

  constructor(readonly end: LineEnd) {
    super();
  }

  override eq(other: Exception): boolean {
    return this.end === other.end;
  }
}

type Place = { at: number; end: LineEnd };

const moved = (places: Place[], changes: ChangeDesc): Place[] => places.map(({ at, end }) => ({ at: changes.mapPos(at, 1), end }));
const forget = StateEffect.define<Place[]>();
const revive = StateEffect.define<Place[]>({ map: moved });

function ranges(places: Place[]): Range<Exception>[] {
  return places.map(({ at, end }) => new Exception(end).range(at, at + 1));
}

const exceptions = StateField.define<RangeSet<Exception>>({
  create: () => RangeSet.empty,
  update(set, transaction) {
    let next = transaction.docChanged ? set.map(transaction.changes) : set;
    for (const effect of transaction.effects) {
      if (effect.is(forget)) next = RangeSet.of(ranges(effect.value), true);
      if (effect.is(revive)) {
        const breaks = effect.value.filter(({ at }) => transaction.newDoc.sliceString(at, at + 1) === "\n");
        const places = new Set(breaks.map(({ at }) => at));
        next = next.update({ filter: (from) => !places.has(from), add: ranges(breaks), sort: true });
      }
    }
    return next;
  },
});

/** The exceptions that a change deletes, so that undoing it brings them back. */
function deleted(transaction: Transaction): StateEffect<Place[]>[] {
  const set = transaction.startState.field(exceptions);
  if (!transaction.docChanged || set.size === 0) return [];
  const lost: Place[] = [];
  transaction.changes.iterChangedRanges((from, to) => {
    set.between(from, to, (at, until, { end }) => {
      if (at < to && until > from) lost.push({ at, end });
    });
  });
  return lost.length > 0 ? [revive.of(lost)] : [];
}

/** Keeps exceptions through edits and undo. */
export const lineEnds: Extension = [exceptions, invertedEffects.of(deleted)];

/** The effect that sets the exceptions of a file just loaded. */
export function rememberLineEnds(original: string): StateEffect<unknown> {
  return forget.of(findLineEnds(original).exceptions);
}

/** The text with its line ends restored; lines without an exception end with `dominant`. */
export function withLineEnds(state: EditorState, dominant: LineEnd): string {
  const places: Place[] = [];
  for (const cursor = state.field(exceptions).iter(); cursor.value; cursor.next()) places.push({ at: cursor.from, end: cursor.value.end });
  return restore(state.doc.toString(), dominant, places);
}

// Owns what a form asks for: changes of the header, one after the other, each against the text as it is by then.

import type { Answer } from "../engine/client";
import type { Surface } from "../surface/surface";
import type { Change, Refusal, Step } from "../wire";

export interface FormChanges {
  /** Carries out a change. `typing`: a key press in a field, undone together with those right before it. */
  ask(change: Change, typing: boolean): void;
  /** The person has read why a change was refused. */
  forgetRefusal(): void;
  /** Another post is open: what was asked for the one before must not reach it. */
  opened(): void;
}

export interface FormChangesEvents {
  /** Asks the engine for the edits. */
  change(change: Change): Promise<Answer>;
  refused(refusal: Refusal | null): void;
}

interface Waiting {
  change: Change;
  typing: boolean;
  /** When it was asked for: of several that became one, the first and the last (ms). */
  first: number;
  last: number;
}

/** Key presses that follow each other within this time are undone together (ms). */
const PAUSE = 500;

/** A text that changes under every answer is being typed into: after so many tries the form waits for a gap each time. */
const TRIES = 5;
const GAP = 100;
const STOPPED = "The part of Foreword that reads the front matter has stopped, so the form cannot change it. Change it in the text.";

const pathOf = (change: Change): Step[] => ("path" in change ? change.path : []);
const groupOf = ({ change, typing }: Waiting): string | null => (typing ? JSON.stringify([change.op, pathOf(change)]) : null);
/** What counts is when the keys were pressed, not when their edits were found. */
const goesOn = (before: Waiting | null, next: Waiting): boolean =>
  before !== null && next.typing && groupOf(before) === groupOf(next) && next.first - before.last < PAUSE;

export function createFormChanges(surface: Surface, on: FormChangesEvents): FormChanges {
  let waiting: Waiting[] = [];
  let busy = false;
  let refused = false;
  let before: Waiting | null = null;
  /** Counts posts, so that a change that is under way knows when its own has gone. */
  let post = 0;

  const tell = (refusal: Refusal | null): void => {
    if (refusal === null && !refused) return;
    refused = refusal !== null;
    on.refused(refusal);
  };

  const carryOut = async (next: Waiting): Promise<void> => {
    const path = pathOf(next.change);
    const mine = post;
    for (let tries = 1; ; tries += 1) {
      const answer = await on.change(next.change).catch(() => null);
      if (mine !== post) return;
      if (answer === null) return tell({ path, lock: { message: STOPPED, range: { from: 0, to: 0 }, line: 1 } });
      if (answer.rev !== surface.revision()) {
        // It is never dropped: what was typed in a field would be lost.
        if (tries > TRIES) await new Promise((resolve) => setTimeout(resolve, GAP));
        continue;
      }
      if (answer.refused) return tell({ path, lock: answer.refused });
      tell(null);
      if (answer.edits.length > 0) surface.applyForm(answer.edits, goesOn(before, next) ? "join" : next.typing ? "begin" : "alone");
      before = next;
      return;
    }
  };

  const work = async (): Promise<void> => {
    if (busy) return;
    busy = true;
    for (let next = waiting.shift(); next; next = waiting.shift()) await carryOut(next);
    busy = false;
  };

  return {
    ask(change, typing) {
      const now = performance.now();
      const next: Waiting = { change, typing, first: now, last: now };
      const last = waiting.at(-1);
      // Of several values for one field only the last is wanted.
      if (last && goesOn(last, next)) {
        waiting = waiting.slice(0, -1);
        next.first = last.first;
      }
      waiting.push(next);
      void work();
    },
    forgetRefusal: () => tell(null),
    opened() {
      post += 1;
      waiting = [];
      before = null;
      tell(null);
    },
  };
}

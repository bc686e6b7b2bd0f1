// Owns the answer to “where is my latest change kept?”. It follows completed writes only.

import type { SaveState } from "../wire";

export interface SaveTracker {
  /** Another text is open; `draft` when it holds changes that only the browser has. */
  opened(revision: number, draft: boolean): void;
  /** The text changed. */
  changed(revision: number): void;
  /** The browser's storage has completed the write of a revision. */
  inBrowser(revision: number): void;
  /** The file has been written and closed with a revision. */
  onDisk(revision: number): void;
  /** The browser's storage failed, or does not answer. */
  failed(why: string): void;
  state(): SaveState;
  /** True when closing the page now would lose a change. */
  atRisk(): boolean;
}

export function createSaveTracker(tell: (state: SaveState) => void): SaveTracker {
  let revision = 0;
  let opened = 0;
  let browser = -1;
  let disk = -1;
  let failure: string | null = null;
  let told = "";

  const state = (): SaveState => {
    if (disk === revision) return { state: "onDisk" };
    if (browser === revision) return { state: "inBrowser" };
    if (revision === opened) return { state: "unchanged" };
    return failure === null ? { state: "saving" } : { state: "notSaved", why: failure };
  };
  const update = (): void => {
    const next = state();
    const key = JSON.stringify(next);
    if (key === told) return;
    told = key;
    tell(next);
  };

  return {
    state,
    atRisk: () => ["saving", "notSaved"].includes(state().state),
    opened(now, draft) {
      revision = opened = now;
      browser = draft ? now : -1;
      disk = -1;
      update();
    },
    changed(now) {
      revision = now;
      update();
    },
    inBrowser(done) {
      failure = null;
      // A copy of what was opened is no change that only the browser has.
      if (done !== opened) browser = Math.max(browser, done);
      update();
    },
    onDisk(done) {
      disk = Math.max(disk, done);
      update();
    },
    failed(why) {
      failure = why;
      update();
    },
  };
}

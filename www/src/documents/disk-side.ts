// Owns what the writer is told when something else has changed the open file, or taken it away.

import type { Notice } from "../wire";
import type { DeskEvents } from "./desk-face";
import { createDiskWatch, type DiskWatch } from "./disk-watch";
import type { OnDisk } from "./pickers";
import { createTheirs, type Sheet, type TheirsDesk } from "./theirs";

/** What can be done with a post that does not get into its file. */
export const OTHERWISE: Notice["actions"] = [
  { label: "Save as…", command: { type: "saveAs" } },
  { label: "Download", command: { type: "download" } },
];

export interface Side extends Sheet {
  /** The open file; null where there is none, or where it is not looked at now. */
  disk(): OnDisk | null;
  touched(disk: OnDisk): void;
}

export function createDiskSide(on: Pick<DeskEvents, "theirs" | "before" | "notice" | "resolved" | "toast">, side: Side): { theirs: TheirsDesk; watch: DiskWatch } {
  const warn = (message: string): void => on.notice({ id: "changed-on-disk", kind: "warning", message, actions: OTHERWISE });
  const theirs = createTheirs(side, {
    offerReload: (name) => (on.theirs ? on.theirs.offerReload(name) : warn(`${name} was changed by something else. You have not changed it here: open it again to see it as it is now.`)),
    merged: (name) => on.toast(`${name} was changed by something else. Both changes are in your text now.`),
    conflicts(name, list) {
      if (on.theirs) on.theirs.conflicts(name, list);
      else if (list.length > 0) warn(`${name} was changed by something else since it was opened here, so it was not overwritten. Save under another name, or choose the same file to replace it.`);
    },
    before: () => on.before?.() ?? Promise.resolve(),
    failed: (problem) => warn(problem.message),
  });
  const watch = createDiskWatch({
    disk: side.disk,
    touched: side.touched,
    changed: (disk, bytes) => void theirs.found({ disk, bytes }),
    lost: (problem) => warn(problem.message),
    back: () => on.resolved("changed-on-disk"),
  });
  return { theirs, watch };
}

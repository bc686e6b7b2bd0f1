// Owns the kernel's own words for states, for the time without the app.

import type { SaveState } from "../wire";

/** Where the latest change is kept, in a few words. */
export function saveWords(save: SaveState): string {
  switch (save.state) {
    case "unchanged":
      return "No changes";
    case "saving":
      return "Saving…";
    case "onDisk":
      return "Saved on disk";
    case "inBrowser":
      return "Saved in this browser only";
    case "notSaved":
      return `NOT SAVED. ${save.why}`;
  }
}

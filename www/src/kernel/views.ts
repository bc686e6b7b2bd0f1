// Owns which of text and preview is seen: what the person chooses, and what that means where one fits at a time.

import type { View } from "../wire";
import type { SettingsStore } from "./settings";

export interface Views {
  set(view: View): void;
  /** Brings the text into view where only the preview is seen. */
  showText(): void;
  /** Text, both, preview, and round again; where one pane fits, “both” is the text. */
  next(): void;
}

/** One pane fits at a time below this width; the same as in the page's style. */
const narrow = matchMedia("(max-width: 699.98px)");

/** `changed` shows the view. */
export function createViews(settings: SettingsStore, changed: (view: View) => void): Views {
  const set = (view: View): void => {
    settings.set({ view });
    changed(view);
  };
  return {
    set,
    showText() {
      if (settings.get().view === "preview") set(narrow.matches ? "source" : "both");
    },
    next() {
      const { view } = settings.get();
      set(view === "preview" ? "source" : view === "source" && !narrow.matches ? "both" : "preview");
    },
  };
}

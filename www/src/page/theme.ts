// Owns light and dark. The colours themselves follow `color-scheme` in tokens.css; this sets it and reports changes.

import type { Theme } from "../wire";

/** Colours of the browser's own bars; the same as --chrome in tokens.css. */
const CHROME = { light: "#f6f4ef", dark: "#1c1b18" };

/** Applies a theme, and calls back when the page turns dark or light, also because the system does. */
export function createTheme(darkChanged: (dark: boolean) => void): { set(t: Theme): void; dark(): boolean } {
  const root = document.documentElement;
  const system = matchMedia("(prefers-color-scheme: dark)");
  let theme: Theme = "system";
  const dark = (): boolean => (theme === "system" ? system.matches : theme === "dark");
  let reported = dark();

  const update = (): void => {
    if (theme === "system") delete root.dataset["theme"];
    else root.dataset["theme"] = theme;
    for (const meta of document.querySelectorAll<HTMLMetaElement>('meta[name="theme-color"]')) {
      const own = meta.media.includes("dark") ? CHROME.dark : CHROME.light;
      meta.content = theme === "system" ? own : CHROME[theme];
    }
    if (dark() === reported) return;
    reported = dark();
    darkChanged(reported);
  };
  system.addEventListener("change", update);

  return {
    set(t) {
      theme = t;
      update();
    },
    dark,
  };
}

// Owns finding and starting the browser.

import { accessSync, constants } from "node:fs";
import { createRequire } from "node:module";
import { delimiter, join } from "node:path";

const { chromium } = createRequire(new URL("../../../www/package.json", import.meta.url))("playwright-core");

const NAMES = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "chrome", "microsoft-edge"];

function runs(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Path of the browser: `CHROMIUM` when it is set, else what is installed. */
export function browserPath() {
  if (process.env.CHROMIUM) return process.env.CHROMIUM;
  const folders = (process.env.PATH ?? "").split(delimiter);
  const found = ["/usr/bin/chromium", ...NAMES.flatMap((name) => folders.map((folder) => join(folder, name)))].find(runs);
  if (!found) throw new Error("No Chromium was found. Install one, or name it in the environment variable CHROMIUM.");
  return found;
}

/** Starts a browser with a profile of its own. */
export function launch() {
  const asRoot = process.getuid?.() === 0;
  return chromium.launch({
    executablePath: browserPath(),
    ignoreDefaultArgs: ["--headless"],
    chromiumSandbox: !asRoot,
    args: ["--headless=new", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run", "--disable-gpu"],
  });
}

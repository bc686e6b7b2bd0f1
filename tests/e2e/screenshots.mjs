// Owns the pictures under docs/screenshots: the app with a post of our own, on three screens, light and dark.
//
// Usage: node tests/e2e/screenshots.mjs

import { mkdir } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { launch } from "./harness/browser.mjs";
import { fixture } from "./harness/posts.mjs";
import { serve } from "./harness/server.mjs";
import { openSession } from "./harness/session.mjs";
import { until } from "./harness/suite.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const root = resolve(here, "../..");
const folder = join(root, "docs/screenshots");
const SCREENS = {
  desktop: { viewport: { width: 1440, height: 900 } },
  tablet: { viewport: { width: 820, height: 1180 } },
  phone: { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true },
};

const browser = await launch();
const server = await serve(resolve(process.env.FOREWORD_DIST ?? join(root, "dist")), join(here, "../fixtures/posts"));
const { bytes } = fixture("generic-showcase.md");
/** The heading at the top of the preview. */
const HEADING = { desktop: "A year in one table", tablet: "What goes into two lines", phone: "A year in one table" };
await mkdir(folder, { recursive: true });

for (const [screen, options] of Object.entries(SCREENS)) {
  for (const colorScheme of ["light", "dark"]) {
    const session = await openSession(browser, server, { ...options, colorScheme });
    const { app, page } = session;
    await app.open("weather-diary.md", bytes);
    await until("the formulas", async () => (await app.preview.count(".katex")) >= 3);
    await until("the colours of the code", async () => (await app.preview.count("pre [class^='tok-']")) > 5);
    if (screen === "desktop") await app.side("Front matter");
    if (screen === "phone") await page.getByRole("radio", { name: "Preview" }).check();
    await app.preview.evaluate((text) => {
      const heading = [...document.querySelectorAll("h2")].find((each) => each.textContent.startsWith(text));
      document.documentElement.scrollTop += heading.getBoundingClientRect().top - 32;
    }, HEADING[screen]);
    await app.analysed();
    await page.screenshot({ path: join(folder, `${screen}-${colorScheme}.png`), animations: "disabled" });
    await session.close();
    console.log(`${screen}-${colorScheme}.png`);
  }
}
await browser.close();
server.close();

// Owns what a test gets: a browser context of its own with a fresh storage, a page with the app started, the record.

import { App } from "./app.mjs";
import { startRecord } from "./record.mjs";
import { PATH } from "./server.mjs";

const CONTEXT = { viewport: { width: 1280, height: 800 }, locale: "en-GB", timezoneId: "Europe/Paris", colorScheme: "light", serviceWorkers: "block" };

/** Opens a session for one test. `options` as for `test`. */
export async function openSession(browser, server, options) {
  const { start = true, path = PATH, query = "", init, console: messages, requests, files, ...context } = options;
  const own = await browser.newContext({ ...CONTEXT, ...context });
  const record = startRecord(own, server.origin, { console: messages, requests });
  for (const script of [init ?? []].flat()) await own.addInitScript(script);
  const page = await own.newPage();
  page.setDefaultTimeout(10_000);
  const session = {
    browser,
    server,
    context: own,
    page,
    record,
    address: (more = query) => `${server.origin}${path}${more}`,
    app: new App(page),
    /** Another page of the same profile, with the app started. */
    async again(more) {
      const another = await own.newPage();
      another.setDefaultTimeout(10_000);
      await another.goto(session.address(more));
      const app = new App(another);
      await app.ready();
      return app;
    },
    close: () => own.close().catch(() => undefined),
  };
  if (start) {
    await page.goto(session.address());
    await session.app.ready();
  }
  return session;
}

// Owns the frame around text and preview: views, divider, themes, the phone's layout, the status bar, the first paint.

import assert from "node:assert/strict";
import { fixture } from "./harness/posts.mjs";
import { test, until } from "./harness/suite.mjs";

const seen = (page, selector) => page.evaluate((query) => document.querySelector(query).getBoundingClientRect().width > 0 && document.querySelector(query).checkVisibility(), selector);
const bothSeen = async (page) => [await seen(page, "#editor"), await seen(page, "#preview")];

test("text, both, preview: by the switch, by key, and remembered", async ({ app, page }) => {
  const wait = (view, panes) => until(`the view ${view}`, async () => (await app.view()) === view && String(await bothSeen(page)) === String(panes));
  await wait("both", [true, true]);
  await page.getByRole("radio", { name: "Text" }).check();
  await wait("source", [true, false]);
  await page.getByRole("radio", { name: "Preview" }).check();
  await wait("preview", [false, true]);
  await page.reload();
  await app.ready();
  await wait("preview", [false, true]);
  await app.press("Control+\\");
  await wait("source", [true, false]);
  await app.press("Control+\\");
  await wait("both", [true, true]);
});

test("the divider moves by keys and by pointer, within its limits, and is remembered", async ({ app, page }) => {
  const divider = page.getByRole("separator", { name: "Width of the text" });
  const now = async () => Number(await divider.getAttribute("aria-valuenow"));
  const share = () =>
    page.evaluate(() => {
      const [text, preview] = ["#editor", "#preview"].map((id) => document.querySelector(id).getBoundingClientRect().width);
      return (text / (text + preview)) * 100;
    });
  await divider.focus();
  const before = await share();
  await app.press("ArrowRight", "ArrowRight");
  assert.ok((await now()) > 50);
  assert.ok((await share()) > before + 2);
  await app.press("Home");
  assert.equal(await now(), 20);
  await app.press("End");
  assert.equal(await now(), 80);
  assert.ok(Math.abs((await share()) - 80) < 2);
  await divider.dblclick();
  assert.equal(await now(), 50);

  const box = await divider.boundingBox();
  await page.mouse.move(box.x + box.width / 2, 400);
  await page.mouse.down();
  await page.mouse.move(box.x - 200, 400, { steps: 5 });
  await page.mouse.up();
  const moved = await now();
  assert.ok(moved < 45, `it is at ${moved}`);
  await page.reload();
  await app.ready();
  assert.equal(await now(), moved);
});

const paper = (page) => page.evaluate(() => getComputedStyle(document.querySelector("#editor .cm-editor")).backgroundColor);
const brightness = (colour) => colour.match(/[\d.]+/g).slice(0, 3).reduce((sum, part) => sum + Number(part), 0) / 3;

test("light, dark and like the system, in page and preview, remembered", async ({ app, page }) => {
  const inFrame = () => app.preview.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  assert.ok(brightness(await paper(page)) > 200);
  await app.menu("Dark");
  await until("the dark page", async () => brightness(await paper(page)) < 60);
  assert.equal(await page.evaluate(() => document.documentElement.dataset.theme), "dark");
  await until("the dark preview", async () => brightness(await inFrame()) < 60);
  await page.reload();
  await app.ready();
  assert.ok(brightness(await paper(page)) < 60);
  await app.menu("Like the system");
  await until("the light page", async () => brightness(await paper(page)) > 200);
  await page.emulateMedia({ colorScheme: "dark" });
  await until("the dark page", async () => brightness(await paper(page)) < 60);
  await until("the dark preview", async () => brightness(await inFrame()) < 60);
});

test("on a phone one pane at a time, with tabs, and nothing is wider than the screen", { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }, async ({ app, page }) => {
  const { name, bytes } = fixture("generic-showcase.md");
  await app.open(name, bytes);
  assert.deepEqual(await bothSeen(page), [true, false]);
  assert.equal(await page.getByRole("radio", { name: "Both" }).count(), 0);
  await page.getByRole("radio", { name: "Preview" }).tap();
  await until("the preview", async () => String(await bothSeen(page)) === "false,true");
  await app.preview.shows("The only formula I use");
  const wide = await app.preview.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  assert.ok(wide <= 0, `the preview is ${wide} px too wide`);
  assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 390);
  await page.getByRole("radio", { name: "Text" }).tap();
  await until("the text", async () => String(await bothSeen(page)) === "true,false");
  const small = await page.evaluate(() =>
    [...document.querySelectorAll("button, [role=tab], label.segment")]
      .filter((element) => element.checkVisibility() && !element.closest(".cm-editor"))
      .map((element) => [element.ariaLabel ?? element.textContent, element.getBoundingClientRect()])
      .filter(([, { width, height }]) => width < 24 || height < 24)
      .map(([label]) => label),
  );
  assert.deepEqual(small, [], "targets smaller than 24 px");
  const sheet = await app.side("Problems");
  assert.ok((await sheet.boundingBox()).width > 300);
});

test("the status bar tells words, reading time, cursor, dialect and where the text is kept", async ({ app, page }) => {
  await app.write(`${"word ".repeat(500).trim()}\n\nSecond line\n`);
  const says = (words) => until(async () => `${words} in: ${await app.status.innerText()}`, async () => (await app.status.innerText()).replace(/\s+/g, " ").includes(words));
  await says("502 words · 3 min read");
  await app.after("Second");
  await says("Ln 3, Col 7");
  const text = await app.text();
  await app.select(text.indexOf("Second"), text.length);
  await says("2 of 502 words");
  await says("Generic");
  await app.kept();
  assert.match(await page.title(), /Foreword/);
});

test("nothing jumps while the page starts", { start: false }, async ({ app, page, address }) => {
  await page.addInitScript(() => {
    window.shifts = [];
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        window.shifts.push({ value: entry.value, of: entry.sources.map(({ node }) => node?.id || node?.className || node?.nodeName) });
      }
    }).observe({ type: "layout-shift", buffered: true });
  });
  await page.goto(address());
  await app.ready();
  await app.analysed();
  const shifts = await page.evaluate(() => window.shifts);
  const total = shifts.reduce((sum, { value }) => sum + value, 0);
  assert.ok(total < 0.02, `layout shift of ${total.toFixed(3)}: ${JSON.stringify(shifts)}`);
});

for (const path of ["/", "/blog/editor/", "/blog/editor/index.html"]) {
  test(`the page works from ${path}`, { path }, async ({ app, record, server }) => {
    await app.preview.shows("Begin here");
    const folder = path.replace("index.html", "");
    const files = record.requests.map(({ url }) => url).filter((url) => url.startsWith("http"));
    assert.ok(files.every((url) => url.startsWith(server.origin + folder)), files.join("\n"));
  });
}

test("a first visit shows a post to begin with, which is nobody's work yet", async ({ app }) => {
  assert.match(await app.text(), /Welcome to Foreword/);
  assert.match(await app.saveState(), /No changes/);
  assert.deepEqual(await app.notices(), []);
});

test("the dialogs open, are named, and close by Escape with the focus back", async ({ app, page }) => {
  await app.menu("Keyboard shortcuts");
  const dialog = page.getByRole("dialog", { name: "Keyboard shortcuts" });
  await dialog.waitFor();
  assert.match(await dialog.innerText(), /Ctrl\+B/);
  await app.press("Escape");
  await until("the dialog to close", async () => (await dialog.count()) === 0);
  await app.menu("About Foreword");
  const about = page.getByRole("dialog", { name: "About Foreword" });
  await about.waitFor();
  await about.getByRole("button", { name: "Close" }).click();
  await until("the dialog to close", async () => (await about.count()) === 0);
});

// Owns scrolling both panes together, by every means, over images, long code and closed details.

import assert from "node:assert/strict";
import { atRest, inPreview, inSource, topOfPreview, topOfSource, unevenPost } from "./harness/places.mjs";
import { test, until } from "./harness/suite.mjs";

/** What is at the top of one pane may be this far from the top of the other (px). */
const NEAR = 60;
const HEADINGS = ["Pictures", "Code", "Letters", "List", "Quotes", "Table", "Afterwards", "Later"];

async function opened(app) {
  await app.open("water.md", unevenPost());
  await atRest(app);
}

async function over(app, pane) {
  const box = await app.page.locator(pane).boundingBox();
  await app.page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
}

/** Turns the wheel until `y` of something is at the top edge of the pane under the pointer. */
async function wheelTo(app, y) {
  for (let turns = 0; turns < 12; turns += 1) {
    const left = await y();
    if (Math.abs(left) <= 4) return;
    await app.page.mouse.wheel(0, left);
    await atRest(app);
  }
  throw new Error(`The wheel does not get there: ${await y()} px are left.`);
}

function near(what, y) {
  assert.ok(y !== null && Math.abs(y) <= NEAR, `${what} is ${y === null ? "not seen" : `${Math.round(y)} px from the top`}`);
}

/** The marker at the top of the leading pane is near the top of the other one. In closed details the summary stands for it. */
async function inStep(app, leader) {
  await atRest(app);
  const { word, y } = await (leader === "source" ? topOfSource : topOfPreview)(app);
  const other = await (leader === "source" ? inPreview : inSource)(app, word);
  if (other === null) return near("the summary", await app.preview.offsetOf("summary"));
  // Between pictures no marker is at the very top; then as far from it is good as well.
  const off = Math.min(Math.abs(other), Math.abs(other - y));
  near(`${word}, ${Math.round(y)} px from the top of the ${leader} and ${Math.round(other)} px in the other pane,`, off);
}

test("wheel over the text: each heading at its top is near the top of the preview", async ({ app }) => {
  await opened(app);
  for (const heading of HEADINGS) {
    await over(app, "#editor");
    await wheelTo(app, () => inSource(app, `## ${heading}`));
    near(`“${heading}” in the preview`, await app.preview.offsetOf("h2", heading));
  }
});

test("wheel over the preview: each heading at its top is near the top of the text", async ({ app }) => {
  await opened(app);
  for (const heading of HEADINGS) {
    await over(app, "#preview");
    await wheelTo(app, () => app.preview.offsetOf("h2", heading));
    near(`“${heading}” in the text`, await inSource(app, `## ${heading}`));
  }
});

test("PageDown and PageUp in the text", async ({ app }) => {
  await opened(app);
  await app.select(0);
  for (const key of ["PageDown", "PageDown", "PageDown", "PageDown", "PageUp", "PageDown", "PageDown", "PageDown"]) {
    await app.press(key);
    await inStep(app, "source");
  }
});

test("PageDown in the preview", async ({ app }) => {
  await opened(app);
  await app.preview.click("p");
  await app.preview.evaluate(() => document.documentElement.focus());
  const frame = await app.preview.frame();
  await (await frame.frameElement()).focus();
  for (let pages = 0; pages < 4; pages += 1) {
    const before = await app.preview.top();
    await app.press("PageDown");
    await until("the preview to scroll", async () => (await app.preview.top()) > before + 100);
    await inStep(app, "preview");
  }
});

test("the scroll bar of the text, up and down in leaps", async ({ app, page }) => {
  await opened(app);
  for (const share of [0.3, 0.62, 0.15, 0.5, 0.05, 0.72]) {
    await page.evaluate((part) => {
      const scroller = document.querySelector("#editor .cm-scroller");
      scroller.scrollTop = part * (scroller.scrollHeight - scroller.clientHeight);
    }, share);
    await inStep(app, "source");
  }
});

test("the scroll bar of the preview, up and down in leaps", async ({ app }) => {
  await opened(app);
  for (const share of [0.3, 0.62, 0.15, 0.5, 0.05, 0.72]) {
    await app.preview.evaluate((part) => {
      const root = document.documentElement;
      root.scrollTop = part * (root.scrollHeight - root.clientHeight);
    }, share);
    await inStep(app, "preview");
  }
});

test("inside a long fence the panes agree line by line", async ({ app }) => {
  await opened(app);
  for (const line of ["= 20;", "= 45;", "= 66;"]) {
    await over(app, "#editor");
    await wheelTo(app, () => inSource(app, line));
    await inStep(app, "source");
  }
});

test("in closed details the preview stays at the summary, and follows inside once they are open", async ({ app }) => {
  await opened(app);
  await over(app, "#editor");
  const text = await app.text();
  const hidden = text.slice(text.indexOf("</summary>") + 400).match(/m\d{4}/)[0];
  await wheelTo(app, () => inSource(app, hidden));
  near("the summary", await app.preview.offsetOf("summary"));
  await app.preview.click("summary");
  await until("open details", async () => (await app.preview.count("details[open]")) === 1);
  await over(app, "#editor");
  await wheelTo(app, () => inSource(app, "## Code"));
  await wheelTo(app, () => inSource(app, hidden));
  await inStep(app, "source");
});

test("the ends meet: at the very end and the very start of one, so is the other", async ({ app, page }) => {
  await opened(app);
  const leap = (to) => page.evaluate((where) => (document.querySelector("#editor .cm-scroller").scrollTop = where), to);
  // Twice: lines that were never seen have their heights guessed until then.
  await leap(1e7);
  await atRest(app);
  await leap(1e7);
  await atRest(app);
  const left = await app.preview.evaluate(() => {
    const root = document.documentElement;
    return root.scrollHeight - root.clientHeight - root.scrollTop;
  });
  assert.ok(left <= NEAR, `the preview has ${left} px left`);
  await leap(0);
  await atRest(app);
  assert.equal(await app.preview.top(), 0);
});

test("the text, once scrolled, stays where it was put", async ({ app, page }) => {
  await opened(app);
  for (const to of [900, 2400, 5200, 1300]) {
    await page.evaluate(async (where) => {
      document.querySelector("#editor .cm-scroller").scrollTop = where;
      // Until it is drawn for the first time, the editor only guesses what is there.
      for (let frames = 0; frames < 2; frames += 1) await new Promise((drawn) => requestAnimationFrame(drawn));
    }, to);
    const before = await topOfSource(app);
    await atRest(app);
    const after = await topOfSource(app);
    // Lines above that are seen for the first time change the scroll position, not what is seen.
    assert.equal(after.word, before.word);
    assert.ok(Math.abs(after.y - before.y) <= 2, `it moved by ${after.y - before.y} px`);
  }
});

test("the preview, once scrolled, stays where it was put, also over text that was never seen", async ({ app }) => {
  await opened(app);
  for (const share of [0.15, 0.3, 0.45, 0.6, 0.75]) {
    const put = await app.preview.evaluate((part) => {
      const root = document.documentElement;
      root.scrollTop = part * (root.scrollHeight - root.clientHeight);
      return root.scrollTop;
    }, share);
    const [, top] = await atRest(app);
    assert.ok(Math.abs(top - put) <= 2, `put at ${put} px, it went to ${top} px`);
    await inStep(app, "preview");
  }
});

test("after a turn to one pane and back, both show the same place", async ({ app, page }) => {
  await opened(app);
  await over(app, "#editor");
  await wheelTo(app, () => inSource(app, "## List"));
  await page.getByRole("radio", { name: "Text" }).check();
  await over(app, "#editor");
  await wheelTo(app, () => inSource(app, "## Table"));
  await page.getByRole("radio", { name: "Both" }).check();
  await until("both panes in step", async () => Math.abs((await app.preview.offsetOf("h2", "Table")) - (await inSource(app, "## Table"))) <= NEAR);
});

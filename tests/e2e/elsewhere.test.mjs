// Owns how a post is rendered and how it will look elsewhere: settings by hand, and two dialects compared.

import assert from "node:assert/strict";
import { weakTexts } from "./harness/contrast.mjs";
import { settled, test, until } from "./harness/suite.mjs";

const POST = `---
title: Tides
---

# The "first" tide

Same in both of them.

Some <b>raw</b> text.

<div>Only with raw HTML.</div>
`;
const PHONE = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true };

async function choose(app, page, label) {
  await app.dialectButton().click();
  await page.getByRole("menuitemradio", { name: new RegExp(`^${label}`) }).click();
  await until(label, async () => (await app.dialect()) === label);
}

async function settings(app, page) {
  await app.menu("Rendering settings");
  const panel = page.getByRole("tabpanel", { name: "Rendering" });
  await until("the settings", async () => (await panel.getByRole("switch").count()) > 5);
  return panel;
}

const item = (panel, name) => panel.locator(".setting", { has: panel.page().getByText(name, { exact: true }) });

/**
 * Runs a function in the comparison's frame. Like the preview's it runs no script, and a locator would leave listeners in
 * it whose refusals end in the console.
 */
async function inside(page, body, argument) {
  const handle = await page.locator("#comparison iframe").elementHandle();
  return (await handle.contentFrame()).evaluate(body, argument);
}

/** Opens the comparison of two dialects; resolves with the dialog once it is done. */
async function compare(app, page, a, b) {
  await app.menu("How it will look elsewhere…");
  const dialog = page.getByRole("dialog", { name: "How it will look elsewhere" });
  await dialog.getByLabel("One side").selectOption({ label: a });
  await dialog.getByLabel("Other side").selectOption({ label: b });
  await settled("a comparison", async () => [await dialog.getByRole("status").innerText(), await inside(page, () => document.body.innerHTML)], 8);
  return dialog;
}

/** What the rows of the comparison show. */
const rows = (page) =>
  inside(page, () =>
    [...document.querySelectorAll(".fw-pair")].map((row) => ({
      place: row.querySelector(".fw-place").textContent,
      kind: row.querySelector(".fw-kind").textContent,
      sides: [...row.querySelectorAll(".fw-rendered")].map((side) => side.innerText),
      bold: row.querySelectorAll(".fw-rendered b").length,
      html: [...row.querySelectorAll(".fw-html")].map((source) => source.textContent),
    })),
  );

test("every setting says what it does, what it is set to and who set it", async ({ app, page }) => {
  await app.open("tides.md", POST);
  await choose(app, page, "Hugo");
  const panel = await settings(app, page);
  const raw = await item(panel, "Raw HTML").innerText();
  assert.match(raw, /Keeps HTML in the post/);
  assert.match(raw, /Default of Hugo\./);
  assert.equal(await panel.getByRole("switch", { name: "Raw HTML" }).isChecked(), false);
  const ids = panel.getByRole("combobox", { name: "Heading ids" });
  assert.equal(await ids.inputValue(), "hugo");
  assert.match(await item(panel, "Heading ids").innerText(), /hugo \(default\)/);
  assert.equal(await panel.getByRole("button", { name: "Reset all" }).isDisabled(), true);
  await choose(app, page, "Generic");
  await until("the defaults of the other dialect", async () => /Default of Generic\./.test(await item(panel, "Raw HTML").innerText()));
  assert.equal(await panel.getByRole("switch", { name: "Raw HTML" }).isChecked(), true);
});

test("a setting by hand renders anew, is remembered, and is taken back", async ({ app, page }) => {
  await app.open("tides.md", POST);
  await choose(app, page, "Hugo");
  assert.equal(await app.preview.count("b"), 0);
  let panel = await settings(app, page);
  await panel.getByRole("switch", { name: "Raw HTML" }).check();
  await until("raw HTML", async () => (await app.preview.count("b")) === 1);
  assert.match(await item(panel, "Raw HTML").innerText(), /Set by hand\. Default of Hugo: off\./);
  await panel.getByRole("combobox", { name: "Typographer" }).selectOption("off");
  await until("straight quotes", async () => (await app.preview.text()).includes('"first"'));
  await until("both counted", async () => /2 settings were set by hand/.test(await panel.innerText()));
  await app.after("Same");
  await app.type("!");
  await app.kept();

  await page.reload();
  await app.ready();
  await until("raw HTML after the reload", async () => (await app.preview.count("b")) === 1);
  panel = await settings(app, page);
  await panel.getByRole("button", { name: "Reset Raw HTML" }).click();
  await until("no raw HTML", async () => (await app.preview.count("b")) === 0);
  assert.equal(await page.evaluate(() => document.activeElement?.id), "setting-raw-html", "the focus stays with the setting");
  assert.ok((await app.preview.text()).includes('"first"'), "the other setting stays");
  await panel.getByRole("button", { name: "Reset all" }).click();
  await until("curly quotes", async () => (await app.preview.text()).includes("“first”"));
  await until("nothing by hand", async () => /No setting was set by hand/.test(await panel.innerText()));
});

test("settings are for their post, and there when its file is opened again", async ({ app, page }) => {
  await app.open("tides.md", POST);
  const panel = await settings(app, page);
  await panel.getByRole("switch", { name: "Raw HTML" }).uncheck();
  await until("no raw HTML", async () => (await app.preview.count("b")) === 0);
  await app.open("other.md", POST);
  assert.equal(await app.preview.count("b"), 1);
  await app.open("tides.md", POST);
  assert.equal(await app.preview.count("b"), 0);
});

test("a text setting keeps what is typed", async ({ app, page }) => {
  await app.open("tides.md", POST);
  const panel = await settings(app, page);
  const field = panel.getByRole("textbox", { name: "Permalink" });
  await field.pressSequentially("https://example.org/tides/");
  await until("the setting", async () => /Set by hand\. Default of Generic: not set\./.test(await item(panel, "Permalink").innerText()));
  assert.equal(await field.inputValue(), "https://example.org/tides/");
});

test("the menu says what would be detected instead", async ({ app, page }) => {
  await app.open("tides.md", `${POST}\n{{< figure >}}\n`);
  await choose(app, page, "Generic");
  await app.dialectButton().click();
  assert.match(await page.getByRole("menuitemradio", { name: /^Detect/ }).innerText(), /Hugo\. Detected because it uses the shortcode/);
});

test("blocks that come out differently are shown in both renderings, and lead to their place", async ({ app, page }) => {
  await app.open("tides.md", POST);
  const dialog = await compare(app, page, "Generic", "Hugo");
  assert.match(await dialog.getByRole("status").innerText(), /3 blocks come out differently\./);
  const [heading, raw, element, ...more] = await rows(page);
  assert.deepEqual(more, []);
  assert.deepEqual([heading.place, heading.kind, heading.sides], ["Line 5", "Different text", ['The "first" tide', "The “first” tide"]]);
  assert.deepEqual([raw.place, raw.kind, raw.bold], ["Line 9", "Different markup", 1]);
  assert.match(raw.html[1], /raw HTML omitted/);
  assert.deepEqual([element.place, element.kind, element.sides], ["Line 11", "Only in Generic", ["Only with raw HTML.", "Nothing is shown."]]);

  const frame = await page.locator("#comparison iframe").boundingBox();
  const button = await inside(page, () => document.querySelectorAll(".fw-place")[1].getBoundingClientRect().toJSON());
  await page.mouse.click(frame.x + button.x + 8, frame.y + button.y + 8);
  await until("the dialog to be gone", async () => (await dialog.count()) === 0);
  const place = await app.selection();
  assert.match(POST.slice(place.from, place.to), /^Some <b>raw/);
  assert.ok(await page.evaluate(() => document.activeElement?.classList.contains("cm-content")));
});

test("two that do the same say so; what is set by hand counts", async ({ app, page }) => {
  await app.open("tides.md", POST);
  const dialog = await compare(app, page, "This post now: Generic", "Generic");
  await until("that both are the same", async () => /Both come out the same/.test(await dialog.innerText()));
  await app.press("Escape");
  await until("the dialog to be gone", async () => (await dialog.count()) === 0);
  const panel = await settings(app, page);
  await panel.getByRole("switch", { name: "Raw HTML" }).uncheck();
  await until("the setting", async () => /1 setting was set/.test(await panel.innerText()));
  const again = await compare(app, page, "This post now: Generic with 1 own setting", "Generic");
  assert.match(await again.getByRole("status").innerText(), /2 blocks come out differently/);
  await again.getByRole("button", { name: "Swap" }).click();
  await until("the sides to be swapped", async () => (await again.getByLabel("One side").inputValue()) === "generic");
});

test("by keyboard: into the frame, and out of the dialog again", async ({ app, page }) => {
  await app.open("tides.md", POST);
  const dialog = await compare(app, page, "Generic", "Hugo");
  await dialog.getByLabel("Other side").focus();
  await app.press("Tab");
  await until("the focus on the first place", () => inside(page, () => document.activeElement === document.querySelector(".fw-place")));
  await app.press("Escape");
  await until("the dialog to be gone", async () => (await dialog.count()) === 0);
});

test("nothing of a post runs or loads in the comparison", async ({ app, page }) => {
  const hostile = `"a" <img src="https://attacker.example/x.png" onerror="parent.hit = 1"> <script>parent.hit = 1</script>

<a href="javascript:parent.hit=1" onclick="parent.hit=1">"b"</a> <iframe src="https://attacker.example/"></iframe>

<div id="comparison" class="fw-place" onmouseover="parent.hit=1" style="position:fixed;inset:0">"c"</div>
`;
  await app.open("hostile.md", hostile);
  await compare(app, page, "Generic", "Hugo");
  assert.ok((await rows(page)).length >= 2);
  assert.equal(await page.evaluate(() => globalThis.hit), undefined);
  const facts = await inside(page, () => ({
    active: document.body.querySelectorAll("script, iframe, object, embed, [onerror], [onclick], [onmouseover], a[href^='javascript']").length,
    ids: document.querySelectorAll("main [id]").length,
    fixed: [...document.querySelectorAll("main *")].filter((element) => getComputedStyle(element).position === "fixed").length,
    remote: [...document.images].filter((image) => /^http/.test(image.src)).length,
  }));
  assert.deepEqual(facts, { active: 0, ids: 0, fixed: 0, remote: 0 });
  assert.doesNotMatch((await page.locator("#comparison iframe").getAttribute("sandbox")) ?? "", /allow-scripts/);
});

test("on a phone one rendering is below the other", PHONE, async ({ app, page }) => {
  await app.open("tides.md", POST);
  await compare(app, page, "Generic", "Hugo");
  const boxes = await inside(page, () => [...document.querySelector(".fw-pair").querySelectorAll(".fw-rendered")].map((side) => side.getBoundingClientRect().toJSON()));
  assert.ok(boxes[1].top >= boxes[0].bottom && Math.abs(boxes[0].left - boxes[1].left) < 2);
  assert.equal(await inside(page, () => document.documentElement.scrollWidth <= document.documentElement.clientWidth), true);
  assert.equal(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), true);
});

for (const colorScheme of ["light", "dark"]) {
  test(`settings and comparison can be read, ${colorScheme}`, { colorScheme }, async ({ app, page }) => {
    await app.open("tides.md", POST);
    const panel = await settings(app, page);
    await panel.getByRole("switch", { name: "Emoji" }).check();
    await until("the setting", async () => /1 setting was set/.test(await panel.innerText()));
    assert.deepEqual(await page.evaluate(weakTexts), []);
    await compare(app, page, "Generic", "Hugo");
    assert.deepEqual(await page.evaluate(weakTexts), []);
    assert.deepEqual(await inside(page, weakTexts), []);
  });
}

// Owns that the page can be used by keyboard, by ear, by finger, and by eyes that need contrast.

import assert from "node:assert/strict";
import { weakTexts } from "./harness/contrast.mjs";
import { fixture } from "./harness/posts.mjs";
import { test, until } from "./harness/suite.mjs";

async function everythingOpen(app) {
  const { name, bytes } = fixture("generic-bookbinding-fair.md");
  await app.open(name, bytes);
  await app.side("Problems");
}

test("every control has a name, every id is unique, every field a label", async ({ app, page }) => {
  await everythingOpen(app);
  for (const state of ["as it is", "menu", "search", "dialect"]) {
    if (state === "menu") await page.getByRole("button", { name: "Menu", exact: true }).click();
    if (state === "search") {
      await app.press("Escape");
      await app.menu("Find and replace");
    }
    if (state === "dialect") await app.dialectButton().click();
    const faults = await page.evaluate(() => {
      const named = (element) =>
        element.ariaLabel || element.getAttribute("aria-labelledby") || element.textContent.trim() || element.title || element.placeholder || element.labels?.[0]?.textContent.trim();
      const controls = [...document.querySelectorAll("button, a[href], input, select, textarea, [role=button], [role=tab], [role^=menuitem], [role=separator], [tabindex='0'], iframe")];
      const ids = [...document.querySelectorAll("[id]")].map(({ id }) => id);
      return [
        ...controls.filter((element) => !named(element)).map((element) => `no name: ${element.outerHTML.slice(0, 120)}`),
        ...ids.filter((id, at) => ids.indexOf(id) !== at).map((id) => `twice: #${id}`),
        ...[...document.querySelectorAll("[aria-controls], [aria-labelledby], [aria-describedby]")].flatMap((element) =>
          ["aria-controls", "aria-labelledby", "aria-describedby"].flatMap((name) => (element.getAttribute(name)?.split(" ") ?? []).filter((id) => !document.getElementById(id)).map((id) => `${name} to nothing: ${id}`)),
        ),
      ];
    });
    assert.deepEqual(faults, [], state);
  }
});

test("landmarks, one level-1 heading, languages, and the outline of the page's own headings", async ({ app, page }) => {
  await everythingOpen(app);
  const facts = await page.evaluate(() => ({
    lang: document.documentElement.lang,
    main: document.querySelectorAll("main").length,
    header: document.querySelectorAll("header").length > 0,
    footer: document.querySelectorAll("footer").length,
    regions: [...document.querySelectorAll("main > section")].map((section) => section.ariaLabel),
    top: document.querySelectorAll("h1").length,
    title: document.title,
    zoom: /user-scalable=no|maximum-scale=1\b/.test(document.querySelector("meta[name=viewport]").content),
    frame: document.querySelector("#preview iframe").title,
    status: document.querySelectorAll("[role=status], [aria-live]").length > 0,
  }));
  assert.deepEqual({ ...facts, title: Boolean(facts.title) }, {
    lang: "en", main: 1, header: true, footer: 1, regions: ["Post text", "Preview"], top: 1, title: true, zoom: false, frame: "Preview", status: true,
  });
});

/** Presses Tab until the focus is back at the start; gives what was reached, in order. */
async function tabThrough(page, most = 120) {
  const reached = [];
  for (let presses = 0; presses < most; presses += 1) {
    await page.keyboard.press("Tab");
    const here = await page.evaluate(() => {
      const element = document.activeElement;
      if (!element || element === document.body) return "end";
      if (element.classList.contains("cm-content")) return "text";
      const rect = element.getBoundingClientRect();
      const style = getComputedStyle(element);
      const name = element.tagName === "IFRAME" ? "preview" : element.id || element.ariaLabel || element.value || element.textContent.trim();
      const seen = rect.width > 0 && rect.height > 0 && style.visibility === "visible";
      return `${name}${seen ? "" : " (unseen)"}`;
    });
    if (here === "end") break;
    reached.push(here);
    if (here === "text") await page.keyboard.press("Escape");
  }
  return reached;
}

test("Tab reaches everything in the order of the page, and the text is no trap after Escape", async ({ app, page }) => {
  await everythingOpen(app);
  await page.evaluate(() => {
    document.activeElement?.blur();
    window.getSelection()?.removeAllRanges();
  });
  await page.mouse.click(2, 2);
  const reached = await tabThrough(page);
  const order = ["Bold", "Problems: ", "Menu", "text", "divider", "preview", "tab-problems", "side-panel"];
  const places = order.map((name) => reached.findIndex((each) => each === name || each.startsWith(name)));
  assert.ok(places.every((place) => place >= 0), `reached: ${reached.join(", ")}`);
  assert.deepEqual(places, [...places].sort((a, b) => a - b), `reached: ${reached.join(", ")}`);
  assert.ok(reached.some((each) => /Generic/.test(each)), `reached: ${reached.join(", ")}`);
  assert.deepEqual(reached.filter((each) => each.endsWith("(unseen)")), []);
});

test("Tab indents only in lists; after Escape it leaves the text, and Shift+Tab goes back", async ({ app, page }) => {
  await app.write("Plain.\n");
  await app.select(3);
  const before = await app.text();
  await app.press("Escape", "Tab");
  await until("the focus to leave", () => page.evaluate(() => !document.activeElement.classList.contains("cm-content")));
  assert.equal(await app.text(), before);
  await app.press("Shift+Tab");
  await until("the focus back", () => page.evaluate(() => document.activeElement.classList.contains("cm-content")));
});

test("the skip link goes to the text", async ({ page }) => {
  await page.locator(".skip").focus();
  await page.keyboard.press("Enter");
  await until("the focus in the text's region", () => page.evaluate(() => Boolean(document.activeElement.closest("#editor"))));
});

test("menus, toolbar and tabs work by arrow keys, and give the focus back", async ({ app, page }) => {
  await everythingOpen(app);
  const menu = page.getByRole("button", { name: "Menu", exact: true });
  await menu.focus();
  const here = () => page.evaluate(() => document.activeElement.textContent.trim());
  await app.press("ArrowDown");
  await until("the first item", async () => /New post/.test(await here()));
  await app.press("ArrowDown");
  assert.match(await here(), /Open…/);
  await app.press("End");
  assert.match(await here(), /About Foreword/);
  await app.press("Escape");
  await until("the focus back", () => menu.evaluate((button) => document.activeElement === button));

  await page.getByRole("button", { name: "Bold", exact: true }).focus();
  await app.press("ArrowRight");
  assert.equal(await page.evaluate(() => document.activeElement.ariaLabel), "Italic");

  await page.getByRole("tab", { name: "Problems" }).focus();
  await app.press("ArrowRight");
  await until("the next tab", () => page.getByRole("tabpanel", { name: "Front matter" }).isVisible());
  await app.press("Escape");
  await until("the panel closed and the focus in the text", () => page.evaluate(() => document.activeElement.classList.contains("cm-content")));
});

test("the focus is always seen", async ({ app, page }) => {
  await everythingOpen(app);
  for (const name of ["Bold", "Menu"]) {
    await page.getByRole("button", { name, exact: true }).focus();
    await app.press("Shift+Tab", "Tab");
    const ring = await page.evaluate(() => {
      const style = getComputedStyle(document.activeElement);
      return style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
    });
    assert.ok(ring, `${name} has no ring`);
  }
});

/** The contrast of every pair of colours that text and its ground have, computed in the page. */
function contrasts(pairs) {
  const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
  const probe = document.body.appendChild(document.createElement("span"));
  const rgb = (token) => {
    probe.style.color = `var(${token})`;
    canvas.fillStyle = getComputedStyle(probe).color;
    canvas.fillRect(0, 0, 1, 1);
    return canvas.getImageData(0, 0, 1, 1).data;
  };
  const light = (token) => {
    const [r, g, b] = [...rgb(token)].map((part) => (part / 255 <= 0.04045 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const result = pairs.map(([ink, ground, least]) => {
    const [a, b] = [light(ink), light(ground)].sort((x, y) => y - x);
    return { pair: `${ink} on ${ground}`, ratio: (a + 0.05) / (b + 0.05), least };
  });
  probe.remove();
  return result;
}

const INKS = ["--ink", "--ink-soft", "--ink-faint", "--accent", "--error", "--warning", "--info"];
const PAIRS = [
  ...INKS.flatMap((ink) => ["--paper", "--chrome", "--raised"].map((ground) => [ink, ground, 4.5])),
  ["--accent-ink", "--accent", 4.5],
  ["--accent", "--accent-soft", 4.5],
  ["--ink", "--selection", 4.5],
  ...["error", "warning", "info"].map((kind) => ["--ink", `--${kind}-soft`, 4.5]),
  ["--line-strong", "--paper", 3],
];

for (const theme of ["Light", "Dark"]) {
  test(`contrast of all colours in the ${theme.toLowerCase()} theme`, async ({ app, page }) => {
    await app.menu(theme);
    const weak = (await page.evaluate(contrasts, PAIRS)).filter(({ ratio, least }) => ratio < least);
    assert.deepEqual(weak.map(({ pair, ratio }) => `${pair}: ${ratio.toFixed(2)}`), []);
  });
}

for (const theme of ["light", "dark"]) {
  test(`contrast of every text that is seen in the ${theme} theme, also in code and in the preview`, { colorScheme: theme }, async ({ app }) => {
    const { name, bytes } = fixture("generic-showcase.md");
    await app.open(name, `${bytes}\n![A gate](gate.png)\n\n<iframe src="https://www.youtube.com/embed/aB3dE5fG7h9" title="A film"></iframe>\n`);
    await until("coloured code", async () => (await app.preview.count("pre [class^='tok-']")) > 5);
    assert.deepEqual(await app.preview.evaluate(weakTexts), []);
    for (const panel of ["Problems", "Front matter", "Outline"]) {
      await app.side(panel);
      assert.deepEqual(await app.page.evaluate(weakTexts), [], panel);
    }
    await app.after("```js");
    await app.dialectButton().click();
    assert.deepEqual(await app.page.evaluate(weakTexts), []);
  });
}

test("with reduced motion nothing moves", { reducedMotion: "reduce" }, async ({ app, page }) => {
  await everythingOpen(app);
  const moving = await page.evaluate(() =>
    [...document.querySelectorAll("*")]
      .filter((element) => {
        const style = getComputedStyle(element);
        const long = (list) => list.split(",").some((part) => parseFloat(part) > 0.01);
        return long(style.transitionDuration) || (style.animationName !== "none" && long(style.animationDuration) && !element.closest(".cm-cursorLayer"));
      })
      .map((element) => `${element.tagName}.${element.getAttribute("class")}`),
  );
  assert.deepEqual([...new Set(moving)], []);
});

test("forced colours and a text twice as large leave everything in reach", { viewport: { width: 640, height: 400 }, forcedColors: "active" }, async ({ app, page }) => {
  await everythingOpen(app);
  assert.ok((await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)) <= 0, "the page scrolls sideways");
  assert.ok(await page.getByRole("button", { name: "Menu", exact: true }).isVisible());
});

test("changes of state are announced: fixes, toasts, bad news", async ({ app, page }) => {
  const live = await page.evaluate(() => ["#toast", "#notices [role=alert]", "#notices [role=status]", "#status [role=alert]"].map((query) => Boolean(document.querySelector(query))));
  assert.deepEqual(live, [true, true, true, true]);
  assert.equal(await page.locator("#toast").getAttribute("aria-live"), "polite");
  assert.equal(await app.content.getAttribute("aria-label"), "Post text");
  assert.equal(await app.content.getAttribute("role"), "textbox");
  assert.equal(await app.content.getAttribute("aria-multiline"), "true");
});

test("where words are left out to save room, the controls keep their names", async ({ page }) => {
  for (const width of [1440, 1200, 1000, 820, 600, 390]) {
    await page.setViewportSize({ width, height: 900 });
    const both = page.getByRole("radio", { name: "Both", exact: true });
    await until(`the choices at ${width}`, async () => (await both.count()) === (width < 700 ? 0 : 1));
    assert.equal(await page.getByRole("radio", { name: "Preview", exact: true }).count(), 1, `Preview at ${width}`);
    assert.equal(await page.getByRole("button", { name: "Menu", exact: true }).count(), 1, `Menu at ${width}`);
  }
});

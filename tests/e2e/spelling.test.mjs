// Owns spell checking as a writer meets it: off at first, then marks, proposals, the writer's own words, and languages.

import assert from "node:assert/strict";
import { App } from "./harness/app.mjs";
import { WITH_WORKER, startSite, visit } from "./harness/release.mjs";
import { test, until } from "./harness/suite.mjs";

const TYPO = "---\nlang: en\n---\n\n# By the harbour\n\nWe recieve the boats.\n";
const POST = `---
title: A lettr home
lang: en-GB
slug: wrng-slug
tags: [tagg]
---

## By the harbuor

The colour of the sea, see https://exmaple.org/pathh and \`codde\` or wrld.md.

\`\`\`js
const lettrs = 1;
\`\`\`

Write to @sombody about #topicc, NASAA and {{< figrue src="x" >}}.
`;

/** The words of the text that are marked. A bare address may be too, by the linter. */
async function marked(page) {
  return (await page.locator("#editor .cm-lintRange-info").allInnerTexts()).filter((text) => !text.includes("://"));
}
const marks = (page, expected, what = `marks on ${expected}`) => until(async () => `${what}, not on ${await marked(page)}`, async () => JSON.stringify(await marked(page)) === JSON.stringify(expected));
const spellingFiles = (page) => page.evaluate(() => performance.getEntriesByType("resource").map(({ name }) => name).filter((name) => name.includes("/static/spelling/")));

/** Switches it on or off; below its name the menu says the language. */
async function check({ page }) {
  await page.getByRole("button", { name: "Menu", exact: true }).click();
  await page.getByRole("menuitemcheckbox", { name: /^Check spelling/ }).click();
}

test("nothing of it is fetched before it is switched on, and then only what the post's language needs", async ({ app, page }) => {
  await app.open("typo.md", TYPO);
  assert.deepEqual(await spellingFiles(page), []);
  assert.deepEqual(await marked(page), []);
  assert.equal(await app.content.getAttribute("spellcheck"), "true");
  await check(app);
  await marks(page, ["harbour", "recieve"]);
  const names = (await spellingFiles(page)).map((name) => name.replace(/^.*\//, "").replace(/-[^-]*$/, ""));
  assert.deepEqual(names.sort(), ["en", "spelling", "worker"]);
  // Two checkers would mark the same words.
  assert.equal(await app.content.getAttribute("spellcheck"), "false");
  await check(app);
  await marks(page, []);
  assert.equal(await app.content.getAttribute("spellcheck"), "true");
});

test("title and text are checked; code, addresses, other front matter and shortcodes are not", async ({ app, page }) => {
  await app.open("post.md", POST);
  await check(app);
  await marks(page, ["lettr", "harbuor"]);
  const panel = await app.side("Problems");
  await until("the rule in the panel", async () => (await panel.locator(".problem-rule").allInnerTexts()).filter((rule) => rule === "spelling").length === 2);
  assert.match(await panel.innerText(), /“harbuor” is not in the dictionary for British English\./);
});

test("a proposal is applied as one step and undone by one", async ({ app, page }) => {
  await app.open("typo.md", TYPO.replace("harbour", "port"));
  await check(app);
  await marks(page, ["recieve"]);
  const panel = await app.side("Problems");
  await panel.getByRole("button", { name: "Change to “receive”" }).click();
  await until("the change", async () => (await app.text()).includes("We receive the boats."));
  await marks(page, []);
  await app.content.focus();
  await app.press("Control+z");
  await until("one undo", async () => (await app.text()).includes("We recieve the boats."));
  await marks(page, ["recieve"]);
});

test("by keyboard: F8 to the word, Alt+. for proposals", async ({ app, page }) => {
  await app.open("typo.md", "We recieve the boats.\n");
  await check(app);
  await marks(page, ["recieve"]);
  await app.select(0);
  await app.press("F8");
  await until("the word selected", async () => (await app.selection()).from === 3);
  const first = () => page.evaluate(() => document.activeElement?.textContent);
  await until("a proposal in the focus", async () => {
    await app.press("Escape", "Alt+.");
    await page.waitForTimeout(100);
    return (await first()) === "Change to “receive”";
  });
  await app.press("Enter");
  await until("the change", async () => (await app.text()) === "We receive the boats.\n");
});

test("a word that is added is right from then on, also after a reload, until it is taken out", async ({ app, page }) => {
  await app.open("typo.md", "The wharfsider rests. Wharfsider!\n");
  await check(app);
  await marks(page, ["wharfsider", "Wharfsider"]);
  const panel = await app.side("Problems");
  await panel.getByRole("button", { name: "Add “wharfsider” to your words", exact: true }).click();
  await marks(page, []);
  assert.equal(await app.text(), "The wharfsider rests. Wharfsider!\n");
  await page.reload();
  const again = new App(page);
  await again.ready();
  await again.open("typo.md", "The wharfsider rests, it rsets.\n");
  await marks(page, ["rsets"], "still on after the reload, and marks on the other word");
  await again.menu("Your words…");
  const dialog = page.getByRole("dialog", { name: "Your words" });
  await dialog.getByRole("button", { name: "Remove “wharfsider”" }).click();
  await until("an empty list", async () => /There are none yet/.test(await dialog.innerText()));
  await again.press("Escape");
  await marks(page, ["wharfsider", "rsets"]);
});

test("the language in the front matter chooses the dictionary, and one that is missing is said", async ({ app, page }) => {
  const post = (lang) => `---\ntitle: Port\nlang: ${lang}\n---\n\nColour and color, la maison.\n`;
  await app.open("post.md", post("en-US"));
  await check(app);
  await marks(page, ["Colour", "maison"]);
  await app.open("post.md", post("en-GB"));
  await marks(page, ["color", "maison"]);
  await app.open("post.md", post("fr"));
  await until("French marks", async () => !(await marked(page)).includes("maison") && (await marked(page)).includes("Colour"));
  await app.open("post.md", post("de"));
  const notice = await app.notice(/no dictionary for “de”/);
  assert.match(notice, /English, Spanish, French/);
  await marks(page, []);
  await app.open("post.md", post("en"));
  await marks(page, ["Colour", "maison"]);
  assert.deepEqual(await app.notices(), []);
});

test("every dictionary can be read and knows its language", async ({ app, page }) => {
  const words = { en: "colorize", "en-GB": "harbour", es: "mañana", fr: "aujourd’hui", nl: "foto's", pl: "książkami", pt: "ação", ru: "ещё" };
  await app.open("post.md", "x\n");
  await check(app);
  for (const [lang, word] of Object.entries(words)) {
    await app.open("post.md", `---\nlang: ${lang}\n---\n\n${word} ${word.slice(0, 3)}xyzq${word.slice(3)}\n`);
    await until(`${lang} to know ${word}`, async () => {
      const now = await marked(page);
      return now.length === 1 && now[0].includes("xyzq");
    });
  }
});

test("what is being typed is not marked before its time", async ({ app, page }) => {
  await app.open("typo.md", "The sea.\n");
  await check(app);
  await app.after("The sea.");
  await app.type(" Recieveing");
  await app.analysed();
  await app.type(" it");
  await marks(page, ["Recieveing"]);
});

test("a dictionary that was used works with no network", WITH_WORKER, async ({ page, context }) => {
  const site = await startSite();
  try {
    const app = await visit(page, site.address());
    await until("the service worker in charge", () => page.evaluate(() => navigator.serviceWorker.controller !== null));
    await app.open("typo.md", "We recieve the boats.\n");
    await check(app);
    await marks(page, ["recieve"]);
    const kept = () =>
      page.evaluate(async () => {
        const caches_ = await Promise.all((await caches.keys()).map((name) => caches.open(name)));
        const urls = (await Promise.all(caches_.map((cache) => cache.keys()))).flat().map(({ url }) => url);
        return urls.filter((url) => url.includes("/static/spelling/")).map((url) => url.replace(/^.*\//, "").replace(/-.*$/, "")).sort();
      });
    await until("all of it to be kept", async () => JSON.stringify(await kept()) === JSON.stringify(["en", "spelling", "worker"]));
    site.stop();
    await context.setOffline(true);
    await page.reload();
    const again = new App(page);
    await again.ready();
    await again.open("typo.md", "They recieve us.\n");
    await marks(page, ["recieve"]);
    await again.open("post.md", "---\nlang: fr\n---\n\nBonjour.\n");
    await again.notice(/The dictionary for French could not be loaded/);
  } finally {
    site.end();
  }
});

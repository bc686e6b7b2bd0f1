// Owns that after one visit the whole journey works with no network, and that a new version is offered and never forced.

import assert from "node:assert/strict";
import { readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { App } from "./harness/app.mjs";
import { WITH_WORKER, cached, kept, listOf, lookForUpdate, startSite, versionOf, visit } from "./harness/release.mjs";
import { Form } from "./harness/form.mjs";
import { bring, imageDialog, paint } from "./harness/pictures.mjs";
import { test, until } from "./harness/suite.mjs";

const POST = "---\ntitle: By train\n---\n\n# By train\n\nWritten without a network.\n\nA sum: $a^2 + b^2$.\n\n```python\ndef f(x):\n    return x\n```\n\n```haskell\nmain = putStrLn \"x\"\n```\n";

/** A test with a server of its own. */
function onSite(name, options, body = options) {
  test(name, { ...WITH_WORKER, ...(typeof options === "function" ? {} : options) }, async (session) => {
    const site = await startSite();
    try {
      await body({ ...session, site });
    } finally {
      site.end();
    }
  });
}

/** Nothing is reached any more, by pages or by workers. */
async function cut(context, site) {
  site.stop();
  await context.setOffline(true);
}

async function wholeJourney(app, page) {
  await app.open("train.md", POST);
  await app.after("network.");
  await app.type(" Still typing.");
  await app.preview.shows("Still typing.");
  await until("the formula", () => app.preview.count(".katex"));
  await until("its fonts", () => app.preview.evaluate(() => document.fonts.status === "loaded" && [...document.fonts].some(({ status, family }) => status === "loaded" && family.includes("KaTeX"))));
  assert.equal(await app.preview.evaluate(() => [...document.fonts].filter(({ status }) => status === "error").length), 0);
  await until("code of both languages highlighted", () => app.preview.evaluate(() => [...document.querySelectorAll("pre code")].filter((code) => code.querySelector("span[class]")).length === 2));
  await app.kept();
  const text = POST.replace("network.", "network. Still typing.");
  const saved = await app.download();
  assert.equal(saved.bytes.toString(), text);
  await page.reload();
  await app.ready();
  assert.equal(await app.text(), text);
  await app.preview.shows("Still typing.");
  await theRestOfTheJourney(app, page, text);
}

/** What is loaded only when it is needed: the form, history, images, posts kept in the browser. */
async function theRestOfTheJourney(app, page, text) {
  const form = await Form.of(app);
  await form.input("title").fill("By rail");
  await until("the title in the header", async () => (await app.text()).includes("title: By rail\n"));
  await app.menu("History…");
  const history = page.getByRole("dialog", { name: /History/ });
  await until("the history", () => history.isVisible());
  await app.press("Escape");
  await app.after("Still typing.");
  await bring(page, "paste", [{ name: "rails.png", type: "image/png", data: await paint(page, { width: 900, height: 400 }) }]);
  const dialog = await imageDialog(page);
  await dialog.getByText("WebP, usually the smallest").click();
  await until("the smaller image", async () => /smaller\)/.test(await dialog.locator(".image-outcome").innerText()));
  await dialog.getByLabel("What does it show?").fill("Rails");
  await dialog.getByRole("button", { name: /^Insert/ }).click();
  await until("the image in the text", async () => /!\[Rails\]\([^)]+\.webp\)/.test(await app.text()));
  await until("the image in the preview", () => app.preview.evaluate(() => document.querySelector(".fw-page img")?.naturalWidth));
  const posts = await app.side("Posts");
  await posts.getByRole("button", { name: "Posts in this browser" }).click();
  await posts.getByRole("button", { name: "New post" }).first().click();
  await posts.getByRole("textbox", { name: /title/i }).fill("Kept here");
  await app.press("Enter");
  await until("the new post", async () => (await app.text()).includes("Kept here"));
}

onSite("after one visit the whole journey works with no network at all", async ({ context, page, site }) => {
  const app = await visit(page, site.address());
  await kept(page, site.version);
  await cut(context, site);
  await page.reload();
  await app.ready();
  await wholeJourney(app, page);
  const other = await context.newPage();
  await visit(other, site.address("?from=the-desktop"));
  assert.equal(await versionOf(other), site.version);
  assert.deepEqual(await app.notices(), ["Your unsaved changes to train.md are kept in this browser."]);
});

onSite("the first visit goes on without a network once its files are there", async ({ context, page, site }) => {
  const app = await visit(page, site.address());
  await kept(page, site.version);
  await cut(context, site);
  await wholeJourney(app, page);
});

onSite("copies below two paths of one site keep to themselves", async ({ context, page, site }) => {
  await visit(page, site.address("", "/"));
  await kept(page, site.version);
  const below = await context.newPage();
  await visit(below, site.address());
  await kept(below, site.version);
  assert.equal((await page.evaluate(() => caches.keys())).length, 2);
  await cut(context, site);
  await page.reload();
  await new App(page).ready();
  await below.reload();
  await new App(below).ready();
});

/** Another version, in which a grammar is no longer there under its old name. */
const nextOf = (site, name = "next") =>
  site.make(name, {
    change(folder) {
      const chunks = join(folder, "static/chunks");
      const grammar = readdirSync(chunks).find((file) => file.startsWith("haskell-"));
      rmSync(join(chunks, grammar));
    },
  });
/** What the made-up version says when a post wants that grammar: its page still names it. */
const NO_GRAMMAR = /dynamically imported module: \S*haskell-/;
const filesIn = ({ folder }) => Object.keys(listOf(folder).files).length;

onSite("an update is offered, not forced; the old page keeps its own files; the reload keeps the text", async ({ page, site, record }) => {
  const loads = [];
  page.on("framenavigated", (frame) => frame === page.mainFrame() && loads.push(frame.url()));
  const app = await visit(page, site.address());
  await kept(page, site.version);
  assert.deepEqual(await app.notices(), []);
  await app.open("train.md", "# Mid-edit\n\nBegun.\n");
  await app.after("Begun.");
  const next = nextOf(site);
  site.show(next.folder);
  await app.type(" Typing on");
  await lookForUpdate(page);
  await app.notice(/A new version of Foreword is ready/);
  await app.type(" and on.\n\n```haskell\nmain = putStrLn \"x\"\n```\n");
  await until("the grammar of the old version", () => app.preview.evaluate(() => document.querySelector("pre code span[class]") !== null));
  assert.equal(await versionOf(page), site.version);
  assert.equal(loads.length, 1);
  const text = await app.text();
  record.check();
  record.expectConsole(NO_GRAMMAR);
  await page.getByRole("button", { name: "Reload now" }).click();
  await until("the new version", async () => (await versionOf(page)) === next.version);
  await app.ready();
  assert.equal(await app.text(), text);
  await kept(page, next.version, filesIn(next));
  await until("the old files to go", async () => Object.keys(await cached(page)).length === 1);
  assert.deepEqual((await app.notices()).filter((notice) => /new version/.test(notice)), []);
  assert.equal(loads.length, 2);
});

onSite("a tab of the old version keeps its files while it lives, and they go after it", async ({ context, page, site, record }) => {
  const app = await visit(page, site.address());
  await kept(page, site.version);
  const old = await context.newPage();
  const oldApp = await visit(old, site.address());
  const next = nextOf(site);
  site.show(next.folder);
  await lookForUpdate(page);
  await app.notice(/new version/);
  await oldApp.notice(/new version/);
  await page.reload();
  await app.ready();
  assert.equal(await versionOf(page), next.version);
  await kept(page, next.version, filesIn(next));
  await cut(context, site);
  assert.deepEqual(Object.keys(await cached(page)).sort(), [site.version, next.version].sort());
  await oldApp.write("```haskell\nmain = putStrLn \"x\"\n```\n");
  await until("the grammar of the old version", () => oldApp.preview.evaluate(() => document.querySelector("pre code span[class]") !== null));
  record.check();
  record.expectConsole(NO_GRAMMAR);
  await old.close();
  await page.reload();
  await app.ready();
  await until("the old files to go", async () => Object.keys(await cached(page)).length === 1);
  assert.equal(await versionOf(page), next.version);
});

onSite("a file that is not what the build made is refused: the old version goes on, the repaired one is taken", { console: [...WITH_WORKER.console, /integrity|digest/] }, async ({ context, page, site }) => {
  const app = await visit(page, site.address());
  await kept(page, site.version);
  const spoilt = site.make("spoilt", {
    spoil(folder) {
      const file = join(folder, "static", readdirSync(join(folder, "static")).find((name) => name.startsWith("preview-")));
      writeFileSync(file, `${readFileSync(file, "utf8")} `);
    },
    // Else the browser would take the file from the version before.
    change(folder) {
      const file = join(folder, "static", readdirSync(join(folder, "static")).find((name) => name.startsWith("preview-")));
      writeFileSync(file, `${readFileSync(file, "utf8")}/* next */`);
    },
  });
  site.show(spoilt.folder);
  await lookForUpdate(page);
  await until("the refusal", () => page.evaluate(async () => {
    const { installing, waiting } = await navigator.serviceWorker.getRegistration();
    return !installing && !waiting;
  }));
  assert.equal((await cached(page))[spoilt.version], filesIn(spoilt) - 1);
  assert.deepEqual(await app.notices(), []);
  await page.reload();
  await app.ready();
  assert.equal(await versionOf(page), site.version);
  const repaired = nextOf(site, "repaired");
  site.show(repaired.folder);
  await lookForUpdate(page);
  await app.notice(/new version/);
  await cut(context, site);
  await page.reload();
  await app.ready();
  assert.equal(await versionOf(page), repaired.version);
  await until("what was left of the spoilt one to go", async () => Object.keys(await cached(page)).length === 1);
});

onSite("a first install with a broken file leaves the page as it is without one", { console: [...WITH_WORKER.console, /integrity|digest/] }, async ({ page, site }) => {
  const spoilt = site.make("first", { spoil: (folder) => writeFileSync(join(folder, "manifest.webmanifest"), "{}") });
  site.show(spoilt.folder);
  const app = await visit(page, site.address());
  await until("the refusal", () => page.evaluate(async () => {
    if (!(await navigator.serviceWorker.getRegistration())) return globalThis.began === true;
    globalThis.began = true;
    return false;
  }));
  assert.equal(await page.evaluate(() => navigator.serviceWorker.controller), null);
  await app.write("As ever.\n");
  await app.preview.shows("As ever.");
});

onSite("no reload by the notice while a change is kept nowhere", { init: () => {
  const { put } = IDBObjectStore.prototype;
  IDBObjectStore.prototype.put = function (...values) {
    if (globalThis.storageFails) throw new DOMException("", "QuotaExceededError");
    return put.apply(this, values);
  };
} }, async ({ page, site }) => {
  const app = await visit(page, site.address());
  await kept(page, site.version);
  site.show(nextOf(site).folder);
  await lookForUpdate(page);
  await app.notice(/new version/);
  await page.evaluate(() => (globalThis.storageFails = true));
  await app.write("Lost?\n");
  await page.getByRole("button", { name: "Reload now" }).click();
  await until("why not", async () => /kept nowhere yet/.test(await page.locator("#toast").innerText()));
  assert.equal(await versionOf(page), site.version);
  await page.evaluate(() => (globalThis.storageFails = false));
  await app.after("Lost?");
  await app.type(" No.");
  await page.getByRole("button", { name: "Reload now" }).click();
  await until("the new version", async () => (await versionOf(page)) !== site.version);
  await app.ready();
  assert.equal(await app.text(), "Lost? No.\n");
});

for (const [what, init] of [
  ["without service workers", () => delete Navigator.prototype.serviceWorker],
  ["where registering is forbidden", () => {
    // Not there in an empty page.
    if (globalThis.ServiceWorkerContainer) ServiceWorkerContainer.prototype.register = () => Promise.reject(new DOMException("", "SecurityError"));
  }],
  ["where asking for them throws", () => {
    Object.defineProperty(Navigator.prototype, "serviceWorker", { get: () => { throw new DOMException("", "SecurityError"); } });
  }],
]) {
  onSite(`${what} the page is as it was`, { init }, async ({ page, site }) => {
    const app = await visit(page, site.address());
    await app.write("As ever.\n");
    await app.preview.shows("As ever.");
    assert.deepEqual(await app.notices(), []);
    assert.deepEqual(await cached(page), {});
  });
}

onSite("the browser finds nothing wrong with the manifest", async ({ context, page, site }) => {
  await visit(page, site.address());
  const client = await context.newCDPSession(page);
  const { url, errors, data } = await client.send("Page.getAppManifest");
  assert.equal(url, site.address("manifest.webmanifest"));
  assert.deepEqual(errors, []);
  const manifest = JSON.parse(data);
  for (const { src, sizes } of manifest.icons.filter(({ type }) => type === "image/png")) {
    const size = await page.evaluate(async (address) => {
      const image = await createImageBitmap(await (await fetch(address)).blob());
      return `${image.width}x${image.height}`;
    }, src);
    assert.equal(size, sizes);
  }
  const { installabilityErrors } = await client.send("Page.getInstallabilityErrors");
  assert.deepEqual(installabilityErrors.filter(({ errorId }) => errorId !== "in-incognito"), []);
});

// Owns the form over the front matter: the right widget for every key, and changes of one value that touch nothing else.

import assert from "node:assert/strict";
import { choose, installPickers, writeFile } from "./harness/disk.mjs";
import { Form, changedLines } from "./harness/form.mjs";
import { fixture, posts } from "./harness/posts.mjs";
import { test, until } from "./harness/suite.mjs";

async function open(app, name, text) {
  await app.open(name, text);
  return Form.of(app);
}

const example = (app, name) => open(app, name, fixture(name).bytes);

test("every key of the example posts has the widget that suits it", async ({ app }) => {
  const expected = {
    "generic-lighthouse-weekend.md": { title: "text", date: "dateTime", author: "markdown" },
    "eleventy-seed-swap.md": { title: "text", permalink: "text", description: "longText", date: "dateTime" },
    "generic-bookbinding-fair.md": {
      title: "text", author: "text", date: "dateTime", draft: "switch", image: "image", tags: "tags", categories: "tags", slug: "slug",
    },
    "generic-first-tide-walk.md": { title: "text", date: "dateTime", slug: "slug", category: "tags", summary: "markdown" },
    "hugo-clockmakers-gathering.md": {
      author: "text", title: "text", date: "dateTime", description: "longText", draft: "switch", tags: "tags", slug: "slug", aliases: "list",
    },
  };
  for (const [name, kinds] of Object.entries(expected)) {
    const form = await example(app, name);
    await until(`the fields of ${name}`, async () => (await form.kinds()).title === "text" && Object.keys(await form.kinds()).length === Object.keys(kinds).length);
    assert.deepEqual(await form.kinds(), kinds, name);
  }
});

test("one change in the form of any post changes that line of the file and nothing else", async ({ app }) => {
  let tried = 0;
  for (const { name, bytes } of posts) {
    const form = await open(app, name, bytes);
    const title = form.input("title");
    await until(`the title of ${name}`, () => title.isVisible());
    await title.press("End");
    await app.type(" X: #1");
    await until("the new title in the text", async () => (await app.text()).includes(" X: #1"));
    const { bytes: saved } = await app.download();
    const lines = changedLines(bytes, saved);
    assert.equal(lines.length, 1, `${name}: ${JSON.stringify(lines)}`);
    assert.match(lines[0][1], /^title\b/);
    tried += 1;
  }
  assert.ok(tried >= 6);
});

test("typing in a field is in the text and the preview at once, and leaves the focus there", async ({ app }) => {
  const form = await open(app, "a.md", "---\ntitle: 'Old' # c\n---\n\nBody\n");
  const title = form.input("title");
  await title.press("End");
  await app.type("er news, isn't it?");
  await form.becomes("---\ntitle: 'Older news, isn''t it?' # c\n---\n\nBody\n");
  await form.shows(title, "Older news, isn't it?");
  await until("the page's title", async () => (await app.page.title()).startsWith("Older news, isn't it?"));
  assert.ok(await title.evaluate((input) => input === document.activeElement));
});

test("key presses without a pause between them are one undo step, from the field and from the text", async ({ app }) => {
  const before = "---\ntitle: 'Old' # c\n---\n\nBody\n";
  const after = "---\ntitle: 'Older, isn''t it' # c\n---\n\nBody\n";
  const form = await open(app, "a.md", before);
  const title = form.input("title");
  await title.focus();
  // Without the pauses that a busy machine makes between keys.
  await title.evaluate((input) => {
    for (const letter of "er, isn't it") {
      input.value += letter;
      input.dispatchEvent(new InputEvent("input", { bubbles: true, data: letter }));
    }
  });
  await form.becomes(after);
  await app.press("Control+z");
  await form.becomes(before);
  await form.shows(title, "Old");
  await app.press("Control+Shift+z");
  await form.becomes(after);
  await app.content.focus();
  await app.press("Control+z");
  await form.becomes(before);
  await form.shows(title, "Old");
});

test("fast typing loses no character and never moves the caret", async ({ app }) => {
  const form = await open(app, "a.md", "---\ntitle: <>\nb: 1\n---\n\nBody\n");
  const title = form.input("title");
  await title.evaluate((input) => {
    input.focus();
    input.setSelectionRange(1, 1);
  });
  const words = "The quick brown fox: jumps \"over\" the lazy dog's #back, 1.10 times & ünïcödé 🎉 ".repeat(3);
  await app.type(words);
  assert.equal(await title.inputValue(), `<${words}>`);
  await until("the text to follow", async () => (await app.text()).includes("🎉 >"));
  assert.equal(await title.inputValue(), `<${words}>`);
  assert.equal(await title.evaluate((input) => input.selectionStart), 1 + words.length);
});

test("typing in the text changes the field and leaves the cursor where it is", async ({ app }) => {
  const form = await open(app, "a.md", "---\ntitle: Old\n---\n\nBody\n");
  await app.after("title: Old");
  await app.type("er");
  await form.shows(form.input("title"), "Older");
  const { head } = await app.selection();
  assert.equal(head, "---\ntitle: Older".length);
  await app.type("!");
  assert.equal(await app.text(), "---\ntitle: Older!\n---\n\nBody\n");
  await form.input("title").press("Home");
  await app.type("An ");
  await form.becomes("---\ntitle: An Older!\n---\n\nBody\n");
  assert.equal((await app.selection()).head, "---\ntitle: An Older!".length);
});

test("a switch, a number, a choice of words", async ({ app }) => {
  const form = await open(app, "a.md", "+++\ntitle = \"A\"\ndraft = true # yet\nweight = 010\n+++\n\nBody\n".replace("010", "10"));
  await form.field("draft").getByRole("switch").or(form.field("draft").getByRole("checkbox")).click();
  await form.becomes("+++\ntitle = \"A\"\ndraft = false # yet\nweight = 10\n+++\n\nBody\n");
  const weight = form.input("weight");
  await weight.fill("1.10");
  await form.becomes("+++\ntitle = \"A\"\ndraft = false # yet\nweight = 1.10\n+++\n\nBody\n");
  await weight.fill("1.10x");
  await until("the complaint", async () => /not a number/i.test(await form.field("weight").innerText()));
  assert.match(await app.text(), /weight = 1\.10\n/);
});

test("tags: added by key, from suggestions, removed, moved; the list keeps its style", async ({ app }) => {
  const form = await open(app, "a.md", "---\ntitle: A\ntags:\n    - one\n    - 'two' # kept\n---\n\nBody\n");
  const input = form.field("tags").locator("input").last();
  await input.click();
  await app.type("three, and more");
  await app.press("Enter");
  await form.becomes("---\ntitle: A\ntags:\n    - one\n    - 'two' # kept\n    - 'three'\n    - 'and more'\n---\n\nBody\n");
  await form.field("tags").getByRole("button", { name: /remove.*one/i }).click();
  await form.becomes("---\ntitle: A\ntags:\n    - 'two' # kept\n    - 'three'\n    - 'and more'\n---\n\nBody\n");
  await input.click();
  await app.press("Backspace");
  await form.becomes("---\ntitle: A\ntags:\n    - 'two' # kept\n    - 'three'\n---\n\nBody\n");
});

test("the suspicious one-entry list offers to split itself", async ({ app }) => {
  const form = await example(app, "generic-first-tide-walk.md");
  await form.field("category").getByRole("button", { name: "Split into 4 entries" }).click();
  await until("four entries", async () => (await app.text()).includes('category: ["tides", "mudflats", "walking", "north-coast"]'));
});

test("a date: another day keeps time, zone and spelling; now is in its zone", async ({ app, page }) => {
  const form = await open(app, "a.md", "---\ntitle: A\ndate: 2024-03-25T17:46:05.964Z # first\n---\n\nBody\n");
  await page.locator("#field-date-day").fill("2024-05-01");
  await form.becomes("---\ntitle: A\ndate: 2024-05-01T17:46:05.964Z # first\n---\n\nBody\n");
  await page.locator("#field-date-time").fill("08:05:00");
  await form.becomes("---\ntitle: A\ndate: 2024-05-01T08:05:00.000Z # first\n---\n\nBody\n");
  await form.shows(page.locator("#field-date"), "2024-05-01T08:05:00.000Z");
  await page.locator("#field-date").fill("2024-05-02");
  await form.becomes("---\ntitle: A\ndate: 2024-05-02 # first\n---\n\nBody\n");
  await form.field("date").getByRole("button", { name: "Now" }).click();
  await until("today", async () => (await app.text()).includes(`date: ${new Date().toISOString().slice(0, 8)}`));
});

test("a field is added with its meaning, focused, renamed, moved and removed", async ({ app, page }) => {
  const form = await open(app, "a.md", "---\ntitle: A\nlastmod: 2024-01-01\n---\n\nBody\n");
  await form.panel.getByRole("button", { name: "Add field" }).first().click();
  await page.getByRole("button", { name: /^description/i }).or(page.getByRole("option", { name: /^description/i })).first().click();
  await form.becomes('---\ntitle: A\ndescription: ""\nlastmod: 2024-01-01\n---\n\nBody\n'.replace('description: ""\nlastmod: 2024-01-01', 'lastmod: 2024-01-01\ndescription: ""'));
  await until("the focus in the new field", () => form.input("description").evaluate((input) => input === document.activeElement));
  await app.type("About: it");
  await until("the description", async () => (await app.text()).includes('description: "About: it"'));
  await form.choose(["description"], "Rename…");
  await page.keyboard.press("Control+a");
  await app.type("summary");
  await app.press("Enter");
  await until("the new key", async () => (await app.text()).includes('summary: "About: it"'));
  await form.choose(["summary"], "Move up");
  await until("its new place", async () => /title: A\nsummary: "About: it"\nlastmod/.test(await app.text()));
  await form.choose(["summary"], "Remove");
  await form.becomes("---\ntitle: A\nlastmod: 2024-01-01\n---\n\nBody\n");
});

test("maps and lists of maps are edited in place", async ({ app }) => {
  const before = "---\ntitle: A\nmeta:\n  toc: true # c\n  mood: calm\nparts:\n  - name: one\n    size: 1\n  - name: two\n---\n\nBody\n";
  const form = await open(app, "a.md", before);
  await form.input("meta", "mood").fill("wild");
  await form.becomes(before.replace("mood: calm", "mood: wild"));
  await form.input("parts", 1, "name").fill("second");
  await form.becomes(before.replace("mood: calm", "mood: wild").replace("name: two", "name: second"));
});

test("what no widget understands is edited as source, checked before it is written", async ({ app }) => {
  const form = await open(app, "a.md", "---\ntitle: A\nodd: [[1, 2], 3] # c\nb: x\n---\n\nBody\n");
  const area = form.field("odd").locator("textarea");
  await area.fill("[[1, 2], [3]");
  await form.field("odd").getByRole("button", { name: "Apply" }).click();
  await until("the refusal", async () => /cannot be read|other entries/i.test(await form.field("odd").innerText()));
  assert.equal(await app.text(), "---\ntitle: A\nodd: [[1, 2], 3] # c\nb: x\n---\n\nBody\n");
  await area.fill("[[1, 2], [3]]");
  await area.press("Control+Enter");
  await form.becomes("---\ntitle: A\nodd: [[1, 2], [3]] # c\nb: x\n---\n\nBody\n");
});

test("a header that cannot be changed safely is locked, with the reason and the line", async ({ app }) => {
  const form = await open(app, "a.md", "---\ntitle: A\ntitle: B\n---\n\nBody\n");
  await until("the reason", async () => /`?title`? is given twice/.test(await form.panel.innerText()));
  await form.panel.getByRole("button", { name: /line 3/i }).click();
  assert.equal((await app.selection()).from, "---\ntitle: A\n".length);
  assert.ok(!(await form.input("title").isEditable()));
});

test("the verdict says whether the post will be published, and mends its traps", async ({ app }) => {
  const form = await open(app, "a.md", "---\ntitle: A\ndate: 2999-01-01T10:00:00\nlastmod: 2024-01-01\n---\n\n{{< x >}}\n");
  await until("the verdict", async () => /Will be published with the first build after .*2999/.test(await form.panel.innerText()));
  await form.panel.getByRole("button", { name: /Add your zone/ }).click();
  await until("the zone", async () => /date: 2999-01-01T10:00:00\+01:00/.test(await app.text()));
});

test("a post without a header gets one, in another language, and loses it", async ({ app, page }) => {
  const form = await open(app, "a.md", "Body\n");
  await form.panel.getByRole("button", { name: /Add front matter/ }).click();
  await form.becomes('---\ntitle: ""\n---\n\nBody\n');
  await form.input("title").fill("A");
  await form.becomes('---\ntitle: "A"\n---\n\nBody\n');
  await form.panel.getByRole("button", { name: /YAML/ }).click();
  await page.getByRole("menuitem", { name: /TOML/ }).click();
  await until("TOML", async () => /^\+\+\+\ntitle = "A"\n\+\+\+\n/.test(await app.text()));
  await form.panel.getByRole("button", { name: /TOML/ }).click();
  await page.getByRole("menuitem", { name: /Remove/ }).click();
  await form.becomes("Body\n");
});

test("what will change is shown line by line, as it changes", async ({ app }) => {
  const form = await open(app, "a.md", "---\ntitle: A # c\ndraft: true\n---\n\nBody\n");
  await form.panel.getByText(/^Changes/).first().click();
  await form.input("title").fill("B");
  await until("the diff", async () => /title: A # c[\s\S]*title: B # c/.test(await form.panel.innerText()));
  assert.doesNotMatch((await form.panel.innerText()).split("Changes").at(-1), /draft|Body/);
});

test("whose keys they are can be chosen, and is kept for the file", async ({ app, page }) => {
  const form = await open(app, "kept.md", "---\ntitle: A\n---\n\nBody\n");
  await form.panel.getByRole("button", { name: /^Keys of/ }).click();
  await page.getByRole("menuitemradio", { name: "Docusaurus" }).click();
  await until("the choice", async () => /Keys of Docusaurus/.test(await form.panel.innerText()));
  await app.open("other.md", "---\ntitle: B\n---\n\nOther\n");
  await app.open("kept.md", "---\ntitle: A\n---\n\nBody\n");
  await until("the choice again", async () => /Keys of Docusaurus/.test(await form.panel.innerText()));
});

test("line ends of Windows stay, also in what the form adds", async ({ app }) => {
  const before = "---\r\ntitle: A\r\ntags:\r\n- x\r\n---\r\n\r\nBody\r\n";
  const form = await open(app, "crlf.md", before);
  await form.field("tags").locator("input").last().click();
  await app.type("y1");
  await app.press("Enter");
  await until("the tag", async () => (await app.text()).includes("- y1"));
  const { bytes } = await app.download();
  assert.equal(bytes.toString(), before.replace("- x\r\n", "- x\r\n- y1\r\n"));
});

test("the form is there on a phone, and typing in it works", { viewport: { width: 360, height: 740 }, hasTouch: true }, async ({ app }) => {
  const form = await open(app, "a.md", "---\ntitle: Old\ntags: [a]\n---\n\nBody\n");
  const title = form.input("title");
  await title.press("End");
  await app.type("er");
  await form.becomes("---\ntitle: Older\ntags: [a]\n---\n\nBody\n");
  const wide = await form.panel.evaluate((panel) => panel.scrollWidth > panel.clientWidth + 1);
  assert.ok(!wide, "nothing is wider than the sheet");
});

/** One blue pixel. */
const PIXEL = Buffer.from("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPj/HwADBwIAMCbHYQAAAABJRU5ErkJggg==", "base64");

test("an image is chosen from the open folder, shown as a thumbnail, and written as the site names it", { init: installPickers }, async ({ app, page }) => {
  await writeFile(page, "site/content/posts/a/index.md", "---\ntitle: A\nimage: none.png\n---\n\nBody\n");
  await writeFile(page, "site/content/posts/a/cover.png", PIXEL);
  await writeFile(page, "site/static/img/shared.png", PIXEL);
  await choose(page, { folder: "site" });
  const form = await open(app, "index.md", "---\ntitle: A\nimage: none.png\n---\n\nBody\n");
  await form.field("image").getByRole("button", { name: "Choose…" }).click();
  const dialog = page.getByRole("dialog", { name: "Choose an image" });
  await until("both pictures", async () => (await dialog.locator(".file").count()) === 2);
  await dialog.getByRole("button", { name: "cover.png" }).click();
  await until("the path", async () => (await app.text()).includes("image: cover.png"));
  await until("the thumbnail", () => form.field("image").locator("img").evaluate((image) => image.complete && image.naturalWidth === 1));
  await form.field("image").getByRole("button", { name: "Choose…" }).click();
  await dialog.getByRole("button", { name: "/img/shared.png" }).click();
  await until("the site's path", async () => (await app.text()).includes("image: /img/shared.png"));
});

test("the slug of a published post is locked until one says otherwise; a draft's is made from the title", async ({ app }) => {
  const form = await open(app, "a.md", "---\ntitle: On Tides & Boots\nslug: old\n---\n\nBody\n");
  await until("the lock", async () => !(await form.input("slug").isEditable()));
  await form.field("slug").getByRole("button", { name: "Unlock" }).click();
  await form.field("slug").getByRole("button", { name: "From title" }).click();
  await until("the slug", async () => (await app.text()).includes("slug: on-tides-boots"));
});

test("an input method composes in a field without losing a stroke", async ({ app, page }) => {
  const form = await open(app, "a.md", "---\ntitle: A\n---\n\nBody\n");
  await form.input("title").press("End");
  const devtools = await page.context().newCDPSession(page);
  for (const text of ["ｓ", "す", "すｓ", "すし"]) await devtools.send("Input.imeSetComposition", { text, selectionStart: text.length, selectionEnd: text.length });
  await devtools.send("Input.insertText", { text: "寿司" });
  await app.type("!");
  await form.becomes("---\ntitle: A寿司!\n---\n\nBody\n");
  await form.shows(form.input("title"), "A寿司!");
});

test("text of right-to-left scripts stands right in its field", async ({ app }) => {
  const form = await open(app, "a.md", "---\ntitle: שלום עולם\ntags: [עברית]\n---\n\nBody\n");
  const direction = (input) => input.evaluate((element) => (element.matches(":dir(rtl)") ? "rtl" : "ltr"));
  assert.equal(await direction(form.input("title")), "rtl");
  await form.input("title").fill("Hello");
  assert.equal(await direction(form.input("title")), "ltr");
});

test("by keyboard alone: into the form, through a field's menu, back to the text", async ({ app, page }) => {
  const form = await open(app, "a.md", "---\ntitle: A\nb: x\n---\n\nBody\n");
  await form.input("title").focus();
  for (let presses = 0; presses < 12 && !(await form.input("b").evaluate((input) => input === document.activeElement)); presses += 1) await app.press("Tab");
  await app.type("yz");
  await until("the value", async () => (await app.text()).includes("b: "));
  await app.press("Shift+Tab", "Enter");
  await until("the menu", () => page.getByRole("menu").isVisible());
  await app.press("End", "Enter");
  await form.becomes("---\ntitle: A\n---\n\nBody\n");
  await app.press("Escape");
  await until("the focus in the text", () => page.evaluate(() => document.activeElement?.classList.contains("cm-content")));
});

test("typing in the body leaves the form untouched", async ({ app, page }) => {
  await open(app, "a.md", "---\ntitle: A\ntags: [x]\n---\n\nBody\n");
  await page.evaluate(() => {
    globalThis.touched = 0;
    new MutationObserver((records) => (globalThis.touched += records.length)).observe(document.querySelector("#side"), { subtree: true, childList: true, attributes: true, characterData: true });
  });
  await app.after("Body");
  await app.type(" and more");
  await app.preview.shows("Body and more");
  assert.equal(await page.evaluate(() => globalThis.touched), 0);
});

test("what is half typed in the form of one post never reaches the next", async ({ app }) => {
  const form = await open(app, "a.md", "---\ntitle: A\ntags: [a]\nweight: 12\nodd: [[1], 2]\n---\n\nBody\n");
  await form.input("weight").fill("12x");
  await form.field("odd").locator("textarea").fill("[[1], 3]");
  await form.field("tags").locator("input").last().click();
  await app.type("half");
  const other = "---\ntitle: B\ntags: [a]\nweight: 12\nodd: [[1], 2]\n---\n\nOther\n";
  await app.open("b.md", other);
  await form.shows(form.input("weight"), "12");
  assert.equal(await form.field("odd").locator("textarea").inputValue(), "[[1], 2]");
  await form.input("title").press("End");
  await app.type("!");
  await form.becomes(other.replace("title: B", "title: B!"));
});

test("the widget stays while it is typed into, whatever the text looks like half-way", async ({ app, page }) => {
  const form = await open(app, "a.md", "---\ntitle: x\n---\n\nBody\n");
  await form.input("title").press("Control+a");
  await page.keyboard.type("2024-01-01 recap of img.png", { delay: 60 });
  await form.becomes('---\ntitle: "2024-01-01 recap of img.png"\n---\n\nBody\n');
  assert.ok(await form.input("title").evaluate((input) => input === document.activeElement));
});

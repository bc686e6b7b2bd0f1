// Owns faults in numbers: pages that crash, engines that die, files that others change, bytes that are odd. An ordinary run
// tries some of each, a full run (`cargo xtask test --full`) hundreds; every test prints how many.

import assert from "node:assert/strict";
import { App } from "./harness/app.mjs";
import { choose, installPickers, readFile, writeFile } from "./harness/disk.mjs";
import { test, until } from "./harness/suite.mjs";

const full = process.env.FOREWORD_FULL === "1";
const times = (few, many) => (full ? many : few);
const long = { longest: 45 * 60_000 };

/** The same numbers in every run. */
function random(seed) {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}
const pause = (ms) => new Promise((done) => setTimeout(done, ms));

test("crashes while typing ten characters a second lose at most half a second, and no draft is torn", long, async ({ app, context, page }) => {
  const count = times(4, 200);
  const below = random(7);
  let worst = 0;
  let [now, current] = [app, page];
  await now.open("crash.md", "# Crash\n\nText: \n");
  for (let turn = 0; turn < count; turn += 1) {
    await now.after("Text: ");
    const mark = `<${turn}>`;
    await now.type(mark);
    const typed = [];
    const stop = Date.now() + 300 + below(1_500);
    while (Date.now() < stop) {
      const letter = String.fromCharCode(97 + (typed.length % 26));
      await now.type(letter);
      typed.push(Date.now());
      await pause(Math.max(0, typed[0] + typed.length * 100 - Date.now()));
    }
    const client = await context.newCDPSession(current);
    const address = current.url();
    const crashed = current.waitForEvent("crash");
    const at = Date.now();
    void client.send("Page.crash").catch(() => undefined);
    await crashed;
    const next = await context.newPage();
    await current.close();
    await next.goto(address);
    now = new App(next);
    current = next;
    await now.ready();
    const text = await now.text();
    const kept = new RegExp(`${mark}([a-z]*)`).exec(text)?.[1];
    assert.ok(kept !== undefined && text.startsWith("# Crash\n\nText: "), `a torn draft in turn ${turn}: ${JSON.stringify(text.slice(0, 80))}`);
    const expected = typed.map((_, letter) => String.fromCharCode(97 + (letter % 26))).join("");
    assert.ok(expected.startsWith(kept), `letters out of order in turn ${turn}: ${kept}`);
    const lost = typed.length > kept.length ? at - typed[kept.length] : 0;
    worst = Math.max(worst, lost);
    assert.ok(lost <= 500, `${lost} ms of typing were lost in turn ${turn}`);
  }
  console.log(`  ${count} crashes: at most ${worst} ms of typing lost, 0 torn drafts`);
});

test("engines that trap, hang or vanish leave the text, and the preview comes back", long, async ({ app, page }) => {
  const count = times(12, 1_000);
  const below = random(11);
  const worst = { trap: 0, end: 0, hang: 0 };
  let late = 0;
  let text = "# Engine\n\nText:";
  await app.open("engine.md", text);
  await app.after("Text:");
  for (let turn = 0; turn < count; turn += 1) {
    const worker = await until("a worker", () => page.workers().at(-1));
    const deed = ["trap", "end", "hang"][below(3)];
    await worker
      .evaluate((which) => {
        if (which === "trap") self.postMessage({ trap: "RuntimeError: unreachable" });
        else if (which === "end") self.close();
        // The next text finds it asleep.
        else self.onmessage = () => undefined;
      }, deed)
      .catch(() => undefined);
    const word = ` w${turn}`;
    const started = Date.now();
    await app.type(word);
    text += word;
    assert.equal(await app.text(), text);
    await until(`the preview after deed ${deed} in turn ${turn}`, async () => (await app.preview.text()).includes(word.trim()), 12_000);
    const took = Date.now() - started;
    worst[deed] = Math.max(worst[deed], took);
    if (took > 1_000) late += 1;
  }
  assert.equal((await app.download()).bytes.toString(), text);
  console.log(`  ${count} deaths: text whole ${count} of ${count}; the preview was back within ${worst.trap} ms after a trap, ${worst.end} ms after an end, ${worst.hang} ms after a hang; later than a second: ${late}`);
});

test("changes on the disk are never overwritten: merged where they can be, asked about where not", { ...long, init: installPickers }, async ({ app, page }) => {
  const count = times(6, 200);
  const below = random(23);
  const lines = Array.from({ length: 12 }, (_, at) => `Line ${at}.`);
  let [merged, asked] = [0, 0];
  for (let turn = 0; turn < count; turn += 1) {
    const name = `disk-${turn}.md`;
    const [mine, theirs] = [below(12), below(12)];
    const changed = (at, word) => lines.map((line, each) => (each === at ? `${line} ${word}` : line)).join("\n\n") + "\n";
    await writeFile(page, name, lines.join("\n\n") + "\n");
    await choose(page, { open: name });
    await app.press("Control+o");
    await until("the file", async () => (await app.name()) === name);
    await app.after(`Line ${mine}.`);
    await app.type(" mine");
    await writeFile(page, name, changed(theirs, "theirs"));
    await app.press("Control+s");
    if (mine === theirs) {
      const dialog = page.getByRole("dialog", { name: /changed “disk/ });
      await until("the question", () => dialog.isVisible());
      await until("the file as it was", async () => (await readFile(page, name)).toString() === changed(theirs, "theirs"));
      await dialog.getByRole("radio", { name: /Keep both/ }).first().check();
      await dialog.getByRole("button", { name: /^Settle/ }).click();
      await until("the answer to be taken", async () => !(await dialog.isVisible()));
      asked += 1;
    }
    await until("both changes in the text", async () => {
      const text = await app.text();
      return text.includes(" mine") && text.includes(" theirs");
    });
    await app.content.focus();
    await app.press("Control+s");
    await until("both changes in the file", async () => {
      const file = (await readFile(page, name)).toString();
      return file.includes(" mine") && file.includes(" theirs");
    });
    if (mine !== theirs) {
      const expected = lines.map((line, at) => `${line}${at === mine ? " mine" : ""}${at === theirs ? " theirs" : ""}`).join("\n\n") + "\n";
      await until("the merged file", async () => (await readFile(page, name)).toString() === expected);
      merged += 1;
    }
  }
  console.log(`  ${count} changes on the disk: ${merged} merged, ${asked} asked about, 0 overwritten`);
});

test("files of odd bytes come back byte for byte, and a change changes its line only", long, async ({ app }) => {
  const count = times(20, 500);
  const below = random(31);
  const ends = ["\n", "\r\n", "\r"];
  let [whole, refused] = [0, 0];
  for (let turn = 0; turn < count; turn += 1) {
    const end = () => ends[turn % 4 === 3 ? below(3) : turn % 3];
    const words = ["plain", "umläut", "emoji 🎉", "nul \0 here", "tab\tand  spaces  ", "\u2028 separator", "‮bidi", ""];
    const lines = Array.from({ length: 3 + below(8) }, () => words[below(words.length)]);
    let text = `Start${end()}` + lines.map((line) => line + end()).join("") + (below(2) === 0 ? "no end" : "");
    if (below(3) === 0) text = `\ufeff${text}`;
    let bytes = Buffer.from(text);
    const kind = below(8);
    if (kind === 0) bytes = Buffer.from(text, "latin1");
    if (kind === 1) bytes = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text.replace("\ufeff", ""), "utf16le")]);
    const name = `odd-${turn}.md`;
    await app.dropFiles([{ name, base64: bytes.toString("base64") }]);
    const open = await until(`${name} or a word about it`, async () => {
      if ((await app.notices()).some((notice) => notice.includes(`${name} is not a text file`))) return "refused";
      return (await app.name()) === name && "open";
    });
    if (open === "refused") {
      refused += 1;
      continue;
    }
    assert.ok((await app.download()).bytes.equals(bytes), `${name} came back with other bytes`);
    whole += 1;
    if (kind > 1 && turn % 3 === 0) {
      await app.after("Start");
      await app.type("!");
      const expected = Buffer.from(text.replace("Start", "Start!"));
      assert.ok((await app.download()).bytes.equals(expected), `${name}: more than its line changed`);
    }
  }
  console.log(`  ${count} files: ${whole} byte for byte, ${refused} refused as no text`);
});

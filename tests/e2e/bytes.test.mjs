// Owns that a file's bytes survive: marks, line ends, missing ends, other encodings, what is no text at all.

import assert from "node:assert/strict";
import { test, until } from "./harness/suite.mjs";

const utf16 = (text, big) => {
  const bytes = Buffer.from(`\ufeff${text}`, "utf16le");
  return big ? bytes.swap16() : bytes;
};

const KEPT = {
  "a byte-order mark": Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from("# Marked\n\nText.\n")]),
  "CRLF line ends": Buffer.from("# Title\r\n\r\nOne.\r\n\r\nTwo.\r\n"),
  "CR line ends": Buffer.from("# Title\r\rOne.\r\rTwo.\r"),
  "mixed line ends": Buffer.from("# Title\r\n\nOne.\r\n\r\nTwo.\n\n\rThree.\r"),
  "no final line end": Buffer.from("# Title\n\nNo end"),
  "many final line ends": Buffer.from("# Title\n\nText\n\n\n\n"),
  "a NUL and other odd characters": Buffer.from("# Odd\n\nNUL \0, line sep \u2028, nbsp \u00a0, zero width \u200b, bidi \u202e.\n"),
  "tabs and trailing space": Buffer.from("# T\n\n\tcode\t \n\nhard  \nbreak   \n"),
  "astral and unnormalised characters": Buffer.from("# E\u0301t\u00e9 👩🏽‍💻 \u{1F1EB}\u{1F1F7}\n\nA\u030a ﬁ Ω Å\n"),
  nothing: Buffer.alloc(0),
};

/** One letter typed at the end of the first line is all that differs in the file. */
async function differsInALetter(app, bytes) {
  const first = (await app.text()).split("\n")[0].length;
  await app.select(first);
  await app.type("!");
  await until("the edit", async () => (await app.text()).slice(first, first + 1) === "!");
  const edited = (await app.download()).bytes;
  const at = edited.indexOf(0x21);
  assert.ok(Buffer.concat([edited.subarray(0, at), edited.subarray(at + 1)]).equals(bytes), "more than the letter differs");
}

for (const [what, bytes] of Object.entries(KEPT)) {
  test(`${what}: unedited the same bytes, edited one letter more`, async ({ app }) => {
    await app.open("bytes.md", bytes);
    assert.ok((await app.download()).bytes.equals(bytes), "the unedited bytes differ");
    await differsInALetter(app, bytes);
  });
}

test("every oddity at once: the same bytes also after a reload", async ({ app, page }) => {
  const bytes = Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), KEPT["mixed line ends"], KEPT["a NUL and other odd characters"], Buffer.from("\r\nNo end")]);
  await app.open("bytes.md", bytes);
  await page.reload();
  await app.ready();
  await until("the file again", async () => (await app.name()) === "bytes.md");
  assert.ok((await app.download()).bytes.equals(bytes), "the unedited bytes differ after a reload");
  assert.match(await app.status.innerText(), /BOM · mixed line ends/);
  await differsInALetter(app, bytes);
});

test("new lines of a CRLF file end like their neighbours", async ({ app }) => {
  await app.open("crlf.md", "One\r\nTwo\r\n");
  await app.select(3);
  await app.press("Enter");
  await app.type("New");
  assert.equal((await app.download()).bytes.toString(), "One\r\nNew\r\nTwo\r\n");
  assert.match(await app.status.innerText(), /CRLF/);
});

const FOREIGN = {
  "UTF-16 little endian": [utf16("# Größe\n\nText.\n", false), /UTF-16/],
  "UTF-16 big endian": [utf16("# Größe\n\nText.\n", true), /UTF-16 \(big endian\)/],
  "Windows-1252": [Buffer.from("# Gr\xf6\xdfe\n\nText.\n", "latin1"), /Windows-1252/],
};

for (const [what, [bytes, words]] of Object.entries(FOREIGN)) {
  test(`${what} opens read-only with an offer to convert, and stays as it is until then`, async ({ app, page }) => {
    await app.open("foreign.md", bytes);
    assert.match(await app.notice(/convert it to UTF-8/), words);
    assert.match(await app.text(), /^# Größe\n/);
    await app.preview.shows("Größe");
    assert.ok(await page.locator("#app-top .read-only").isVisible());
    await app.content.focus();
    await app.press("Control+End");
    await app.type("nothing");
    await app.press("Control+b");
    assert.equal(await app.text(), "# Größe\n\nText.\n");
    assert.ok((await app.download()).bytes.equals(bytes), "the unedited bytes differ");

    await page.getByRole("button", { name: /^Convert from/ }).click();
    await until("the notice to go", async () => (await app.notices()).length === 0);
    await app.select(0);
    await app.press("Control+End");
    await app.type("Edited.");
    assert.equal((await app.download()).bytes.toString("utf8"), "# Größe\n\nText.\nEdited.");
  });
}

test("what is no text is refused with a word, and the post before stays", async ({ app }) => {
  await app.open("good.md", "Good text.\n");
  const picture = Buffer.concat([Buffer.from("89504e470d0a1a0a0000000d49484452", "hex"), Buffer.from(Array.from({ length: 4000 }, (_, i) => (i * 7) % 32))]);
  await app.open("picture.png", picture, { wait: false });
  await app.notice(/picture\.png is not a text file/);
  assert.equal(await app.text(), "Good text.\n");
});

// Owns driving the app as a person would: opening, typing, reading what the page shows.

import { buffer } from "node:stream/consumers";
import { Preview } from "./preview.mjs";
import { settled, until } from "./suite.mjs";

/** One page with the app in it. */
export class App {
  constructor(page) {
    this.page = page;
    this.preview = new Preview(page);
    this.content = page.locator("#editor .cm-content");
    this.status = page.locator("#status");
  }

  /** Waits for the app's header and the first preview. */
  async ready() {
    await until("the app's controls", () => this.page.evaluate(() => document.documentElement.dataset.app === "attached"));
    await until("the first preview", async () => (await this.dialectButton().count()) === 1 && ((await this.preview.there()) || (await this.text()).trim() === ""));
  }

  /** Drops a file onto the page, the way that works in every browser; waits until it is open and shown. */
  async open(name, content, { wait = true } = {}) {
    const bytes = Buffer.from(content);
    await this.dropFiles([{ name, base64: bytes.toString("base64") }]);
    if (!wait) return;
    await until(`${name} in the header`, async () => (await this.name()) === name);
    await this.analysed();
  }

  dropFiles(files) {
    return this.page.evaluate((list) => {
      const transfer = new DataTransfer();
      for (const { name, base64 } of list) {
        const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
        transfer.items.add(new File([bytes], name, { type: "text/markdown" }));
      }
      const target = document.querySelector("#editor .cm-content") ?? document.body;
      const box = target.getBoundingClientRect();
      const at = { bubbles: true, cancelable: true, clientX: box.left + 20, clientY: box.top + 20 };
      for (const type of ["dragenter", "dragover", "drop"]) target.dispatchEvent(new DragEvent(type, { ...at, dataTransfer: transfer }));
    }, files);
  }

  /** Starts an empty post and puts a text into it, as a paste would. */
  async write(text) {
    await this.menu("New post");
    await until("an empty text", async () => (await this.text()) === "");
    await this.paste(text);
    await this.analysed();
  }

  /** Pastes into the focused text. */
  async paste(text) {
    await this.content.focus();
    await this.content.evaluate((element, data) => {
      const transfer = new DataTransfer();
      transfer.setData("text/plain", data);
      element.dispatchEvent(new ClipboardEvent("paste", { bubbles: true, cancelable: true, clipboardData: transfer }));
    }, text);
  }

  /** Waits until the preview has caught up with the text: its blocks say the same, look after look. */
  async analysed() {
    await until("the engine to be ready", async () => !/Preview (?:is|stopped)/.test(await this.status.innerText()));
    await settled("a settled preview", async () => [await this.text(), await this.preview.fingerprint()], 5);
  }

  /** The text in the surface, line breaks as \n. CodeMirror draws only what is seen, so its state is asked. */
  text() {
    return this.page.evaluate(() => document.querySelector("#editor .cm-content").cmTile.root.view.state.doc.toString());
  }

  /** The main selection: `{ from, to, head }`, and how many there are. */
  selection() {
    return this.page.evaluate(() => {
      const { main, ranges } = document.querySelector("#editor .cm-content").cmTile.root.view.state.selection;
      return { from: main.from, to: main.to, head: main.head, count: ranges.length };
    });
  }

  /** Puts the cursor, or a selection, and the focus. */
  async select(from, to = from) {
    await this.page.evaluate((range) => globalThis.foreword.run({ type: "reveal", range }), { from, to });
    await until("the focus in the text", () => this.page.evaluate(() => document.activeElement?.classList.contains("cm-content")));
  }

  /** Puts the cursor right after the first occurrence of a piece of the text. */
  async after(piece) {
    const at = (await this.text()).indexOf(piece);
    if (at < 0) throw new Error(`The text has no “${piece}”.`);
    await this.select(at + piece.length);
    return at + piece.length;
  }

  /** Types by keyboard at the cursor. */
  type(text) {
    return this.page.keyboard.type(text);
  }

  press(...keys) {
    return keys.reduce((before, key) => before.then(() => this.page.keyboard.press(key)), Promise.resolve());
  }

  /** Chooses from the main menu. */
  async menu(label) {
    await this.page.getByRole("button", { name: "Menu", exact: true }).click();
    await this.page.getByRole("menu", { name: "Menu" }).getByText(label, { exact: true }).click();
  }

  /** The bytes that Download gives, and the name of the file. */
  async download(press = () => this.menu("Download")) {
    const [download] = await Promise.all([this.page.waitForEvent("download"), press()]);
    return { name: download.suggestedFilename(), bytes: await buffer(await download.createReadStream()) };
  }

  /** What the header calls the post. */
  async name() {
    return (await this.page.locator("#app-top h1").innerText()).trim();
  }

  dialectButton() {
    return this.page.locator("#status .dialect");
  }

  /** Name of the dialect in force. */
  async dialect() {
    return (await this.dialectButton().innerText()).replace("Dialect:", "").trim();
  }

  saveState() {
    return this.page.locator("#status .save-state").innerText();
  }

  /** Waits until the latest change is kept in the browser. */
  kept() {
    return until("the draft to be kept", async () => /Kept in this browser/.test(await this.saveState()));
  }

  /** Texts of all notices. */
  notices() {
    return this.page.locator("#notices .notice p").allInnerTexts();
  }

  /** Waits for a notice that matches. */
  async notice(pattern) {
    return until(async () => `a notice like ${pattern}, among: ${(await this.notices()).join(" | ")}`, async () => (await this.notices()).find((text) => pattern.test(text)));
  }

  /** Opens a tab of the side panel. */
  async side(label) {
    const panel = this.page.getByRole("tabpanel", { name: label });
    const tab = this.page.getByRole("tab", { name: label });
    if ((await tab.count()) > 0) await tab.click();
    else await this.page.locator("#app-top .side-buttons").getByRole("button", { name: new RegExp(`^${label}`) }).click();
    await until(`the panel ${label}`, () => panel.isVisible());
    return panel;
  }

  /** Which panes are seen. */
  view() {
    return this.page.locator("#panes").getAttribute("data-view");
  }
}

// Owns looking into the preview's frame and acting in it. The frame runs no script of its own; what is evaluated here is
// the test's.

import { until } from "./suite.mjs";

const FRAME = 'iframe[title="Preview"]';

/** The preview of one page. */
export class Preview {
  constructor(page) {
    this.page = page;
  }

  /** The frame in service: while it is made anew there are two for a moment. */
  async frame() {
    const handles = await this.page.locator(`#preview ${FRAME}`).elementHandles();
    for (const handle of handles) {
      if (await handle.evaluate((element) => element.style.visibility === "visible")) return handle.contentFrame();
    }
    throw new Error("There is no preview frame.");
  }

  /** Runs a function in the frame. */
  async evaluate(body, argument) {
    return (await this.frame()).evaluate(body, argument);
  }

  /** Whether the frame is there and has a block. */
  async there() {
    return this.evaluate(() => document.querySelectorAll(".fw-page .block").length > 0).catch(() => false);
  }

  locator(selector) {
    return this.page.frameLocator(`#preview ${FRAME}`).locator(selector);
  }

  count(selector) {
    return this.evaluate((query) => document.querySelectorAll(query).length, selector);
  }

  /** The text a reader sees, with the words of placeholders. */
  text() {
    return this.evaluate(() => document.querySelector(".fw-page")?.innerText ?? "");
  }

  /** Waits for a text to appear. */
  shows(text) {
    return until(`“${text}” in the preview`, async () => (await this.text()).includes(text));
  }

  /** Waits for a text to go. */
  hides(text) {
    return until(`“${text}” gone from the preview`, async () => !(await this.text()).includes(text));
  }

  /** Changes whenever anything in the preview does. */
  fingerprint() {
    return this.evaluate(() => {
      const page = document.querySelector(".fw-page");
      return [page?.innerHTML.length, page?.textContent.length, page?.scrollHeight, document.documentElement.scrollTop].join(" ");
    });
  }

  /** Scroll position in px. */
  top() {
    return this.evaluate(() => document.documentElement.scrollTop);
  }

  /** Distance from the top edge of the frame to the top of the first element that matches and holds a text, in px. */
  offsetOf(selector, text = "") {
    return this.evaluate(
      ([query, words]) => {
        const element = [...document.querySelectorAll(query)].find((each) => each.textContent.includes(words));
        return element ? element.getBoundingClientRect().top : null;
      },
      [selector, text],
    );
  }

  /** A point inside of the first element that matches and holds a text, in px of the page. */
  async pointOf(selector, text = "") {
    const frame = await this.page.locator(`#preview ${FRAME}`).boundingBox();
    const box = await this.evaluate(
      ([query, words]) => {
        const element = [...document.querySelectorAll(query)].find((each) => each.textContent.includes(words));
        element?.scrollIntoView({ block: "center" });
        const { left, top, width, height } = element.getBoundingClientRect();
        return { left, top, width, height };
      },
      [selector, text],
    );
    return { x: frame.x + box.left + Math.min(box.width / 2, 60), y: frame.y + box.top + Math.min(box.height / 2, 12) };
  }

  /** Clicks on the first element that matches and holds a text, with the mouse. */
  async click(selector, text) {
    const { x, y } = await this.pointOf(selector, text);
    await this.page.mouse.click(x, y);
  }
}

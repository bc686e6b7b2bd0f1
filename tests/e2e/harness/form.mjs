// Owns driving the form over the front matter: fields by their path, and what a change did to the file.

import { until } from "./suite.mjs";

/** The form of an open post. */
export class Form {
  constructor(app, panel) {
    this.app = app;
    this.page = app.page;
    this.panel = panel;
  }

  /** Opens the form. */
  static async of(app) {
    const panel = await app.side("Front matter");
    return new Form(app, panel);
  }

  /** The field at a path: keys and indexes. */
  field(...path) {
    return this.panel.locator(`.field[data-path='${JSON.stringify(path)}']`);
  }

  /** Its main input. */
  input(...path) {
    return this.field(...path).locator("input, textarea, select").first();
  }

  /** The kinds of all top-level fields, by key. */
  async kinds() {
    const list = await this.panel.locator(".field").evaluateAll((fields) => fields.map(({ dataset }) => [JSON.parse(dataset.path), dataset.kind]));
    return Object.fromEntries(list.filter(([path]) => path.length === 1).map(([[key], kind]) => [key, kind]));
  }

  /** Chooses from a field's menu. */
  async choose(path, label) {
    await this.field(...path).locator("[aria-haspopup=menu]").first().click();
    await this.page.getByRole("menuitem", { name: label }).click();
  }

  /** Waits until the text is as expected. */
  async becomes(text) {
    await until(
      async () => `the text ${JSON.stringify(text)}, which is ${JSON.stringify(await this.app.text())}`,
      async () => (await this.app.text()) === text,
    );
  }

  /** Waits until an input shows a value. */
  async shows(input, value) {
    await until(
      async () => `“${value}” in the field, which has “${await input.inputValue()}”`,
      async () => (await input.inputValue()) === value,
    );
  }
}

/** Lines that differ, as `[number, before, after]`; the texts must have as many lines. */
export function changedLines(before, after) {
  const [old, now] = [before, after].map((text) => text.toString().split(/(?<=\n)/));
  if (old.length !== now.length) return `${old.length} lines became ${now.length}`;
  return old.map((line, at) => [at + 1, line, now[at]]).filter(([, line, other]) => line !== other);
}

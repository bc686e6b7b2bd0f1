// Owns the tests of what a person decides about the rendering: per post, remembered by name, and given back.

import { test } from "node:test";
import assert from "node:assert/strict";
import type { Chosen } from "../src/documents/desk-face";
import { createRendering, type Rendering } from "../src/kernel/rendering";
import { createSettings, parseSettings } from "../src/kernel/settings";
import type { Event, OpenDocument } from "../src/wire";

const NOTHING: Chosen = { dialect: null, generator: null, settings: null };

interface Post extends Chosen {
  name: string | null;
}

/** A rendering over a post that is on the desk, and how often it was to be analysed. */
function over(post: Post): { rendering: Rendering; told: Event[]; analyses: () => number; open(next: Post): void } {
  let current = post;
  let analyses = 0;
  const told: Event[] = [];
  const rendering = createRendering({
    desk: {
      chosen: () => ({ dialect: current.dialect, generator: current.generator, settings: current.settings }),
      choose(chosen) {
        current = { ...current, ...chosen };
      },
      document: () => ({ name: current.name }) as OpenDocument,
    },
    settings: createSettings(),
    engine: { changed: () => (analyses += 1), compare: () => Promise.resolve(null) },
    dark: () => false,
    remote: () => false,
    tell: (event) => told.push(event),
    reveal: () => undefined,
  });
  return { rendering, told, analyses: () => analyses, open: (next) => (current = next) };
}

test("a setting is set, set again in its place, and given back", () => {
  const { rendering, analyses } = over({ ...NOTHING, name: null });
  rendering.ask({ ask: "set", key: "emoji", value: "on" });
  rendering.ask({ ask: "set", key: "raw-html", value: "off" });
  rendering.ask({ ask: "set", key: "emoji", value: "off" });
  assert.deepEqual(rendering.chosen().settings, [{ key: "raw-html", value: "off" }, { key: "emoji", value: "off" }]);
  rendering.ask({ ask: "reset", key: "raw-html" });
  assert.deepEqual(rendering.chosen().settings, [{ key: "emoji", value: "off" }]);
  rendering.ask({ ask: "reset", key: null });
  assert.deepEqual(rendering.chosen().settings, []);
  assert.equal(analyses(), 5);
});

test("what was chosen for a file is there when a file of its name is opened again", () => {
  const { rendering, open } = over({ ...NOTHING, name: "a.md" });
  rendering.ask({ ask: "set", key: "emoji", value: "on" });
  rendering.choose({ dialect: "hugo" });
  open({ ...NOTHING, name: "b.md" });
  assert.deepEqual(rendering.chosen(), { dialect: null, generator: null, settings: [] });
  open({ ...NOTHING, name: "a.md" });
  assert.deepEqual(rendering.chosen(), { dialect: "hugo", generator: null, settings: [{ key: "emoji", value: "on" }] });
  rendering.ask({ ask: "reset", key: null });
  open({ ...NOTHING, name: "a.md" });
  assert.deepEqual(rendering.chosen(), { dialect: "hugo", generator: null, settings: [] });
});

test("settings that changed are told, others are not", () => {
  const { rendering, told } = over({ ...NOTHING, name: null });
  rendering.analysed(1, []);
  rendering.analysed(2, null);
  assert.deepEqual(told, [{ type: "renderSettings", settings: [] }]);
});

test("damaged memories of settings are passed over", () => {
  const stored = (rendering: unknown) => parseSettings(JSON.stringify({ rendering })).rendering;
  assert.deepEqual(stored([["a.md", [{ key: "emoji", value: "on" }]]]), [["a.md", [{ key: "emoji", value: "on" }]]]);
  for (const damaged of [7, "x", [["a.md"]], [["a.md", "hugo"]], [["a.md", [{ key: 1, value: "on" }]]], [["a.md", [null]]]]) assert.deepEqual(stored(damaged), []);
});

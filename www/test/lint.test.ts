// Owns what is chosen about the linter's rules: remembered, told, and one question away from what each is for.

import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { createLint, type Lint, type LintOptions } from "../src/kernel/lint";
import { parseSettings, type Settings } from "../src/kernel/settings";
import type { Change, Diagnostic, Event, RulePage } from "../src/wire";

let settings: Settings;
let told: Event[];
let changes: Change[];
let toasts: string[];
let notices: string[];
let analyses: number;
let gone: boolean[];

const PAGE: RulePage = { id: "bare-url", aliases: ["MD034"], about: "A.", why: "B.", bad: [], good: [], fix: null, source: "C." };

function lint(): Lint {
  const options: LintOptions = {
    settings: { get: () => settings, set: (change) => void (settings = { ...settings, ...change }) },
    pages: "rules.json",
    changed: () => void (analyses += 1),
    change: (change) => void changes.push(change),
    go: (forward) => void gone.push(forward),
    showText: () => undefined,
    tell: (event) => void told.push(event),
    notice: ({ message }) => void notices.push(message),
    resolved: () => undefined,
    toast: (message) => void toasts.push(message),
  };
  return createLint(options);
}

const settle = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 5));
const pages = (): (string | null)[] => told.flatMap((event) => (event.type === "rulePage" ? [event.page?.id ?? null] : []));

beforeEach(() => {
  settings = parseSettings(null);
  told = [];
  changes = [];
  toasts = [];
  notices = [];
  gone = [];
  analyses = 0;
});

test("a choice is remembered, told and followed by an analysis; the last one about a rule counts", () => {
  const here = lint();
  here.ask({ ask: "set", level: { rule: "bare-url", level: "error" } });
  here.ask({ ask: "set", level: { rule: "other", level: null } });
  here.ask({ ask: "set", level: { rule: "bare-url", level: null } });
  assert.deepEqual(here.levels(), [{ rule: "other", level: null }, { rule: "bare-url", level: null }]);
  assert.deepEqual(told.at(-1), { type: "ruleLevels", levels: here.levels() });
  assert.equal(analyses, 3);
  here.ask({ ask: "reset", rule: "other" });
  assert.deepEqual(here.levels(), [{ rule: "bare-url", level: null }]);
  here.ask({ ask: "reset", rule: null });
  assert.deepEqual(here.levels(), []);
});

test("stored choices that make no sense are left out", () => {
  const stored = { rules: [{ rule: "a", level: "info" }, { rule: "b", level: "loud" }, { rule: 3, level: null }, null, "x", { rule: "c", level: null }] };
  assert.deepEqual(parseSettings(JSON.stringify(stored)).rules, [{ rule: "a", level: "info" }, { rule: "c", level: null }]);
});

test("off in this post is a change of the post", () => {
  lint().ask({ ask: "disableHere", rule: "bare-url" });
  assert.deepEqual(changes, [{ op: "disableRule", rule: "bare-url" }]);
});

test("the pages of the rules are fetched once, and again after a failure", async (t) => {
  let answers = 0;
  const fetched = t.mock.method(globalThis, "fetch", async () => {
    answers += 1;
    if (answers === 1) throw new TypeError("offline");
    return new Response(JSON.stringify([PAGE]));
  });
  const here = lint();
  here.ask({ ask: "why", rule: "bare-url" });
  await settle();
  assert.match(toasts[0] ?? "", /could not be loaded/);
  here.ask({ ask: "why", rule: "bare-url" });
  await settle();
  here.ask({ ask: "why", rule: "unheard-of" });
  await settle();
  here.ask({ ask: "close" });
  assert.deepEqual(pages(), ["bare-url", null]);
  assert.match(toasts[1] ?? "", /no explanation/);
  assert.equal(fetched.mock.callCount(), 2);
});

test("of many problems of a configuration the first are said", () => {
  const here = lint();
  here.problems([]);
  assert.deepEqual(notices, []);
  here.problems(["A.", "B.", "C.", "D.", "E."]);
  assert.deepEqual(notices, ["A. B. C. There are 2 more."]);
});

test("the next problem and the one before", () => {
  const here = lint();
  here.ask({ ask: "go", forward: true });
  here.ask({ ask: "go", forward: false });
  assert.deepEqual(gone, [true, false]);
});

test("what the next key may take away is held back until the cursor leaves it", () => {
  const here = lint();
  const finding = (rule: string, from: number, to: number): Diagnostic => ({ rule, group: "markdown", severity: "info", range: { from, to }, line: 1, message: "A.", fixes: [] });
  const space = finding("trailing-spaces", 4, 5);
  const other = finding("bare-url", 4, 9);
  assert.deepEqual(here.whole([space, other], 5), [other]);
  assert.equal(here.left(4), false);
  assert.equal(here.left(9), true);
  assert.deepEqual(here.whole([space, other], 9), [space, other]);
  assert.equal(here.left(20), false);
  assert.deepEqual(here.whole([space, other], 12, true), [other]);
});

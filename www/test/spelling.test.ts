// Owns the tests of spell checking that need no browser: which dictionary, which findings, and when they come.

import { test } from "node:test";
import assert from "node:assert/strict";
import { createSpelling } from "../src/kernel/spelling";
import { parseSettings, type Settings } from "../src/kernel/settings";
import { createChecking, type State } from "../src/spelling/checking";
import { allNames, choose, dictionaryFor } from "../src/spelling/dictionaries";
import { carried, findingsOf, merged, placesOf } from "../src/spelling/findings";
import type { Speller } from "../src/spelling/speller";
import type { Analysed, Diagnostic, Event, Notice } from "../src/wire";

test("a language has a dictionary, or none, and English has two", () => {
  const cases: [string, string | null][] = [
    ["en", "en"],
    ["en-US", "en"],
    ["en-Latn", "en"],
    ["en-GB", "en-gb"],
    ["en-au", "en-gb"],
    ["fr-CA", "fr"],
    ["pt_BR", "pt"],
    ["de", null],
    ["constructor", null],
    ["", null],
  ];
  for (const [tag, id] of cases) assert.equal(dictionaryFor(tag), id, tag);
  assert.match(allNames(), /^English, Spanish, .* and Russian$/);
});

test("the post's language counts, then the browser's, then English", () => {
  assert.equal(choose("fr", ["en-GB"]), "fr");
  assert.equal(choose("de", ["en-GB"]), null);
  assert.equal(choose(null, ["de-AT", "nl", "fr"]), "nl");
  assert.equal(choose(null, ["de"]), "en");
  assert.equal(choose(null, []), "en");
});

const LINT: Diagnostic = { rule: "bare-url", group: "markdown", severity: "info", range: { from: 9, to: 12 }, line: 2, message: "A finding.", fixes: [] };

const all = (text: string, words: number[]) => placesOf(text, words, () => true);

test("a misspelled word is a finding at its line, with changes first and the addition last", () => {
  const text = "teh one\nand\ntow\n";
  const [teh, , , tow] = all(text, [0, 3, 4, 7, 8, 11, 12, 15]);
  assert.ok(teh && tow);
  const found = findingsOf(text, [teh, tow], new Map([["teh", ["the", "tea"]]]), "French");
  assert.deepEqual(found.map(({ line, range }) => [line, range.from, range.to]), [[1, 0, 3], [3, 12, 15]]);
  assert.equal(found[0]?.message, "“teh” is not in the dictionary for French.");
  assert.deepEqual(found[0]?.fixes.map(({ title }) => title), ["Change to “the”", "Change to “tea”", "Add “teh” to your words"]);
  assert.deepEqual(found[0]?.fixes[0]?.edits, [{ range: { from: 0, to: 3 }, text: "the" }]);
  assert.deepEqual(found[1]?.fixes.map(({ word }) => word), ["tow"]);
  assert.deepEqual(merged([LINT], found).map(({ rule }) => rule), ["spelling", "bare-url", "spelling"]);
});

test("words go to the dictionary as it has them", () => {
  assert.deepEqual(all("cafe\u0301 har\u00adbour", [0, 5, 6, 14]).map(({ word }) => word), ["café", "harbour"]);
  const [place] = all("l’e\u0301te\u0301", [0, 7]);
  assert.deepEqual(place && findingsOf("", [place], new Map(), "French")[0]?.fixes, [{ title: "Add “l’été” to your words", safe: false, edits: [], word: "l'été" }]);
});

test("places move with a change, and those that it touches are gone", () => {
  const before = `${"filler ".repeat(3_000)}teh sea and teh land and teh sky`;
  const places = [...before.matchAll(/teh/g)].map(({ index }) => ({ word: "teh", from: index, to: index + 3 }));
  const after = (text: string): number[] => carried(places, before, text).map(({ from }) => from);
  const offsets = (text: string): number[] => [...text.matchAll(/teh/g)].map(({ index }) => index);
  assert.deepEqual(after(before), offsets(before));
  for (const change of [before.replace("sea", "see or sea"), `x${before}`, before.replace("and", ""), `${before} x`]) assert.deepEqual(after(change), offsets(change));
  const touched = before.replace("teh land", "tehx land");
  assert.deepEqual(after(touched), offsets(before).map((at, index) => (index < 2 ? at : at + 1)).filter((_, index) => index !== 1));
  assert.deepEqual(after(""), []);
  assert.deepEqual(carried(places, before, before.replace("teh land", "the land")).length, 2);
});

/** A dictionary of a few words, which answers at once; what it was asked. */
function fakeSpeller(right: readonly string[]) {
  const asked: string[][] = [];
  const speller: Speller & { ended: boolean } = {
    ended: false,
    check(words, personal) {
      asked.push(words);
      return Promise.resolve(words.filter((word) => !right.includes(word) && !personal.includes(word)));
    },
    suggest: (word) => Promise.resolve([`${word}!`]),
    end: () => (speller.ended = true),
  };
  return { speller, asked };
}

const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 5));

function setUp(right: readonly string[], { cursor = 0, languages = ["en"] } = {}) {
  const { speller, asked } = fakeSpeller(right);
  const loaded: string[] = [];
  const shown: { rev: number; list: Diagnostic[] }[] = [];
  const states: State[] = [];
  const personal: string[] = [];
  let lose = (): void => undefined;
  let analyses = 0;
  const checking = createChecking({
    load(id, lost) {
      loaded.push(id);
      lose = lost;
      return id === "ru" ? Promise.reject(new Error("offline")) : Promise.resolve(speller);
    },
    personal: () => personal,
    languages,
    cursor: () => cursor,
    analyse: () => (analyses += 1),
    show: (rev, list) => shown.push({ rev, list }),
    state: (state) => states.push(state),
  });
  const analyse = (rev: number, text: string, lang: string | null = null, lint: Diagnostic[] = []): Diagnostic[] => {
    const words = [...text.matchAll(/\p{L}+/gu)].flatMap(({ 0: word, index }) => [index, index + word.length]);
    return checking.analysed({ rev, lang, diagnostics: lint, words }, text);
  };
  const wrong = (list: Diagnostic[] | undefined): (string | undefined)[] => (list ?? []).map(({ message }) => /“(.*)”/.exec(message)?.[1]);
  return { checking, analyse, wrong, shown, states, loaded, asked, speller, personal, analyses: () => analyses, lose: () => lose(), last: () => wrong(shown.at(-1)?.list) };
}

test("findings follow the analysis once the dictionary is there, and then come with it", async () => {
  const { analyse, wrong, shown, asked, states, last } = setUp(["one", "two"]);
  assert.deepEqual(analyse(1, " one tow two"), []);
  await settled();
  assert.deepEqual(last(), ["tow"]);
  assert.equal(shown.at(-1)?.rev, 1);
  assert.deepEqual(shown.at(-1)?.list[0]?.fixes.map(({ title }) => title), ["Change to “tow!”", "Add “tow” to your words"]);
  assert.deepEqual(states.map(({ state }) => state), ["loading", "ready"]);
  // What is known needs no worker.
  const before = shown.length;
  assert.deepEqual(wrong(analyse(2, " one tow two tow")), ["tow", "tow"]);
  await settled();
  assert.equal(shown.length, before);
  assert.deepEqual(asked, [["one", "tow", "two"]]);
});

test("what the linter found is never lost, also without a dictionary", async () => {
  const { analyse, shown } = setUp([]);
  assert.deepEqual(analyse(1, " tow", "de", [LINT]), [LINT]);
  assert.deepEqual(analyse(2, " tow", "ru", [LINT]), [LINT]);
  await settled();
  assert.deepEqual(shown.at(-1)?.list, [LINT]);
});

test("a word at the cursor is judged only when nothing more is typed", async (context) => {
  const { analyse, wrong, last } = setUp(["one"], { cursor: 8 });
  analyse(1, " one tow");
  await settled();
  assert.deepEqual(last(), []);
  context.mock.timers.enable({ apis: ["setTimeout"] });
  assert.deepEqual(wrong(analyse(2, " one tow")), []);
  context.mock.timers.tick(1_000);
  assert.deepEqual(last(), ["tow"]);
});

test("the words of a long text are asked for in a pause; until then its findings move along", async (context) => {
  const { checking, analyse, wrong, analyses } = setUp(["one"]);
  assert.ok(checking.wants(1_000) && !checking.wants(1_000_000));
  analyse(1, " one tow one");
  await settled();
  context.mock.timers.enable({ apis: ["setTimeout"] });
  const without = (rev: number, text: string): Diagnostic[] => checking.analysed({ rev, lang: null, diagnostics: [], words: null }, text);
  const moved = without(2, " one one tow one");
  assert.deepEqual([wrong(moved), moved[0]?.range.from], [["tow"], 9]);
  assert.deepEqual(wrong(without(3, " one one tow oen")), ["tow"]);
  context.mock.timers.tick(700);
  assert.equal(analyses(), 1);
  assert.ok(checking.wants(1_000_000));
  analyse(3, " one one tow one");
  assert.ok(!checking.wants(1_000_000));
  context.mock.timers.tick(5_000);
  assert.equal(analyses(), 1);
});

test("another language takes another dictionary, and a missing or broken one is said once", async () => {
  const { analyse, loaded, states, speller } = setUp(["one"], { languages: ["nl"] });
  analyse(1, " one");
  await settled();
  analyse(2, " one", "fr");
  assert.ok(speller.ended);
  analyse(3, " one", "de");
  analyse(4, " one", "de");
  analyse(5, " one", "ru");
  await settled();
  analyse(6, " one", "ru");
  await settled();
  assert.deepEqual(loaded, ["nl", "fr", "ru"]);
  assert.deepEqual(states.map(({ state, language }) => `${state} ${language}`), ["loading Dutch", "ready Dutch", "loading French", "missing de", "loading Russian", "failed Russian"]);
});

test("a worker that breaks is said, and takes its findings along", async () => {
  const { analyse, lose, last, states } = setUp(["one"]);
  analyse(1, " tow");
  await settled();
  assert.deepEqual(last(), ["tow"]);
  lose();
  assert.deepEqual(last(), []);
  assert.equal(states.at(-1)?.state, "failed");
});

test("a post in another language than is thought is not painted all over", async () => {
  const { analyse, states, last } = setUp(["der"]);
  analyse(1, " der Hafen und".repeat(20));
  await settled();
  assert.equal(states.at(-1)?.state, "foreign");
  assert.deepEqual(last(), []);
  analyse(2, " tow");
  await settled();
  assert.equal(states.at(-1)?.state, "ready");
  assert.deepEqual(last(), ["tow"]);
});

test("the writer's own words are right as soon as they are added, and no longer when they are taken out", async () => {
  const { checking, analyse, personal, last } = setUp(["one"]);
  analyse(1, " one tow");
  await settled();
  personal.push("tow");
  checking.personalChanged();
  await settled();
  assert.deepEqual(last(), []);
  personal.length = 0;
  checking.personalChanged();
  await settled();
  assert.deepEqual(last(), ["tow"]);
});

/** The kernel's part over settings in memory. */
function kernelPart(settings: Partial<Settings> = {}) {
  let current: Settings = { ...parseSettings(null), ...settings };
  const told: Event[] = [];
  const notices: Notice[] = [];
  let analyses = 0;
  const spelling = createSpelling({
    settings: { get: () => current, set: (change) => (current = { ...current, ...change }) },
    show: () => undefined,
    analyse: () => (analyses += 1),
    cursor: () => 0,
    languages: ["en"],
    browser: () => undefined,
    workerUrl: () => "",
    tell: (event) => told.push(event),
    notice: (notice) => notices.push(notice),
    resolved: () => undefined,
    toast: () => undefined,
  });
  return { spelling, settings: () => current, told, notices, analyses: () => analyses };
}

test("it is off at the start and passes the linter's findings through", () => {
  const { spelling, told, analyses } = kernelPart();
  assert.equal(spelling.wants(1), false);
  assert.deepEqual(told, [{ type: "spelling", on: false, language: null, words: [] }]);
  assert.deepEqual(spelling.analysed({ diagnostics: [LINT] } as unknown as Analysed, ""), [LINT]);
  assert.equal(analyses(), 0);
});

test("switched on it asks for an analysis with words, and it is remembered; off, for one without", async () => {
  const { spelling, settings, analyses } = kernelPart();
  spelling.ask({ ask: "check", on: true });
  await settled();
  assert.ok(spelling.wants(1) && settings().spelling);
  assert.equal(analyses(), 1);
  spelling.ask({ ask: "check", on: false });
  assert.ok(!spelling.wants(1) && !settings().spelling);
  assert.equal(analyses(), 2);
});

test("switched off while it loads it stays off", async () => {
  const { spelling } = kernelPart({ spelling: true });
  spelling.ask({ ask: "check", on: false });
  await settled();
  assert.equal(spelling.wants(1), false);
});

test("a post in a language without a dictionary is told which there are", async () => {
  const { spelling, notices } = kernelPart({ spelling: true });
  await settled();
  spelling.analysed({ rev: 1, lang: "de", diagnostics: [], words: [] } as unknown as Analysed, "");
  await settled();
  assert.match(notices.at(-1)?.message ?? "", /^There is no dictionary for “de”.*French/);
  assert.deepEqual(notices.at(-1)?.actions.map(({ label }) => label), ["Switch off"]);
});

test("own words are kept once each, in order", () => {
  const { spelling, settings, told } = kernelPart();
  for (const word of ["zoom", "Ärger", "zoom"]) spelling.ask({ ask: "add", word });
  assert.deepEqual(settings().words, ["Ärger", "zoom"]);
  spelling.ask({ ask: "remove", word: "zoom" });
  assert.deepEqual(told.at(-1), { type: "spelling", on: false, language: null, words: ["Ärger"] });
});

test("settings that are damaged mean off and no words", () => {
  const { spelling, words } = parseSettings('{"spelling":"yes","words":["a",1,null]}');
  assert.deepEqual([spelling, words], [false, ["a"]]);
  assert.deepEqual(parseSettings('{"words":"a"}').words, []);
});

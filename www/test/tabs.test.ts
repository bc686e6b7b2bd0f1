// Owns the tests of several tabs with one post, in a simulation: locks, messages, journal and crashes with random delays.

import { test } from "node:test";
import assert from "node:assert/strict";
import { createTabs, type Held, type Role, type Tabs } from "../src/tabs/tabs";
import { nameOf, type Surroundings } from "../src/tabs/messages";
import { after, contains, firstOf, latest } from "../src/tabs/version";
import { createRandom, type Random } from "./random";

/** More in a full run. */
const TURNS = process.env.FOREWORD_FULL ? 20_000 : 1_500;

/** Time that only passes when everything due has happened. */
function createTime() {
  let now = 0;
  let order = 0;
  const due: { at: number; order: number; what: () => void }[] = [];
  return {
    now: () => now,
    after(ms: number, what: () => void) {
      due.push({ at: now + ms, order: order++, what });
    },
    async run(until: number) {
      for (;;) {
        await new Promise((resolve) => setImmediate(resolve));
        due.sort((a, b) => a.at - b.at || a.order - b.order);
        const next = due[0];
        if (!next || next.at > until) break;
        due.shift();
        now = next.at;
        next.what();
      }
      now = until;
    },
  };
}

interface Request {
  tab: SimulatedTab;
  grant(): void;
}

interface SimulatedTab {
  name: number;
  alive: boolean;
  text: string;
  role: Role;
  tabs: Tabs;
  leave(): void;
}

type Extra = null;

/** A browser with tabs that share locks, a channel and a journal. */
function createBrowser(random: Random, { journalWorks = true, slow = 40 } = {}) {
  const time = createTime();
  const queue: Request[] = [];
  let holder: SimulatedTab | null = null;
  const ears = new Map<SimulatedTab, (data: unknown) => void>();
  const arrivals = new Map<string, number>();
  const tabs: SimulatedTab[] = [];
  let journal: Held<Extra> | null = null;
  /** What a person typed and in which tab, what the journal has of it, and which tabs have heard of it. */
  const typed = new Map<string, SimulatedTab>();
  const safe = new Set<string>();
  const reached = new Map<string, Set<SimulatedTab>>();
  const seen = { writers: 0, diverged: 0, handed: 0 };
  const tokens = (text: string): string[] => text.match(/\[\d+\]/g) ?? [];
  const note = (text: string): void => tokens(text).forEach((token) => safe.add(token));
  const reach = (tab: SimulatedTab, text: string): void =>
    tokens(text).forEach((token) => reached.set(token, (reached.get(token) ?? new Set<SimulatedTab>()).add(tab)));
  /** Each draft is kept by itself; what is looked for is the latest. */
  const keep = (state: Held<Extra>): void => void (journal = latest(journal ? [journal, state] : [state]));
  const delay = (): number => 1 + random(slow);

  const free = (): void => {
    holder = null;
    time.after(delay(), grantNext);
  };
  const grantNext = (): void => {
    if (holder) return;
    const next = queue.shift();
    if (!next) return;
    if (!next.tab.alive) return grantNext();
    holder = next.tab;
    next.grant();
  };

  const surroundings = (tab: SimulatedTab): Surroundings => ({
    lock: (name, { signal, ifAvailable }, held) =>
      new Promise((resolve, reject) => {
        assert.equal(name, nameOf("p"));
        const run = async (had: boolean): Promise<void> => {
          await held(had);
          // A tab that crashed has lost it already.
          if (had && holder === tab) free();
          resolve();
        };
        time.after(delay(), () => {
          if (!tab.alive) return;
          if (ifAvailable && (holder || queue.length > 0)) return void run(false);
          const request = { tab, grant: () => void run(true) };
          signal?.addEventListener("abort", () => {
            const at = queue.indexOf(request);
            if (at >= 0) {
              queue.splice(at, 1);
              reject(new Error("aborted"));
            }
          });
          if (signal?.aborted) return reject(new Error("aborted"));
          queue.push(request);
          grantNext();
        });
      }),
    channel(name, received) {
      assert.equal(name, nameOf("p"));
      ears.set(tab, received);
      return {
        post(data) {
          for (const [other, hear] of ears) {
            if (other === tab) continue;
            // In order between two tabs, in none otherwise.
            const key = `${tab.name}>${other.name}`;
            const at = Math.max(time.now() + delay(), (arrivals.get(key) ?? 0) + 0.001);
            arrivals.set(key, at);
            time.after(at - time.now(), () => {
              if (!other.alive || !ears.has(other)) return;
              const { held } = data as { held?: Held<Extra> };
              if (held) reach(other, held.text);
              hear(structuredClone(data));
            });
          }
        },
        close: () => void ears.delete(tab),
      };
    },
    wait: (ms) => new Promise((resolve) => time.after(ms, () => tab.alive && resolve())),
  });

  function open(): SimulatedTab {
    const tab: SimulatedTab = { name: tabs.length, alive: true, text: journal?.text ?? "", role: "waiting", tabs: undefined as unknown as Tabs, leave: () => undefined };
    const write = (): Promise<boolean> => {
      const state: Held<Extra> = { text: tab.text, extra: null, version: tab.tabs.version() };
      return new Promise((resolve) =>
        time.after(delay(), () => {
          if (!tab.alive) return;
          if (!journalWorks) return resolve(false);
          keep(state);
          note(state.text);
          resolve(true);
        }),
      );
    };
    tab.tabs = createTabs<Extra>(
      {
        post: "p",
        version: journal?.version ?? null,
        content: () => ({ text: tab.text, extra: null }),
        flush: write,
        kept: () => new Promise((resolve) => time.after(delay(), () => tab.alive && resolve(journal))),
        adopt: ({ text }) => void (tab.text = text),
        role(role) {
          tab.role = role;
          if (role !== "writer") return;
          seen.writers += 1;
          const writers = tabs.filter((each) => each.alive && each !== tab && each.role === "writer");
          assert.equal(writers.length, 0, "two writers at once");
        },
        asked: () => void (seen.handed += 1),
        diverged({ text }) {
          seen.diverged += 1;
          for (const token of tokens(text)) if (!tab.text.includes(token)) tab.text += token;
        },
      },
      surroundings(tab),
    );
    tab.leave = () => {
      tab.role = "waiting";
      void tab.tabs.close().then(() => {
        tab.alive = false;
      });
    };
    tabs.push(tab);
    return tab;
  }

  return {
    time,
    tabs,
    seen,
    open,
    type(tab: SimulatedTab) {
      if (!tab.alive || tab.role !== "writer") return;
      const token = `[${typed.size}]`;
      typed.set(token, tab);
      tab.text += token;
      tab.tabs.changed();
      time.after(300, () => {
        if (!tab.alive || tab.role !== "writer" || !journalWorks) return;
        const state: Held<Extra> = { text: tab.text, extra: null, version: tab.tabs.version() };
        time.after(delay(), () => {
          if (!tab.alive) return;
          keep(state);
          note(state.text);
        });
      });
    },
    crash(tab: SimulatedTab) {
      if (!tab.alive) return;
      tab.alive = false;
      ears.delete(tab);
      if (holder === tab) free();
    },
    typed,
    /** What must be in the text at the end: all that was typed, save what a crash took before the journal or a tab that is still there had it. */
    due: () => [...typed].filter(([token, tab]) => tab.alive || safe.has(token) || [...(reached.get(token) ?? [])].some(({ alive }) => alive)).map(([token]) => token),
  };
}

async function interleave(seed: number, options: { journalWorks?: boolean; crashes?: boolean; slow?: number }): Promise<ReturnType<typeof createBrowser>["seen"] & { typed: number }> {
  const random = createRandom(seed);
  const browser = createBrowser(random, options);
  const pick = (): SimulatedTab => browser.tabs[random(browser.tabs.length)] ?? browser.open();
  // One tab always stays, so that without a journal something is left to look at.
  const first = browser.open();
  for (let step = 0; step < 40; step++) {
    browser.time.after(random(6_000), () => {
      const what = random(20);
      const tab = pick();
      if (what < 12) for (const each of browser.tabs) browser.type(each);
      else if (what < 16) void (tab.alive && tab.tabs.takeOver());
      else if (what < 18) void (browser.tabs.filter(({ alive }) => alive).length < 4 && browser.open());
      else if (tab !== first && what === 18) tab.leave();
      else if (tab !== first && options.crashes) browser.crash(tab);
    });
  }
  await browser.time.run(20_000);
  const alive = browser.tabs.filter((tab) => tab.alive);
  const writers = alive.filter(({ role }) => role === "writer");
  assert.equal(writers.length, 1, `seed ${seed}: one writer at the end, not ${writers.length}`);
  const missing = browser.due().filter((token) => !writers[0]?.text.includes(token));
  assert.deepEqual(missing, [], `seed ${seed}: lost updates`);
  for (const tab of alive) assert.equal(tab.text, writers[0]?.text, `seed ${seed}: the readers show what the writer has`);
  return { ...browser.seen, typed: browser.typed.size };
}

test(`${TURNS} interleavings of up to four tabs, with crashes: no lost update, never two writers`, async (context) => {
  const sum = { typed: 0, writers: 0, handed: 0, diverged: 0 };
  for (let seed = 0; seed < TURNS; seed++) {
    const seen = await interleave(seed, { crashes: seed % 3 > 0, slow: seed % 5 === 0 ? 400 : 40 });
    for (const key of Object.keys(sum) as (keyof typeof sum)[]) sum[key] += seen[key];
  }
  context.diagnostic(`${TURNS} interleavings: ${sum.typed} updates, 0 lost; ${sum.handed} hand-overs, ${sum.writers} writers, ${sum.diverged} merges`);
  assert.ok(sum.handed > TURNS / 2 && sum.typed > TURNS * 5);
});

test("500 interleavings without a working journal and without crashes: no lost update either", async (context) => {
  let [typed, diverged] = [0, 0];
  for (let seed = 0; seed < 500; seed++) {
    const seen = await interleave(10_000 + seed, { journalWorks: false, slow: seed % 3 === 0 ? 400 : 40 });
    typed += seen.typed;
    diverged += seen.diverged;
  }
  context.diagnostic(`500 interleavings without a journal: ${typed} updates, 0 lost; ${diverged} merges`);
});

test("a second tab reads along, takes over, and the first reads along", async () => {
  const browser = createBrowser(createRandom(1));
  const one = browser.open();
  await browser.time.run(200);
  assert.equal(one.role, "writer");
  const other = browser.open();
  await browser.time.run(500);
  assert.equal(other.role, "reader");
  browser.type(one);
  await browser.time.run(1_000);
  assert.equal(other.text, "[0]");
  const taken = other.tabs.takeOver();
  await browser.time.run(2_000);
  assert.equal(await taken, true);
  assert.deepEqual([one.role, other.role], ["reader", "writer"]);
  browser.type(other);
  await browser.time.run(3_000);
  assert.equal(one.text, "[0][1]");
  // The writer goes; whoever is left goes on.
  browser.crash(other);
  await browser.time.run(5_000);
  assert.deepEqual([one.role, one.text], ["writer", "[0][1]"]);
});

test("a writer that does not answer keeps the post", async () => {
  const browser = createBrowser(createRandom(1));
  const one = browser.open();
  await browser.time.run(200);
  const other = browser.open();
  await browser.time.run(500);
  // Alive, but it hears nothing.
  one.alive = false;
  const taken = other.tabs.takeOver();
  await browser.time.run(20_000);
  assert.equal(await taken, false);
  assert.equal(other.role, "reader");
});

test("states that contain each other, and states that do not", () => {
  const a = { ...firstOf("a"), epoch: 1, count: 3 };
  const b = after("b", [a]);
  assert.ok(contains(b, a) && !contains(a, b) && contains(a, firstOf("x")));
  assert.ok(!contains(b, { ...a, count: 4 }));
  // Both went on from the same: neither contains the other, what is merged from them contains both.
  const c = after("c", [{ ...a, count: 2 }]);
  assert.ok(!contains(b, c) && !contains(c, b));
  const merged = after("b", [b, c], 1);
  assert.ok(contains(merged, b) && contains(merged, c) && contains(merged, a));
});

test("where there are no locks, every tab writes", async () => {
  const roles: Role[] = [];
  const tabs = createTabs<null>(
    { post: "p", content: () => ({ text: "", extra: null }), flush: () => Promise.resolve(true), kept: () => Promise.resolve(null), adopt: () => undefined, role: (role) => void roles.push(role), asked: () => undefined, diverged: () => undefined },
    null,
  );
  await Promise.resolve();
  tabs.changed();
  assert.deepEqual([roles, tabs.role(), tabs.version().count], [["writer"], "writer", 1]);
});

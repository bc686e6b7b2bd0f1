// Owns the tests of where a following pane goes: ends meet ends, and no step forward ever moves it back.

import { test } from "node:test";
import assert from "node:assert/strict";
import { follow } from "../src/sync/follow";

const HEIGHT = 800;

/** Follows a leader that is scrolled through in small steps; `rate` is how much higher the follower's text is. */
function through(max: number, followerMax: number, rate: number): number[] {
  const tops: number[] = [];
  for (let top = 0; top <= max; top += 7) tops.push(follow({ top, height: HEIGHT, max }, top * rate, followerMax));
  tops.push(follow({ top: max, height: HEIGHT, max }, max * rate, followerMax));
  return tops;
}

test("both ends meet, whatever the heights", () => {
  for (const [max, followerMax, rate] of [[5000, 9000, 1.7], [5000, 1200, 0.4], [300, 4000, 5], [5000, 0, 1], [40, 40, 1]] as const) {
    const tops = through(max, followerMax, rate);
    assert.equal(tops[0], 0);
    assert.equal(tops.at(-1), followerMax);
    for (let i = 1; i < tops.length; i += 1) assert.ok(tops[i]! >= tops[i - 1]! - 1e-9, `step ${i} of ${max}/${followerMax}`);
  }
});

test("away from the end the top edges meet", () => {
  assert.equal(follow({ top: 2000, height: HEIGHT, max: 5000 }, 3100, 9000), 3100);
});

test("a pane that cannot scroll leads to the start", () => {
  assert.equal(follow({ top: 0, height: HEIGHT, max: 0 }, 50, 900), 0);
});

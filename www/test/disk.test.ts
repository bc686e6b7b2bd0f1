// Owns the tests of files that something else changes: noticing, taking in, asking, and never overwriting silently.

import { test } from "node:test";
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { hash, write } from "../src/documents/bytes";
import { FileForbidden, FileGone, FileUnreadable, createDiskWatch, look } from "../src/documents/disk-watch";
import { findLineEnds, normalise } from "../src/documents/line-ends";
import type { Conflict } from "../src/documents/merge";
import type { OnDisk } from "../src/documents/pickers";
import type { Problem } from "../src/documents/problem";
import { ChangedOnDisk, saveInPlace } from "../src/documents/saving";
import { createTheirs } from "../src/documents/theirs";
import { createRandom, edited, post } from "./random";

const page = Object.assign(new EventTarget(), { visibilityState: "visible" });
const frame = new EventTarget();
Object.defineProperty(globalThis, "document", { value: page, configurable: true });
globalThis.addEventListener = frame.addEventListener.bind(frame) as typeof globalThis.addEventListener;
globalThis.removeEventListener = frame.removeEventListener.bind(frame) as typeof globalThis.removeEventListener;

const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
const bytesOf = (text: string): Uint8Array<ArrayBuffer> => write(text, false) as Uint8Array<ArrayBuffer>;

interface Fake {
  bytes: Uint8Array<ArrayBuffer>;
  modified: number;
  error: string | null;
  permission: PermissionState;
  asked: number;
  writes: number;
  /** Done while a write is under way. */
  meanwhile: (() => void) | null;
  handle: FileSystemFileHandle;
  text(): string;
  change(next: string, modified?: number): void;
  disk(): Promise<OnDisk>;
}

/** A file on a disk that others write too. */
function createFile(text: string): Fake {
  const file: Fake = {
    bytes: bytesOf(text),
    modified: 1_000,
    error: null,
    permission: "granted",
    asked: 0,
    writes: 0,
    meanwhile: null,
    text: () => new TextDecoder().decode(file.bytes),
    change(next: string, modified = file.modified + 1_000) {
      file.bytes = bytesOf(next);
      file.modified = modified;
    },
    handle: {} as FileSystemFileHandle,
    async disk(): Promise<OnDisk> {
      return { handle: file.handle, lastModified: file.modified, size: file.bytes.length, hash: await hash(file.bytes) };
    },
  };
  file.handle = {
    kind: "file",
    name: "post.md",
    queryPermission: async () => file.permission,
    requestPermission: async () => {
      file.asked += 1;
      return file.permission === "prompt" ? (file.permission = "granted") : file.permission;
    },
    async getFile() {
      if (file.error !== null) throw new DOMException("", file.error);
      return new File([file.bytes], "post.md", { lastModified: file.modified });
    },
    async createWritable() {
      let swap: Uint8Array<ArrayBuffer> = bytesOf("");
      return {
        async write(data: Uint8Array<ArrayBuffer>) {
          swap = data;
          file.meanwhile?.();
        },
        async close() {
          file.writes += 1;
          file.bytes = swap;
          file.modified += 1;
        },
        abort: async () => undefined,
      };
    },
  } as unknown as FileSystemFileHandle;
  return file;
}

test("a look: the same, a new date only, other bytes, even within the clock's grain when it matters", async () => {
  const file = createFile("a");
  const disk = await file.disk();
  assert.equal((await look(disk)).kind, "same");
  file.modified += 5;
  const touched = await look(disk);
  assert.ok(touched.kind === "same" && touched.disk.lastModified === file.modified);
  file.change("b", disk.lastModified);
  assert.equal((await look(disk)).kind, "same");
  const found = await look(disk, true);
  assert.ok(found.kind === "changed" && new TextDecoder().decode(found.bytes) === "b");
});

test("a file that is gone, forbidden or unreadable: each has its own words", async () => {
  const file = createFile("a");
  const disk = await file.disk();
  for (const [error, kind, words] of [["NotFoundError", FileGone, /moved, renamed or deleted.*save it under a name/], ["NotAllowedError", FileForbidden, /allow it again/], ["NotReadableError", FileUnreadable, /cannot be read at the moment/]] as const) {
    file.error = error;
    const found = await look(disk);
    assert.ok(found.kind === "lost" && found.problem instanceof kind);
    assert.match(found.problem.message, words);
    await assert.rejects(saveInPlace(disk, bytesOf("b")), kind);
  }
  file.error = null;
  assert.equal(file.writes, 0);
});

test("a save asks for permission, and without it says what to do", async () => {
  const file = createFile("a");
  file.permission = "prompt";
  await saveInPlace(await file.disk(), bytesOf("b"));
  assert.deepEqual([file.text(), file.asked], ["b", 1]);
  file.permission = "denied";
  await assert.rejects(saveInPlace(await file.disk(), bytesOf("c")), FileForbidden);
  assert.equal(file.text(), "b");
});

test("a change while the file is being written is not overwritten either", async () => {
  const file = createFile("a");
  const disk = await file.disk();
  file.meanwhile = () => file.change("theirs");
  await assert.rejects(saveInPlace(disk, bytesOf("ours")), (problem) => problem instanceof ChangedOnDisk && new TextDecoder().decode(problem.theirs.bytes) === "theirs");
  assert.deepEqual([file.text(), file.writes], ["theirs", 0]);
});

/** A desk with a watch and all that is told. */
async function createBench(text: string) {
  const file = createFile(text);
  let disk = await file.disk();
  const told: string[] = [];
  const problems: Problem[] = [];
  const bench = { file, told, problems, ours: text, base: text, conflicts: [] as readonly Conflict[], type: (next: string) => void (bench.ours = next), disk: () => disk };
  const theirs = createTheirs(
    {
      text: () => bench.ours,
      base: () => bench.base,
      replace(next, edits, known) {
        let [out, at] = ["", 0];
        const before = normalise(bench.ours);
        for (const { range, text: insert } of edits) {
          out += before.slice(at, range.from) + insert;
          at = range.to;
        }
        assert.equal(out + before.slice(at), normalise(next));
        bench.type(next);
        bench.base = known.base;
        disk = known.disk;
      },
    },
    {
      offerReload: () => void told.push("reload?"),
      merged: () => void told.push("merged"),
      conflicts(_name, list) {
        bench.conflicts = list;
        if (list.length > 0) told.push("conflicts");
      },
      before: () => Promise.resolve(void told.push("before")),
      failed: (problem) => void problems.push(problem),
    },
  );
  const watch = createDiskWatch({
    disk: () => disk,
    touched: (next) => void (disk = next),
    changed: (next, bytes) => void theirs.found({ disk: next, bytes }),
    lost: (problem) => void told.push(problem.constructor.name),
    back: () => void told.push("back"),
  });
  watch.reset(true);
  const save = async (): Promise<boolean> => {
    for (let left = 3; left > 0; left--) {
      try {
        disk = await saveInPlace(disk, bytesOf(bench.ours));
        bench.base = bench.ours;
        theirs.forget();
        return true;
      } catch (problem) {
        if (!(problem instanceof ChangedOnDisk)) throw problem;
        if (!(await theirs.found(problem.theirs))) return false;
      }
    }
    return false;
  };
  return Object.assign(bench, { theirs, watch, save });
}

test("only theirs changed: an offer, once, and the text stays until it is taken", async () => {
  const bench = await createBench("a\nb\n");
  bench.file.change("a\nB\n");
  frame.dispatchEvent(new Event("focus"));
  await sleep(250);
  await bench.watch.check();
  assert.deepEqual(bench.told, ["reload?"]);
  assert.equal(bench.ours, "a\nb\n");
  await bench.theirs.reload();
  assert.deepEqual([bench.ours, bench.base], ["a\nB\n", "a\nB\n"]);
  await bench.watch.check();
  assert.deepEqual(bench.told, ["reload?", "before"]);
  bench.watch.stop();
});

test("what is typed before an offer is taken is merged, not thrown away", async () => {
  const bench = await createBench("a\nb\nc\n");
  bench.file.change("a\nb\nC\n");
  await bench.watch.check();
  await sleep(20);
  bench.type("A\nb\nc\n");
  await bench.theirs.reload();
  assert.equal(bench.ours, "A\nb\nC\n");
  bench.watch.stop();
});

test("both changed: merged, with a moment for the history before, and then saved", async () => {
  const bench = await createBench("a\nb\nc\n");
  bench.type("A\nb\nc\n");
  bench.file.change("a\nb\nC\n");
  assert.equal(await bench.save(), true);
  assert.deepEqual([bench.file.text(), bench.told], ["A\nb\nC\n", ["before", "merged"]]);
  bench.watch.stop();
});

test("both changed the same place: a person chooses, and until then nothing is written", async () => {
  const bench = await createBench("a\nb\nc\n");
  bench.type("a\nours\nc\n");
  bench.file.change("a\ntheirs\nc\n");
  assert.equal(await bench.save(), false);
  assert.equal(await bench.save(), false);
  assert.deepEqual([bench.file.text(), bench.file.writes, bench.conflicts.length], ["a\ntheirs\nc\n", 0, 1]);
  // Writing on elsewhere does not make the choice void.
  bench.type("a\nours\nc\nmore\n");
  assert.equal(await bench.theirs.settle(["both"]), true);
  assert.deepEqual([bench.ours, bench.conflicts.length], ["a\nours\ntheirs\nc\nmore\n", 0]);
  assert.equal(await bench.save(), true);
  assert.equal(bench.file.text(), "a\nours\ntheirs\nc\nmore\n");
  bench.watch.stop();
});

test("writing on at the conflict itself asks again", async () => {
  const bench = await createBench("a\n");
  bench.type("ours\n");
  bench.file.change("theirs\n");
  await bench.save();
  bench.type("ours, again\n");
  assert.equal(await bench.theirs.settle(["theirs"]), false);
  assert.deepEqual([bench.ours, bench.conflicts[0]?.ours.text], ["ours, again\n", "ours, again\n"]);
  bench.watch.stop();
});

test("a file that became something else than text is not loaded", async () => {
  const bench = await createBench("a\n");
  bench.file.bytes = new Uint8Array([0, 1, 2, 3, 4, 5, 6, 7]);
  bench.file.modified += 1;
  await bench.watch.check();
  await sleep(10);
  assert.match(bench.problems[0]?.message ?? "", /no UTF-8 text any more/);
  bench.watch.stop();
});

test("a lost file is told once, and when it is back", async () => {
  const bench = await createBench("a\n");
  bench.file.error = "NotFoundError";
  await bench.watch.check();
  await bench.watch.check();
  bench.file.error = null;
  await bench.watch.check();
  assert.deepEqual(bench.told, ["FileGone", "back"]);
  bench.watch.stop();
});

test("400 changes on disk: no silent overwrite, and the file equals git merge-file where that is clean", async (context) => {
  const git = spawnSync("git", ["--version"]).status === 0;
  const random = createRandom(4);
  const folder = mkdtempSync(join(tmpdir(), "foreword-disk-"));
  const counts = { saved: 0, merged: 0, asked: 0, likeGit: 0 };
  try {
    for (let turn = 0; turn < 400; turn++) {
      const lines = post(random);
      const end = random(4) === 0 ? "\r\n" : "\n";
      const text = (all: string[]): string => all.map((line) => line + end).join("");
      const [base, ours, theirs] = [text(lines), text(edited(random, lines)), text(edited(random, lines))];
      const bench = await createBench(base);
      bench.type(ours);
      const when = random(3);
      if (when === 0) bench.file.change(theirs);
      // Of the same size and date, or in the middle of the write.
      if (when === 1) bench.file.change(theirs, bench.disk().lastModified);
      if (when === 2) bench.file.meanwhile = () => ((bench.file.meanwhile = null), bench.file.change(theirs));
      const saved = await bench.save();
      if (!saved) {
        counts.asked += 1;
        assert.equal(bench.file.text(), theirs, "their file is untouched");
        assert.equal(bench.ours, ours, "our text is untouched");
        assert.ok(bench.conflicts.length > 0);
      } else {
        counts.saved += 1;
        if (bench.told.includes("merged")) counts.merged += 1;
      }
      if (git) {
        for (const [name, whole] of Object.entries({ base, ours, theirs })) writeFileSync(join(folder, name), whole);
        const { status, stdout } = spawnSync("git", ["merge-file", "-p", "ours", "base", "theirs"], { cwd: folder, encoding: "utf8" });
        assert.equal(status === 0, saved, `case ${turn}`);
        if (saved) assert.equal(bench.file.text(), stdout, `case ${turn}`);
        if (saved) counts.likeGit += 1;
      }
      assert.equal(findLineEnds(bench.ours).mixed, false);
      bench.watch.stop();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  context.diagnostic(`400 changes on disk: ${counts.saved} saved (${counts.merged} merged, ${counts.likeGit} compared with git and equal), ${counts.asked} asked, 0 overwritten`);
  assert.ok(counts.saved >= 200 && counts.asked >= 50);
});

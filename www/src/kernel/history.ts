// Owns what the app sees of a post's history: its snapshots while they are watched, comparisons, and bringing one back.

import type { Desk } from "../documents/desk";
import { download } from "../documents/saving";
import { createHistory, type History } from "../history/history";
import type { DiffLine, Event, HistoryAsk } from "../wire";

/** So many rows of a comparison are sent, and so many code units of a row. */
const MOST_ROWS = 600;
const LONGEST = 2_000;
/** Unchanged lines around a change. */
const CONTEXT = 3;

export interface PostHistoryOptions {
  desk: Pick<Desk, "fileText" | "replace" | "document">;
  tell(event: Event): void;
  toast(message: string): void;
  failed(message: string): void;
}

export interface PostHistory {
  readonly history: History;
  ask(ask: HistoryAsk): Promise<void>;
  /** Another post is open: what was shown of the one before is forgotten. */
  opened(): void;
}

export function createPostHistory({ desk, tell, toast, failed }: PostHistoryOptions): PostHistory {
  let watched = false;

  const tellList = async (): Promise<void> => {
    const post = history.post();
    if (!watched) return;
    if (post === null) return tell({ type: "snapshots", list: [] });
    const list = await history.list(post);
    if (post === history.post()) tell({ type: "snapshots", list: list.map(({ id, at, why, name, length }) => ({ id, at, why, name, length })) });
  };

  const history = createHistory({ text: () => desk.fileText(), changed: () => void tellList().catch(() => undefined), failed });

  const show = async (id: number, now: boolean): Promise<void> => {
    const post = history.post();
    if (post === null) return;
    const text = await history.text(id);
    if (text === null) {
      toast("This snapshot is no longer kept.");
      return tellList();
    }
    let other: string | null = desk.fileText();
    if (!now) {
      const list = await history.list(post);
      const before = list[list.findIndex((each) => each.id === id) + 1];
      other = before ? await history.text(before.id) : "";
    }
    const { wordDiff } = await import("../surface/word-diff");
    const [a, b] = now ? [text, other ?? ""] : [other ?? "", text];
    const plain = (value: string): string => value.replace(/\r\n?/g, "\n");
    const rows = wordDiff(plain(a), plain(b), CONTEXT);
    tell({ type: "snapshotDiff", id, now, rows: rows.slice(0, MOST_ROWS).map(cut), more: Math.max(0, rows.length - MOST_ROWS) });
  };

  const carryOut = async (ask: HistoryAsk): Promise<void> => {
    switch (ask.ask) {
      case "watch":
        watched = ask.on;
        return tellList();
      case "keep":
        if ((await history.take("named", ask.name)) !== null) toast(`Kept as “${ask.name}”.`);
        return tellList();
      case "name":
        await history.name(ask.id, ask.name);
        return tellList();
      case "remove":
        await history.remove(ask.id);
        return tellList();
      case "show":
        return show(ask.id, ask.now);
      case "restore": {
        await history.take("beforeRestore");
        const text = await history.text(ask.id);
        if (text === null) return toast("This snapshot is no longer kept.");
        await desk.replace(text);
        return toast("Brought back. Undo returns to the text as it was.");
      }
      case "export": {
        const post = history.post();
        if (post === null) return;
        const name = `${(desk.document().name ?? "post").replace(/\.[^.]*$/, "")}-history.zip`;
        download(await history.exportZip(post, desk.document().name), name, "application/zip");
        return toast(`Downloading ${name}.`);
      }
    }
  };

  return {
    history,
    async ask(ask) {
      try {
        await carryOut(ask);
      } catch {
        failed("The history of this post cannot be read: this browser's storage refuses it.");
      }
    },
    opened() {
      tell({ type: "snapshots", list: [] });
    },
  };
}

/** A row with lines that a page can draw. */
function cut(row: DiffLine): DiffLine {
  const side = <T extends { text: string; marks: { from: number; to: number }[] }>(of: T): T =>
    of.text.length <= LONGEST
      ? of
      : { ...of, text: `${of.text.slice(0, LONGEST)}…`, marks: of.marks.filter(({ from }) => from < LONGEST).map(({ from, to }) => ({ from, to: Math.min(to, LONGEST) })) };
  switch (row.kind) {
    case "same":
    case "changed":
      return { ...row, before: side(row.before), after: side(row.after) };
    case "added":
      return { ...row, after: side(row.after) };
    case "removed":
      return { ...row, before: side(row.before) };
    case "skipped":
      return row;
  }
}

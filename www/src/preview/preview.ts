// Owns the preview as a whole: one sandboxed frame, the blocks in it, and what the rest of the kernel asks of them.
// Invariant: a post's HTML goes parse → facade → sanitise → finish, and from there on only DOM calls touch it.

import type { BlockSplice } from "../wire";
import { Blocks, type Entry } from "./blocks";
import { locate, type ClickHint } from "./click";
import { colourCode } from "./code";
import { Embeds } from "./embeds";
import { broken } from "./facades";
import { finish } from "./finish";
import { createFrame, type Frame } from "./frame";
import { listen } from "./gestures";
import { renderMath } from "./math";
import { Media, type Assets } from "./media";
import { BLOCKED } from "./placeholders";
import { serialise } from "./policy";
import { Positions } from "./position";
import { restore } from "./restore";
import { createSafe } from "./safe";

/** What the preview tells. */
export interface PreviewEvents {
  /** A click on text: an estimate of its place, and what `refineClick` needs to find it exactly in the text. */
  clicked(offset: number, hint: ClickHint): void;
  scrolled(): void;
  /** Heights may have changed. */
  layout(): void;
  /** How many files of other hosts wait for permission, and the hosts, sorted. */
  remote(blocked: number, hosts: string[]): void;
  /** A link to another page of the site, as written; it cannot be opened from here. */
  openLink?(url: string): void;
}

/** The scrolling of the preview, in CSS px. */
export interface Viewport {
  readonly top: number;
  /** Height of what is seen; 0 while the preview is hidden. */
  readonly height: number;
  /** The largest `top`. */
  readonly max: number;
  scrollTo(top: number): void;
}

export interface Preview {
  readonly viewport: Viewport;
  /** Applies a change of the blocks; only changed ones touch the document. */
  patch(splice: BlockSplice): void;
  setDark(dark: boolean): void;
  /** Whether images and media of other hosts may load. Rebuilds the frame, keeps the place. */
  setRemote(allowed: boolean): void;
  /** Where the site's own images come from; null when no folder is open. */
  setAssets(resolve: Assets | null): void;
  /** Marks the block that holds an offset of the text. */
  markCursor(offset: number): void;
  /** Scrolls as little as needed to see the block that holds an offset. */
  reveal(offset: number): void;
  clear(): void;
  /** Sanitised HTML of all blocks, without anything that only the preview needs. */
  html(): string;
  /** The place in the text, fractional, at the top edge. */
  offsetAtTop(): number;
  /** The scroll position that brings a place in the text to the top edge, in px; may exceed `viewport.max`. */
  topOf(offset: number): number;
  scrollToOffset(offset: number): void;
  /** Language of the post as a BCP 47 tag, for hyphenation and the direction of writing. */
  setDirection(lang: string | null): void;
}

/** What depends on the frame and is made anew with it. */
interface View {
  frame: Frame;
  blocks: Blocks;
  positions: Positions;
}

/** Distance that a block brought into view keeps from the edge, in px. */
const MARGIN = 32;
/** Counting what waits for permission looks at the whole page; it is put off by this much, in ms. */
const REPORT = 120;

const RIGHT_TO_LEFT = new Set(["ar", "arc", "ckb", "dv", "fa", "ha-arab", "he", "iw", "ks", "ps", "sd", "syr", "ug", "ur", "yi"]);

/** Makes a preview inside `parent`, which gives it its size. Resolves when it can be patched. */
export async function createPreview(parent: HTMLElement, on: PreviewEvents, options: { purify?: boolean } = {}): Promise<Preview> {
  const host = parent.ownerDocument.createElement("div");
  Object.assign(host.style, { position: "relative", width: "100%", height: "100%", overflow: "hidden", contain: "strict" });
  const layer = parent.ownerDocument.createElement("div");
  Object.assign(layer.style, { position: "absolute", inset: "0", overflow: "hidden", pointerEvents: "none", zIndex: "1" });
  host.append(layer);
  parent.append(host);

  const safe = await createSafe(options.purify);
  const embeds = new Embeds(layer);
  const media = new Media(() => changed());
  let dark = false;
  let lang: string | null = null;
  let cursor = -1;
  let marked: HTMLElement | null = null;
  let reported = "0";
  let reporting = 0;
  /** Where we scrolled to last; nobody is told about that. */
  let put = NaN;
  let building = 0;

  const root = () => view.frame.document.documentElement;

  async function build(): Promise<View> {
    const frame = await createFrame(host, media.remote, "Preview");
    const render = (html: string) => {
      try {
        const nodes = safe(html);
        finish(nodes, frame.document, media);
        return nodes;
      } catch {
        return broken(frame.document);
      }
    };
    const filled = (node: HTMLElement, urgent: boolean) => {
      renderMath(node, () => frame.link(KATEX_CSS), urgent);
      colourCode(node, urgent);
    };
    const blocks = new Blocks(frame.page, render, filled, (fill) => {
      steady(fill);
      changed();
    });
    const positions = new Positions(frame.page, () => blocks.entries, (entry) => blocks.ensure(entry));
    return { frame, blocks, positions };
  }

  /** Brings a new view into service. */
  function show({ frame, blocks, positions }: View): void {
    frame.element.style.visibility = "visible";
    frame.document.addEventListener("scroll", () => {
      embeds.follow();
      if (!(Math.abs(root().scrollTop - put) < 1)) on.scrolled();
    }, { passive: true });
    listen(frame.document, host, {
      pointed(target, x, y) {
        const entry = entryOf(blocks.entries, target);
        if (!entry) return;
        const { offset, hint } = locate(entry, target, x, y);
        on.clicked(offset, hint);
      },
      play: (button) => embeds.play(button),
      site: (href) => on.openLink?.(href),
      jump: () => blocks.finish(),
      failed: (element) => media.failed(element),
    });
    const observer = new ResizeObserver(() => {
      positions.invalidate();
      embeds.follow();
      on.layout();
    });
    observer.observe(frame.page);
    observer.observe(frame.element);
    // Nothing in the frame should ever be able to lead it elsewhere. If it happens all the same, it is made anew.
    frame.element.addEventListener("load", () => void rebuild());
  }

  async function rebuild(): Promise<void> {
    building += 1;
    const turn = building;
    const next = await build();
    if (turn !== building) {
      next.frame.element.remove();
      return;
    }
    const old = view;
    const place = old.positions.offsetAt(root().scrollTop);
    const list = old.blocks.entries.map(({ id, html, from, to }) => ({ id, html, range: { from, to } }));
    old.blocks.stop();
    embeds.clear();
    view = next;
    marked = null;
    dress();
    next.blocks.apply({ reset: true, start: 0, remove: 0, insert: list, shift: 0 }, 0);
    show(next);
    root().scrollTop = next.positions.topOf(place);
    old.frame.element.remove();
    mark();
    changed();
  }

  /** Sets on the frame's document what outlives a frame. */
  function dress(): void {
    root().dataset.theme = dark ? "dark" : "light";
    root().lang = lang ?? "";
    root().dir = RIGHT_TO_LEFT.has(lang?.toLowerCase().split("-")[0] ?? "") ? "rtl" : "ltr";
  }

  /** Runs a change and keeps what is at the top edge where it was. */
  function steady(change: () => void): void {
    const { frame, blocks, positions } = view;
    const before = root().scrollTop;
    const first = before > 0 ? positions.indexAt(before) : 0;
    const seen = before > 0
      ? blocks.entries.slice(first, first + 6).map(({ node }) => ({ node, top: node.getBoundingClientRect().top }))
      : [];
    change();
    positions.invalidate();
    const kept = seen.find(({ node }) => node.isConnected && frame.page.contains(node));
    if (!kept) return;
    const moved = kept.node.getBoundingClientRect().top - kept.top;
    if (Math.abs(moved) >= 1) scrollBy(moved);
  }

  function scrollBy(distance: number): void {
    root().scrollTop += distance;
    put = root().scrollTop;
  }

  /** Scrolls as little as needed to see a block, where it is out of view. */
  function reveal(entry: Entry | undefined): void {
    if (!entry) return;
    view.blocks.ensure(entry);
    const { top, bottom } = entry.node.getBoundingClientRect();
    const room = root().clientHeight;
    if (top > room - MARGIN) scrollBy(Math.min(bottom - room + MARGIN, top - MARGIN));
    else if (bottom < MARGIN) scrollBy(Math.max(top - MARGIN, bottom - room + MARGIN));
  }

  function mark(): void {
    const { entries } = view.blocks;
    const entry = cursor < 0 ? undefined : entries[view.positions.indexOf(cursor)];
    const node = entry && cursor >= entry.from && cursor <= entry.to ? entry.node : null;
    if (node === marked) return;
    marked?.classList.remove("fw-here");
    node?.classList.add("fw-here");
    marked = node;
  }

  /** After nodes have changed: what moves with them, and soon, what waits for permission now. */
  function changed(): void {
    view.positions.invalidate();
    embeds.follow();
    reporting ||= window.setTimeout(report, REPORT);
  }

  function report(): void {
    reporting = 0;
    const blocked = [...view.frame.page.getElementsByClassName(BLOCKED)].map((element) => (element as HTMLElement).dataset.fwHost ?? "");
    const hosts = [...new Set(blocked)].sort();
    const summary = [blocked.length, ...hosts].join("\n");
    if (summary === reported) return;
    reported = summary;
    on.remote(blocked.length, hosts);
  }

  let view = await build();
  dress();
  show(view);

  const viewport: Viewport = {
    get top() {
      return root().scrollTop;
    },
    get height() {
      return host.clientHeight;
    },
    get max() {
      return Math.max(0, root().scrollHeight - root().clientHeight);
    },
    scrollTo(top) {
      root().scrollTop = top;
    },
  };

  return {
    viewport,
    patch(splice) {
      const from = view.positions.indexAt(root().scrollTop);
      steady(() => view.blocks.apply(splice, from));
      mark();
      changed();
      // Whoever writes wants to see what comes of it, also where pictures have carried it out of view.
      const here = view.positions.indexOf(cursor);
      const typed = !splice.reset && cursor >= 0 && here >= splice.start && here < splice.start + splice.insert.length;
      if (typed && splice.insert.length < 4) reveal(view.blocks.entries[here]);
    },
    setDark(on) {
      dark = on;
      dress();
    },
    setRemote(allowed) {
      if (allowed === media.remote) return;
      media.remote = allowed;
      void rebuild();
    },
    setAssets(resolve) {
      media.setAssets(resolve);
      media.refresh(view.frame.page);
    },
    markCursor(offset) {
      cursor = offset;
      mark();
    },
    reveal: (offset) => reveal(view.blocks.entries[view.positions.indexOf(offset)]),
    clear() {
      cursor = -1;
      embeds.clear();
      view.blocks.apply({ reset: true, start: 0, remove: 0, insert: [], shift: 0 }, 0);
      root().scrollTop = 0;
      mark();
      changed();
    },
    html() {
      return view.blocks.entries.map(({ html }) => {
        const nodes = safe(html);
        restore(nodes);
        return serialise(nodes).trimEnd();
      }).filter((html) => html !== "").join("\n") + "\n";
    },
    offsetAtTop: () => view.positions.offsetAt(root().scrollTop),
    topOf: (offset) => view.positions.topOf(offset),
    scrollToOffset(offset) {
      root().scrollTop = view.positions.topOf(offset);
    },
    setDirection(tag) {
      lang = tag;
      dress();
    },
  };
}

function entryOf(entries: readonly Entry[], target: Element): Entry | undefined {
  const node = target.closest(".fw-chunk > .block");
  return entries.find((entry) => entry.node === node);
}

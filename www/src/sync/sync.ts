// Owns scrolling the two panes together, by place in the text. Whichever pane a person scrolls leads; the scrolling that
// we cause in the other is known by its position, so it makes no difference whether wheel, key, bar or touch began it.

import type { Preview } from "../preview/preview";
import type { Surface } from "../surface/surface";
import { follow, type Extent } from "./follow";

/** Steps smaller than this are not worth a repaint, in px. */
const STILL = 1;
/** Fractional offsets nearer than this are one place: a pixel is a few letters wide in a long soft-wrapped line. */
const SAME = 4;
/** After a change of layout, the preview is brought back in step only when it is off by more than this, in px. */
const ASTRAY = 24;

export interface Sync {
  surfaceScrolled(): void;
  previewScrolled(): void;
  /** Heights in either pane may have changed, or a pane was shown. */
  layoutChanged(): void;
  setEnabled(on: boolean): void;
}

/** Scrolls `surface` and `preview` together. */
export function createSync(surface: Surface, preview: Preview): Sync {
  let enabled = true;
  let leader: "surface" | "preview" = "surface";
  /** Where we put a pane last; a scroll event that finds it there is the echo of that. */
  let putSurface = NaN;
  let putPreview = NaN;
  let putOffset = NaN;
  /** The place at the preview's top edge when we last looked: pictures that arrive move everything but that. */
  let seen = NaN;
  /** The place that was last at the top edge of a pane in view, for one that comes into view. */
  let place = 0;
  let surfaceShown = true;
  let previewShown = true;

  const { scroller } = surface;
  const surfaceExtent = (): Extent => ({
    top: scroller.scrollTop,
    height: scroller.clientHeight,
    max: Math.max(0, scroller.scrollHeight - scroller.clientHeight),
  });
  const bothSeen = () => enabled && scroller.clientHeight > 0 && preview.viewport.height > 0;

  function alignPreview(threshold: number): void {
    const { viewport } = preview;
    const target = follow(surfaceExtent(), preview.topOf(surface.offsetAtTop()), viewport.max);
    if (Math.abs(target - viewport.top) < threshold) return;
    viewport.scrollTo(target);
    putPreview = viewport.top;
    seen = preview.offsetAtTop();
  }

  function alignSurface(): void {
    surface.scrollToOffset(preview.offsetAtTop());
    const target = follow(preview.viewport, scroller.scrollTop, surfaceExtent().max);
    if (Math.abs(target - scroller.scrollTop) >= STILL) {
      // By place once more: the editor comes back to the place it was told once it has measured its lines.
      scroller.scrollTop = target;
      surface.scrollToOffset(surface.offsetAtTop());
    }
    putSurface = scroller.scrollTop;
    putOffset = surface.offsetAtTop();
  }

  /** Whether the surface is where we put it, by position or, after it has measured its lines, by place. */
  function surfaceEcho(): boolean {
    return Math.abs(scroller.scrollTop - putSurface) <= STILL || Math.abs(surface.offsetAtTop() - putOffset) <= SAME;
  }

  function previewEcho(): boolean {
    const { top, max } = preview.viewport;
    if (Math.abs(top - putPreview) <= STILL) return true;
    return top > 0 && top < max - STILL && Math.abs(preview.offsetAtTop() - seen) <= SAME;
  }

  /** A pane that was out of view forgets where it was; it starts where the other one is. */
  function welcome(): void {
    const surfaceNow = scroller.clientHeight > 0;
    const previewNow = preview.viewport.height > 0;
    if (enabled && surfaceNow && !surfaceShown) {
      surface.scrollToOffset(place);
      putSurface = scroller.scrollTop;
      putOffset = place;
    }
    if (enabled && previewNow && !previewShown) {
      preview.scrollToOffset(place);
      putPreview = preview.viewport.top;
      seen = place;
    }
    surfaceShown = surfaceNow;
    previewShown = previewNow;
  }

  return {
    surfaceScrolled() {
      if (scroller.clientHeight === 0 || !surfaceShown || surfaceEcho()) return;
      putSurface = putOffset = NaN;
      leader = "surface";
      place = surface.offsetAtTop();
      if (bothSeen()) alignPreview(STILL);
    },
    previewScrolled() {
      if (preview.viewport.height === 0 || !previewShown || previewEcho()) return;
      putPreview = NaN;
      seen = preview.offsetAtTop();
      leader = "preview";
      place = seen;
      if (bothSeen()) alignSurface();
    },
    layoutChanged() {
      welcome();
      if (bothSeen() && leader === "surface") alignPreview(ASTRAY);
    },
    setEnabled(on) {
      enabled = on;
      if (bothSeen()) alignPreview(STILL);
    },
  };
}

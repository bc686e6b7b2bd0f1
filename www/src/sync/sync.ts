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

  return {
    surfaceScrolled() {
      if (!bothSeen() || surfaceEcho()) return;
      putSurface = putOffset = NaN;
      leader = "surface";
      alignPreview(STILL);
    },
    previewScrolled() {
      if (!bothSeen() || Math.abs(preview.viewport.top - putPreview) <= STILL) return;
      putPreview = NaN;
      leader = "preview";
      alignSurface();
    },
    layoutChanged() {
      if (bothSeen() && leader === "surface") alignPreview(ASTRAY);
    },
    setEnabled(on) {
      enabled = on;
      if (bothSeen()) alignPreview(STILL);
    },
  };
}

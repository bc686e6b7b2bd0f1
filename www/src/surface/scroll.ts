// Owns the relation between scroll position and place in the text, by the layout of lines rather than by ratio.

import { EditorView } from "@codemirror/view";

/** The fractional offset (UTF-16 code units) at the top edge of the viewport. */
export function offsetAtTop(view: EditorView): number {
  const y = view.scrollDOM.scrollTop - view.documentPadding.top;
  if (y <= 0) return 0;
  const block = view.lineBlockAtHeight(y);
  const share = block.height > 0 ? Math.min(1, Math.max(0, (y - block.top) / block.height)) : 0;
  return Math.min(view.state.doc.length, block.from + share * (block.length + 1));
}

function topOf(view: EditorView, offset: number): number {
  const block = view.lineBlockAt(Math.max(0, Math.min(view.state.doc.length, Math.floor(offset))));
  const share = Math.min(1, (offset - block.from) / (block.length + 1));
  return block.top + share * block.height + view.documentPadding.top;
}

/**
 * Puts a fractional offset at the top edge, without focus or selection. A line out of sight has only an estimated
 * height, so it is brought into view first, which measures it.
 */
export function scrollToOffset(view: EditorView, offset: number): void {
  const { scrollDOM, viewport, state } = view;
  if (offset <= 0) {
    scrollDOM.scrollTop = 0;
    return;
  }
  const { from } = view.lineBlockAt(Math.min(state.doc.length, Math.floor(offset)));
  if (from < viewport.from || from > viewport.to) {
    view.dispatch({ effects: EditorView.scrollIntoView(from, { y: "start", yMargin: 0 }) });
    // Asking for an element makes the view scroll and measure now rather than in the next frame.
    view.requestMeasure();
    view.elementAtHeight(0);
  }
  scrollDOM.scrollTop = topOf(view, offset);
}

/** True when the line of an offset is wholly in view. */
export function isSeen(view: EditorView, offset: number): boolean {
  const place = view.coordsAtPos(offset);
  const { top, bottom } = view.scrollDOM.getBoundingClientRect();
  return place !== null && place.top >= top && place.bottom <= bottom;
}

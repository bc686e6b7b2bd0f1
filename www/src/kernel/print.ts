// Owns printing: the preview alone, all of it. The frame is as high as its content while the page is printed, since a
// printer does not scroll.

/** A little narrower than a sheet of A4 or Letter with usual margins, so that the height is enough for either. */
const SHEET = "660px";

/** Makes the page ready when the browser is about to print, and puts everything back afterwards. */
export function preparePrinting(preview: HTMLElement): void {
  addEventListener("beforeprint", () => {
    const frame = preview.querySelector("iframe");
    if (!frame) return;
    frame.style.setProperty("inline-size", SHEET, "important");
    const height = frame.contentDocument?.documentElement.scrollHeight ?? 0;
    frame.style.removeProperty("inline-size");
    if (height > 0) frame.style.setProperty("block-size", `${height}px`, "important");
  });
  addEventListener("afterprint", () => preview.querySelector("iframe")?.style.removeProperty("block-size"));
}

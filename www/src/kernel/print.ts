// Owns printing: the preview alone, all of it. The frame is as high as its content while the page is printed, since a
// printer does not scroll.

/** Makes the page ready when the browser is about to print, and puts everything back afterwards. */
export function preparePrinting(preview: HTMLElement): void {
  addEventListener("beforeprint", () => {
    const frame = preview.querySelector("iframe");
    const height = frame?.contentDocument?.documentElement.scrollHeight;
    if (frame && height) frame.style.setProperty("block-size", `${height}px`, "important");
  });
  addEventListener("afterprint", () => preview.querySelector("iframe")?.style.removeProperty("block-size"));
}

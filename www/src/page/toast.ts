// Owns the toast: one sentence that appears, is read out, and goes by itself.

import { slot } from "./slot";

/** Long enough to read, and longer for longer sentences, in milliseconds. */
const BASE = 3000;
const PER_CHARACTER = 45;

/** Returns the function that shows a message. A newer one takes the older one's place. */
export function createToast(): (message: string) => void {
  const region = slot("toast");
  let timer: ReturnType<typeof setTimeout> | undefined;
  // Above a modal dialog too, where the browser can do that.
  const onTop = "showPopover" in region;
  if (onTop) region.popover = "manual";
  const hide = (): void => {
    region.replaceChildren();
    if (onTop) region.hidePopover();
  };
  return (message) => {
    clearTimeout(timer);
    const toast = document.createElement("div");
    toast.className = "toast";
    toast.dir = "auto";
    toast.textContent = message;
    if (onTop) {
      // Shown again, it stands above what was opened meanwhile.
      region.hidePopover();
      region.showPopover();
    }
    region.replaceChildren(toast);
    timer = setTimeout(hide, BASE + PER_CHARACTER * message.length);
  };
}

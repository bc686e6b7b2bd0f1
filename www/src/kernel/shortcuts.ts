// Owns the keys that work everywhere in the page. Those of the text alone belong to the surface.

const isMac = /Mac|iPhone|iPad/.test(navigator.platform);

/** Listens for the page's own shortcuts; what the focused part has handled already is left alone. */
export function watchShortcuts(on: { save(): void; open(): void; nextView(): void }): void {
  const keys: Partial<Record<string, () => void>> = { s: on.save, o: on.open, "\\": on.nextView };
  addEventListener("keydown", (event) => {
    const modified = isMac ? event.metaKey && !event.ctrlKey : event.ctrlKey && !event.metaKey;
    if (event.defaultPrevented || event.isComposing || !modified || event.altKey || event.shiftKey) return;
    const action = keys[event.key.toLowerCase()];
    if (!action) return;
    event.preventDefault();
    action();
  });
}

// Owns a disk for the page's pickers: the browser's private file system, whose handles are real ones. The pickers
// themselves are the system's and cannot be driven, so they are replaced by ones that choose at once.

/** Runs in the page before its scripts: the pickers give what `globalThis.picks` says, and fail when it says nothing. */
export function installPickers() {
  const root = () => navigator.storage.getDirectory();
  globalThis.picks = { open: null, save: null, folder: null };
  const cancelled = () => new DOMException("The user aborted a request.", "AbortError");
  window.showOpenFilePicker = async () => {
    if (!globalThis.picks.open) throw cancelled();
    return [await (await root()).getFileHandle(globalThis.picks.open)];
  };
  window.showSaveFilePicker = async () => {
    if (!globalThis.picks.save) throw cancelled();
    return (await root()).getFileHandle(globalThis.picks.save, { create: true });
  };
  window.showDirectoryPicker = async () => {
    if (!globalThis.picks.folder) throw cancelled();
    return (await root()).getDirectoryHandle(globalThis.picks.folder);
  };
}

/** Writes a file; folders in its path are made. */
export function writeFile(page, path, bytes) {
  return page.evaluate(
    async ([steps, base64]) => {
      let folder = await navigator.storage.getDirectory();
      for (const step of steps.slice(0, -1)) folder = await folder.getDirectoryHandle(step, { create: true });
      const stream = await (await folder.getFileHandle(steps.at(-1), { create: true })).createWritable();
      await stream.write(Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0)));
      await stream.close();
    },
    [path.split("/"), Buffer.from(bytes).toString("base64")],
  );
}

/** Reads a file of the top folder. */
export async function readFile(page, name) {
  const codes = await page.evaluate(async (file) => {
    const root = await navigator.storage.getDirectory();
    return [...new Uint8Array(await (await (await root.getFileHandle(file)).getFile()).arrayBuffer())];
  }, name);
  return Buffer.from(codes);
}

/** Deletes a file of the top folder. */
export function removeFile(page, name) {
  return page.evaluate(async (file) => (await navigator.storage.getDirectory()).removeEntry(file), name);
}

/** What the pickers choose from now on. */
export function choose(page, picks) {
  return page.evaluate((next) => Object.assign(globalThis.picks, next), picks);
}

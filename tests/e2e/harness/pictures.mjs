// Owns the images of the tests, made on the spot, and the ways in which a person brings them to the page.

import { until } from "./suite.mjs";

/** A picture of the browser's own making, as base64. With `noise`, one that does not compress. */
export function paint(page, { width, height, type = "image/png", noise = false }) {
  return page.evaluate(
    async ([w, h, as, noisy]) => {
      const canvas = new OffscreenCanvas(w, h);
      const context = canvas.getContext("2d");
      const sky = context.createLinearGradient(0, 0, 0, h);
      for (const [at, colour] of [[0, "#f3c98b"], [0.5, "#d9785f"], [0.55, "#31506b"], [1, "#16273a"]]) sky.addColorStop(at, colour);
      context.fillStyle = sky;
      context.fillRect(0, 0, w, h);
      context.fillStyle = "#fff3d0";
      context.beginPath();
      context.arc(w * 0.7, h * 0.35, h * 0.09, 0, 7);
      context.fill();
      if (noisy) {
        const image = context.getImageData(0, 0, w, h);
        let seed = 7;
        for (let at = 0; at < image.data.length; at++) if (at % 4 !== 3) image.data[at] = (image.data[at] + ((seed = (seed * 1_103_515_245 + 12_345) & 0x7fffffff) >> 16) % 24) & 255;
        context.putImageData(image, 0, 0);
      }
      const bytes = new Uint8Array(await (await canvas.convertToBlob({ type: as })).arrayBuffer());
      let text = "";
      for (let at = 0; at < bytes.length; at += 8_192) text += String.fromCharCode(...bytes.subarray(at, at + 8_192));
      return btoa(text);
    },
    [width, height, type, noise],
  );
}

export const SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><circle cx="5" cy="5" r="4"/></svg>';
export const base64 = (text) => Buffer.from(text).toString("base64");

/** A clipboard or drag with files: `[{ name, type, data }]`, data as base64; `words` as plain text. */
export function bring(page, how, files, { at = null, words = null, where = "#editor .cm-content" } = {}) {
  return page.evaluate(
    ([kind, list, point, text, selector]) => {
      const transfer = new DataTransfer();
      for (const { name, type, data } of list) transfer.items.add(new File([Uint8Array.from(atob(data), (letter) => letter.charCodeAt(0))], name, { type }));
      if (text !== null) transfer.setData("text/plain", text);
      const target = document.querySelector(selector);
      if (kind === "paste") return void target.dispatchEvent(new ClipboardEvent("paste", { bubbles: true, cancelable: true, clipboardData: transfer }));
      const box = target.getBoundingClientRect();
      const place = { bubbles: true, cancelable: true, clientX: point?.x ?? box.left + 20, clientY: point?.y ?? box.top + 20 };
      for (const type of kind === "hover" ? ["dragenter", "dragover"] : ["dragenter", "dragover", "drop"]) target.dispatchEvent(new DragEvent(type, { ...place, dataTransfer: transfer }));
    },
    [how, files, at, words, where],
  );
}

/** The dialog about an image, once it has had its look at it. */
export async function imageDialog(page) {
  const dialog = page.locator("dialog.image-dialog");
  await until("the image in the dialog", async () => (await dialog.locator(".image-thumbnail img").count()) === 1 && /Written to|kept/.test(await dialog.locator("#image-path").innerText()));
  await until("what comes of it", async () => (await dialog.locator(".image-outcome").count()) === 0 || /\d (?:bytes|KB|MB)/.test(await dialog.locator(".image-outcome").innerText()));
  return dialog;
}

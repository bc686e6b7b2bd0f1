// Owns what the bytes of an image say about it: its kind, whether it moves, whether it tells where it was taken. Pure.

export interface Kind {
  /** Media type. */
  type: string;
  /** As people call it. */
  label: string;
  /** Ending of its file, without the dot. */
  ending: string;
  /** Several pictures in one: written anew, only the first would be left. */
  moving: boolean;
  /** Drawn from shapes: has no pixels of its own. */
  vector: boolean;
  /** Browsers of all kinds show it; one of another kind has to be converted. */
  common: boolean;
  /** It carries the place where it was taken. */
  located: boolean;
}

const plain = (type: string, label: string, ending: string, rest: Partial<Kind> = {}): Kind => ({
  type, label, ending, moving: false, vector: false, common: true, located: false, ...rest,
});

const text = (bytes: Uint8Array, from: number, to: number): string => String.fromCharCode(...bytes.subarray(from, to));
const starts = (bytes: Uint8Array, ...codes: number[]): boolean => codes.every((code, at) => bytes[at] === code);
const big32 = (bytes: Uint8Array, at: number): number => ((bytes[at] ?? 0) << 24) | ((bytes[at + 1] ?? 0) << 16) | ((bytes[at + 2] ?? 0) << 8) | (bytes[at + 3] ?? 0);

/** What the bytes are, whatever name or type they came with; null for what is no image that is known here. */
export function kindOf(bytes: Uint8Array): Kind | null {
  if (starts(bytes, 0x89, 0x50, 0x4e, 0x47)) return plain("image/png", "PNG", "png", { moving: hasChunk(bytes, "acTL") });
  if (starts(bytes, 0xff, 0xd8, 0xff)) return plain("image/jpeg", "JPEG", "jpg", { located: isLocated(bytes) });
  if (text(bytes, 0, 4) === "GIF8") return plain("image/gif", "GIF", "gif", { moving: hasFrames(bytes) });
  if (text(bytes, 0, 4) === "RIFF" && text(bytes, 8, 12) === "WEBP") {
    return plain("image/webp", "WebP", "webp", { moving: text(bytes, 12, 16) === "VP8X" && ((bytes[20] ?? 0) & 2) !== 0 });
  }
  if (text(bytes, 4, 8) === "ftyp") {
    const brand = text(bytes, 8, 12);
    if (brand === "avif" || brand === "avis") return plain("image/avif", "AVIF", "avif", { moving: brand === "avis" });
    if (/^(?:hei[cxms]|hev[cxms]|mif1|msf1)$/.test(brand)) return plain("image/heic", "HEIC", "heic", { common: false });
  }
  if (text(bytes, 0, 2) === "BM" && bytes.length > 26) return plain("image/bmp", "BMP", "bmp", { common: false });
  if (starts(bytes, 0x49, 0x49, 0x2a, 0) || starts(bytes, 0x4d, 0x4d, 0, 0x2a)) return plain("image/tiff", "TIFF", "tiff", { common: false });
  return isSvg(bytes) ? plain("image/svg+xml", "SVG", "svg", { vector: true }) : null;
}

/** The first element of the text is `svg`. */
function isSvg(bytes: Uint8Array): boolean {
  const head = new TextDecoder().decode(bytes.subarray(0, 4_096));
  return /^\s*(?:<\?[^>]*\?>\s*|<!--[\s\S]*?-->\s*|<!DOCTYPE\s+svg[^>[]*(?:\[[^\]]*\])?[^>]*>\s*)*<svg[\s>]/i.test(head.replace(/^\ufeff/, ""));
}

/** Whether a PNG has a chunk of this name before its pixels. */
function hasChunk(bytes: Uint8Array, name: string): boolean {
  for (let at = 8; at + 8 <= bytes.length; ) {
    const found = text(bytes, at + 4, at + 8);
    if (found === name) return true;
    const length = big32(bytes, at);
    if (found === "IDAT" || length < 0) return false;
    at += 12 + length;
  }
  return false;
}

/** Whether a GIF has a second picture. */
function hasFrames(bytes: Uint8Array): boolean {
  const table = (flags: number): number => ((flags & 0x80) === 0 ? 0 : 3 << ((flags & 7) + 1));
  let at = 13 + table(bytes[10] ?? 0);
  let pictures = 0;
  const skipBlocks = (): void => {
    while (at < bytes.length && bytes[at] !== 0) at += (bytes[at] ?? 0) + 1;
    at += 1;
  };
  while (at < bytes.length) {
    const mark = bytes[at];
    if (mark === 0x21) {
      at += 2;
      skipBlocks();
    } else if (mark === 0x2c) {
      pictures += 1;
      if (pictures > 1) return true;
      at += 11 + table(bytes[at + 9] ?? 0);
      skipBlocks();
    } else return false;
  }
  return false;
}

/** Whether a JPEG's EXIF part has a place (the GPS directory), read as far as needed. */
function isLocated(bytes: Uint8Array): boolean {
  for (let at = 2; at + 4 <= bytes.length && bytes[at] === 0xff; ) {
    const mark = bytes[at + 1] ?? 0;
    const length = ((bytes[at + 2] ?? 0) << 8) | (bytes[at + 3] ?? 0);
    if (mark === 0xe1 && text(bytes, at + 4, at + 8) === "Exif") return hasGps(bytes.subarray(at + 10, at + 2 + length));
    // Past these, there are only pixels.
    if (mark === 0xda || length < 2) return false;
    at += 2 + length;
  }
  return false;
}

function hasGps(tiff: Uint8Array): boolean {
  const little = tiff[0] === 0x49;
  const number = (at: number, size: number): number => {
    let value = 0;
    for (let step = 0; step < size; step++) value = value * 256 + (tiff[at + (little ? size - 1 - step : step)] ?? 0);
    return value;
  };
  const directory = number(4, 4);
  const entries = number(directory, 2);
  for (let entry = 0; entry < entries && directory + 2 + entry * 12 < tiff.length; entry++) {
    if (number(directory + 2 + entry * 12, 2) === 0x8825) return true;
  }
  return false;
}

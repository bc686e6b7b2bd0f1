// Owns one image that is about to be put into the post: what can be made of it, what is chosen, and what comes of that.

import type { ImageOutcome } from "../wire";
import type { Converted, Converter } from "./convert-client";
import type { Written } from "./convert-messages";
import { LARGE, type Examined } from "./examine";

/** Widths that sites use; only those smaller than the image are offered. */
const WIDTHS = [1_600, 1_200, 800];
const LABELS: Record<Written, string> = { "image/webp": "WebP", "image/jpeg": "JPEG", "image/png": "PNG" };
const ENDINGS: Record<Written, string> = { "image/webp": "webp", "image/jpeg": "jpg", "image/png": "png" };

/** How the image before was brought into shape; the next one begins with that. */
export interface Shape {
  width: number | null;
  webp: boolean;
}

export interface Result {
  bytes: Uint8Array<ArrayBuffer>;
  type: string;
  outcome: ImageOutcome;
}

export interface Candidate {
  readonly original: ImageOutcome;
  readonly notes: string[];
  readonly widths: number[];
  /** What it stays where it is not converted. */
  readonly keeps: string;
  readonly webp: boolean;
  /** The shape to begin with. */
  first(before: Shape): Shape;
  /** A shape that this image can have. */
  fit(choice: Shape): Shape;
  /** Ending of the file, without the dot. */
  ending(shape: Shape): string;
  /** The file in this shape; null when it cannot be made. Made once. */
  make(shape: Shape): Promise<Result | null>;
}

export function createCandidate({ blob, kind, width, height }: Examined, converter: Converter, able: { resize: boolean; webp: boolean }): Candidate {
  // A moving image would stand still, a drawing would lose its sharpness.
  const fixed = kind.moving || kind.vector || kind.type === "image/gif";
  const canResize = able.resize && !fixed;
  const webp = able.webp && !fixed && kind.type !== "image/webp";
  const large = blob.size > LARGE;
  const made = new Map<string, Promise<Result | null>>();

  /** What the pixels are written as when they are written anew. */
  const written = (shape: Shape): Written => {
    if (shape.webp) return "image/webp";
    switch (kind.type) {
      case "image/jpeg":
      case "image/heic":
        return "image/jpeg";
      case "image/webp":
      case "image/avif":
        return able.webp ? "image/webp" : "image/png";
      default:
        return "image/png";
    }
  };
  const untouched = (shape: Shape): boolean => !canResize || (shape.width === null && !shape.webp && kind.common);

  const fit = (choice: Shape): Shape => ({ width: choice.width !== null && canResize && choice.width < width ? choice.width : null, webp: choice.webp && webp });

  const make = async (shape: Shape): Promise<Result | null> => {
    if (untouched(shape)) return { bytes: new Uint8Array(await blob.arrayBuffer()), type: kind.type, outcome: original };
    const type = written(shape);
    const converted: Converted | null = await converter.convert(blob, shape.width, type);
    if (!converted) return null;
    return { bytes: converted.bytes, type, outcome: { format: LABELS[type], width: converted.width, height: converted.height, bytes: converted.bytes.length } };
  };

  const original: ImageOutcome = { format: kind.vector || !kind.moving ? kind.label : `Animated ${kind.label}`, width, height, bytes: blob.size };
  return {
    original,
    notes: notesOf(),
    widths: canResize ? WIDTHS.filter((each) => each < width) : [],
    keeps: kind.common || !canResize ? kind.label : LABELS[written({ width: null, webp: false })],
    webp,
    first: (before) => (large ? { width: canResize && width > 1_600 ? 1_600 : null, webp } : fit(before)),
    fit,
    ending: (shape) => (untouched(shape) ? kind.ending : ENDINGS[written(shape)]),
    make(shape) {
      const key = `${shape.width}\n${shape.webp}`;
      const known = made.get(key) ?? make(shape).catch(() => null);
      made.set(key, known);
      return known;
    },
  };

  function notesOf(): string[] {
    const notes: string[] = [];
    if (large) notes.push(`This image has ${Math.round(blob.size / 1e6)} MB. Readers on a phone would wait long for it${canResize ? "; a smaller one looks the same on their screens" : ""}.`);
    if (kind.moving) notes.push("It is written as it is, since it moves.");
    else if (kind.vector) notes.push("A drawing made of shapes. It is written as it is and is sharp at any size.");
    else if (kind.located) notes.push(canResize ? "This photo says where it was taken. A smaller size or WebP leaves that out." : "This photo says where it was taken, and its readers can find that out.");
    if (!kind.common && canResize) notes.push(`${kind.label} is not shown by every browser, so it is converted.`);
    return notes;
  }
}

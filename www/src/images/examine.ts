// Owns the first look at an image: what it is, how large, and whether it can be put into a post.

import { kindOf, type Kind } from "./kind";

export interface Examined {
  /** The image with its true media type. */
  blob: Blob;
  kind: Kind;
  /** In px; 0 for one that has no size of its own. */
  width: number;
  height: number;
}

/** Larger files would fill the storage of a browser, and no visitor waits for them (bytes). */
export const LARGEST = 200 << 20;
/** From here on a writer is asked whether it has to be so large (bytes). */
export const LARGE = 20 << 20;
/** As much as is needed to know a kind, also of a long animation (bytes). */
const HEAD = 4 << 20;

/** Looks at a file; a sentence says why it cannot be used. */
export async function examine(file: File): Promise<Examined | string> {
  if (file.size > LARGEST) return `${file.name} has ${Math.round(file.size / 1e6)} MB. Images of more than ${LARGEST >> 20} MB are not taken; make it smaller with another program first.`;
  let head: Uint8Array;
  try {
    head = new Uint8Array(await file.slice(0, HEAD).arrayBuffer());
  } catch {
    return `${file.name} could not be read. It may have been moved or locked since.`;
  }
  if (head.length === 0) return `${file.name} is empty.`;
  const kind = kindOf(head);
  if (!kind) return `${file.name} is not an image that Foreword knows. PNG, JPEG, GIF, WebP, AVIF and SVG work everywhere.`;
  const blob = new Blob([file], { type: kind.type });
  const size = await measure(blob, kind.vector);
  if (!size && !kind.common) return `This browser cannot read ${kind.label} images, and most of your readers' cannot either. Save it as JPEG or PNG first.`;
  if (!size) return `${file.name} could not be decoded. The file may be damaged or cut off.`;
  return { blob, kind, ...(kind.vector ? { width: 0, height: 0 } : size) };
}

/** Size in px as it is seen: turned the way the camera was held. Null for what cannot be decoded. */
async function measure(blob: Blob, vector: boolean): Promise<{ width: number; height: number } | null> {
  const url = URL.createObjectURL(blob);
  try {
    const image = new Image();
    image.src = url;
    // Not every browser decodes a drawing by itself; loading it shows as well that it can be read.
    if (vector) await new Promise((resolve, reject) => Object.assign(image, { onload: resolve, onerror: reject }));
    else await image.decode();
    return { width: image.naturalWidth, height: image.naturalHeight };
  } catch {
    return null;
  } finally {
    URL.revokeObjectURL(url);
  }
}

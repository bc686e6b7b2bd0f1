// Owns the inside of the worker that converts images: decodes, scales, encodes. What the file said beside its pixels
// (place, camera, time) is not written again; how the camera was held is turned into pixels.

import type { FromConverter, ToConverter, Written } from "./convert-messages";

/** The part of a worker's global scope that is used here; the page's own types are those of a window. */
interface Scope {
  onmessage: ((event: MessageEvent<ToConverter>) => void) | null;
  postMessage(message: FromConverter, transfer?: Transferable[]): void;
}

const scope = self as unknown as Scope;
/** Good enough that nobody sees it, and much smaller than without loss. */
const QUALITY = { "image/webp": 0.82, "image/jpeg": 0.86, "image/png": 1 } as const;

function canvasOf(width: number, height: number): { canvas: OffscreenCanvas; context: OffscreenCanvasRenderingContext2D } {
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext("2d");
  if (!context) throw new Error("There is no canvas to draw on.");
  context.imageSmoothingQuality = "high";
  return { canvas, context };
}

async function convert(image: Blob, wanted: number | null, as: Written): Promise<{ bytes: ArrayBuffer; width: number; height: number }> {
  const bitmap = await createImageBitmap(image, { imageOrientation: "from-image" });
  let source: ImageBitmap | OffscreenCanvas = bitmap;
  let { width, height } = bitmap;
  const target = Math.min(wanted ?? width, width);
  const proportion = height / width;
  const draw = (nextWidth: number, nextHeight: number): OffscreenCanvas => {
    const { canvas, context } = canvasOf(nextWidth, nextHeight);
    if (as === "image/jpeg") {
      // It knows no transparency; without this, what was clear would be black.
      context.fillStyle = "#fff";
      context.fillRect(0, 0, nextWidth, nextHeight);
    }
    context.drawImage(source, 0, 0, nextWidth, nextHeight);
    [source, width, height] = [canvas, nextWidth, nextHeight];
    return canvas;
  };
  // By halves: one large step would leave out most pixels.
  while (width > target * 2) draw(Math.ceil(width / 2), Math.max(1, Math.ceil(height / 2)));
  const canvas = draw(target, Math.max(1, Math.round(target * proportion)));
  bitmap.close();
  const blob = await canvas.convertToBlob({ type: as, quality: QUALITY[as] });
  // A browser that cannot write a kind writes PNG without a word.
  if (blob.type !== as) throw new Error(`This browser writes no ${as}.`);
  return { bytes: await blob.arrayBuffer(), width, height };
}

async function answer(question: ToConverter): Promise<FromConverter> {
  if (question.ask === "abilities") {
    const blob = await canvasOf(1, 1).canvas.convertToBlob({ type: "image/webp" });
    return { id: question.id, answer: "abilities", webp: blob.type === "image/webp" };
  }
  return { id: question.id, answer: "converted", ...(await convert(question.image, question.width, question.as)) };
}

scope.onmessage = ({ data }) => {
  answer(data).then(
    (reply) => scope.postMessage(reply, reply.answer === "converted" ? [reply.bytes] : []),
    () => scope.postMessage({ id: data.id, answer: "failed" }),
  );
};

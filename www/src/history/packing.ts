// Owns how a text is kept: as it is, or compressed where that pays.

/** A text as the database has it. */
export type Packed = string | Uint8Array<ArrayBuffer>;

/** Shorter texts are kept as they are (UTF-16 code units). */
const SHORT = 512;
/** Compressed, a text must come down to this share of its bytes. */
const PAYS = 0.9;

export async function pack(text: string): Promise<Packed> {
  // A lone surrogate has no bytes and would come back as another character.
  if (text.length < SHORT || !("CompressionStream" in globalThis) || !isWellFormed(text)) return text;
  try {
    const bytes = new TextEncoder().encode(text);
    const packed = await through(bytes, new CompressionStream("deflate-raw"));
    return packed.length < bytes.length * PAYS ? packed : text;
  } catch {
    return text;
  }
}

export async function unpack(packed: Packed): Promise<string> {
  if (typeof packed === "string") return packed;
  const bytes = await through(packed, new DecompressionStream("deflate-raw"));
  return new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
}

/** So much room it takes (bytes, about). */
export function sizeOf(packed: Packed): number {
  return typeof packed === "string" ? packed.length * 2 : packed.length;
}

async function through(bytes: Uint8Array<ArrayBuffer>, stream: CompressionStream | DecompressionStream): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await new Response(new Blob([bytes]).stream().pipeThrough(stream)).arrayBuffer());
}

function isWellFormed(text: string): boolean {
  return !/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/.test(text);
}

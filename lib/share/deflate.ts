/** Deflates bytes and inflates them again, the size capped while reading. Native in browsers and in Node. */
import { joinBytes } from "../values/join-bytes";

const streamOf = (bytes: Uint8Array<ArrayBuffer>): ReadableStream<Uint8Array<ArrayBuffer>> =>
  new Blob([bytes]).stream();

/** Raw deflate (RFC 1951), without a header. */
export async function deflate(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  const stream = streamOf(bytes).pipeThrough(new CompressionStream("deflate-raw"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

export type Inflated =
  | { readonly ok: true; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly ok: false; readonly reason: "broken" | "too-large" };

/**
 * Never throws and never holds much more than `limit` bytes: a small input may inflate a thousandfold.
 * @param limit bytes the result may have at most
 */
export async function inflate(bytes: Uint8Array<ArrayBuffer>, limit: number): Promise<Inflated> {
  const reader = streamOf(bytes).pipeThrough(new DecompressionStream("deflate-raw")).getReader();
  const chunks: Uint8Array[] = [];
  let length = 0;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return { ok: true, bytes: joinBytes(chunks, length) };
      chunks.push(value);
      length += value.length;
      if (length > limit) {
        await reader.cancel();
        return { ok: false, reason: "too-large" };
      }
    }
  } catch {
    // Browsers and Node reject broken input with different errors; they all mean the same here.
    return { ok: false, reason: "broken" };
  }
}

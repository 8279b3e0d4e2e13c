/** A Node stream as a web stream: chunk by chunk as they come, and no faster than they are taken. */
import type { Readable } from "node:stream";

/** So much may wait to be taken before the source is held up; holding up at every chunk would cost more than the chunk. */
const MAX_WAITING_BYTES = 64 * 1024;

/** Cancelling it ends the Node stream; a Node stream that breaks off fails it. */
export function toWebStream(source: Readable): ReadableStream<Uint8Array> {
  let ended = false;
  return new ReadableStream<Uint8Array>(
    {
      start(controller) {
        source.pause();
        source.on("data", (chunk: Uint8Array) => {
          if (ended) return;
          controller.enqueue(chunk);
          if ((controller.desiredSize ?? 0) <= 0) source.pause();
        });
        const end = (finish: () => void) => {
          if (ended) return;
          ended = true;
          finish();
        };
        source.once("end", () => end(() => controller.close()));
        source.on("error", (error) => end(() => controller.error(error)));
        source.once("close", () => end(() => controller.error(new Error("The stream broke off."))));
      },
      pull() {
        source.resume();
      },
      cancel() {
        ended = true;
        source.destroy();
      },
    },
    new ByteLengthQueuingStrategy({ highWaterMark: MAX_WAITING_BYTES }),
  );
}

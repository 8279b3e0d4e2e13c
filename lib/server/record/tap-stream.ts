/** A stream that is passed on unchanged, each chunk first to its taker and then to an onlooker who cannot hold it up. */

/** How a stream ended: by itself, broken off by its source, or left by its taker. */
export type StreamEnding = "ended" | "broken" | "left";

interface StreamTap {
  onChunk(chunk: Uint8Array): void;
  /** Called once. */
  onEnd(ending: StreamEnding): void;
}

/** An onlooker's fault is its own: the stream goes on. */
function tell(act: () => void): void {
  try {
    act();
  } catch {
    // Nothing depends on the onlooker.
  }
}

/** The taker sees the same chunks, the same end and the same faults as it would without the tap. */
export function tapStream(source: ReadableStream<Uint8Array>, tap: StreamTap): ReadableStream<Uint8Array> {
  const reader = source.getReader();
  let over = false;
  const end = (ending: StreamEnding) => {
    if (over) return;
    over = true;
    tell(() => tap.onEnd(ending));
  };
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        try {
          const { done, value } = await reader.read();
          if (over) return;
          if (done) {
            controller.close();
            end("ended");
            return;
          }
          controller.enqueue(value);
          tell(() => tap.onChunk(value));
        } catch (error) {
          if (over) return;
          controller.error(error);
          end("broken");
        }
      },
      cancel(reason) {
        end("left");
        return reader.cancel(reason);
      },
    },
    { highWaterMark: 0 },
  );
}

/** A stream that is passed on unchanged, ends when nothing moves any more, and tells exactly once that it is over. */

interface StreamGuard {
  /** Milliseconds until the first chunk. */
  readonly firstMs: number;
  /** Milliseconds between two steps after it, of the sender or the taker. */
  readonly idleMs: number;
  /** Called once: at the end, at a fault, when the taker leaves, or when time is up. */
  readonly onEnd: () => void;
}

/** By this name Next ends the connection without a word in the log. The cause is left out: it may quote what was sent. */
const brokenOff = (): DOMException => new DOMException("The answer broke off.", "AbortError");

/** The taker sees a fault where the source fails or stands still, never a clean end. */
export function guardStream(
  source: ReadableStream<Uint8Array>,
  { firstMs, idleMs, onEnd }: StreamGuard,
): ReadableStream<Uint8Array> {
  const reader = source.getReader();
  let timer: NodeJS.Timeout | undefined;
  let hasBegun = false;
  let over = false;

  function finish(): boolean {
    if (over) return false;
    over = true;
    clearTimeout(timer);
    onEnd();
    return true;
  }

  return new ReadableStream<Uint8Array>(
    {
      start(controller) {
        timer = setTimeout(() => fail(controller), firstMs);
      },
      async pull(controller) {
        try {
          const { done, value } = await reader.read();
          if (over) return;
          if (done) {
            finish();
            controller.close();
            return;
          }
          // Also while the taker takes nothing: one that stands still would hold its place for ever.
          if (hasBegun) timer?.refresh();
          else {
            hasBegun = true;
            clearTimeout(timer);
            timer = setTimeout(() => fail(controller), idleMs);
          }
          controller.enqueue(value);
        } catch {
          fail(controller);
        }
      },
      cancel(reason) {
        finish();
        return reader.cancel(reason).catch(() => undefined);
      },
    },
    { highWaterMark: 0 },
  );

  function fail(controller: ReadableStreamDefaultController<Uint8Array>): void {
    if (!finish()) return;
    controller.error(brokenOff());
    reader.cancel().catch(() => undefined);
  }
}

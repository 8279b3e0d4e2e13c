/** Sends a written answer: whole or streamed, at its pace, and broken off where a fault asks for it. */
import { BROKEN } from "./service-error";
import type { WrittenStream } from "./written-answer";

export interface Pace {
  /** Milliseconds before each piece. */
  readonly pause: number;
  /** True breaks the connection off midway. */
  readonly cut: boolean;
  /** True ends a stream midway with an event that tells of an error. */
  readonly fails?: boolean;
  /** Resolves after so many milliseconds. */
  sleep(milliseconds: number): Promise<void>;
  /** Called once, before the last piece is sent, or when the answer breaks off. */
  finish(): Promise<void>;
}

/** Milliseconds that what was sent has to arrive before the connection breaks. */
const LINGER = 100;

/** By this name the server that sends the answer knows that the break is meant, and logs nothing. */
const MEANT = "AbortError";

const cutOff = (): DOMException =>
  new DOMException("The emulator broke the answer off, as it was asked to.", MEANT);

/** The pieces one after the other, each when the reader asks for it; `last` is held back until all is finished. */
function streamPieces(pieces: readonly string[], last: string, pace: Pace): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  const breakAt = pace.cut ? Math.ceil(pieces.length / 2) : -1;
  let sent = 0;
  let finished: Promise<void> | null = null;
  const finish = (): Promise<void> => {
    finished ??= pace.finish();
    return finished;
  };
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        if (sent === breakAt) {
          await finish();
          await pace.sleep(LINGER);
          controller.error(cutOff());
          return;
        }
        if (pace.pause > 0) await pace.sleep(pace.pause);
        const piece = pieces[sent];
        sent += 1;
        if (piece !== undefined) {
          controller.enqueue(encoder.encode(piece));
          return;
        }
        await finish();
        controller.enqueue(encoder.encode(last));
        controller.close();
      },
      // A client that goes away ends the response as well.
      cancel: finish,
    },
    { highWaterMark: 0 },
  );
}

const halves = (text: string): string[] => [
  text.slice(0, Math.ceil(text.length / 2)),
  text.slice(Math.ceil(text.length / 2)),
];

/** The answer as one JSON body. */
export async function sendJson(body: object, headers: Record<string, string>, pace: Pace): Promise<Response> {
  if (!pace.cut) {
    await pace.finish();
    return Response.json(body, { headers });
  }
  return new Response(streamPieces(halves(JSON.stringify(body)), "", pace), {
    headers: { ...headers, "Content-Type": "application/json" },
  });
}

/** The answer as server-sent events. */
export const sendEvents = (
  { events, ending, failure }: WrittenStream,
  headers: Record<string, string>,
  pace: Pace,
): Response => {
  const isFailing = pace.fails === true && failure !== undefined;
  const pieces = isFailing ? events.slice(0, Math.ceil(events.length / 2)) : events;
  return new Response(streamPieces(pieces, isFailing ? failure(BROKEN) : ending, pace), {
    headers: {
      ...headers,
      "Content-Type": "text/event-stream; charset=utf-8",
      // Compression would hold events back.
      "Cache-Control": "no-store, no-transform",
    },
  });
};

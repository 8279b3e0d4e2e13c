/** Takes in the bodies of requests: never more bytes than are wanted, no longer than is waited, and no more than there is room for. */

import { joinBytes } from "../values/join-bytes";
import { type Message, tell } from "../words/message";
import { type BodyLimits, type BodyRoom, ownBodyRoom } from "./body-limits";

/** Of a body that is not wanted, this much is read and thrown away, so that its sender lives to see the answer. */
const MAX_DISCARDED_BYTES = 100 * 1024 * 1024;

/**
 * What stops a body: it is larger than is taken, broke off before its end, came too slowly, or met a server that holds all
 * it can of others.
 */
export class BodyFault extends Error {
  readonly code: "too_large" | "cut" | "late" | "full";

  constructor(code: BodyFault["code"]) {
    super(code);
    this.name = "BodyFault";
    this.code = code;
  }
}

/** The status that says so. */
export const BODY_STATUS: Readonly<Record<BodyFault["code"], 400 | 408 | 413 | 503>> = {
  too_large: 413,
  cut: 400,
  late: 408,
  full: 503,
};

/** A sender that is too slow is let go with its answer; one that met a full server may come back. */
export const BODY_HEADERS: Readonly<Record<BodyFault["code"], Readonly<Record<string, string>>>> = {
  too_large: {},
  cut: {},
  late: { connection: "close" },
  full: { "retry-after": "5" },
};

/** Code and sentence of what is no fault of the body itself, whatever route it came for. */
export const BODY_WAITS: Readonly<Record<"late" | "full", readonly [code: string, message: Message]>> = {
  late: ["body_late", tell("server.bodyLate")],
  full: ["body_no_room", tell("server.bodyNoRoom")],
};

type Sender = Pick<Request, "body"> & Partial<Pick<Request, "headers">>;
type Read = ReadableStreamReadResult<Uint8Array>;

/** Chunk by chunk, as long as the sender has time: one that never stands still is found out when its next chunk comes. */
function createPace(reader: ReadableStreamDefaultReader<Uint8Array>, { idleMs, wholeMs }: BodyLimits) {
  let left = wholeMs;
  let giveUp: () => void = () => undefined;
  // One for all chunks: there may be millions of them.
  const timer = setTimeout(() => giveUp(), idleMs);
  return {
    stop: () => clearTimeout(timer),
    async next(): Promise<Read> {
      const begun = performance.now();
      timer.refresh();
      const chunk = await new Promise<Read>((resolve, reject) => {
        giveUp = () => reject(new BodyFault("late"));
        reader.read().then(resolve, () => reject(new BodyFault("cut")));
      });
      left -= performance.now() - begun;
      if (left < 0 && !chunk.done) throw new BodyFault("late");
      return chunk;
    },
  };
}

async function discard(
  reader: ReadableStreamDefaultReader<Uint8Array>,
  next: () => Promise<Read>,
): Promise<void> {
  for (let left = MAX_DISCARDED_BYTES; left > 0; ) {
    const { done, value } = await next();
    if (done) return;
    left -= value.length;
  }
  await reader.cancel();
}

/** The chunks as they come; what its taker leaves of them is read and thrown away. Throws a `BodyFault`. */
async function* readChunks(
  { body, headers }: Sender,
  limit: number,
  room: BodyRoom,
): AsyncGenerator<Uint8Array> {
  const reader = body?.getReader();
  if (!reader) return;
  const { next: nextInTime, stop } = createPace(reader, room.limits);
  const next = async (): Promise<Read> => {
    await room.turns.enter();
    return nextInTime();
  };
  let length = 0;
  let isLeft = true;
  try {
    // Nothing of such a body is held.
    if (Number(headers?.get("content-length")) > limit) throw new BodyFault("too_large");
    for (;;) {
      const { done, value } = await next();
      if (done) isLeft = false;
      if (done) return;
      length += value.length;
      if (length > limit) throw new BodyFault("too_large");
      yield value;
    }
  } catch (error) {
    // Of these nothing more is to be waited for. Cancelling would end the connection before the answer.
    if (error instanceof BodyFault && (error.code === "late" || error.code === "cut")) isLeft = false;
    throw error;
  } finally {
    if (isLeft) await discard(reader, next).catch(() => undefined);
    stop();
  }
}

/** The whole of a body, which counts as held until it is let go of. */
export interface HeldBody {
  readonly length: number;
  /** All of it in one piece, which is its taker's own. */
  whole(): Uint8Array<ArrayBuffer>;
  /** Its pieces, once: each is let go of when it has been taken, and all that are left when their taker leaves. */
  take(): AsyncGenerator<Uint8Array>;
  /** Lets go of a body that nobody takes; of one that is being taken its taker does. */
  release(): void;
}

/** Smaller pieces are put together: each by itself would take many times its bytes. */
const BLOCK_BYTES = 16 * 1024;

function createPieces() {
  const pieces: Uint8Array[] = [];
  let block: Uint8Array | null = null;
  let filled = 0;
  function close(): void {
    if (block) pieces.push(block.subarray(0, filled));
    block = null;
    filled = 0;
  }
  function add(piece: Uint8Array): void {
    if (filled + piece.length > BLOCK_BYTES) close();
    if (piece.length > BLOCK_BYTES) pieces.push(piece);
    else {
      block ??= new Uint8Array(BLOCK_BYTES);
      block.set(piece, filled);
      filled += piece.length;
    }
  }
  return { pieces, add, close };
}

/** Reads a body to its end. Rejects with a `BodyFault`, or with a `ServiceUnavailable` where a setting is wrong. */
export async function holdBody(sender: Sender, limit: number, given?: BodyRoom): Promise<HeldBody> {
  const room = given ?? ownBodyRoom();
  const { pieces, add, close } = createPieces();
  let length = 0;
  let left = 0;
  const give = (bytes: number) => {
    left -= bytes;
    room.held.give(bytes);
  };
  const drop = () => {
    pieces.length = 0;
    give(left);
  };
  try {
    for await (const piece of readChunks(sender, limit, room)) {
      if (!room.held.take(piece.length)) throw new BodyFault("full");
      left += piece.length;
      length += piece.length;
      add(piece);
    }
    close();
  } catch (error) {
    drop();
    throw error;
  }
  let isTaken = false;
  return {
    length,
    whole: () => joinBytes(pieces, length),
    async *take() {
      isTaken = true;
      try {
        for (let piece = pieces.shift(); piece; piece = pieces.shift()) {
          give(piece.length);
          yield piece;
        }
      } finally {
        drop();
      }
    },
    release() {
      if (!isTaken) drop();
    },
  };
}

/** The whole of a body that is dealt with at once. Rejects as `holdBody` does. */
export async function readBytes(
  sender: Sender,
  limit: number,
  room?: BodyRoom,
): Promise<Uint8Array<ArrayBuffer>> {
  const body = await holdBody(sender, limit, room);
  const bytes = body.whole();
  body.release();
  return bytes;
}

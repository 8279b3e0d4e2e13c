/** The text of a file piece by piece: unpacked where it is gzip, decoded as its byte order mark says. */
import { type Message, type Said, tell } from "../words/message";

/** Bytes that a packed file may unpack to: a small file may hold a thousandfold of its size. */
const MAX_UNPACKED_BYTES = 500_000_000;

/** A file that cannot be read, and what to do about it. */
export class UnreadableFile extends Error {
  readonly said: Message;

  constructor(said: Message) {
    super(said.key);
    this.said = said;
  }
}

const tooLarge = (name: Said, limit: number): UnreadableFile =>
  new UnreadableFile(tell("importing.unpackedTooLarge", { name, size: String(Math.round(limit / 1e6)) }));

/** Tells the size of each chunk that passes. */
const watch = (onChunk: (bytes: number) => void): TransformStream<Uint8Array, Uint8Array> =>
  new TransformStream({
    transform(chunk, controller) {
      onChunk(chunk.byteLength);
      controller.enqueue(chunk);
    },
  });

function chooseEncoding([first, second]: Uint8Array): string {
  if (first === 0xff && second === 0xfe) return "utf-16le";
  return first === 0xfe && second === 0xff ? "utf-16be" : "utf-8";
}

async function readHead(file: Blob, name: Said): Promise<Uint8Array> {
  try {
    return new Uint8Array(await file.slice(0, 2).arrayBuffer());
  } catch {
    throw new UnreadableFile(tell("importing.fileNotRead", { name }));
  }
}

/**
 * Yields decoded pieces, cut anywhere but within a character. Throws `UnreadableFile` when the file
 * cannot be read, is broken gzip or unpacks to more than `limit` bytes.
 * @param onRead called with the bytes of the file read so far, packed as they are
 */
export async function* streamText(
  file: Blob,
  name: Said,
  onRead: (bytes: number) => void,
  limit = MAX_UNPACKED_BYTES,
): AsyncGenerator<string> {
  const head = await readHead(file, name);
  const isPacked = head[0] === 0x1f && head[1] === 0x8b;
  let read = 0;
  let unpacked = 0;
  let bytes: ReadableStream<Uint8Array> = file.stream().pipeThrough(
    watch((size) => {
      read += size;
      onRead(read);
    }),
  );
  if (isPacked) {
    // The library's types want chunks over plain buffers, which every file's chunks are.
    const gunzip = new DecompressionStream("gzip") as unknown as TransformStream<Uint8Array, Uint8Array>;
    bytes = bytes.pipeThrough(gunzip).pipeThrough(
      watch((size) => {
        unpacked += size;
        if (unpacked > limit) throw tooLarge(name, limit);
      }),
    );
  }
  const decoder = new TextDecoder(isPacked ? "utf-8" : chooseEncoding(head));
  const reader = bytes.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      const text = done ? decoder.decode() : decoder.decode(value, { stream: true });
      if (text !== "") yield text;
      if (done) return;
    }
  } catch (error) {
    if (error instanceof UnreadableFile) throw error;
    throw new UnreadableFile(tell(isPacked ? "importing.gzipBroken" : "importing.fileCutOff", { name }));
  } finally {
    // Ends the reading of a file that is not wanted to its end; of one that was read it changes nothing.
    await reader.cancel().catch(() => undefined);
  }
}

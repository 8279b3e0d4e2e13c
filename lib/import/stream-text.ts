/** The text of a file piece by piece: unpacked where it is gzip, decoded as its byte order mark says. */

/** Bytes that a packed file may unpack to: a small file may hold a thousandfold of its size. */
const MAX_UNPACKED_BYTES = 500_000_000;

const tooLarge = (name: string, limit: number): RangeError =>
  new RangeError(
    `${name} unpacks to more than ${Math.round(limit / 1e6)} MB: unpack it and import a part of it.`,
  );

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

async function readHead(file: Blob, name: string): Promise<Uint8Array> {
  try {
    return new Uint8Array(await file.slice(0, 2).arrayBuffer());
  } catch {
    throw new Error(
      `${name} could not be read: choose it again, and the files of a folder instead of the folder.`,
    );
  }
}

/**
 * Yields decoded pieces, cut anywhere but within a character. Throws an Error with one sentence for the user when the file
 * cannot be read, is broken gzip or unpacks to more than `limit` bytes.
 * @param onRead called with the bytes of the file read so far, packed as they are
 */
export async function* streamText(
  file: Blob,
  name: string,
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
    if (error instanceof RangeError) throw error;
    throw new Error(
      isPacked
        ? `${name} is cut off or no whole gzip file: pack it again, or import it unpacked.`
        : `${name} could not be read to its end: it may have been moved or changed. Choose it again.`,
    );
  } finally {
    // Ends the reading of a file that is not wanted to its end; of one that was read it changes nothing.
    await reader.cancel().catch(() => undefined);
  }
}

/** What a value takes of the disk: its file in whole blocks, as the embedded store writes it. */
import type { JsonValue } from "../../values/json";

/** What nearly every file system gives out at least. */
const BLOCK_BYTES = 4096;
/** Around the key in a file's first line, with the time at which the value is over. */
const HEAD_BYTES = 48;

/** Bytes, also where a Redis keeps the value, which takes less for small ones. */
export function sizeOnDisk(key: string, value: JsonValue): number {
  const bytes = HEAD_BYTES + Buffer.byteLength(key) + Buffer.byteLength(JSON.stringify(value));
  return Math.ceil(bytes / BLOCK_BYTES) * BLOCK_BYTES;
}

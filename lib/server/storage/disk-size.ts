/** What a value takes of a disk: file systems hand out whole blocks, so that many small values do not count for nothing. */
import type { JsonValue } from "../../values/json";

/** Bytes of a block on nearly every file system. */
const BLOCK = 4096;
/** What stands before a value in its file: its key, at most, and its end. */
const HEAD = 200;
/** The same without the key, where that is known. */
const HEAD_BESIDES_KEY = 48;

const inBlocks = (bytes: number): number => Math.ceil(bytes / BLOCK) * BLOCK;

/** Bytes of the disk for a value of so many bytes, as the embedded store writes it; in a Redis it takes less. */
export const diskBytesOf = (bytes: number): number => inBlocks(bytes + HEAD);

/** Bytes of the disk for this very value. */
export const sizeOnDisk = (key: string, value: JsonValue): number =>
  inBlocks(HEAD_BESIDES_KEY + Buffer.byteLength(key) + Buffer.byteLength(JSON.stringify(value)));

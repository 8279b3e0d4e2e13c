/** What a value takes of a disk: file systems hand out whole blocks, so that many small values do not count for nothing. */

/** Bytes of a block on nearly every file system. */
const BLOCK = 4096;
/** What stands before a value in its file: its key and its end. */
const HEAD = 200;

/** Bytes of the disk for a value of so many bytes, as the embedded store writes it; in a Redis it takes less. */
export const diskBytesOf = (bytes: number): number => Math.ceil((bytes + HEAD) / BLOCK) * BLOCK;

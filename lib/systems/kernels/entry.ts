/** The life of one cache entry: who wrote it, when it can be read, and until when. All times in seconds. */

export interface EntryLife {
  /** Where it ends, as a pointer into the request that wrote it. */
  readonly pointer: string;
  readonly tokens: number;
  readonly model: string;
  /** Start of the request that wrote it. */
  readonly createdAt: number;
  /** It can be read while `readableAt ≤ t < expiresAt`. */
  readonly readableAt: number;
  readonly expiresAt: number;
  /** Starts of the requests that started its life again. */
  readonly renewals: readonly number[];
  /** Index of the request that wrote it. */
  readonly createdBy: number;
  /** Indices of the requests billed a read of it. */
  readonly readBy: readonly number[];
}

/** An entry as a cache system keeps it. */
export interface Entry extends EntryLife {
  readableAt: number;
  expiresAt: number;
  readonly renewals: number[];
  readonly readBy: number[];
  /** Index of the request that last wrote, read or renewed it. */
  lastUsedBy: number;
}

export const isReadable = (entry: EntryLife, at: number): boolean =>
  entry.readableAt <= at && at < entry.expiresAt;

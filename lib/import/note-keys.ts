/** Notices that the requests of an import came with several keys, whose entries may be of several accounts. */

export interface KeyNotes {
  /** @param key as it was sent, only to be compared; null = none was told */
  note(key: string | null, place: string): void;
  /** None where all came with one key, or none was told. */
  sentences(): readonly string[];
}

/** Names no key, only where the second one comes first (assumption `keys-of-one-recording-share-entries`). */
export function createKeyNotes(): KeyNotes {
  const keys = new Set<string>();
  let second: string | null = null;
  return {
    note(key, place) {
      if (key === null) return;
      keys.add(key);
      if (keys.size === 2) second ??= place;
    },
    sentences: () =>
      second === null
        ? []
        : [
            `The requests came with ${keys.size} keys, the second from ${second} on. Entries are private to an account, so keys of two accounts share none; here all are played as one account's. Send a conversation with one key.`,
          ],
  };
}

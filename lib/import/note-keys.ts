/** Notices that the requests of an import came with several keys, whose entries may be of several accounts. */
import { type Message, type Said, tell } from "../words/message";

export interface KeyNotes {
  /** @param key as it was sent, only to be compared; null = none was told */
  note(key: string | null, place: Said): void;
  /** None where all came with one key, or none was told. */
  sentences(): readonly Message[];
}

/** Names no key, only where the second one comes first (assumption `keys-of-one-recording-share-entries`). */
export function createKeyNotes(): KeyNotes {
  const keys = new Set<string>();
  let second: Said | null = null;
  return {
    note(key, place) {
      if (key === null) return;
      keys.add(key);
      if (keys.size === 2) second ??= place;
    },
    sentences: () =>
      second === null ? [] : [tell("importing.severalKeys", { count: String(keys.size), place: second })],
  };
}

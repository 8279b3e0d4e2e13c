/** A prefix index whose keys outlive the process: every prefix has a digest, which tells nothing of its text. */
import { createHash } from "node:crypto";
import { EMPTY_PREFIX, type PrefixIndex } from "../../layout/prefix-index";

export interface DigestIndex extends PrefixIndex {
  /** SHA-256 of the prefix, media included, in base64url; of the salt alone for the empty prefix. */
  digestOf(key: number): string;
}

/** SHA-256 of strings one after the other, in base64url. No string may begin where another could have ended. */
export function digest(...parts: readonly string[]): string {
  const hash = createHash("sha256");
  for (const part of parts) hash.update(part);
  return hash.digest("base64url");
}

/**
 * An empty index. A digest continues that of its parent, so equal prefixes have equal digests whichever index made
 * them, as long as the salt is the same.
 * @param salt keeps the digests of two accounts apart, so that a store does not show who sends the same prompt
 */
export function createDigestIndex(salt: string): DigestIndex {
  const digests = [digest(salt)];
  const keys = new Map<string, number>();
  const digestOf = (key: number): string => digests[key] ?? "";
  return {
    digestOf,
    extend(parent, text) {
      if (text === "") return parent;
      const next = digest(digestOf(parent), text);
      const known = keys.get(next);
      if (known !== undefined) return known;
      const key = digests.push(next) - 1 + EMPTY_PREFIX;
      keys.set(next, key);
      return key;
    },
  };
}

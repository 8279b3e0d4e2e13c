/** A prefix index whose keys outlive the process: the same prefix has the same key everywhere, and it tells nothing of its text. */
import { createHash } from "node:crypto";
import { EMPTY_PREFIX, type PrefixIndex } from "../../layout/prefix-index";

/** SHA-256 of strings one after the other, in base64url. No string may begin where another could have ended. */
export function digest(...parts: readonly string[]): string {
  const hash = createHash("sha256");
  for (const part of parts) hash.update(part);
  return hash.digest("base64url");
}

/** Bytes of a digest that make a key: 48 bits, the most that a number holds exactly in whole bytes. */
const KEY_BYTES = 6;

const keyOf = (hash: string): number => Buffer.from(hash, "base64url").readUIntBE(0, KEY_BYTES);

/**
 * An empty index. A key is the start of a digest that continues the parent's, so equal prefixes have equal keys whichever
 * index made them, as long as the salt is the same; two of an account's thousand prefixes share one by chance about
 * once in 500 million accounts.
 * @param salt keeps the keys of two accounts apart, so that a store does not show who sends the same prompt
 */
export function createDigestIndex(salt: string): PrefixIndex {
  const digests = new Map([[EMPTY_PREFIX, digest(salt)]]);
  return {
    extend(parent, text) {
      if (text === "") return parent;
      const next = digest(digests.get(parent) ?? "", text);
      const key = keyOf(next);
      digests.set(key, next);
      return key;
    },
  };
}

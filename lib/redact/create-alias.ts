/** Makes the short words that stand for secrets, under a key of one session or one import. */
import type { Alias } from "./redaction";
import { sipHash } from "./sip-hash";

/** Bytes that one secret is written to; longer ones are rare. */
const WRITTEN_BYTES = 512;

/** A key of any length as the 16 bytes that the hash takes; every byte of it counts. */
function fitKey(key: Uint8Array): Uint8Array {
  if (key.length === 16) return key;
  const fitted = new Uint8Array(16);
  const view = new DataView(fitted.buffer);
  for (const half of [0, 1]) {
    const [high, low] = sipHash(new Uint8Array([half]), key);
    view.setUint32(half * 8, high);
    view.setUint32(half * 8 + 4, low);
  }
  return fitted;
}

/**
 * Gives each secret a word of 4 hex digits, the same each time, e.g. `3f2a`. `key` is at least 16 unguessable bytes: a
 * session's id, or chance that is thrown away with the import.
 *
 * A word carries 16 bits, so it never tells a secret of more than that. A secret that could be guessed, such as a user's
 * name, could be tried out by whoever can compute the words: that is why the hash is keyed. SipHash-2-4 is made for short
 * inputs under a secret key (https://www.aumasson.jp/siphash/siphash.pdf, 2012-09-18): without the key a word can neither
 * be computed nor checked. Whoever holds a session's id may read the session anyhow. Of two different secrets one pair in
 * 65,536 shares a word.
 */
export function createAlias(key: Uint8Array): Alias {
  const fitted = fitKey(key);
  const encoder = new TextEncoder();
  const written = new Uint8Array(WRITTEN_BYTES);

  /** The hash's low half. Asking a browser's encoder for a few bytes takes ten times as long as to hash them. */
  function hash(secret: string): number {
    const { length } = secret;
    let at = length > WRITTEN_BYTES ? length : 0;
    for (; at < length; at++) {
      const code = secret.charCodeAt(at);
      if (code > 127) break;
      written[at] = code;
    }
    const isWritten = at === length && length <= WRITTEN_BYTES;
    const [, low] = isWritten ? sipHash(fitted, written, length) : sipHash(fitted, encoder.encode(secret));
    return low;
  }

  return (secret) => (hash(secret) & 0xffff).toString(16).padStart(4, "0");
}

/** Seals bytes with a key that only the link carries (AES-GCM, 256 bits), and opens them again. */

import { type Failure, fail } from "../values/failure";
import { tell } from "../words/message";
import { fromBase64Url } from "./base64url";

/** Bytes of a key. */
export const KEY_BYTES = 32;
/** Bytes of the random start value; a new one for each sealing (NIST SP 800-38D, 8.2.2). */
export const IV_BYTES = 12;
/** Bytes of the tag with which AES-GCM ends. */
const TAG_BYTES = 16;

/** First byte of the envelope: version, then the start value, then the sealed bytes with their tag. */
export const ENVELOPE_VERSION = 1;
const HEAD_BYTES = 1 + IV_BYTES;
/** Bytes that sealing adds. */
export const ENVELOPE_BYTES = HEAD_BYTES + TAG_BYTES;

type Bytes = Uint8Array<ArrayBuffer>;

export type Sealed = { readonly ok: true; readonly bytes: Bytes } | Failure;

const NOT_SECURE = fail(tell("share.notSecure"));
const WRONG_KEY = fail(tell("share.wrongKey"));
const DAMAGED = fail(tell("share.sealDamaged"));

/** Browsers offer it only in secure contexts, whatever its type says. */
const findCrypto = (): SubtleCrypto | undefined => (globalThis.crypto as Crypto | undefined)?.subtle;

const importKey = (subtle: SubtleCrypto, key: Bytes, use: "encrypt" | "decrypt"): Promise<CryptoKey> =>
  subtle.importKey("raw", key, "AES-GCM", false, [use]);

/** The version is bound to what is sealed, so that nobody can relabel it. */
const settingsOf = (head: Bytes) => ({
  name: "AES-GCM",
  iv: head.subarray(1),
  additionalData: head.subarray(0, 1),
  tagLength: TAG_BYTES * 8,
});

/**
 * The envelope of `bytes`. Never throws; `reason` is one sentence for the user.
 * @param key `KEY_BYTES` random bytes
 * @param iv `IV_BYTES` random bytes, never used with this key before
 */
export async function seal(bytes: Bytes, key: Bytes, iv: Bytes): Promise<Sealed> {
  const subtle = findCrypto();
  if (!subtle) return NOT_SECURE;
  if (key.length !== KEY_BYTES || iv.length !== IV_BYTES) return fail(tell("share.keyLength"));
  const envelope = new Uint8Array(bytes.length + ENVELOPE_BYTES);
  envelope[0] = ENVELOPE_VERSION;
  envelope.set(iv, 1);
  const head = envelope.slice(0, HEAD_BYTES);
  try {
    const sealed = await subtle.encrypt(settingsOf(head), await importKey(subtle, key, "encrypt"), bytes);
    envelope.set(new Uint8Array(sealed), HEAD_BYTES);
    return { ok: true, bytes: envelope };
  } catch {
    return fail(tell("share.notSealed"));
  }
}

/**
 * What was sealed in this envelope. Never throws, whatever it is given; `reason` is one sentence for the user.
 * @param key as the link carries it, base64url
 */
export async function open(envelope: Bytes, key: string): Promise<Sealed> {
  const subtle = findCrypto();
  if (!subtle) return NOT_SECURE;
  const version = envelope[0];
  if (version === undefined || version === 0) return DAMAGED;
  if (version > ENVELOPE_VERSION) return fail(tell("share.linkNewer"));
  if (envelope.length < ENVELOPE_BYTES) return DAMAGED;
  const raw = fromBase64Url(key);
  if (raw?.length !== KEY_BYTES) return WRONG_KEY;
  try {
    const head = envelope.slice(0, HEAD_BYTES);
    const opened = await subtle.decrypt(
      settingsOf(head),
      await importKey(subtle, raw, "decrypt"),
      envelope.subarray(HEAD_BYTES),
    );
    return { ok: true, bytes: new Uint8Array(opened) };
  } catch {
    // A wrong key and damaged bytes cannot be told apart; a link cut on its way is by far the likelier.
    return WRONG_KEY;
  }
}

/** Seals a value of JSON, so that the storage holds nothing anybody could read: AES-256-GCM. */
import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import type { JsonValue } from "../../../values/json";

const ALGORITHM = "aes-256-gcm";
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/**
 * Nonce, tag and sealed text, in base64.
 * @param key 32 bytes
 * @param place where it is kept: sealed there, it opens nowhere else
 */
export function sealValue(value: JsonValue, key: Uint8Array, place: string): string {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(ALGORITHM, key, nonce).setAAD(Buffer.from(place));
  const sealed = Buffer.concat([cipher.update(JSON.stringify(value), "utf8"), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString("base64");
}

/** Null for whatever was not sealed with this key at this place. */
export function openValue(sealed: JsonValue | null, key: Uint8Array, place: string): JsonValue | null {
  if (typeof sealed !== "string") return null;
  const bytes = Buffer.from(sealed, "base64");
  if (bytes.length < NONCE_BYTES + TAG_BYTES) return null;
  try {
    const decipher = createDecipheriv(ALGORITHM, key, bytes.subarray(0, NONCE_BYTES))
      .setAAD(Buffer.from(place))
      .setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
    const opened = decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES), undefined, "utf8");
    return JSON.parse(opened + decipher.final("utf8")) as JsonValue;
  } catch {
    return null;
  }
}

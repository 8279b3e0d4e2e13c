/** A layout as a server may keep it for a short link: packed as in any other link, and sealed. */

import { fail } from "../values/failure";
import { tell } from "../words/message";
import { type DecodedShare, packLayout, TooLargeForLink, unpackLayout } from "./codec";
import { SHARE_VERSION } from "./ladder";
import { open, type Sealed, seal } from "./seal";
import type { SharedLayout } from "./shared-layout";

type Bytes = Uint8Array<ArrayBuffer>;

/** The share version is one byte before the packed layout, inside the seal. */
function withVersion(packed: Bytes): Bytes {
  const bytes = new Uint8Array(packed.length + 1);
  bytes[0] = SHARE_VERSION;
  bytes.set(packed, 1);
  return bytes;
}

/**
 * Never throws; `reason` is one sentence for the user, as where the layout is too large.
 * @param key 32 random bytes: the link's fragment carries them, nobody else
 * @param iv 12 random bytes
 */
export async function sealLayout(layout: SharedLayout, key: Bytes, iv: Bytes): Promise<Sealed> {
  try {
    return await seal(withVersion(await packLayout(layout)), key, iv);
  } catch (error) {
    return fail(error instanceof TooLargeForLink ? error.said : tell("share.sealFailed"));
  }
}

/**
 * Never throws; the same bounds hold as for any other link.
 * @param key as the link carries it, base64url
 */
export async function openSealedLayout(envelope: Bytes, key: string): Promise<DecodedShare> {
  const opened = await open(envelope, key);
  return opened.ok ? unpackLayout(opened.bytes[0] ?? 0, opened.bytes.slice(1)) : opened;
}

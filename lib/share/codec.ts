/** Writes a layout into a link's fragment, `v1.<base64url(deflate-raw(JSON))>`, and reads it again. */

import { type Failure, fail } from "../values/failure";
import { tell } from "../words/message";
import { fromBase64Url, toBase64Url } from "./base64url";
import { deflate, inflate } from "./deflate";
import { climbLadder, SHARE_VERSION } from "./ladder";
import { restoreSharedLayout } from "./restore";
import { DEFAULT_LAYOUT, type SharedLayout } from "./shared-layout";

/** Characters of a fragment from which on chat tools are known to cut a link: worth telling the user. */
export const LONG_LINK_LENGTH = 8_000;
/** Characters of a fragment that are read at most; browsers end at about two million. */
export const MAX_LINK_LENGTH = 1_000_000;
/** Bytes of JSON a link may carry, so that a small link cannot fill the memory. */
const MAX_SHARED_BYTES = 2_000_000;

export type DecodedShare = { readonly ok: true; readonly value: SharedLayout } | Failure;

/** The layout is larger than a link may be: such a link could not be read again. */
export class TooLargeForLink extends RangeError {
  readonly said = tell("share.tooLargeForLink");

  constructor() {
    super("The layout is too large for a link.");
  }
}

const BROKEN = fail(tell("share.linkDamaged"));

/** What a link or a file writes down: what is as by default is left out. */
export function omitDefaults({ text, ...rest }: SharedLayout): object {
  const told = Object.entries(rest).filter(
    ([key, value]) =>
      JSON.stringify(value) !== JSON.stringify(DEFAULT_LAYOUT[key as keyof typeof DEFAULT_LAYOUT]),
  );
  return { text, ...Object.fromEntries(told) };
}

/**
 * A layout as bytes of `SHARE_VERSION`, deflated: what every link carries, in its fragment or sealed.
 * Rejects with `TooLargeForLink`.
 */
export async function packLayout(state: SharedLayout): Promise<Uint8Array<ArrayBuffer>> {
  // JSON.stringify escapes lone surrogates, so they survive UTF-8.
  const bytes = new TextEncoder().encode(JSON.stringify(omitDefaults(state)));
  if (bytes.length > MAX_SHARED_BYTES) throw new TooLargeForLink();
  return deflate(bytes);
}

/**
 * Reads what `packLayout` of this or an earlier version wrote. Never throws.
 * `reason` is one sentence for the user.
 */
export async function unpackLayout(version: number, packed: Uint8Array<ArrayBuffer>): Promise<DecodedShare> {
  if (version < 1) return BROKEN;
  if (version > SHARE_VERSION) {
    return fail(tell("share.linkNewer"));
  }
  const inflated = await inflate(packed, MAX_SHARED_BYTES);
  if (!inflated.ok) {
    return inflated.reason === "too-large" ? fail(tell("share.linkHoldsTooMuch")) : BROKEN;
  }
  try {
    const decoded: unknown = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(inflated.bytes));
    const value = restoreSharedLayout(climbLadder(version, decoded));
    return value ? { ok: true, value } : BROKEN;
  } catch {
    return BROKEN;
  }
}

/**
 * The fragment of a link to a layout, without `#`.
 * Rejects with `TooLargeForLink`.
 */
export async function encodeShare(state: SharedLayout): Promise<string> {
  const fragment = `v${SHARE_VERSION}.${toBase64Url(await packLayout(state))}`;
  if (fragment.length > MAX_LINK_LENGTH) throw new TooLargeForLink();
  return fragment;
}

/**
 * Reads the fragment of a link, with or without `#`; what follows an `&` is not the layout's. Never throws.
 * `reason` is one sentence for the user.
 */
export async function decodeShare(hash: string): Promise<DecodedShare> {
  // What is looked at in the layout may follow it.
  const [fragment = ""] = (hash.startsWith("#") ? hash.slice(1) : hash).split("&", 1);
  if (fragment.length > MAX_LINK_LENGTH) return fail(tell("share.linkTooLong"));
  const [, digits, payload] = /^v([1-9]\d{0,3})\.(.*)$/.exec(fragment) ?? [];
  if (digits === undefined || payload === undefined) return fail(tell("share.linkEmpty"));
  const version = Number(digits);
  // A version to come may write its payload in another way.
  const bytes = version > SHARE_VERSION ? new Uint8Array() : fromBase64Url(payload);
  return bytes ? unpackLayout(version, bytes) : BROKEN;
}

/** Makes, fetches and deletes short links: the browser seals and opens, the server sees sealed bytes alone. */
import { toBase64Url } from "../../lib/share/base64url";
import type { DecodedShare } from "../../lib/share/codec";
import { IV_BYTES, KEY_BYTES } from "../../lib/share/seal";
import { openSealedLayout, sealLayout } from "../../lib/share/sealed-layout";
import type { SharedLayout } from "../../lib/share/shared-layout";
import { type Failure, fail } from "../../lib/values/failure";
import { type Said, tell } from "../../lib/words/message";

/** Days a short link may last. */
export type LinkDays = "1" | "30" | "365";

export interface ShortLink {
  readonly id: string;
  readonly deleteToken: string;
  /** Epoch seconds. */
  readonly expiresAt: number;
  /** Sealed, as the server keeps them. */
  readonly bytes: number;
}

export type MadeShortLink = { readonly ok: true; readonly link: ShortLink; readonly url: string } | Failure;

export type DeletedShortLink = { readonly ok: true } | Failure;

const AWAY = tell("share.serverAway");

/** The sentence of the server's answer; a stand-in where a proxy has answered in its place. */
async function readReason(response: Response): Promise<Said> {
  try {
    const { error } = (await response.json()) as { readonly error: { readonly message: unknown } };
    if (typeof error.message === "string") return error.message;
  } catch {
    // Not of the server's own making.
  }
  return tell("share.serverStatus", { status: String(response.status) });
}

const randomBytes = (length: number): Uint8Array<ArrayBuffer> =>
  crypto.getRandomValues(new Uint8Array(length));

/** Never throws. The key is in the link's fragment and nowhere else. */
export async function makeShortLink(layout: SharedLayout, days: LinkDays): Promise<MadeShortLink> {
  const key = randomBytes(KEY_BYTES);
  const sealed = await sealLayout(layout, key, randomBytes(IV_BYTES));
  if (!sealed.ok) return sealed;
  try {
    const response = await fetch(`/api/s?days=${days}`, {
      method: "POST",
      body: sealed.bytes,
      headers: { "content-type": "application/octet-stream" },
    });
    if (!response.ok) return fail(await readReason(response));
    const made = (await response.json()) as Omit<ShortLink, "bytes">;
    const url = `${window.location.origin}/s/${made.id}#${toBase64Url(key)}`;
    return { ok: true, link: { ...made, bytes: sealed.bytes.length }, url };
  } catch {
    return fail(AWAY);
  }
}

/** Never throws. A link that is gone already counts as deleted. */
export async function deleteShortLink(
  link: Pick<ShortLink, "id" | "deleteToken">,
): Promise<DeletedShortLink> {
  try {
    const response = await fetch(`/api/s/${encodeURIComponent(link.id)}`, {
      method: "DELETE",
      headers: { "x-delete-token": link.deleteToken },
    });
    if (response.ok || response.status === 404) return { ok: true };
    return fail(await readReason(response));
  } catch {
    return fail(AWAY);
  }
}

/** Never throws; `reason` is one sentence for the user. */
export async function fetchShortLink(id: string, key: string): Promise<DecodedShare> {
  // Nothing is asked of the server that could not be opened anyway.
  if (key === "") return fail(tell("share.noKey"));
  let sealed: Uint8Array<ArrayBuffer>;
  try {
    const response = await fetch(`/api/s/${encodeURIComponent(id)}`);
    if (!response.ok) return fail(await readReason(response));
    sealed = new Uint8Array(await response.arrayBuffer());
  } catch {
    return fail(AWAY);
  }
  return openSealedLayout(sealed, key);
}

/** Opens the layout of a short link: fetched from the server, opened here with the key in the fragment. */
import type { PlaygroundStore } from "../../lib/store/playground-store";
import { openLayout } from "./open-layout";
import { fetchShortLink } from "./short-link-client";

export interface ShortAddress {
  readonly id: string;
  readonly key: string;
}

/** The short link in an address: `/s/<id>#<key>` or `/embed?s=<id>#<key>`; null where there is none. */
export function readShortAddress({ pathname, search, hash }: Location): ShortAddress | null {
  const id = /^\/s\/([^/]+)\/?$/.exec(pathname)?.[1] ?? new URLSearchParams(search).get("s");
  const [key = ""] = hash.replace(/^#/, "").split("&");
  // A fragment that is a link of its own wins: it was put there later.
  return id && !/^v\d+\./.test(key) ? { id, key } : null;
}

/** Where that fails, one sentence says why and the page stays as it is. */
export async function openShortLink(playground: PlaygroundStore, { id, key }: ShortAddress): Promise<void> {
  const { href } = window.location;
  const decoded = await fetchShortLink(id, key);
  // The user has gone elsewhere meanwhile.
  if (window.location.href !== href) return;
  if (decoded.ok) openLayout(playground, decoded.value);
  else playground.actions.warn(decoded.reason);
}

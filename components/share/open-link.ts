/** Opens what the page's address carries: a layout in the fragment, or a short link and its key. */
import { decodeShare } from "../../lib/share/codec";
import type { PlaygroundStore } from "../../lib/store/playground-store";
import { openLayout } from "./open-layout";
import { openShortLink, readShortAddress } from "./open-short-link";

/** Where that fails, one sentence says why and the page stays as it is. */
export async function openLink(playground: PlaygroundStore): Promise<void> {
  const short = readShortAddress(window.location);
  if (short) return openShortLink(playground, short);
  const hash = window.location.hash.slice(1);
  if (hash === "") return;
  const decoded = await decodeShare(hash);
  if (decoded.ok) openLayout(playground, decoded.value);
  else playground.actions.warn(decoded.reason);
}

/** Opens what an address names: an example, a layout in the fragment, or a short link with its key. */
import { decodeShare } from "../../lib/share/codec";
import { type AddressDocument, readAddress } from "../../lib/store/address";
import { exampleDocument, findExample } from "../../lib/store/example-document";
import type { PlaygroundStore } from "../../lib/store/playground-store";
import { openLayout } from "../share/open-layout";
import { openShortLink, readShortAddress } from "../share/open-short-link";
import { lookAsTold } from "./look-as-told";

/** Where nothing can be opened one sentence says why and the page stays as it is. */
async function openDocument(playground: PlaygroundStore, document: AddressDocument | null): Promise<void> {
  const short = readShortAddress(window.location);
  if (short) return openShortLink(playground, short);
  if (document === null) return;
  if (document.kind === "example") {
    const example = findExample(document.id);
    if (example) playground.actions.loadDocument(exampleDocument(example, document.region));
    return;
  }
  const decoded = await decodeShare(document.code);
  if (decoded.ok) openLayout(playground, decoded.value);
  else playground.actions.warn(decoded.reason);
}

/** Opens the document of the page's address and looks at what it says. */
export async function openAddress(playground: PlaygroundStore): Promise<void> {
  const { document, ...look } = readAddress(window.location.hash);
  await openDocument(playground, document);
  lookAsTold(playground, look);
}

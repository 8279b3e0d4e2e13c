/** Opens what an address names: an example, a layout in the fragment, or a short link with its key. */
import { decodeShare } from "../../lib/share/codec";
import { type AddressDocument, readAddress } from "../../lib/store/address";
import { exampleDocument, findExample } from "../../lib/store/example-document";
import type { PlaygroundStore } from "../../lib/store/playground-store";
import { openLayout } from "../share/open-layout";
import { openShortLink, readShortAddress } from "../share/open-short-link";

/** False where nothing could be opened: one sentence says why and the page stays as it is. */
async function openDocument(playground: PlaygroundStore, document: AddressDocument | null): Promise<boolean> {
  const short = readShortAddress(window.location);
  if (short) return openShortLink(playground, short);
  if (document === null) return false;
  if (document.kind === "example") {
    const example = findExample(document.id);
    if (example) playground.actions.loadDocument(exampleDocument(example, document.region));
    return example !== null;
  }
  const decoded = await decodeShare(document.code);
  if (decoded.ok) openLayout(playground, decoded.value);
  else playground.actions.warn(decoded.reason);
  return decoded.ok;
}

/** Opens the document of the page's address and looks at what it says. @returns whether a document was opened */
export async function openAddress(playground: PlaygroundStore): Promise<boolean> {
  const { document, ...look } = readAddress(window.location.hash);
  const isOpen = await openDocument(playground, document);
  playground.actions.lookAt(look);
  return isOpen;
}

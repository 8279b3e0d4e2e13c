/** Starts the keeper of a page: with the browser's storage, locks, clock and address. */
import type { PlaygroundStore } from "../../lib/store/playground-store";
import { readDocumentAddress } from "../address/follow-address";
import { createLayoutClaim } from "./claim-layout";
import type { LayoutKeeper } from "./keeper-ports";
import { createLayoutKeeper } from "./layout-keeper";
import { openLayoutShelf } from "./layout-shelf";
import { isSetAside } from "./set-aside";
import { readTabMemory, writeTabMemory } from "./tab-memory";

/** Also on plain http, where browsers give no UUID. */
const newId = (): string =>
  [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, "0")).join("");

export const startKeeper = (playground: PlaygroundStore): LayoutKeeper =>
  createLayoutKeeper({
    playground,
    shelf: openLayoutShelf(),
    claim: createLayoutClaim(),
    now: Date.now,
    newId,
    readAddress: readDocumentAddress,
    readMemory: readTabMemory,
    writeMemory: writeTabMemory,
    isSetAside,
  });

/** Saves what waits when the page is hidden or left; returns how to stop. */
export function saveWhenHidden(keeper: LayoutKeeper): () => void {
  const flush = (): void => void keeper.flush();
  const whenHidden = (): void => {
    if (document.visibilityState === "hidden") flush();
  };
  document.addEventListener("visibilitychange", whenHidden);
  window.addEventListener("pagehide", flush);
  return () => {
    document.removeEventListener("visibilitychange", whenHidden);
    window.removeEventListener("pagehide", flush);
  };
}

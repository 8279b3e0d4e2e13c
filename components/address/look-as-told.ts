/** Looks at what an address says of the document that is open, and shows the tab that it names. */
import type { Look, SideTab } from "../../lib/store/address";
import type { PlaygroundStore } from "../../lib/store/playground-store";

/** Picks a tab of the side panel and brings the panel to the front. */
export function showTab({ store }: Pick<PlaygroundStore, "store">, tab: SideTab): void {
  store.setState(({ sideAsked }) => ({ tab, sideAsked: sideAsked + 1 }));
}

/** An address that names a request as well is about that one: there the map stays in front. */
export function lookAsTold(playground: PlaygroundStore, look: Look): void {
  playground.actions.lookAt(look);
  if (look.tab !== null && look.turn === 0) showTab(playground, look.tab);
}

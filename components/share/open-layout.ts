/** Opens a layout from a link or a file as its author saw it: with the rules and prices of its day. */
import { findEdition } from "../../lib/share/compare-edition";
import type { SharedLayout } from "../../lib/share/shared-layout";
import type { PlaygroundStore } from "../../lib/store/playground-store";

/** @param kept names a layout that nothing else holds, as a link would: it is kept at once */
export function openLayout(
  { actions }: Pick<PlaygroundStore, "actions">,
  layout: SharedLayout,
  kept?: { readonly name: string },
): void {
  const { text, model, region, scenario, play, offRules, mediaSizes } = layout;
  actions.loadDocument({
    text,
    scenario,
    presetId: null,
    ...(kept ? { keep: true, name: kept.name } : {}),
    region,
    isRegionAssumed: layout.isRegionAssumed ?? false,
    play: { ...play, ...findEdition(layout)?.play },
    offRules,
    ...(mediaSizes ? { mediaSizes } : {}),
    ...(model === null ? {} : { model }),
  });
}

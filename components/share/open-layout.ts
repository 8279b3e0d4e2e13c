/** Opens a layout from a link or a file as its author saw it: with the rules and prices of its day. */
import { findEdition } from "../../lib/share/compare-edition";
import type { SharedLayout } from "../../lib/share/shared-layout";
import type { PlaygroundStore } from "../../lib/store/playground-store";

/** @param keep true where nothing else holds the layout, as a link or a kept one does */
export function openLayout(
  { actions }: Pick<PlaygroundStore, "actions">,
  layout: SharedLayout,
  keep = false,
): void {
  const { text, model, region, scenario, play, offRules } = layout;
  actions.loadDocument({
    text,
    scenario,
    presetId: null,
    keep,
    region,
    play: { ...play, ...findEdition(layout)?.play },
    offRules,
    ...(model === null ? {} : { model }),
  });
}

/** Opens a layout from a link or a file as its author saw it: with the rules and prices of its day. */
import { findEdition } from "../../lib/share/compare-edition";
import type { SharedLayout } from "../../lib/share/shared-layout";
import type { PlaygroundStore } from "../../lib/store/playground-store";

export function openLayout({ actions }: Pick<PlaygroundStore, "actions">, layout: SharedLayout): void {
  const { text, model, region, scenario, play, offRules } = layout;
  actions.loadDocument({
    text,
    scenario,
    presetId: null,
    region,
    play: { ...play, ...findEdition(layout)?.play },
    offRules,
    ...(model === null ? {} : { model }),
  });
}

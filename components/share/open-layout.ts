/** Opens a layout from a link or a file as its author saw it: with the rules and prices of its day. */
import { findEdition } from "../../lib/share/compare-edition";
import type { SharedLayout } from "../../lib/share/shared-layout";
import type { SharedNotice } from "../../lib/store/playground-state";
import type { PlaygroundStore } from "../../lib/store/playground-store";
import { wordsNow } from "../words/words-now";

/** What a layout says of itself; null where there is nothing to tell. */
const noticeOf = ({ note, isShapeOnly = false }: SharedLayout): SharedNotice | null =>
  note === undefined && !isShapeOnly ? null : { note: note ?? null, isShapeOnly };

/** @param kept names a layout that nothing else holds, as a link would: it is kept at once */
export function openLayout(
  { actions }: Pick<PlaygroundStore, "actions">,
  layout: SharedLayout,
  kept?: { readonly name: string },
): void {
  const shared = noticeOf(layout);
  const { text, model, region, scenario, play, offRules, mediaSizes } = layout;
  actions.loadDocument({
    text,
    scenario,
    presetId: null,
    ...(kept ? { keep: true, name: kept.name } : { name: wordsNow().t("share.fromLink") }),
    ...(shared ? { shared } : {}),
    region,
    isRegionAssumed: layout.isRegionAssumed ?? false,
    play: { ...play, ...findEdition(layout)?.play },
    offRules,
    ...(mediaSizes ? { mediaSizes } : {}),
    ...(model === null ? {} : { model }),
  });
}

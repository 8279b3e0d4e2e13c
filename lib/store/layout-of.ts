/** The layout that a state of the page shows, with the edition of rules and prices where that is not today's. */
import { restorePlay } from "../share/restore-play";
import type { SharedLayout } from "../share/shared-layout";
import type { PlaygroundState } from "./playground-state";

/** Whether what is on the page is somebody else's document, edited: an example's or a link's, not one's own. */
export const isEditedCopy = ({
  edited,
  documentName,
  keepDocument,
}: Pick<PlaygroundState, "edited" | "documentName" | "keepDocument">): boolean =>
  edited && documentName !== null && !keepDocument;

export function layoutOf({ text, settings }: Pick<PlaygroundState, "text" | "settings">): SharedLayout {
  const { model, region, scenario, offRules = [], rulesOn = "", seenPrices, mediaSizes } = settings;
  return {
    text,
    model,
    region,
    ...(settings.isRegionAssumed ? { isRegionAssumed: true } : {}),
    scenario,
    play: restorePlay(settings),
    ...(mediaSizes && Object.keys(mediaSizes).length > 0 ? { mediaSizes } : {}),
    offRules,
    rulesAsOf: rulesOn,
    ...(seenPrices ? { seenPrices } : {}),
  };
}

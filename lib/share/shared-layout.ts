/** What a link carries: a document and how it is played. No key and no answer of a service has a place in it. */
import type { PriceOverride, Region } from "../offers/model";
import type { PlaySettings } from "../placement/play-settings";
import type { Scenario } from "../timeline/scenario";
import type { MediaSizes } from "../tokens/measure-media";

export interface SharedLayout {
  /** The document, exactly as it stands in the editor. */
  readonly text: string;
  /** Used where the document names no model; null leaves the choice to the reader's page. */
  readonly model: string | null;
  readonly region: Region;
  /** True where nobody had said that it is this region; absent = somebody had. */
  readonly isRegionAssumed?: boolean;
  /** Null plays the document's request alone. */
  readonly scenario: Scenario | null;
  readonly play: PlaySettings;
  /** Sizes that the author gave to images and videos, by part pointer; absent = none. */
  readonly mediaSizes?: MediaSizes;
  /** What the author says to whoever opens it, at most `MAX_NOTE` UTF-16 units; absent = nothing. */
  readonly note?: string;
  /** True where its words were left out and every size is as it was. */
  readonly isShapeOnly?: boolean;
  /** Ids of the rules that are switched off. */
  readonly offRules: readonly string[];
  /** Date of the rules and prices the link was made with, e.g. `2026-11-21`; empty when not known. */
  readonly rulesAsOf: string;
  /** Prices of its models as the table said them on that day; absent when not known. */
  readonly seenPrices?: readonly PriceOverride[];
}

/** UTF-16 units. */
export const MAX_NOTE = 280;

/** What a link leaves out when it is so. */
export const DEFAULT_LAYOUT: Omit<SharedLayout, "text"> = {
  model: null,
  region: "intl",
  scenario: null,
  play: {},
  offRules: [],
  rulesAsOf: "",
};

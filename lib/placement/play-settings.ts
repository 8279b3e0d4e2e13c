/** How a scenario's requests are played, besides their texts and times. */

import type { ChangingText } from "../changing/changing-text";
import type { PriceOverride } from "../offers/model";
import type { Readings } from "../offers/readings";
import type { ImplicitReads } from "../systems/implicit-reads";
import type { OwnHost } from "../systems/own-host";
import type { EntryTtl } from "../systems/system";
import type { Placement } from "./placement";

/** What is absent is as the service does it. */
export interface PlaySettings {
  /** Where markers go from the second request on; absent = as drawn. */
  readonly placement?: Placement;
  /** Id of the cache system that serves every request; absent = markers and model decide. */
  readonly system?: string;
  /** What requests without markers read; absent = never. */
  readonly implicit?: ImplicitReads;
  /** Qwen4: seconds its entries live; absent = five minutes, unless its markers say otherwise. */
  readonly ttl?: EntryTtl;
  /** Qwen4: the service places a breakpoint at the end of the input. */
  readonly automatic?: boolean;
  /** What is played where the documentation leaves it open; absent = what was observed, else what is assumed. */
  readonly readings?: Readings;
  /** Prices that win over the table. */
  readonly prices?: readonly PriceOverride[];
  /** How words of the document change from request to request, where that is not what is assumed of their kind. */
  readonly changing?: readonly ChangingText[];
  /** Model that a row of the comparison of cache systems stands for, by row; absent = a sensible one. */
  readonly comparedModels?: Readonly<Record<string, string>>;
  /** A host of one's own among the systems that are compared; absent = none. */
  readonly ownHost?: OwnHost;
  /** Row of the comparison whose system plays the conversation; absent = Model Studio. */
  readonly played?: string;
  /** The day whose rules are played, as `2026-11-21`; absent = the day of the newest rules. */
  readonly rulesOn?: string;
  /** Prices of an earlier day: they win over the table, and `prices` over them. */
  readonly seenPrices?: readonly PriceOverride[];
}

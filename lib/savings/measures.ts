/** All measures, in the order in which several are taken: caching first, then the payload, then where it is sent. */
import type { Measure } from "./measure";
import { anotherModel } from "./measures/another-model";
import { anotherRegion } from "./measures/another-region";
import { bestPlacement } from "./measures/best-placement";
import { compactHistory } from "./measures/compact-history";
import { dropMarkers } from "./measures/drop-markers";
import { dropOldResults } from "./measures/drop-old-results";
import { dropReasoning } from "./measures/drop-reasoning";
import { gatewayMarkers } from "./measures/gateway-markers";
import { keepToolList } from "./measures/keep-tool-list";
import { longerLife } from "./measures/longer-life";
import { moveChangingText } from "./measures/move-changing-text";
import { oneFirst } from "./measures/one-first";
import { orderTools } from "./measures/order-tools";
import { pings } from "./measures/pings";
import { relevantTools } from "./measures/relevant-tools";
import { searchTools } from "./measures/search-tools";
import { shortenResults } from "./measures/shorten-results";
import { splitSystem } from "./measures/split-system";
import { stableBeforeVolatile } from "./measures/stable-before-volatile";
import { stableFewTools } from "./measures/stable-few-tools";

export const MEASURES: readonly Measure[] = [
  moveChangingText,
  orderTools,
  keepToolList,
  stableBeforeVolatile,
  splitSystem,
  oneFirst,
  gatewayMarkers,
  bestPlacement,
  dropMarkers,
  longerLife,
  pings,
  stableFewTools,
  relevantTools,
  searchTools,
  shortenResults,
  dropOldResults,
  compactHistory,
  dropReasoning,
  anotherModel,
  anotherRegion,
];

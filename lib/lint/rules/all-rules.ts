/** Every rule, in the order they are listed, and the pack it belongs to: those that hold everywhere, and those of one service. */
import { ownField } from "../../values/json";
import type { Rule } from "../rule";
import { belowMinimum } from "./below-minimum";
import { callsAndResults } from "./calls-and-results";
import { contentMissing } from "./content-missing";
import { emptyMarkedText } from "./empty-marked-text";
import { explicitNotOffered } from "./explicit-not-offered";
import { historyRewritten } from "./history-rewritten";
import { jsonInvalid } from "./json-invalid";
import { lookbackExceeded } from "./lookback-exceeded";
import { markerInImageMessage } from "./marker-in-image-message";
import { markerOnChangingTail } from "./marker-on-changing-tail";
import { markerOnStringContent } from "./marker-on-string-content";
import { markerOnToolResult } from "./marker-on-tool-result";
import { markerShape } from "./marker-shape";
import { markerWhereNobodyLooks } from "./marker-where-nobody-looks";
import { markersWithoutEffect } from "./markers-without-effect";
import { mergedSystem } from "./merged-system";
import { modelByAnotherName } from "./model-by-another-name";
import { modelSwitched } from "./model-switched";
import { noMarker } from "./no-marker";
import { overContext } from "./over-context";
import { reasoningInHistory } from "./reasoning-in-history";
import { repeatedContent } from "./repeated-content";
import { requestShape } from "./request-shape";
import { secretInRequest } from "./secret-in-request";
import { severalMarkersInMessage } from "./several-markers-in-message";
import { stableAfterVolatile } from "./stable-after-volatile";
import { streamWithoutUsage } from "./stream-without-usage";
import { systemNotFirst } from "./system-not-first";
import { thinkingBudget } from "./thinking-budget";
import { tooManyMarkers } from "./too-many-markers";
import { toolsMarkerIgnored } from "./tools-marker-ignored";
import { toolsUnstable } from "./tools-unstable";
import { uncountedContent } from "./uncounted-content";
import { unknownModel } from "./unknown-model";
import { volatileBeforeMarker } from "./volatile-before-marker";

/** Rules about what the service of a pack does; all others hold wherever a prefix is cached. */
const PACKS: Readonly<Record<string, ReadonlySet<Rule>>> = {
  "model-studio": new Set([
    contentMissing,
    callsAndResults,
    thinkingBudget,
    markerOnStringContent,
    markerWhereNobodyLooks,
    markerShape,
    tooManyMarkers,
    belowMinimum,
    severalMarkersInMessage,
    mergedSystem,
    toolsMarkerIgnored,
    markersWithoutEffect,
    noMarker,
    explicitNotOffered,
    unknownModel,
    modelByAnotherName,
    emptyMarkedText,
    lookbackExceeded,
    markerInImageMessage,
    markerOnToolResult,
    reasoningInHistory,
    overContext,
  ]),
};

/** Rules about markers that could take effect, which those of Responses cannot. */
const ABOUT_MARKERS: ReadonlySet<Rule> = new Set([
  markerOnStringContent,
  markerShape,
  tooManyMarkers,
  belowMinimum,
  severalMarkersInMessage,
  mergedSystem,
  toolsMarkerIgnored,
  markersWithoutEffect,
  explicitNotOffered,
  emptyMarkedText,
  volatileBeforeMarker,
  markerOnChangingTail,
  lookbackExceeded,
  markerInImageMessage,
  markerOnToolResult,
]);

/** Rules that hold although nothing is cached: what is refused, mistaken for another model, or longer than it need be. */
const WITHOUT_CACHE: Readonly<Record<string, ReadonlySet<Rule>>> = {
  "model-studio-batch": new Set([
    jsonInvalid,
    requestShape,
    contentMissing,
    callsAndResults,
    thinkingBudget,
    unknownModel,
    modelByAnotherName,
    secretInRequest,
    repeatedContent,
    overContext,
    uncountedContent,
  ]),
};

export const RULES: readonly Rule[] = [
  jsonInvalid,
  requestShape,
  contentMissing,
  callsAndResults,
  thinkingBudget,
  streamWithoutUsage,
  markerOnStringContent,
  markerWhereNobodyLooks,
  markerShape,
  tooManyMarkers,
  belowMinimum,
  severalMarkersInMessage,
  mergedSystem,
  toolsMarkerIgnored,
  markersWithoutEffect,
  noMarker,
  explicitNotOffered,
  unknownModel,
  modelByAnotherName,
  emptyMarkedText,
  volatileBeforeMarker,
  stableAfterVolatile,
  markerOnChangingTail,
  secretInRequest,
  lookbackExceeded,
  markerInImageMessage,
  markerOnToolResult,
  systemNotFirst,
  toolsUnstable,
  historyRewritten,
  modelSwitched,
  reasoningInHistory,
  repeatedContent,
  overContext,
  uncountedContent,
];

const packed = new Set(Object.values(PACKS).flatMap((pack) => [...pack]));

/**
 * The rules that hold under a pack, in the order they are listed; null = only those that hold everywhere.
 * @param readsMarkers false of a request whose markers mean nothing there
 */
export function listRules(pack: string | null, readsMarkers = true): readonly Rule[] {
  const withoutCache = pack === null ? undefined : ownField(WITHOUT_CACHE, pack);
  if (withoutCache) return RULES.filter((rule) => withoutCache.has(rule));
  const own = pack === null ? undefined : ownField(PACKS, pack);
  const isMeant = (rule: Rule): boolean => readsMarkers || own === undefined || !ABOUT_MARKERS.has(rule);
  return RULES.filter((rule) => (!packed.has(rule) || own?.has(rule)) && isMeant(rule));
}

const byId = new Map(RULES.map((rule) => [rule.id, rule]));

/** The rule of that id; null where there is none. */
export function findRule(id: string): Rule | null {
  return byId.get(id) ?? null;
}

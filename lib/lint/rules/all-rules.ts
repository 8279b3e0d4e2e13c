/** Every rule, in the order they are listed. */
import type { Rule } from "../rule";
import { belowMinimum } from "./below-minimum";
import { emptyMarkedText } from "./empty-marked-text";
import { explicitNotOffered } from "./explicit-not-offered";
import { jsonInvalid } from "./json-invalid";
import { markerOnStringContent } from "./marker-on-string-content";
import { markerShape } from "./marker-shape";
import { markersWithoutEffect } from "./markers-without-effect";
import { mergedSystem } from "./merged-system";
import { noMarker } from "./no-marker";
import { requestShape } from "./request-shape";
import { severalMarkersInMessage } from "./several-markers-in-message";
import { tooManyMarkers } from "./too-many-markers";
import { toolsMarkerIgnored } from "./tools-marker-ignored";
import { unknownModel } from "./unknown-model";

export const RULES: readonly Rule[] = [
  jsonInvalid,
  requestShape,
  markerOnStringContent,
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
  emptyMarkedText,
];

const byId = new Map(RULES.map((rule) => [rule.id, rule]));

/** The rule of that id; null where there is none. */
export function findRule(id: string): Rule | null {
  return byId.get(id) ?? null;
}

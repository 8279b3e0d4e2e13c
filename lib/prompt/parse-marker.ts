/** Finds the markers that an object of the request carries. */
import { isNothing, type JsonNode, plainValue, propertyOf, rangeOf } from "./json-node";
import { childPointer } from "./json-pointer";
import type { Marker, MarkerPlace } from "./prompt";

/** The two spellings of a marker. */
export const MARKER_KEYS = ["cache_control", "prompt_cache_breakpoint"] as const;

/**
 * Markers on `node`, in the order of `MARKER_KEYS`. A marker written as `null` is none: SDKs send that for
 * "not set". Any other value is a marker, however odd, because its presence alone selects the explicit cache.
 */
export function markersOn(node: JsonNode, owner: string, place: MarkerPlace): Marker[] {
  const markers: Marker[] = [];
  for (const key of MARKER_KEYS) {
    const property = propertyOf(node, key);
    if (!property || isNothing(property.value)) continue;
    markers.push({
      pointer: childPointer(owner, key),
      owner,
      place,
      key,
      value: plainValue(property.value),
      range: rangeOf(property),
    });
  }
  return markers;
}

/** True for a property name that spells a marker. */
export function isMarkerKey(key: string): boolean {
  return (MARKER_KEYS as readonly string[]).includes(key);
}

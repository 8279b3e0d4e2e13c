/** The life that the markers of a document ask for, all of them at once. */

import { fail } from "../values/failure";
import { isObject } from "../values/json";
import { tell } from "../words/message";
import { type JsonNode, nodeAt, propertyOf } from "./json-node";
import { styleOf } from "./json-style";
import { parseJson } from "./json-tree";
import type { EditResult } from "./marker-edits";
import { mergeEdits } from "./merge-edits";
import { parsePrompt } from "./parse";
import type { Marker, Prompt, TextEdit } from "./prompt";
import { cutProperty } from "./remove-property";

/** `usual`: no marker says more than five minutes; `hour`: each asks for one; `mixed`: some do. */
export type MarkerLife = "usual" | "hour" | "mixed";

const HOUR = "1h";

/** A marker of the other spelling says no life. */
const saysLife = ({ key, value }: Marker): boolean => key === "cache_control" && isObject(value);

const asksForHour = ({ value }: Marker): boolean => isObject(value) && value.ttl === HOUR;

/** Null where no marker could say a life. */
export function readMarkerLife({ markers }: Pick<Prompt, "markers">): MarkerLife | null {
  const sayable = markers.filter(saysLife);
  if (sayable.length === 0) return null;
  const hours = sayable.filter(asksForHour).length;
  return hours === 0 ? "usual" : hours === sayable.length ? "hour" : "mixed";
}

function writeHour(text: string, root: JsonNode, value: JsonNode & { type: "object" }): TextEdit {
  const { colon, comma } = styleOf(text, root);
  const given = propertyOf(value, "ttl");
  if (given) return { range: { start: given.value.start, end: given.value.end }, text: JSON.stringify(HOUR) };
  const last = value.properties.at(-1);
  const at = last ? last.end : value.start + 1;
  return { range: { start: at, end: at }, text: `${last ? comma : ""}"ttl"${colon}${JSON.stringify(HOUR)}` };
}

/** Makes every marker ask for an hour, or for what is usual without a word. Never throws. */
export function askForLife(text: string, life: Exclude<MarkerLife, "mixed">): EditResult {
  const { prompt, errors } = parsePrompt(text);
  const { root } = parseJson(text);
  if (!prompt || !root) return fail(errors[0]?.message ?? tell("prompt.unreadablePlain"));
  const edits = prompt.markers.filter(saysLife).flatMap(({ pointer }): TextEdit[] => {
    const value = nodeAt(root, pointer);
    if (value?.type !== "object") return [];
    return life === "hour" ? [writeHour(text, root, value)] : cutProperty(text, value, "ttl");
  });
  return { ok: true, edits: mergeEdits(edits) };
}

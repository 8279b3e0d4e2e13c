/** The places of a body where a marker may be written, and the markers there in another spelling. */

import { isList, isObject, type JsonObject, type JsonValue } from "../../values/json";
import { childPointer } from "../json-pointer";
import { isMarkerKey, MARKER_KEYS } from "../parse-marker";
import type { MarkerPlace } from "../prompt";

/** A marker as a body of any dialect has it. */
export interface WrittenMarker {
  /** JSON Pointer of the object that carries it. */
  readonly owner: string;
  readonly place: MarkerPlace;
  /** Of the message it stands in; null outside of messages. */
  readonly role: string | null;
  /** e.g. `text`, `thinking`; empty where it is not told. */
  readonly type: string;
  /** As it is written, e.g. `1h`; null = it does not say. */
  readonly ttl: string | null;
}

/** Properties that stand in a marker's place; none = the marker leaves. */
export type RewriteMarker = (marker: WrittenMarker) => JsonObject;

const ttlOf = (value: JsonValue | undefined): string | null => {
  const ttl = isObject(value) ? value.ttl : null;
  return typeof ttl === "string" || typeof ttl === "number" ? String(ttl) : null;
};

type Place = Omit<WrittenMarker, "ttl" | "type">;

function rewriteOn(value: JsonValue, place: Place, rewrite: RewriteMarker): JsonValue {
  if (!isObject(value)) return value;
  const marker = MARKER_KEYS.map((key) => value[key]).find((one) => one !== undefined && one !== null);
  const bare = Object.fromEntries(Object.entries(value).filter(([key]) => !isMarkerKey(key)));
  if (marker === undefined) return bare;
  const type = typeof value.type === "string" ? value.type : "";
  return { ...bare, ...rewrite({ ...place, type, ttl: ttlOf(marker) }) };
}

function rewriteList(
  list: JsonValue | undefined,
  pointer: string,
  place: Omit<Place, "owner">,
  rewrite: RewriteMarker,
): JsonValue | undefined {
  if (!isList(list)) return list;
  return list.map((item, index) =>
    rewriteOn(item, { ...place, owner: childPointer(pointer, index) }, rewrite),
  );
}

function rewriteMessage(message: JsonValue, pointer: string, rewrite: RewriteMarker): JsonValue {
  if (!isObject(message)) return message;
  const role = typeof message.role === "string" ? message.role : null;
  const content = rewriteList(message.content, `${pointer}/content`, { place: "part", role }, rewrite);
  const own = rewriteOn(message, { owner: pointer, place: "message", role }, rewrite);
  return content === undefined || !isObject(own) ? own : { ...own, content };
}

/** An item of a Responses input: what it says, or the output of a tool. */
function rewriteItem(item: JsonValue, pointer: string, rewrite: RewriteMarker): JsonValue {
  if (!isObject(item)) return item;
  const output = rewriteList(item.output, `${pointer}/output`, { place: "part", role: "tool" }, rewrite);
  const written = rewriteMessage(item, pointer, rewrite);
  return output === undefined || !isObject(written) ? written : { ...written, output };
}

/** The body with every marker as `rewrite` spells it, which meets them in cache order; a bare message array becomes a body. */
export function rewriteMarkers(body: JsonValue, rewrite: RewriteMarker): JsonObject {
  const given: JsonObject = isObject(body) ? body : { messages: body };
  const bare = Object.fromEntries(Object.entries(given).filter(([key]) => !isMarkerKey(key)));
  const tools = rewriteList(given.tools, "/tools", { place: "tool", role: null }, rewrite);
  const system = rewriteList(given.system, "/system", { place: "part", role: "system" }, rewrite);
  const { messages } = given;
  const written = isList(messages)
    ? messages.map((message, index) => rewriteMessage(message, childPointer("/messages", index), rewrite))
    : messages;
  const items = isList(given.input)
    ? given.input.map((item, index) => rewriteItem(item, childPointer("/input", index), rewrite))
    : undefined;
  const own = rewriteOn(given, { owner: "", place: "request", role: null }, rewrite);
  const kept = isObject(own) ? own : bare;
  return {
    ...kept,
    ...(tools === undefined ? {} : { tools }),
    ...(system === undefined ? {} : { system }),
    ...(written === undefined ? {} : { messages: written }),
    ...(items === undefined ? {} : { input: items }),
  };
}

/** The markers of a body, in cache order: tools, system, messages, then the request's own. */
export function listMarkers(body: JsonValue): WrittenMarker[] {
  const markers: WrittenMarker[] = [];
  rewriteMarkers(body, (marker) => {
    markers.push(marker);
    return {};
  });
  return markers;
}

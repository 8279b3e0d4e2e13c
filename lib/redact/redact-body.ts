/** Takes secrets, ids and names of persons out of a request body, and leaves everything else where it is. */

import type { JsonValue } from "../values/json";
import { append } from "../values/long-lists";
import { kindOfName, type NameKind } from "./name-kinds";
import { holdsPlaceholder, isComposite, writePlaceholder } from "./placeholder";
import { redactText } from "./redact-text";
import type { Alias, Redaction } from "./redaction";

/** No request is nested so deep; what lies deeper is taken out unseen. */
const DEEPEST = 400;
const TOO_DEEP = "[nested too deep]";

/** JSON Schema's words for a type: a schema may be written as a name and its type. */
const TYPE = /^(?:string|integer|number|object|array|boolean|null)?$/;

/** Whether the text under a telling name is the word for a type, as in a schema, or nothing. */
export const standsForType = (text: string): boolean => TYPE.test(text);

/** What is known of a value from above it. */
interface Place {
  readonly kind: NameKind | null;
  /** The kind holds for everything below, whatever its name. */
  readonly isWhole: boolean;
  readonly depth: number;
}

/** An object or an array as JSON in a string; null for any other text. */
function readInner(text: string): JsonValue | null {
  if (!/^\s*[{[]/.test(text)) return null;
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/**
 * The body with every string of it, names included, through `redactText`; strings and numbers under a telling name, e.g.
 * `user_id`, `api_key`, are replaced whole, and those of JSON inside such a string one by one. Objects under such a name keep
 * their structure, so a tool's input schema stays. What does not change comes back as the same object; redacting twice
 * changes nothing more. Never throws: values more than 400 deep are replaced by one word.
 */
export function redactBody(body: JsonValue, alias: Alias): Redaction {
  const removed: string[] = [];

  function cleanText(text: string): string {
    const redaction = redactText(text, alias);
    append(removed, redaction.removed);
    return redaction.value;
  }

  function replace(value: string, { what }: NameKind): string {
    removed.push(what);
    return writePlaceholder(what, value, alias);
  }

  function visitText(text: string, { kind, depth }: Place): string {
    if (!kind || standsForType(text) || holdsPlaceholder(text)) return cleanText(text);
    const inner = readInner(text);
    if (inner !== null) return JSON.stringify(visit(inner, { kind, isWhole: true, depth: depth + 1 }));
    const cleaned = kind.of === "id" && isComposite(text) ? cleanText(text) : text;
    return cleaned === text ? replace(text, kind) : cleaned;
  }

  function visitList(list: readonly JsonValue[], place: Place): JsonValue {
    const items = list.map((item) => visit(item, { ...place, depth: place.depth + 1 }));
    return items.every((item, index) => Object.is(item, list[index])) ? list : items;
  }

  function visitObject(
    object: { readonly [key: string]: JsonValue },
    { kind, isWhole, depth }: Place,
  ): JsonValue {
    let isChanged = false;
    const entries = Object.entries(object).map(([key, value]): [string, JsonValue] => {
      const name = cleanText(key);
      const own = kindOfName(key) ?? kindOfName(name) ?? (isWhole ? kind : null);
      const cleaned = visit(value, { kind: own, isWhole, depth: depth + 1 });
      isChanged ||= name !== key || !Object.is(cleaned, value);
      return [name, cleaned];
    });
    // Defines each property, so that one called `__proto__` stays a property.
    return isChanged ? Object.fromEntries(entries) : object;
  }

  function visit(value: JsonValue, place: Place): JsonValue {
    if (typeof value === "string") return visitText(value, place);
    if (typeof value === "number") {
      const { kind, isWhole } = place;
      return kind && (isWhole || kind.of === "id") ? replace(String(value), kind) : value;
    }
    if (value === null || typeof value !== "object") return value;
    if (place.depth >= DEEPEST) {
      removed.push("a value nested too deep");
      return TOO_DEEP;
    }
    return Array.isArray(value)
      ? visitList(value, place)
      : visitObject(value as { readonly [key: string]: JsonValue }, place);
  }

  return { value: visit(body, { kind: null, isWhole: false, depth: 0 }), removed };
}

/** A body to look at: as it is sent, with long texts cut short. */
import { isList, isObject, type JsonObject, type JsonValue } from "../values/json";

/** Characters of a text that are shown. */
const SHOWN = 80;

/**
 * The body as indented JSON.
 * @param tellCut what stands behind a text that was cut short
 */
export function previewBody(body: JsonObject, tellCut: (characters: number) => string): string {
  const shorten = (value: JsonValue): JsonValue => {
    if (typeof value === "string") {
      return value.length <= SHOWN * 2 ? value : `${value.slice(0, SHOWN)}${tellCut(value.length)}`;
    }
    if (isList(value)) return value.map(shorten);
    return isObject(value)
      ? Object.fromEntries(Object.entries(value).map(([name, each]) => [name, shorten(each)]))
      : value;
  };
  return JSON.stringify(shorten(body), null, 2);
}

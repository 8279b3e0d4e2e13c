/** The form of an object that a prompt describes in its own text, where JSON is asked for without a schema. */
import type { Prompt } from "../../prompt/prompt";
import { isObject, type JsonObject, type JsonValue } from "../../values/json";
import { fitSchema } from "./fit-schema";

/** Characters of one message, and objects of all, that are looked at. */
const MAX_TEXT = 20_000;
const MAX_OBJECTS = 50;

/** Where the object that begins at `from` ends; -1 where it does not. */
export function endOfObject(text: string, from: number): number {
  let depth = 0;
  let inString = false;
  for (let at = from; at < text.length; at++) {
    const character = text[at];
    if (inString) {
      if (character === "\\") at++;
      else if (character === '"') inString = false;
    } else if (character === '"') inString = true;
    else if (character === "{") depth++;
    else if (character === "}" && --depth === 0) return at + 1;
  }
  return -1;
}

function parseObject(text: string): JsonObject | null {
  try {
    const value: JsonValue = JSON.parse(text);
    return isObject(value) && Object.keys(value).length > 0 ? value : null;
  } catch {
    return null;
  }
}

/** Objects that are written in a text, none within another. */
function listObjects(text: string, most: number): JsonObject[] {
  const found: JsonObject[] = [];
  let tries = 0;
  for (let at = text.indexOf("{"); at >= 0 && tries < most; at = text.indexOf("{", at)) {
    tries += 1;
    const end = endOfObject(text, at);
    const value = end < 0 ? null : parseObject(text.slice(at, end));
    if (value) found.push(value);
    at = value ? end : at + 1;
  }
  return found;
}

const isSchema = ({ type, properties }: JsonObject): boolean => type === "object" && isObject(properties);

/**
 * What the last message says that describes an object: a value for a JSON Schema that is written there, or the object that
 * is shown as an example. Null where none does. Results of tools describe nothing.
 */
export function findForm({ messages }: Prompt): JsonObject | null {
  const texts = messages
    .filter(({ role }) => role === "system" || role === "developer" || role === "user")
    .flatMap(({ parts }) => parts.filter(({ kind }) => kind === "text").map(({ text }) => text));
  let left = MAX_OBJECTS;
  for (const text of texts.reverse()) {
    if (left <= 0) return null;
    const objects = listObjects(text.slice(-MAX_TEXT), left);
    left -= Math.max(1, objects.length);
    const schema = objects.find(isSchema);
    const fitted = schema ? fitSchema(schema, { whole: true }) : objects.at(-1);
    if (isObject(fitted)) return fitted;
  }
  return null;
}

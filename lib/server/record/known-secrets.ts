/** The secrets of one request that are known to the letter: wherever they are repeated, they are taken out. */
import { kindOfName } from "../../redact/name-kinds";
import { writePlaceholder } from "../../redact/placeholder";
import type { Alias, Redaction } from "../../redact/redaction";
import type { JsonValue } from "../../values/json";

export interface KnownSecret {
  /** With its article, e.g. `an API key`. */
  readonly name: string;
  readonly text: string;
}

/** What the agent's own key is called. */
export const KEY_NAME = "an API key";

/** Shorter ones are words that stand in any text. */
const MIN_LENGTH = 8;

/** A key is a key, whichever header carries it. */
function nameOf(header: string): string | null {
  if (/^authorization$|api-?key$/.test(header)) return KEY_NAME;
  return kindOfName(header)?.what ?? null;
}

/** What a request's headers hold of keys and ids, and the id of the recording itself, which its base URL gives away. */
export function listSecrets(headers: Headers, session: string): KnownSecret[] {
  const found: KnownSecret[] = [{ name: "a recording id", text: session }];
  for (const [header, value] of headers) {
    const name = nameOf(header);
    if (name === null) continue;
    const text = value.replace(/^(Bearer|Basic)\s+/i, "").trim();
    if (text.length >= MIN_LENGTH) found.push({ name, text });
  }
  return found;
}

type StringMap = (text: string) => string;

function mapStrings(value: JsonValue, map: StringMap): JsonValue {
  if (typeof value === "string") return map(value);
  if (Array.isArray(value)) return value.map((item) => mapStrings(item, map));
  if (typeof value !== "object" || value === null) return value;
  // Not by assignment: a field may be called __proto__.
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [map(name), mapStrings(item, map)]));
}

/**
 * Takes the secrets out of every string of a value, names of fields included.
 * @param value no deeper than `parseJsonText` lets through
 */
export function removeSecrets(value: JsonValue, secrets: readonly KnownSecret[], alias: Alias): Redaction {
  const removed = new Set<string>();
  const cleaned = mapStrings(value, (whole) => {
    let text = whole;
    for (const { name, text: secret } of secrets) {
      if (!text.includes(secret)) continue;
      text = text.replaceAll(secret, () => writePlaceholder(name, secret, alias));
      removed.add(name);
    }
    return text;
  });
  return { value: removed.size === 0 ? value : cleaned, removed: [...removed] };
}

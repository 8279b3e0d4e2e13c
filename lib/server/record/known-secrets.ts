/** The secrets of one request that are known to the letter: wherever they are repeated, they are taken out. */
import { kindOfName } from "../../redact/name-kinds";
import { writePlaceholder } from "../../redact/placeholder";
import type { Alias, Redaction } from "../../redact/redaction";
import type { JsonValue } from "../../values/json";
import { patternOf } from "./written-secret";

export interface KnownSecret {
  /** With its article, e.g. `an API key`. */
  readonly name: string;
  readonly text: string;
}

/** What the agent's own key is called. */
export const KEY_NAME = "an API key";

/** Shorter ones are words that stand in any text. */
const MIN_LENGTH = 8;

/** A key is a key, whichever header or parameter carries it. */
function nameOf(name: string): string | null {
  if (/^(?:proxy-)?authorization$|(?:^|[-_])(?:api[-_]?)?key$/.test(name)) return KEY_NAME;
  return kindOfName(name)?.what ?? null;
}

/** What a header's value carries behind a scheme such as `Bearer`, `Token` or `Basic`, of the last also what it hides. */
function readCredential(value: string): string[] {
  const [, scheme = "", credential = ""] = /^([A-Za-z][\w-]*)\s+(\S+)$/.exec(value.trim()) ?? [];
  if (credential === "") return [value.trim()];
  if (scheme.toLowerCase() !== "basic") return [credential];
  const hidden = Buffer.from(credential, "base64").toString();
  // A key stands in either half, with nothing in the other.
  const [user = "", ...password] = hidden.split(":");
  return [password.join(":"), user, credential];
}

/** Each cookie by itself: an answer may repeat one of them. */
const readCookies = (value: string): string[] =>
  value.split(";").map((cookie) => cookie.slice(cookie.indexOf("=") + 1).trim());

/**
 * What a request carries of keys and ids, in its headers and its query, and the id of the recording itself, which its base
 * URL gives away.
 */
export function listSecrets(headers: Headers, session: string, search = ""): KnownSecret[] {
  const found: KnownSecret[] = [{ name: "a recording id", text: session }];
  const carried: [string, string][] = [...headers, ...new URLSearchParams(search)];
  for (const [written, value] of carried) {
    const name = nameOf(written.toLowerCase());
    if (name === null) continue;
    const texts = /cookie$/i.test(written) ? readCookies(value) : readCredential(value);
    for (const text of texts) {
      const isKnown = found.some((other) => other.text === text);
      if (text.length >= MIN_LENGTH && !isKnown) found.push({ name, text });
    }
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
 * Takes the secrets out of every string of a value, names of fields included, also where one is written as in an address
 * or in base64.
 * @param value no deeper than `parseJsonText` lets through
 */
export function removeSecrets(value: JsonValue, secrets: readonly KnownSecret[], alias: Alias): Redaction {
  const removed = new Set<string>();
  // The longest first: one may be a part of another.
  const sought = secrets
    .toSorted((one, other) => other.text.length - one.text.length)
    .map(({ name, text }) => ({ name, text, pattern: patternOf(text) }));
  const cleaned = mapStrings(value, (whole) => {
    let text = whole;
    for (const { name, text: secret, pattern } of sought) {
      text = text.replace(pattern, () => {
        removed.add(name);
        return writePlaceholder(name, secret, alias);
      });
    }
    return text;
  });
  return { value: removed.size === 0 ? value : cleaned, removed: [...removed] };
}

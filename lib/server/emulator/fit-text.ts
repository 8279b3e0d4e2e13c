/** A text or a number that fits the bounds of its schema. */
import { type JsonObject, type JsonValue, ownField } from "../../values/json";
import type { PatternTest } from "./pattern-test";
import { writeMatch } from "./write-match";

/** Longest text that is written for a bound. */
const MOST = 1000;

const FORMATS: Readonly<Record<string, string>> = {
  date: "2026-01-01",
  "date-time": "2026-01-01T00:00:00Z",
  time: "00:00:00Z",
  duration: "P1D",
  email: "someone@example.com",
  hostname: "example.com",
  ipv4: "192.0.2.1",
  ipv6: "2001:db8::1",
  uri: "https://example.com/",
  url: "https://example.com/",
  "uri-reference": "/example",
  uuid: "00000000-0000-4000-8000-000000000000",
};

const numberOf = (value: JsonValue | undefined): number | null => (typeof value === "number" ? value : null);

/** Whether a text keeps to length and pattern. */
export function isFittingText(
  { minLength, maxLength, pattern }: JsonObject,
  text: string,
  matches: PatternTest,
): boolean {
  const length = [...text].length;
  if (length < (numberOf(minLength) ?? 0) || length > (numberOf(maxLength) ?? length)) return false;
  return typeof pattern !== "string" || matches(pattern, text);
}

/** The first of some simple texts that fits; where none does, one of the right length. */
export function fitText(schema: JsonObject, matches: PatternTest): string {
  const { format, pattern } = schema;
  const known = typeof format === "string" ? ownField(FORMATS, format) : undefined;
  const text = known ?? "example";
  const least = Math.min(numberOf(schema.minLength) ?? 0, MOST);
  const most = Math.max(numberOf(schema.maxLength) ?? text.length, least);
  const sized = text.padEnd(least, "x").slice(0, Math.max(0, most));
  if (typeof pattern !== "string" || matches(pattern, sized)) return sized;
  const matching = writeMatch(pattern);
  if (matching === null) return sized;
  const longer = matching.padEnd(least, matching.at(-1) ?? "x");
  return matches(pattern, longer) ? longer : matching;
}

/** Whether a number lies within its bounds and is a multiple where it has to be. */
export function isFittingNumber(schema: JsonObject, value: number): boolean {
  const { minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf } = schema;
  return (
    value >= (numberOf(minimum) ?? -Infinity) &&
    value <= (numberOf(maximum) ?? Infinity) &&
    value > (numberOf(exclusiveMinimum) ?? -Infinity) &&
    value < (numberOf(exclusiveMaximum) ?? Infinity) &&
    (numberOf(multipleOf) === null || Number.isInteger(value / (numberOf(multipleOf) ?? 1)))
  );
}

/**
 * One, or what is nearest to it within the bounds.
 * @param step 1 for whole numbers, smaller where fractions are allowed
 */
export function fitNumber(schema: JsonObject, step: number): number {
  const over = numberOf(schema.exclusiveMinimum);
  const under = numberOf(schema.exclusiveMaximum);
  const least = numberOf(schema.minimum) ?? (over === null ? null : over + step);
  const most = numberOf(schema.maximum) ?? (under === null ? null : under - step);
  const value = Math.min(Math.max(1, least ?? 1), most ?? Math.max(1, least ?? 1));
  const multiple = numberOf(schema.multipleOf);
  if (multiple !== null && multiple > 0) {
    const above = Math.ceil(value / multiple) * multiple;
    return isFittingNumber(schema, above) ? above : Math.floor(value / multiple) * multiple;
  }
  return step === 1 ? Math.ceil(value) : value;
}

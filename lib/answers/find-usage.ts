/** Finds the usage object in an answer, a span or a log entry, wherever its tool keeps it. */

import { type Fields, fieldsOf, readNumber } from "../values/json";
import { readShape } from "./tool-usage";

/** Where tools keep a usage, as paths into the record; the record itself comes last. */
const PLACES: readonly (readonly string[])[] = [
  ["usage"],
  ["usageDetails"],
  ["usage_metadata"],
  ["usageMetadata"],
  ["response", "usage"],
  ["response", "body", "usage"],
  ["body", "usage"],
  ["message", "usage"],
  ["message", "usage_metadata"],
  ["response_metadata", "token_usage"],
  ["response_metadata", "usage"],
  ["metadata", "usage_object"],
  ["metadata", "usage"],
  ["token_usage"],
  ["meta_info"],
  ["tokens"],
  ["data"],
  [],
];

const followPath = (record: unknown, path: readonly string[]): unknown =>
  path.reduce<unknown>((value, name) => fieldsOf(value)?.[name], record);

/** LiteLLM keeps the cache apart from the sums of a spend log. */
function joinSpendLog(record: unknown): unknown {
  const fields = fieldsOf(record);
  const cache = fieldsOf(fieldsOf(fields?.metadata)?.additional_usage_values);
  return cache && readNumber(fields?.prompt_tokens) !== null ? { ...cache, ...fields } : record;
}

/** The usage as it stands there, of a shape that is known; null where there is none. Never throws. */
export function findUsage(record: unknown): Fields | null {
  const joined = joinSpendLog(record);
  for (const path of PLACES) {
    const found = fieldsOf(followPath(joined, path));
    if (found && readShape(found)) return found;
  }
  return null;
}

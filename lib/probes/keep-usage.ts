/** Keeps of a usage object what tells something: its numbers and the names of its fields, in bounds. */
import { isObject, type JsonValue } from "../values/json";

const MAX_DEPTH = 6;
const MAX_FIELDS = 60;
/** Names of fields, e.g. `ephemeral_5m_input_tokens`, and of kinds such as `response_api`: words, which no key is. */
const NAME = /^(?!.*\d{3})[A-Za-z][A-Za-z0-9_]{0,39}$/;
const KIND = /^[a-z][a-z_]{0,39}$/;

/** Words that are no name of a kind are left out, so that no usage can carry a prompt or a key. Never throws. */
export function keepUsage(usage: unknown, depth = 0): JsonValue {
  if (typeof usage === "boolean") return usage;
  if (typeof usage === "number") return Number.isFinite(usage) ? usage : null;
  if (typeof usage === "string") return KIND.test(usage) ? usage : null;
  if (depth >= MAX_DEPTH) return null;
  if (Array.isArray(usage)) return usage.slice(0, MAX_FIELDS).map((each) => keepUsage(each, depth + 1));
  if (!isObject(usage as JsonValue)) return null;
  const fields = Object.entries(usage as object).filter(([name]) => NAME.test(name));
  return Object.fromEntries(
    fields.slice(0, MAX_FIELDS).map(([name, value]) => [name, keepUsage(value, depth + 1)]),
  );
}

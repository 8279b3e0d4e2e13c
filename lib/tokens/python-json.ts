/** JSON as Python's `json.dumps(value, ensure_ascii=False)` writes it: the form in which templates show tools. */
import type { JsonValue } from "../values/json";

/** Below this Python writes an exponent. */
const SMALL = 1e-4;

/** Python writes exponents with a sign and two digits, and from 0.0001 downward: 1e-05, 1e+21. */
function writeNumber(value: number): string {
  const written = value !== 0 && Math.abs(value) < SMALL ? value.toExponential() : JSON.stringify(value);
  return written.replace(
    /e([+-]?)(\d+)$/,
    (_, sign: string, digits: string) => `e${sign || "+"}${digits.padStart(2, "0")}`,
  );
}

/** A lone surrogate has no UTF-8: the model gets U+FFFD, not JavaScript's escape of it. */
const writeString = (value: string): string => JSON.stringify(value.toWellFormed());

/** Separators `", "` and `": "`, key order kept. */
export function writePythonJson(value: JsonValue): string {
  if (typeof value === "number") return writeNumber(value);
  if (typeof value === "string") return writeString(value);
  if (value === null || typeof value !== "object") return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(writePythonJson).join(", ")}]`;
  const members = Object.entries(value).map(
    ([key, member]) => `${writeString(key)}: ${writePythonJson(member)}`,
  );
  return `{${members.join(", ")}}`;
}

/** A value as Python's `str()` shows it: what Qwen3.5's template writes for an argument that is no string, list or map. */
export function writePythonText(value: JsonValue): string {
  if (value === null) return "None";
  if (typeof value === "boolean") return value ? "True" : "False";
  return typeof value === "string" ? value : writePythonJson(value);
}

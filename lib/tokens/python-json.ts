/** JSON as Python's `json.dumps(value, ensure_ascii=False)` writes it: the form in which templates show tools. */
import type { JsonValue } from "../prompt/prompt";

/** Python writes exponents with a sign and two digits: 1e-07, 1e+21. */
const writeNumber = (value: number): string =>
  JSON.stringify(value).replace(
    /e([+-]?)(\d+)$/,
    (_, sign: string, digits: string) => `e${sign || "+"}${digits.padStart(2, "0")}`,
  );

/** Separators `", "` and `": "`, key order kept. */
export function writePythonJson(value: JsonValue): string {
  if (typeof value === "number") return writeNumber(value);
  if (value === null || typeof value !== "object") return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(writePythonJson).join(", ")}]`;
  const members = Object.entries(value).map(
    ([key, member]) => `${JSON.stringify(key)}: ${writePythonJson(member)}`,
  );
  return `{${members.join(", ")}}`;
}

/** A value as Python's `str()` shows it: what Qwen3.5's template writes for an argument that is no string, list or map. */
export function writePythonText(value: JsonValue): string {
  if (value === null) return "None";
  if (typeof value === "boolean") return value ? "True" : "False";
  return typeof value === "string" ? value : writePythonJson(value);
}

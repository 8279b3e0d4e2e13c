/** Reads the document as the body that a program sends, in a dialect that its form knows. */
import { findModel } from "../offers/catalogue";
import { convertDialect } from "../prompt/convert/convert-dialect";
import { DIALECT_NAMES } from "../prompt/dialect-names";
import { type JsonNode, plainValue } from "../prompt/json-node";
import { parseJson } from "../prompt/json-tree";
import { parsePrompt } from "../prompt/parse";
import type { Dialect, Prompt } from "../prompt/prompt";
import type { JsonFields } from "../prompt/write-part";
import { type Failure, fail } from "../values/failure";
import type { JsonValue } from "../values/json";
import { append } from "../values/long-lists";
import { type Said, tell } from "../words/message";

interface RequestBody {
  readonly ok: true;
  readonly dialect: Dialect;
  /** A copy of its own: the caller may change it. */
  readonly body: JsonFields;
  /** The document as it is read in that dialect. */
  readonly prompt: Prompt;
  /** The text that `prompt` was read from. */
  readonly text: string;
  readonly notes: readonly Said[];
}

export type ReadRequestBody = RequestBody | Failure;

/** Whole numbers beyond 2^53 lose digits when they are read. */
function hasLongNumber(node: JsonNode): boolean {
  if (node.type === "array") return node.items.some(hasLongNumber);
  if (node.type === "object") return node.properties.some(({ value }) => hasLongNumber(value));
  return typeof node.value === "number" && Math.abs(node.value) > Number.MAX_SAFE_INTEGER;
}

/**
 * The document's body with its model, bare messages as a body of their own.
 * @param dialects what the form can send; a document of another dialect is converted to the first
 * @param fallback model where the document names none
 */
export function readRequestBody(
  text: string,
  dialects: readonly Dialect[],
  fallback: string,
): ReadRequestBody {
  const own = parsePrompt(text);
  if (!own.prompt) {
    return fail(own.errors[0]?.message ?? tell("exporting.noRequest"));
  }
  const notes: Said[] = [];
  let written = text;
  const [first] = dialects;
  if (first && !dialects.includes(own.prompt.dialect)) {
    const converted = convertDialect(text, first);
    if (!converted.ok) return fail(converted.reason);
    written = converted.text;
    notes.push(tell("exporting.converted", { dialect: DIALECT_NAMES[first] }));
    append(
      notes,
      converted.losses.map(({ message }) => message),
    );
  }
  const { prompt } = parsePrompt(written);
  const { root } = parseJson(written);
  if (!prompt || !root) return fail(tell("exporting.noRequest"));
  if (hasLongNumber(root)) notes.push(tell("exporting.longNumber"));
  const value = plainValue(root);
  const body = (Array.isArray(value) ? { messages: value as JsonValue } : value) as JsonFields;
  if (prompt.model === null) notes.push(tell("exporting.modelWrittenIn", { model: fallback }));
  const model = prompt.model ?? fallback;
  if (findModel(model) === null) notes.push(tell("exporting.modelUnknown", { model }));
  const { model: _, ...rest } = body;
  const whole = Object.hasOwn(body, "model") && prompt.model !== null ? body : { model, ...rest };
  return { ok: true, dialect: prompt.dialect, body: whole, prompt, text: written, notes };
}

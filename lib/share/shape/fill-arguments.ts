/** Replaces what a tool call's arguments say, in place, so that the JSON keeps its form. */
import { applyEdits } from "../../prompt/apply-edits";
import type { JsonNode } from "../../prompt/json-node";
import { parseJson } from "../../prompt/json-tree";
import type { TextEdit, TextRange } from "../../prompt/prompt";
import { writePythonJson } from "../../tokens/python-json";
import type { JsonValue } from "../../values/json";
import type { ShapeWriter } from "./shape-writer";

/** Nought stays nought, so that a number keeps its length however it is written. */
const fillNumber = (written: string): string => written.replaceAll(/[1-9]/g, "7");

/** More signs in a row decide nothing. */
const SIGNS = 24;

/** The signs around a string: the pre-tokenizer may read them together with those that the string begins and ends with. */
function placeOf(
  text: string,
  { start, end }: TextRange,
): { readonly before: string; readonly after: string } {
  const before = /[^\p{L}\p{N}]*$/u.exec(text.slice(Math.max(0, start - SIGNS), start + 1))?.[0] ?? "";
  const after = /^[^\p{L}\p{N}]*/u.exec(text.slice(end - 1, end + SIGNS))?.[0] ?? "";
  return { before, after };
}

function* editNode(node: JsonNode, text: string, depth: number, writer: ShapeWriter): Generator<TextEdit> {
  if (node.type === "array") {
    for (const item of node.items) yield* editNode(item, text, depth + 1, writer);
    return;
  }
  if (node.type === "object") {
    for (const { key, keyRange, value } of node.properties) {
      yield { range: keyRange, text: JSON.stringify(writer.fillName(key)) };
      yield* editNode(value, text, depth + 1, writer);
    }
    return;
  }
  const range = { start: node.start, end: node.end };
  const written = text.slice(node.start, node.end);
  if (typeof node.value === "number") {
    if (!/e/i.test(written)) yield { range, text: fillNumber(written) };
    return;
  }
  if (typeof node.value !== "string") return;
  const filled =
    writer.argumentsAsJson || depth > 1
      ? writer.fillText(node.value, { ...placeOf(text, node), json: true, written: written.slice(1, -1) })
      : writer.fillText(node.value);
  yield { range, text: JSON.stringify(filled) };
}

const isStrict = (text: string): boolean => {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
};

/** Arguments as JSON text; what is no JSON is a text like any other. */
export function fillArguments(text: string, writer: ShapeWriter): string {
  const { root } = parseJson(text);
  if (!root || !isStrict(text)) {
    return writer.fillText(text, writer.argumentsAsJson ? { before: ' "arguments": ' } : {});
  }
  return applyEdits(text, [...editNode(root, text, 0, writer)]);
}

/** Arguments as a value, as the Anthropic dialect has them. */
export function fillInput(value: JsonValue, writer: ShapeWriter): JsonValue {
  return JSON.parse(fillArguments(writePythonJson(value), writer)) as JsonValue;
}

/** Replaces everything that a request says, and keeps its structure: roles, parts, markers, model and figures. */
import { plainValue } from "../../prompt/json-node";
import { parseJson } from "../../prompt/json-tree";
import { writeLike } from "../../prompt/write-json";
import { isObject, type JsonValue } from "../../values/json";
import { fillArguments, fillInput } from "./fill-arguments";
import { fillContent } from "./fill-content";
import { fillItems } from "./fill-items";
import { fillTool } from "./fill-tool";
import { isSetting, scrubValue } from "./scrub-value";
import type { ShapeWriter } from "./shape-writer";

type Members = (readonly [string, JsonValue])[];

function fillCall(call: JsonValue, writer: ShapeWriter): JsonValue {
  if (!isObject(call)) return scrubValue(call);
  const members = Object.entries(call).flatMap(([key, value]): Members => {
    if (key === "id") return [[key, writer.fillId(String(value))]];
    if (key === "type") return [[key, "function"]];
    if (key === "name" && typeof value === "string") return [[key, writer.fillName(value)]];
    if (key === "function") return [[key, fillCall(value, writer)]];
    if (key === "arguments") {
      return [[key, typeof value === "string" ? fillArguments(value, writer) : fillInput(value, writer)]];
    }
    return isSetting(key) ? [[key, scrubValue(value)]] : [];
  });
  return Object.fromEntries(members);
}

function fillMessage(message: JsonValue, writer: ShapeWriter): JsonValue {
  if (!isObject(message)) return scrubValue(message);
  const members = Object.entries(message).flatMap(([key, value]): Members => {
    if (key === "role") return [[key, value]];
    if (key === "content") return [[key, fillContent(value, writer)]];
    if (key === "reasoning_content") {
      return [[key, typeof value === "string" ? writer.fillText(value) : scrubValue(value)]];
    }
    if (key === "tool_calls") {
      return [[key, Array.isArray(value) ? value.map((call) => fillCall(call, writer)) : scrubValue(value)]];
    }
    if (key === "tool_call_id") return [[key, writer.fillId(String(value))]];
    if (key === "name" && typeof value === "string") return [[key, writer.fillName(value)]];
    return isSetting(key) ? [[key, scrubValue(value)]] : [];
  });
  return Object.fromEntries(members);
}

const fillMessages = (messages: JsonValue, writer: ShapeWriter): JsonValue =>
  Array.isArray(messages) ? messages.map((message) => fillMessage(message, writer)) : scrubValue(messages);

function fillChoice(choice: JsonValue, writer: ShapeWriter): JsonValue {
  if (!isObject(choice)) return scrubValue(choice);
  return Object.fromEntries(
    Object.entries(choice).flatMap(([key, value]): Members => {
      if (key === "name" && typeof value === "string") return [[key, writer.fillName(value)]];
      if (key === "function") return [[key, fillChoice(value, writer)]];
      return isSetting(key) ? [[key, scrubValue(value)]] : [];
    }),
  );
}

function fillRoot(root: JsonValue, writer: ShapeWriter): JsonValue {
  if (!isObject(root)) return fillMessages(root, writer);
  const members = Object.entries(root).flatMap(([key, value]): Members => {
    if (key === "model") return [[key, typeof value === "string" ? value : scrubValue(value)]];
    if (key === "messages") return [[key, fillMessages(value, writer)]];
    if (key === "input") return [[key, fillItems(value, writer)]];
    if (key === "system" || key === "instructions") return [[key, fillContent(value, writer)]];
    if (key === "previous_response_id" && typeof value === "string") return [[key, writer.fillId(value)]];
    if (key === "tool_choice") return [[key, fillChoice(value, writer)]];
    if (key === "tools") {
      return [[key, Array.isArray(value) ? value.map((tool) => fillTool(tool, writer)) : scrubValue(value)]];
    }
    return isSetting(key) ? [[key, scrubValue(value)]] : [];
  });
  return Object.fromEntries(members);
}

/** A request as JSON text. Comments go; a text that is no JSON is replaced like any other. */
export function fillRequest(text: string, writer: ShapeWriter): string {
  const { root } = parseJson(text);
  return root ? writeLike(text, root, fillRoot(plainValue(root), writer)) : writer.fillText(text);
}

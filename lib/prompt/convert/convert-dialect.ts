/** Writes a request in another dialect, and says what has no equivalent there. */
import { stripComments } from "jsonc-parser";
import { type Failure, fail } from "../../values/failure";
import { isList, isObject, type JsonObject, type JsonValue } from "../../values/json";
import { tell } from "../../words/message";
import { DIALECT_NAMES } from "../dialect-names";
import { type JsonNode, nodeAt, plainValue } from "../json-node";
import { childPointer } from "../json-pointer";
import { parseJson } from "../json-tree";
import { parsePrompt } from "../parse";
import type { Dialect } from "../prompt";
import { bodyToResponses } from "../responses/body-to-responses";
import { fromResponses } from "../services/from-responses";
import { writeLike } from "../write-json";
import { bodyToAnthropic, convertMessages, withLimit } from "./body-to-anthropic";
import { bodyToOpenAi } from "./body-to-openai";
import { type Conversion, type ConversionLoss, noteLoss } from "./conversion";

export type { ConversionLoss } from "./conversion";

/** The whole new text with what is lost or said differently, in the order of the document; or why there is none. */
export type ConvertedDocument =
  | { readonly ok: true; readonly text: string; readonly losses: readonly ConversionLoss[] }
  | Failure;

/**
 * The document as a request of the dialect asked for, in its own indent and spacing; a document that already is one
 * comes back as it is. Markers move with their part. A text that holds no request is refused. Never throws.
 * Fields of the Anthropic dialect: https://help.aliyun.com/en/model-studio/anthropic-api-messages, read 2026-11-21.
 */
export function convertDialect(text: string, to: Dialect): ConvertedDocument {
  const { prompt, errors } = parsePrompt(text);
  const { root } = parseJson(text);
  if (!prompt || !root) {
    return fail(errors[0]?.message ?? tell("conversion.notReadable"));
  }
  if (prompt.dialect === to) return { ok: true, text, losses: [] };
  const conversion: Conversion = { losses: [] };
  noteWriting(conversion, text, root);
  const value = convertThroughChat(conversion, plainValue(root), root, { from: prompt.dialect, to });
  const written = writeLike(text, root, value);
  if (parsePrompt(written).prompt?.dialect !== to) {
    return fail(tell("conversion.notWritable", { dialect: DIALECT_NAMES[to] }));
  }
  return { ok: true, text: written, losses: conversion.losses };
}

/** Between the others the way leads through a chat body; what is lost on its second half is noted where the document has such a place. */
function convertThroughChat(
  conversion: Conversion,
  value: JsonValue,
  root: JsonNode,
  { from, to }: { readonly from: Dialect; readonly to: Dialect },
): JsonValue {
  const chat = toChat(conversion, value, from);
  if (from === "openai" || to === "openai") return to === "openai" ? chat : fromChat(conversion, chat, to);
  const second: Conversion = { losses: [] };
  const written = fromChat(second, chat, to);
  for (const { pointer, message } of second.losses)
    noteLoss(conversion, nodeAt(root, pointer) ? pointer : "", message);
  return written;
}

function toChat(conversion: Conversion, value: JsonValue, from: Dialect): JsonValue {
  if (from === "openai" || !isObject(value)) return value;
  return from === "anthropic" ? bodyToOpenAi(conversion, value) : fromResponses(conversion, value);
}

function fromChat(conversion: Conversion, value: JsonValue, to: Dialect): JsonValue {
  if (to === "responses") return bodyToResponses(conversion, value);
  if (isObject(value)) return markDialect(conversion, bodyToAnthropic(conversion, value));
  if (!isList(value)) return value;
  noteLoss(conversion, "", tell("conversion.bareMessages"));
  return markDialect(conversion, withLimit(conversion, convertMessages(conversion, value, "")));
}

/** What is noted where a field is added that only says which dialect it is. */
export const DIALECT_TOLD = tell("conversion.dialectTold");

/** Adds a harmless field where a body says nothing that tells it from one of the OpenAI dialect. */
function markDialect(conversion: Conversion, body: JsonObject): JsonObject {
  const { prompt } = parsePrompt(JSON.stringify(body));
  if (prompt?.dialect !== "openai") return body;
  noteLoss(conversion, "", DIALECT_TOLD);
  return { ...body, stop_sequences: [] };
}

/** What the text says besides its value, or more precisely than a number can hold. */
function noteWriting(conversion: Conversion, text: string, root: JsonNode): void {
  if (stripComments(text) !== text) noteLoss(conversion, "", tell("conversion.comments"));
  const visit = (node: JsonNode, pointer: string): void => {
    if (node.type === "array") {
      for (const [index, item] of node.items.entries()) visit(item, childPointer(pointer, index));
    } else if (node.type === "object") {
      for (const property of node.properties) visit(property.value, childPointer(pointer, property.key));
    } else if (typeof node.value === "number" && !isExact(text.slice(node.start, node.end), node.value)) {
      noteLoss(conversion, pointer, tell("conversion.longNumber"));
    }
  };
  visit(root, "");
}

/** Whole numbers beyond 2^53 lose digits, and numbers beyond 10^308 all of them. */
function isExact(written: string, value: number): boolean {
  return Number.isFinite(value) && (!/^-?[1-9]\d*$/.test(written) || JSON.stringify(value) === written);
}

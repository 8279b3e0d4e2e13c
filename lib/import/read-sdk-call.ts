/** Reads the request out of a program that calls an SDK: the call's arguments are the body. */
import { isResponsesBody } from "../prompt/services/from-responses";
import { isObject } from "../values/json";
import type { Said } from "../words/message";
import { createCodeReader, isFields, UnknownValue } from "./read-code-value";

const CALL =
  /\b(?:(?:completions|messages|responses)\s*\.\s*(?:create|stream|parse)|Generation\s*\.\s*call)\s*\(/g;

/** Whether a text calls an SDK for an answer. */
export const isSdkText = (text: string): boolean => text.search(CALL) !== -1;

/** Arguments for the SDK itself: they are not sent in the body. */
const NOT_SENT = [
  "api_key",
  "apiKey",
  "timeout",
  "extra_headers",
  "extra_query",
  "signal",
  "headers",
  "base_address",
];

export interface SdkCall {
  /** As it would be sent; null where its messages are not in the code. */
  readonly body: Readonly<Record<string, unknown>> | null;
  /** Names of what only the running program knows: they stand in brackets in the texts. */
  readonly missing: readonly Said[];
}

/** Values of one body; names that stand for names many times over would make more of few words. */
const MOST_VALUES = 200_000;

/** Fields whose value is text that the model reads. */
const TEXT_KEYS: ReadonlySet<string> = new Set([
  "content",
  "text",
  "system",
  "input",
  "instructions",
  "output",
]);

/** A field whose value is not known is left out; within a message its name stands for it. */
function writeKnown(value: unknown, left: { count: number }, isText = false): unknown {
  if (left.count-- < 0) return undefined;
  if (value instanceof UnknownValue) return isText ? `[${value.name}]` : undefined;
  if (Array.isArray(value))
    return value.map((each) => writeKnown(each, left)).filter((each) => each !== undefined);
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, each]) => {
      const known = writeKnown(each, left, TEXT_KEYS.has(key));
      return known === undefined ? [] : [[key, known]];
    }),
  );
}

function readArguments(
  text: string,
  from: number,
): { fields: Record<string, unknown>; missing: readonly Said[] } {
  const reader = createCodeReader(text, from);
  const fields: Record<string, unknown> = {};
  let isFirst = true;
  while (reader.at < text.length && !reader.takes(")")) {
    const before = reader.at;
    if (reader.takes(",")) continue;
    reader.takes("**");
    const start = reader.at;
    const name = reader.takeName();
    if (name !== null && reader.takes("=")) fields[name] = reader.readValue();
    else {
      reader.at = start;
      const value = reader.readValue();
      // In JavaScript the second one is options of the call.
      if (isFirst && isFields(value)) Object.assign(fields, value);
    }
    isFirst = false;
    if (reader.at === before) reader.at++;
  }
  return { fields, missing: reader.missing };
}

/** All calls of the text in its order. Never throws. */
export function readSdkCalls(text: string): readonly SdkCall[] {
  return [...text.matchAll(CALL)].map(({ 0: call, index }) => {
    const { fields, missing } = readArguments(text, index + call.length);
    const { extra_body: extra, ...rest } = fields;
    const sent = Object.entries({ ...rest, ...(isFields(extra) ? extra : {}) });
    const body = writeKnown(Object.fromEntries(sent.filter(([name]) => !NOT_SENT.includes(name))), {
      count: MOST_VALUES,
    });
    const hasMessages = isObject(body) && Array.isArray(body.messages) && body.messages.some(isObject);
    return { body: hasMessages || isResponsesBody(body) ? body : null, missing: [...new Set(missing)] };
  });
}

/** Reads the requests out of a program that calls an SDK, or sends them itself: what it is given as the body. */
import type { Said } from "../words/message";
import type { CodeReader } from "./code-reader";
import { parseValue } from "./parse-value";
import { readBody } from "./read-body";
import { openProgram } from "./read-code-value";
import { stripPrompts } from "./strip-prompts";
import { isFields, UnknownValue, unpackExtra, writeKnown } from "./write-known";

/** The SDKs of OpenAI, Anthropic and DashScope. */
const SDK =
  "\\b(?:(?:completions|messages|responses)\\s*\\.\\s*(?:create|stream|parse)|(?:Generation|MultiModalConversation)\\s*\\.\\s*call)\\s*\\(";
/** What programs send a request with that have no SDK. */
const HTTP = "\\b(?:fetch|axios(?:\\s*\\.\\s*post)?|(?:requests|httpx|session|client)\\s*\\.\\s*post)\\s*\\(";
const SDK_CALL = new RegExp(SDK, "g");
const HTTP_CALL = new RegExp(HTTP, "g");
/** Either, by its bracket: there are fewer of them than of words that a call may begin with. */
const CALL = new RegExp(`\\((?<=${SDK}|${HTTP})`);

/** Whether a text calls an SDK for an answer, or sends a request. */
export const isSdkText = (text: string): boolean => CALL.test(text);

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
  readonly body: unknown;
  /** Names of what only the running program knows: they stand in brackets in the texts. */
  readonly missing: readonly Said[];
}

/** Values of one body. */
const MOST_VALUES = 200_000;
/** Calls that do not end: each of them is read to the end of the text. */
const MOST_OPEN = 5;

interface Arguments {
  readonly given: readonly unknown[];
  readonly named: Readonly<Record<string, unknown>>;
  readonly isClosed: boolean;
}

function readArguments(reader: CodeReader, length: number): Arguments {
  const given: unknown[] = [];
  const named = new Map<string, unknown>();
  let isClosed = false;
  while (reader.at < length) {
    isClosed = reader.takes(")");
    if (isClosed) break;
    const before = reader.at;
    if (reader.takes(",")) continue;
    const isSpread = reader.takes("**");
    const start = reader.at;
    const name = reader.takeName();
    if (name !== null && !name.includes(".") && reader.sees("=") && !reader.sees("==") && reader.takes("="))
      named.set(name, reader.readValue());
    else {
      reader.at = start;
      const value = reader.readValue();
      if (isSpread && isFields(value)) for (const [key, own] of Object.entries(value)) named.set(key, own);
      else given.push(value);
    }
    if (reader.at === before) reader.at++;
  }
  return { given, named: Object.fromEntries(named), isClosed };
}

/** In JavaScript the first argument is the body, the second one options of the call. */
function bodyOfSdk({ given: [first], named }: Arguments): Record<string, unknown> {
  const fields = unpackExtra({ ...(isFields(first) ? first : {}), ...named });
  return Object.fromEntries(Object.entries(fields).filter(([name]) => !NOT_SENT.includes(name)));
}

/** `fetch(address, { body })`, `axios.post(address, body)`, `requests.post(address, json=body)`. */
function bodyOfHttp({ given, named }: Arguments): unknown {
  const [, second] = given;
  const first = isFields(given[0]) ? given[0] : {};
  const options = { ...first, ...(isFields(second) ? second : {}), ...named };
  const body = options.json ?? options.body ?? options.data ?? options.content ?? second;
  if (typeof body !== "string") return body instanceof UnknownValue ? null : body;
  const parsed = parseValue(body);
  return parsed.ok ? parsed.value : null;
}

const LIST = /\[\s*\{\s*["']?role["']?\s*:/g;

/** The one list of messages that a program has, where it is made by a function; null where it has none, or several. */
function findMessages(text: string, open: (from: number) => CodeReader): unknown {
  const [first, ...others] = [...text.matchAll(LIST)].slice(0, 2);
  return first && others.length === 0 ? open(first.index).readValue() : null;
}

interface Call {
  readonly at: number;
  readonly bodyOf: (given: Arguments) => unknown;
}

const listCalls = (text: string): readonly Call[] =>
  [
    ...[...text.matchAll(SDK_CALL)].map(({ 0: call, index }) => ({
      at: index + call.length,
      bodyOf: bodyOfSdk,
    })),
    ...[...text.matchAll(HTTP_CALL)].map(({ 0: call, index }) => ({
      at: index + call.length,
      bodyOf: bodyOfHttp,
    })),
  ].toSorted((one, other) => one.at - other.at);

/** All calls of the text in its order, but for those within another. Never throws. */
export function readSdkCalls(copied: string): readonly SdkCall[] {
  const text = stripPrompts(copied);
  const open = openProgram(text);
  const calls: SdkCall[] = [];
  let end = 0;
  let unclosed = 0;
  for (const { at, bodyOf } of listCalls(text)) {
    if (at < end) continue;
    const reader = open(at);
    const given = readArguments(reader, text.length);
    if (given.isClosed) end = reader.at;
    else if (++unclosed > MOST_OPEN) break;
    const found = bodyOf(given);
    const isOpen =
      isFields(found) && (found.messages instanceof UnknownValue || found.input instanceof UnknownValue);
    const messages = isOpen ? findMessages(text, open) : null;
    const body = writeKnown(messages && isFields(found) ? { ...found, messages } : found, {
      count: MOST_VALUES,
    });
    const missing = [...new Set(reader.missing)];
    const read = readBody(body);
    calls.push({ body: read ? read.body : null, missing });
  }
  return calls;
}

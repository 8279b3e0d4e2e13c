/** Reads one entry of a HAR file as a request to a model, if it is one; its headers are looked at, never kept. */

import { isObject, readNumber } from "../values/json";
import { type Message, type Said, tell } from "../words/message";
import { secretsOfUrl } from "./address-secrets";
import type { Exchange } from "./exchange";
import { parseValue } from "./parse-value";
import { readAnswer } from "./read-answer";
import { type ReadBody, readBody } from "./read-body";
import { readTime } from "./read-time";

export type HarEntry =
  | {
      readonly kind: "request";
      readonly exchange: Exchange;
      readonly url: string;
      readonly secrets: readonly Said[];
      /** The key it was sent with, only to be compared with another; null = none was told. */
      readonly key: string | null;
      /** What the body loses where it is rewritten, one sentence each. */
      readonly lost: readonly Said[];
    }
  /** A request to a model that cannot be played: `reason` is said after its place. */
  | { readonly kind: "unusable"; readonly reason: Message }
  /** Anything else a page loads. */
  | { readonly kind: "other" };

type Fields = Readonly<Record<string, unknown>>;

const fieldsOf = (value: unknown): Fields => (isObject(value) ? value : {});
const textOf = (value: unknown): string => (typeof value === "string" ? value : "");

const SECRET_HEADER = /^(?:authorization|proxy-authorization|cookie|set-cookie|x-api-key|api-key)$/i;
/** Requests that are answered by a model. */
const MODEL_PATH =
  /\/(?:chat\/completions|responses|messages|text-generation\/generation|multimodal-generation\/generation|converse|converse-stream)$|:(?:streamG|g)enerateContent$/;

function decodeBase64(text: string): string {
  try {
    const bytes = Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
    return new TextDecoder().decode(bytes);
  } catch {
    return "";
  }
}

/** The text of a `postData` or `content` object. */
function contentOf(value: unknown): string {
  const { text, encoding } = fieldsOf(value);
  return encoding === "base64" ? decodeBase64(textOf(text)) : textOf(text);
}

function secretsOf(message: Fields): Said[] {
  const headers = Array.isArray(message.headers) ? message.headers : [];
  return headers
    .map((header) => textOf(fieldsOf(header).name))
    .filter((name) => SECRET_HEADER.test(name))
    .map((name) => tell("importing.secretHeader", { name: name.toLowerCase() }));
}

function keyOf({ headers }: Fields): string | null {
  const found = (Array.isArray(headers) ? headers : [])
    .map(fieldsOf)
    .find(({ name }) => /^(?:authorization|x-api-key|api-key)$/i.test(textOf(name)));
  return textOf(found?.value).replace(/^Bearer\s+/i, "") || null;
}

const pathOf = (url: string): string => url.replace(/[?#].*$/s, "");

function readPosted(text: string, url: string): ReadBody | null {
  const parsed = parseValue(text);
  return parsed.ok ? readBody(parsed.value, url) : null;
}

/**
 * Never throws, whatever the entry is.
 * Source: http://www.softwareishard.com/blog/har-12-spec/ (2026-11): times in ISO 8601, `time` in milliseconds.
 */
export function readHarEntry(value: unknown, place: Said): HarEntry {
  const entry = fieldsOf(value);
  const request = fieldsOf(entry.request);
  const response = fieldsOf(entry.response);
  const url = textOf(request.url);
  if (textOf(request.method).toUpperCase() !== "POST" || pathOf(url).endsWith("/count_tokens"))
    return { kind: "other" };
  const read = readPosted(contentOf(request.postData), url);
  if (!read) {
    if (!MODEL_PATH.test(pathOf(url))) return { kind: "other" };
    return { kind: "unusable", reason: tell("importing.harNoBody") };
  }
  const status = readNumber(response.status);
  if (status !== null && status >= 400)
    return { kind: "unusable", reason: tell("importing.harStatus", { status: String(status) }) };
  // A browser gives what it has called off, or what never came back, the status 0.
  if (status === 0 || textOf(response._error) !== "")
    return { kind: "unusable", reason: tell("importing.harBrokenOff") };
  const { body, lost } = read;
  const { reply, usage } = readAnswer(contentOf(response.content));
  const time = readNumber(entry.time);
  const exchange: Exchange = {
    place,
    at: readTime(entry.startedDateTime),
    duration: time === null || time < 0 ? null : time / 1000,
    body,
    reply,
    usage,
    model: isObject(body) && typeof body.model === "string" ? body.model : null,
    conversation: null,
  };
  const secrets = [...secretsOf(request), ...secretsOf(response), ...secretsOfUrl(url)];
  return { kind: "request", exchange, url, secrets, key: keyOf(request), lost };
}

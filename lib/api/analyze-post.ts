/** `POST /api/v1/analyze` as posted: tells an API request from a bare prompt, and answers in JSON or as SARIF. */

import { nameKind, nameKindOfText } from "../import/name-kind";
import { bodyWithin } from "../import/unwrap-record";
import { type SarifLog, writeSarif } from "../lint/write-sarif";
import { parsePrompt } from "../prompt/parse";
import { isResponsesBody } from "../prompt/services/from-responses";
import type { CounterFor } from "../tokens/token-counter";
import { isObject } from "../values/json";
import type { Words } from "../words/create-words";
import { tell } from "../words/message";
import { ENGLISH } from "../words/plain-words";
import { type AnalyzeResponse, placeIn, writeAnswer } from "./analyze-body";
import { type AnalyzeRequest, checkAnalyzeRequest, refuse } from "./analyze-request";
import { analyzeText } from "./analyze-text";
import { writeArtifactUri } from "./artifact-path";
import type { Checked, Refused } from "./check-shape";

/** What was posted: its text, what strict JSON makes of it, and the parameters of the URL. */
export interface AnalyzePost {
  readonly text: string;
  readonly json: Checked<unknown>;
  readonly query: URLSearchParams;
  /** Where this server is reached, e.g. `http://localhost:3000`. */
  readonly origin: string;
  /** Version of the playground. */
  readonly version: string;
  /** The language of a log in SARIF; absent = English. */
  readonly words?: Words;
}

export type AnalyzeAnswer =
  | {
      readonly ok: true;
      readonly value: AnalyzeResponse | SarifLog;
      readonly contentType: "application/json" | "application/sarif+json";
    }
  | Refused;

const has = (value: unknown, ...keys: readonly string[]): boolean =>
  isObject(value) && keys.some((key) => Object.hasOwn(value, key));

/** The settings a URL can carry; an API request that holds them itself wins. */
function readSettings(query: URLSearchParams): object {
  const off = query.getAll("off").flatMap((ids) => ids.split(",").filter((id) => id !== ""));
  const model = query.get("model");
  const region = query.get("region");
  return {
    ...(model === null ? {} : { model }),
    ...(region === null ? {} : { region }),
    ...(off.length === 0 ? {} : { off }),
  };
}

interface Posted {
  readonly request: AnalyzeRequest;
  /** The place in what was posted of a pointer into the document. */
  readonly placeOf: (pointer: string) => string;
}

const checkDocument = (text: string, settings: object): Checked<Posted> => {
  const checked = checkAnalyzeRequest({ ...settings, text });
  if (checked.ok) return { ok: true, value: { request: checked.value, placeOf: (pointer) => pointer } };
  // What is wrong stands in the URL, where no pointer leads.
  return refuse(checked.error.message);
};

/**
 * An object with `body` or `text` is an API request. An array, an object with `messages` or `system`, and a Responses body,
 * whose `text` is an object, are the prompt itself. With `anything`, so is all else, JSON or not: a check of files then tells what is wrong in the file.
 */
function readPosted({ text, json, query }: AnalyzePost, anything: boolean): Checked<Posted> {
  const settings = readSettings(query);
  // Comments and trailing commas make no strict JSON, but may stand in a prompt file.
  if (!json.ok) return anything || parsePrompt(text).prompt ? checkDocument(text, settings) : json;
  const { value } = json;
  const isResponses = isResponsesBody(value);
  const isRequest = has(value, "body", "text") && !isResponses;
  const isPrompt = Array.isArray(value) || has(value, "messages", "system") || isResponses;
  if (!isRequest && (anything || isPrompt)) return checkDocument(text, settings);
  const checked = checkAnalyzeRequest(isObject(value) ? { ...settings, ...value } : value);
  if (!checked.ok) return checked;
  const request = checked.value;
  return { ok: true, value: { request, placeOf: placeIn(request) } };
}

/** The text in question, where it is not what was posted as a whole. */
const textWithin = (value: unknown): string | null =>
  isObject(value) && typeof value.text === "string" && !has(value, "body") ? value.text : null;

/** What was posted may be known, only no request as it is sent: then that is said, rather than what is wrong with it. */
function nameForeign({ text, json }: AnalyzePost, refused: Refused): Refused {
  const value = json.ok ? json.value : undefined;
  const inner = textWithin(value);
  const kind =
    json.ok && inner === null
      ? nameKind(has(value, "body") ? bodyWithin(value) : value)
      : nameKindOfText(inner ?? text);
  if (!kind) return refused;
  const message = tell("api.foreign", { kind, shape: '{ "body": { "model": …, "messages": [ … ] } }' });
  return { ok: false, error: { ...refused.error, message } };
}

/**
 * Answers a post: `format=json` (the default) with the figures and diagnostics, or an error where the document cannot
 * be read; `format=sarif` with the diagnostics of the file `path`, whatever it holds.
 */
export function answerAnalyze(post: AnalyzePost, counterFor: CounterFor): AnalyzeAnswer {
  const format = post.query.get("format") ?? "json";
  if (format !== "json" && format !== "sarif") return refuse(tell("api.formatAsked"));
  const path = writeArtifactUri(post.query.get("path") ?? "request.json");
  if (!path.ok) return refuse(path.reason);
  const posted = readPosted(post, format === "sarif");
  if (!posted.ok) return nameForeign(post, posted);
  const { request, placeOf } = posted.value;
  const analyzed = analyzeText(request, counterFor);
  if (format === "json") {
    const answer = writeAnswer(request, analyzed, placeOf);
    return answer.ok ? { ...answer, contentType: "application/json" } : nameForeign(post, answer);
  }
  const { origin, version, words = ENGLISH } = post;
  const log = writeSarif(request.text, analyzed.diagnostics, { uri: path.uri, origin, version, words });
  return { ok: true, value: log, contentType: "application/sarif+json" };
}

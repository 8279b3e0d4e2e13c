/** The answers of the API, from the bytes of a body to those of the answer: all of what takes its time. */
import manifest from "../../../package.json" with { type: "json" };
import { answerAnalyze } from "../../api/analyze-post";
import type { Refused } from "../../api/check-shape";
import { compareBody, listTextVocabularies } from "../../api/compare-body";
import { simulateBody } from "../../api/simulate-body";
import type { CounterFor } from "../../tokens/token-counter";
import { writeJson } from "../../words/write-json";
import { cutTooDeep, decodeBody, parseJsonBody, parseJsonText } from "../read-json-body";
import { wordsIn } from "../request-words";
import type { WorkMeans } from "./create-work";
import type { PostedBody, WrittenBody } from "./work";

type Answer = { readonly ok: true; readonly value: unknown; readonly contentType?: string } | Refused;

function write({ language }: PostedBody, answer: Answer): WrittenBody {
  const [status, value] = answer.ok ? [200 as const, answer.value] : [400 as const, { error: answer.error }];
  return {
    status,
    contentType: (answer.ok && answer.contentType) || "application/json",
    bytes: new TextEncoder().encode(writeJson(value, wordsIn(language))),
  };
}

/** `POST /api/v1/analyze`; the body is taken as text, JSON or not. */
export function answerAnalyzeBody(posted: PostedBody, counterFor: CounterFor): WrittenBody {
  const body = decodeBody(posted.bytes);
  if (!body.ok) return write(posted, body);
  const text = cutTooDeep(body.text);
  const { query, origin, language } = posted;
  const { version } = manifest;
  const asked = { text, json: parseJsonText(text), query: new URLSearchParams(query), origin, version };
  return write(posted, answerAnalyze({ ...asked, words: wordsIn(language) }, counterFor));
}

/** `POST /api/v1/simulate`. */
export function answerSimulateBody(posted: PostedBody, counterFor: CounterFor): WrittenBody {
  const json = parseJsonBody(posted.bytes);
  return write(posted, json.ok ? simulateBody(json.value, counterFor) : json);
}

/** `POST /api/v1/compare`; vocabularies of other makers are loaded where the body needs them. */
export async function answerCompareBody(
  posted: PostedBody,
  counterFor: CounterFor,
  loadServiceCounters: WorkMeans["loadServiceCounters"],
): Promise<WrittenBody> {
  const json = parseJsonBody(posted.bytes);
  if (!json.ok) return write(posted, json);
  const counters = await loadServiceCounters(listTextVocabularies(json.value));
  return write(posted, compareBody(json.value, counterFor, counters));
}

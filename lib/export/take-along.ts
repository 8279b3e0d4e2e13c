/** The document as the calls that another service takes: in its dialect, with its model, its markers in that service's words. */

import { LIMIT_ADDED } from "../prompt/convert/body-to-anthropic";
import type { Conversion } from "../prompt/convert/conversion";
import { noteLoss, omitKeys } from "../prompt/convert/conversion";
import { convertDialect, DIALECT_TOLD } from "../prompt/convert/convert-dialect";
import { plainValue } from "../prompt/json-node";
import { parseJson } from "../prompt/json-tree";
import { parsePrompt } from "../prompt/parse";
import type { Dialect, Prompt } from "../prompt/prompt";
import { rewriteMarkers, type WrittenMarker } from "../prompt/services/marker-places";
import { toConverse } from "../prompt/services/to-converse";
import { toGemini } from "../prompt/services/to-gemini";
import { toResponses } from "../prompt/services/to-responses";
import { type Failure, fail } from "../values/failure";
import type { JsonObject, JsonValue } from "../values/json";
import { append } from "../values/long-lists";
import { type Message, type Said, tell } from "../words/message";
import { judgeFor, type ServiceJudgement } from "./judge-for";
import { omitOwnFields, toOwnOpenAi } from "./own-openai";
import { grammarOf, isAutomatic, type MarkerGrammar, type ServiceTarget, termsOf } from "./service-target";

export interface ServiceCall {
  /** What it does, e.g. `Ask`. */
  readonly title: Message;
  readonly method: "POST";
  /** Below the service's address, e.g. `/v1/messages`. */
  readonly path: string;
  readonly body: JsonObject;
}

export interface TakenAlong {
  readonly ok: true;
  /** In the order in which they are sent. */
  readonly calls: readonly ServiceCall[];
  /** The bodies as one text that an import reads back: the only one, or a list of them. */
  readonly text: string;
  /** What the service refuses of it, and which markers it pays no heed to; places are those in the document. */
  readonly judgements: readonly ServiceJudgement[];
  /** One sentence each: what else of the document is left out or said differently. */
  readonly notes: readonly Said[];
}

/** Both take the same requests: messages of chat completions, or the items of Responses. */
export type OpenAiForm = "chat" | "responses";

export interface TakeAlongOptions {
  /** Absent = chat; only OpenAI has both. */
  readonly form?: OpenAiForm;
  /** Requests with one key are sent to one cache, where a service can be told so; null = none is written. */
  readonly cacheKey?: string | null;
}

/** Services that take a key. Sources: their pages in the list of services (2026-10). */
const WITH_KEY: ReadonlySet<string> = new Set(["openai", "grok", "mistral"]);

export const takesCacheKey = ({ system }: ServiceTarget): boolean => WITH_KEY.has(system);
/** Whether a service has Responses beside chat completions. */
export const hasResponses = ({ system }: ServiceTarget): boolean => system === "openai";

interface Source {
  readonly prompt: Prompt;
  readonly text: string;
  readonly target: ServiceTarget;
  readonly conversion: Conversion;
  readonly cacheKey: string | null;
  readonly form: OpenAiForm;
}

type Written = { readonly ok: true; readonly calls: readonly ServiceCall[] } | Failure;

const ask = (path: string, body: JsonObject): ServiceCall => ({
  title: tell("exporting.ask"),
  method: "POST",
  path,
  body,
});

/** `cache_control` with the life that the document's marker asks for. */
const asCacheControl = ({ ttl }: WrittenMarker): JsonObject => ({
  cache_control: ttl === null ? { type: "ephemeral" } : { type: "ephemeral", ttl },
});

/** The document in a dialect, its markers rewritten beforehand, so that a change of dialect moves them with their part. */
function readAs(
  { text, target, conversion }: Source,
  dialect: Dialect,
  rewrite: (marker: WrittenMarker) => JsonObject,
): { readonly ok: true; readonly body: JsonObject } | Failure {
  const { root } = parseJson(text);
  if (!root) return fail(tell("exporting.noRequest"));
  const marked = rewriteMarkers(plainValue(root) as JsonValue, rewrite);
  const converted = convertDialect(JSON.stringify(marked), dialect);
  if (!converted.ok) return converted;
  append(conversion.losses, converted.losses);
  const body = JSON.parse(converted.text) as JsonObject;
  if (target.model === null) return { ok: true, body };
  const { model: _, ...rest } = body;
  return { ok: true, body: { model: target.model, ...rest } };
}

const modelOf = ({ model }: JsonObject): string => (typeof model === "string" ? model : "");
const MODEL_STUDIO_PATHS = {
  openai: "/compatible-mode/v1/chat/completions",
  anthropic: "/apps/anthropic/v1/messages",
  responses: "/compatible-mode/v1/responses",
} as const;

const BREAKPOINT: JsonObject = { prompt_cache_breakpoint: { mode: "explicit" } };

/** Only what a service with blocks can carry; markers on whole messages, and those it does not place itself, leave. */
const asBlockMarker =
  ({ isAutomatic, marksTools }: ReturnType<typeof termsOf>) =>
  (marker: WrittenMarker): JsonObject => {
    if (marker.place === "message" || (marker.place === "request" && !isAutomatic)) return {};
    return marker.place === "tool" && !marksTools ? {} : asCacheControl(marker);
  };

function writeAnthropic(source: Source): Written {
  const read = readAs(source, "anthropic", asBlockMarker(termsOf(source.target)));
  if (!read.ok) return read;
  const own = omitOwnFields(source.conversion, read.body);
  const isAsked = isAutomatic(source.target) && !("cache_control" in own);
  const body = isAsked ? { ...own, cache_control: { type: "ephemeral" } } : own;
  return {
    ok: true,
    calls: [ask(source.target.system === "minimax" ? "/anthropic/v1/messages" : "/v1/messages", body)],
  };
}

/** What the Anthropic dialect alone asks for is not taken along to services that a body of it is only a way to. */
function withoutAdded({ conversion }: Source, body: JsonObject): JsonObject {
  const added = conversion.losses.filter(({ message }) => message === LIMIT_ADDED);
  const kept = conversion.losses.filter(({ message }) => message !== LIMIT_ADDED && message !== DIALECT_TOLD);
  conversion.losses.length = 0;
  append(conversion.losses, kept);
  return added.length > 0 ? omitKeys(body, ["max_tokens"]) : body;
}

function writeConverse(source: Source): Written {
  const read = readAs(source, "anthropic", asBlockMarker(termsOf(source.target)));
  if (!read.ok) return read;
  const plain = withoutAdded(source, read.body);
  const body = toConverse(source.conversion, omitOwnFields(source.conversion, plain));
  return { ok: true, calls: [ask(`/model/${modelOf(read.body)}/converse`, body)] };
}

/** With markers where `keeps` says so, else as one call without an object. */
function writeGemini(source: Source, keeps: boolean): Written {
  const read = readAs(source, "anthropic", (marker) => (keeps ? asCacheControl(marker) : {}));
  if (!read.ok) return read;
  const { conversion } = source;
  const { create, generate } = toGemini(
    conversion,
    omitOwnFields(conversion, withoutAdded(source, read.body)),
  );
  const call = ask(`/v1beta/models/${modelOf(read.body)}:generateContent`, generate);
  if (!create) return { ok: true, calls: [call] };
  const making = {
    title: tell("exporting.makeObject"),
    method: "POST",
    path: "/v1beta/cachedContents",
    body: create,
  } as const;
  return { ok: true, calls: [making, call] };
}

function writeOpenAi(source: Source, grammar: MarkerGrammar): Written {
  const { target, conversion, cacheKey, form } = source;
  const marks = grammar === "openai";
  const read = readAs(source, "openai", ({ place, role }) =>
    marks && place === "part" && role !== "assistant" ? BREAKPOINT : {},
  );
  if (!read.ok) return read;
  const body: JsonObject = {
    ...toOwnOpenAi(conversion, read.body, target.system),
    ...(cacheKey !== null && takesCacheKey(target) ? { prompt_cache_key: cacheKey } : {}),
    ...(marks && target.mode === "explicit" ? { prompt_cache_options: { mode: "explicit" } } : {}),
  };
  if (form === "responses" && hasResponses(target))
    return { ok: true, calls: [ask("/v1/responses", toResponses(conversion, body))] };
  return { ok: true, calls: [ask("/v1/chat/completions", body)] };
}

/** Model Studio takes every dialect; Qwen4 spells its marker in its own way where the document does. */
function writeQwen(source: Source): Written {
  const { dialect, markers } = source.prompt;
  const breakpoints = new Set(
    markers.filter(({ key }) => key === "prompt_cache_breakpoint").map(({ owner }) => owner),
  );
  const read = readAs(source, dialect, (marker) =>
    breakpoints.has(marker.owner) ? BREAKPOINT : asCacheControl(marker),
  );
  return read.ok ? { ok: true, calls: [ask(MODEL_STUDIO_PATHS[dialect], read.body)] } : read;
}

function write(source: Source): Written {
  const grammar = grammarOf(source.target);
  if (grammar === "qwen") return writeQwen(source);
  if (grammar === "anthropic") return writeAnthropic(source);
  if (grammar === "converse") return writeConverse(source);
  if (source.target.system === "gemini") return writeGemini(source, grammar === "gemini");
  return writeOpenAi(source, grammar);
}

/** Writes the document for a service; what is lost on the way is said. Never throws. */
export function takeAlong(
  target: ServiceTarget,
  text: string,
  { cacheKey = null, form = "chat" }: TakeAlongOptions = {},
): TakenAlong | Failure {
  const { prompt, errors } = parsePrompt(text);
  if (!prompt) return fail(errors[0]?.message ?? tell("exporting.noRequest"));
  if (target.system === "moonshot-v1" && prompt.markers.length > 0) {
    return fail(tell("exporting.moonshotUnknown"));
  }
  const conversion: Conversion = { losses: [] };
  const written = write({ prompt, text, target, conversion, cacheKey, form });
  if (!written.ok) return written;
  const { calls } = written;
  if (
    calls.every(({ body }) => !("model" in body || "modelId" in body)) &&
    target.model === null &&
    prompt.model === null
  )
    noteLoss(conversion, "", tell("exporting.writeModel"));
  if (target.life !== undefined)
    noteLoss(conversion, "", tell("exporting.lifeUnknown", { life: { seconds: target.life } }));
  const bodies = calls.map(({ body }) => body);
  return {
    ok: true,
    calls,
    text: JSON.stringify(bodies.length === 1 ? bodies[0] : bodies, null, 2),
    judgements: judgeFor(target, prompt),
    notes: [...new Map(conversion.losses.map(({ message }) => [JSON.stringify(message), message])).values()],
  };
}

/** What all programs are written from: the body, its base URL, the turns that follow and the steps of the placement. */

import { findCacheOffer } from "../offers/cache-offers";
import { doubtMarkers } from "../offers/doubt-markers";
import { listOtherwise } from "../offers/open-questions";
import { readingsFor } from "../offers/readings";
import type { Dialect, Prompt } from "../prompt/prompt";
import type { JsonFields } from "../prompt/write-part";
import type { Words } from "../words/create-words";
import { type Said, tell } from "../words/message";
import { chooseBaseUrl, regionOfHost } from "./choose-base-url";
import type { CodeInput, CodeOutput } from "./code-input";
import { type CodeTurns, listTurns } from "./list-turns";
import { loopBody } from "./loop-body";
import type { SystemPlace } from "./place-markers-python";
import { listSteps, type PlacementSteps } from "./placement-steps";
import { readRequestBody } from "./read-request-body";

export interface Conversation extends CodeTurns {
  readonly plan: PlacementSteps;
  readonly system: SystemPlace;
  readonly words: Words;
}

export interface PreparedCode {
  /** The request as it stands; of a conversation without the markers that the program places, and without streaming. */
  readonly body: JsonFields;
  readonly prompt: Prompt;
  readonly dialect: Dialect;
  readonly baseUrl: string;
  /** Seconds. */
  readonly timeout: number;
  readonly hasTools: boolean;
  readonly streams: boolean;
  /** Null for a single request. */
  readonly conversation: Conversation | null;
  readonly words: Words;
}

/** What a form makes of it; further notes come behind the common ones. */
export interface WrittenCode {
  readonly code: string;
  readonly notes?: readonly Said[];
}

function systemPlace(dialect: Dialect, { system }: JsonFields): SystemPlace {
  if (dialect !== "anthropic") return "messages";
  return system === undefined || system === null ? "none" : "field";
}

function openConversation(
  input: CodeInput,
  prompt: Prompt,
  dialect: Dialect,
  body: JsonFields,
): Conversation {
  const plan = listSteps(prompt, input.placement, input.model, input);
  return {
    ...listTurns(prompt, input.scenario),
    plan,
    system: systemPlace(dialect, body),
    words: input.words,
  };
}

/** What to know of a program whose markers have no effect where it sends, or may have none. */
function noteMarkers(input: CodeInput, { dialect, model, markers }: Prompt): readonly Said[] {
  const { loop, placement } = input;
  if (dialect === "responses") {
    const isPlaced = loop && placement.kind === "anchors";
    return isPlaced || markers.length > 0 ? [tell("prompt.responsesPlaceThemselves")] : [];
  }
  const isAsDrawn = !loop || placement.kind === "as-drawn";
  if (isAsDrawn ? markers.length === 0 : placement.kind === "none") return [];
  const name = model ?? input.model;
  const region = regionOfHost(input.host);
  const offer = findCacheOffer(name, region, "explicit", input.prices);
  const doubt = doubtMarkers(name, region, input.isHostAssumed, offer);
  return doubt ? [doubt.sentence] : [];
}

/** A program predicts nothing, so it needs no word of what the page plays; its reader does. */
function noteReadings(input: CodeInput, { model }: Prompt): readonly Said[] {
  const name = model ?? input.model;
  const { length: count } = listOtherwise(readingsFor(name, input), name);
  return count > 0 ? [tell("exporting.readings", { count })] : [];
}

/** Each note once. */
const distinct = (notes: readonly Said[]): Said[] => [
  ...new Map(notes.map((note) => [JSON.stringify(note), note])).values(),
];

/** Reads the input and hands it to a form; a document that is no request gives its reason as the one note. */
export function prepareCode(
  input: CodeInput,
  dialects: readonly Dialect[],
  write: (prepared: PreparedCode) => WrittenCode,
): CodeOutput {
  const read = readRequestBody(input.text, dialects, input.model);
  if (!read.ok) return { code: "", notes: [read.reason] };
  const { prompt, dialect, body } = read;
  const { url, timeout, notes } = chooseBaseUrl(input.host, dialect, input.workspace);
  const conversation = input.loop ? openConversation(input, prompt, dialect, body) : null;
  const streams = body.stream === true && !input.loop;
  const written = write({
    body: input.loop ? loopBody(body, prompt, input.placement) : body,
    prompt,
    dialect,
    baseUrl: url,
    timeout,
    hasTools: prompt.tools.length > 0,
    streams,
    conversation,
    words: input.words,
  });
  const all = [
    ...read.notes,
    ...noteMarkers(input, prompt),
    ...noteReadings(input, prompt),
    ...(input.loop && body.stream === true ? [tell("exporting.noStreaming")] : []),
    ...(conversation ? [...conversation.plan.notes, ...conversation.notes] : []),
    ...(written.notes ?? []),
    ...notes,
  ];
  return { code: `${written.code.trimEnd()}\n`, notes: distinct(all) };
}

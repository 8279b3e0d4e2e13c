/** Says of the markers in a request which ones a service would refuse or pay no heed to. */

import { findModel } from "../offers/catalogue";
import type { Marker, Message, Part, Prompt } from "../prompt/prompt";
import { formatNumber } from "../values/figures";
import { isObject } from "../values/json";
import { type Said, tell } from "../words/message";
import { grammarOf, isAutomatic, type MarkerTerms, type ServiceTarget, termsOf } from "./service-target";

export interface ServiceJudgement {
  /** A request that is refused is answered by an error; a marker that is ignored has no effect, or is left out. */
  readonly outcome: "refused" | "ignored";
  /** One sentence. */
  readonly message: Said;
  /** JSON Pointer into the document. */
  readonly pointer: string;
}

const MOST = 4;

/** A marker with what carries it. */
interface Carried {
  readonly marker: Marker;
  readonly message: Message | null;
  readonly part: Part | null;
}

function carry(prompt: Prompt): Carried[] {
  const parts = new Map(
    prompt.messages.flatMap((message) =>
      message.parts.map((part) => [part.pointer, { message, part }] as const),
    ),
  );
  return prompt.markers.map((marker) => {
    const found = parts.get(marker.owner);
    return { marker, message: found?.message ?? null, part: found?.part ?? null };
  });
}

const ttlOf = ({ value }: Marker): string | null =>
  isObject(value) && value.ttl !== undefined ? String(value.ttl) : null;

const refused = ({ pointer }: Marker, message: Said): ServiceJudgement => ({
  outcome: "refused",
  message,
  pointer,
});
const ignored = ({ pointer }: Marker, message: Said): ServiceJudgement => ({
  outcome: "ignored",
  message,
  pointer,
});

const isEmptyText = ({ kind, text }: Part): boolean => kind === "text" && text === "";
const SECONDS: ReadonlyMap<string, number> = new Map([
  ["5m", 300],
  ["1h", 3600],
]);
const SHORT = 300;
const secondsOf = (marker: Marker): number => SECONDS.get(ttlOf(marker) ?? "5m") ?? 0;

/** e.g. `5m or 1h`. */
function tellLives([first = "", ...others]: readonly string[]): Said {
  return others.reduce<Said>(
    (before, life) => tell("exporting.orLife", { first: before, second: life }),
    first,
  );
}

const PLACES = {
  message: tell("exporting.placeMessage"),
  part: tell("exporting.placePart"),
  tool: tell("exporting.placeTool"),
  request: tell("exporting.placeRequest"),
} as const satisfies Record<Marker["place"], Said>;

/** A service with blocks: what of one marker stands in its way; null = nothing. */
function judgeBlock({ marker, part }: Carried, terms: MarkerTerms): ServiceJudgement | null {
  const ttl = ttlOf(marker);
  if (marker.place === "message") return ignored(marker, tell("exporting.judgeMessage"));
  if (marker.place === "request" && !terms.isAutomatic)
    return ignored(marker, tell("exporting.judgeRequest"));
  if (marker.place === "tool" && !terms.marksTools) return ignored(marker, tell("exporting.judgeTool"));
  if (part?.kind === "reasoning") return refused(marker, tell("exporting.judgeThinking"));
  if (part && isEmptyText(part)) return refused(marker, tell("exporting.judgeEmpty"));
  if (ttl === null || terms.lives.includes(ttl)) return null;
  return refused(marker, tell("exporting.judgeLife", { life: ttl, lives: tellLives(terms.lives) }));
}

/** With automatic caching the service marks the last part for five minutes, which takes one of the four. */
function judgeAutomatic(counted: readonly Carried[], last: Part | null): ServiceJudgement[] {
  const twin = counted.find(({ part }) => part !== null && part === last)?.marker;
  if (twin && secondsOf(twin) !== SHORT) return [refused(twin, tell("exporting.judgeTwin"))];
  const [fourth] = counted.slice(MOST - 1);
  if (twin || !fourth) return [];
  const message = tell("exporting.judgeBesideAutomatic", {
    count: formatNumber(counted.length),
    most: String(MOST),
  });
  return [refused(fourth.marker, message)];
}

/** Of the whole request: how many count, in which order of lives, and the service's own beside them. */
function judgeTogether(counted: readonly Carried[], last: Part | null): ServiceJudgement[] {
  const own = counted.find(({ marker }) => marker.place === "request")?.marker;
  const twin = own && counted.find(({ part }) => part !== null && part === last)?.marker;
  if (own && twin && secondsOf(own) !== secondsOf(twin))
    return [refused(own, tell("exporting.judgeRequestLife"))];
  // Where its place is marked already, the service adds none.
  const all = twin ? counted.filter(({ marker }) => marker !== own) : counted;
  const judgements: ServiceJudgement[] = [];
  const [fifth] = all.slice(MOST);
  if (fifth) {
    const message = tell("exporting.judgeTooMany", { count: formatNumber(all.length), most: String(MOST) });
    judgements.push(refused(fifth.marker, message));
  }
  const late = all.find(({ marker }, order) => {
    const before = all[order - 1]?.marker;
    return before !== undefined && secondsOf(marker) > secondsOf(before);
  });
  const message = tell("exporting.judgeOrder");
  return late ? [...judgements, refused(late.marker, message)] : judgements;
}

function judgeBlocks(carried: readonly Carried[], prompt: Prompt, target: ServiceTarget): ServiceJudgement[] {
  const terms = termsOf(target);
  const judged = carried.map((one) => ({ one, judgement: judgeBlock(one, terms) }));
  const counted = judged.filter(({ judgement }) => judgement?.outcome !== "ignored").map(({ one }) => one);
  const last = prompt.messages.flatMap(({ parts }) => parts).findLast(({ kind }) => kind !== "reasoning");
  // A request that asks for it itself is judged by its own marker.
  const isAsked = counted.some(({ marker }) => marker.place === "request");
  const automatic = isAutomatic(target) && !isAsked ? judgeAutomatic(counted, last ?? null) : [];
  const together = judgeTogether(counted, last ?? null);
  return [
    ...judged.flatMap(({ judgement }) => judgement ?? []),
    ...together,
    ...(together.length > 0 ? [] : automatic),
  ];
}

/** Source: https://developers.openai.com/api/docs/guides/prompt-caching (2026-10-02). */
function judgeOpenAi(carried: readonly Carried[], mode: string | null): ServiceJudgement[] {
  const counts = ({ marker, message }: Carried): boolean =>
    marker.place === "part" && message !== null && message.role !== "assistant";
  const effective = carried.filter(counts);
  // The service's own boundary takes one of the four.
  const most = mode === "explicit" ? MOST : MOST - 1;
  return carried.flatMap((one) => {
    const { marker, message } = one;
    if (message?.role === "assistant") return ignored(marker, tell("exporting.judgeAssistant"));
    if (!counts(one))
      return ignored(marker, tell("exporting.judgeBreakpointPlace", { place: PLACES[marker.place] }));
    if (effective.indexOf(one) < effective.length - most) {
      const key = mode === "explicit" ? "exporting.judgeLatest" : "exporting.judgeLatestOwn";
      return ignored(marker, tell(key, { most: String(MOST) }));
    }
    const ttl = ttlOf(marker);
    return ttl === null ? [] : ignored(marker, tell("exporting.judgeEntryLife", { life: ttl }));
  });
}

function judgeGemini(carried: readonly Carried[], prompt: Prompt): ServiceJudgement[] {
  const fitting = carried.filter(({ marker }) => marker.place === "part" || marker.place === "tool");
  const last = fitting.at(-1);
  const end = prompt.messages.at(-1)?.parts.at(-1);
  const judgements = carried.flatMap(({ marker }): ServiceJudgement[] => {
    if (marker === last?.marker) return [];
    const isFitting = fitting.some((one) => one.marker === marker);
    const why = isFitting
      ? tell("exporting.judgeOneObject")
      : tell("exporting.judgeObjectEnd", { place: PLACES[marker.place] });
    return [ignored(marker, why)];
  });
  if (last?.part && last.part === end)
    judgements.push(refused(last.marker, tell("exporting.judgeNothingBehind")));
  return judgements;
}

/** Source of what is known of lives before Qwen4: https://github.com/NousResearch/hermes-agent/pull/24702 (2026-05-12). */
function judgeQwen(
  carried: readonly Carried[],
  model: string | null,
  isResponses: boolean,
): ServiceJudgement[] {
  const effective = carried.filter(({ marker }) => marker.place === "part");
  const generation = model === null ? null : findModel(model)?.generation;
  const isEarlier = generation !== undefined && generation !== null && generation !== "qwen4";
  return carried.flatMap((one) => {
    if (isResponses) return ignored(one.marker, tell("systems.sessionPlacesItself"));
    if (!effective.includes(one))
      return ignored(one.marker, tell("exporting.judgeNoEffect", { place: PLACES[one.marker.place] }));
    if (isEarlier && secondsOf(one.marker) !== SHORT)
      return ignored(one.marker, tell("exporting.judgeBeforeQwen4", { life: ttlOf(one.marker) ?? "" }));
    return effective.indexOf(one) < effective.length - MOST
      ? ignored(one.marker, tell("exporting.judgeLastFour", { most: String(MOST) }))
      : [];
  });
}

/**
 * One sentence for each marker that the service would refuse or pay no heed to, in the document's order, then those about
 * several together; empty where it takes them all. How long prefixes are is not asked here: a cache's minimum is judged
 * where tokens are counted.
 */
export function judgeFor(target: ServiceTarget, prompt: Prompt): readonly ServiceJudgement[] {
  const carried = carry(prompt);
  const [first] = carried;
  const grammar = grammarOf(target);
  if (grammar === "anthropic" || grammar === "converse") return judgeBlocks(carried, prompt, target);
  if (grammar === "openai") return judgeOpenAi(carried, target.mode ?? null);
  if (grammar === "gemini") return judgeGemini(carried, prompt);
  if (grammar === "qwen")
    return judgeQwen(carried, target.model ?? prompt.model, prompt.dialect === "responses");
  if (!first) return [];
  return [ignored(first.marker, tell("exporting.judgeByItself", { count: carried.length }))];
}

/** Says of the markers in a request which ones a service would refuse or pay no heed to. */

import { findModel } from "../offers/catalogue";
import type { Marker, Message, Part, Prompt } from "../prompt/prompt";
import { formatNumber } from "../values/figures";
import { isObject } from "../values/json";
import { grammarOf, isAutomatic, type MarkerTerms, type ServiceTarget, termsOf } from "./service-target";

export interface ServiceJudgement {
  /** A request that is refused is answered by an error; a marker that is ignored has no effect, or is left out. */
  readonly outcome: "refused" | "ignored";
  /** One sentence. */
  readonly message: string;
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

const refused = ({ pointer }: Marker, message: string): ServiceJudgement => ({
  outcome: "refused",
  message,
  pointer,
});
const ignored = ({ pointer }: Marker, message: string): ServiceJudgement => ({
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

/** A service with blocks: what of one marker stands in its way; null = nothing. */
function judgeBlock({ marker, part }: Carried, terms: MarkerTerms): ServiceJudgement | null {
  const ttl = ttlOf(marker);
  if (marker.place === "message")
    return ignored(marker, "A marker on a whole message is none; it is left out.");
  if (marker.place === "request" && !terms.isAutomatic)
    return ignored(marker, "The service does not mark a request itself; this marker is left out.");
  if (marker.place === "tool" && !terms.marksTools)
    return ignored(marker, "A marker on a tool does not count for this model.");
  if (part?.kind === "reasoning") return refused(marker, "A marker cannot stand on thinking.");
  if (part && isEmptyText(part)) return refused(marker, "A marker cannot stand on an empty text.");
  if (ttl === null || terms.lives.includes(ttl)) return null;
  return refused(marker, `A marker asks for ${ttl}; ${terms.lives.join(" or ")} can be had.`);
}

/** With automatic caching the service marks the last part for five minutes, which takes one of the four. */
function judgeAutomatic(counted: readonly Carried[], last: Part | null): ServiceJudgement[] {
  const twin = counted.find(({ part }) => part !== null && part === last)?.marker;
  if (twin && secondsOf(twin) !== SHORT)
    return [
      refused(twin, "Automatic caching marks the last part for 5m, and this marker asks for another life."),
    ];
  const [fourth] = counted.slice(MOST - 1);
  if (twin || !fourth) return [];
  const message = `${formatNumber(counted.length)} markers beside the automatic one: at most ${MOST} are allowed in a request.`;
  return [refused(fourth.marker, message)];
}

/** Of the whole request: how many count, in which order of lives, and the service's own beside them. */
function judgeTogether(counted: readonly Carried[], last: Part | null): ServiceJudgement[] {
  const own = counted.find(({ marker }) => marker.place === "request")?.marker;
  const twin = own && counted.find(({ part }) => part !== null && part === last)?.marker;
  if (own && twin && secondsOf(own) !== secondsOf(twin))
    return [refused(own, "The request asks for another life than the marker on its last part.")];
  // Where its place is marked already, the service adds none.
  const all = twin ? counted.filter(({ marker }) => marker !== own) : counted;
  const judgements: ServiceJudgement[] = [];
  const [fifth] = all.slice(MOST);
  if (fifth) {
    const message = `${formatNumber(all.length)} markers: at most ${MOST} are allowed in a request.`;
    judgements.push(refused(fifth.marker, message));
  }
  const late = all.find(({ marker }, order) => {
    const before = all[order - 1]?.marker;
    return before !== undefined && secondsOf(marker) > secondsOf(before);
  });
  const message = "A marker with a shorter life stands before this one, whose life is longer.";
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
    if (message?.role === "assistant")
      return ignored(marker, "A breakpoint on an assistant's message does not count.");
    if (!counts(one))
      return ignored(marker, `A breakpoint stands on a part, not on a ${marker.place}; it is left out.`);
    if (effective.indexOf(one) < effective.length - most) {
      const own = mode === "explicit" ? "" : ", its own included";
      return ignored(
        marker,
        `Only the latest ${MOST} boundaries of a request are written${own}; this one may only be read.`,
      );
    }
    const ttl = ttlOf(marker);
    return ttl === null ? [] : ignored(marker, `Entries live as the service has it: ${ttl} is left out.`);
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
      ? "A request uses one object, which ends at its last marker; this one is left out."
      : `An object cannot end with a ${marker.place}; this marker is left out.`;
    return [ignored(marker, why)];
  });
  if (last?.part && last.part === end)
    judgements.push(
      refused(
        last.marker,
        "Nothing stands behind the last marker, and a call needs contents beside its object.",
      ),
    );
  return judgements;
}

/** Source of what is known of lives before Qwen4: https://github.com/NousResearch/hermes-agent/pull/24702 (2026-05-12). */
function judgeQwen(carried: readonly Carried[], model: string | null): ServiceJudgement[] {
  const effective = carried.filter(({ marker }) => marker.place === "part");
  const generation = model === null ? null : findModel(model)?.generation;
  const isEarlier = generation !== undefined && generation !== null && generation !== "qwen4";
  return carried.flatMap((one) => {
    if (!effective.includes(one))
      return ignored(one.marker, `A marker on a ${one.marker.place} has no effect.`);
    if (isEarlier && secondsOf(one.marker) !== SHORT)
      return ignored(
        one.marker,
        `Before Qwen4 no entry has been seen of a marker that asks for ${ttlOf(one.marker)}.`,
      );
    return effective.indexOf(one) < effective.length - MOST
      ? ignored(one.marker, `Of more than ${MOST} markers the last ${MOST} count.`)
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
  if (grammar === "qwen") return judgeQwen(carried, target.model ?? prompt.model);
  if (!first) return [];
  const many = carried.length === 1 ? "the marker is" : `all ${formatNumber(carried.length)} markers are`;
  return [ignored(first.marker, `This cache works by itself and knows no markers: ${many} left out.`)];
}

/** Turns the exchanges of a recorded session into a document and a scenario of its own. */

import type { Region } from "../offers/model";
import { modelStudioBatch } from "../systems/model-studio-batch";
import { MAX_GAP_SECONDS, MAX_TEXT_LENGTH, type Turn } from "../timeline/scenario";
import { isObject } from "../values/json";
import { type Message, tell } from "../words/message";
import { deriveReplies } from "./derive-replies";
import type { Exchange } from "./exchange";
import type { ImportedLayout } from "./imported";

export interface MadeLayout {
  readonly layout: ImportedLayout;
  /** One sentence each. */
  readonly understood: readonly Message[];
}

/** Seconds between requests whose times are not recorded. */
const ASSUMED_GAP = 30;
/** Seconds of a response where none is recorded. */
const ASSUMED_DURATION = 3;

/** Seconds to the millisecond; null where one of the times is not recorded. Times that run backwards are no gap. */
const gapBetween = (before: Exchange, after: Exchange): number | null =>
  before.at === null || after.at === null
    ? null
    : Math.round(Math.max(0, after.at - before.at) * 1000) / 1000;

const replyOf = ({ reply }: Exchange): string => reply.slice(0, MAX_TEXT_LENGTH);

const countConversations = (exchanges: readonly Exchange[]): number =>
  new Set(exchanges.map(({ conversation }) => conversation)).size;

function listConversations(exchanges: readonly Exchange[]): readonly Message[] {
  const names = countConversations(exchanges);
  if (names < 2) return [];
  return [tell("importing.oneScenario", { count: String(names) })];
}

function explain(kept: readonly Exchange[], gaps: readonly (number | null)[], derived: number): Message[] {
  const unknown = gaps.filter((gap) => gap === null).length;
  const long = gaps.filter((gap) => gap !== null && gap > MAX_GAP_SECONDS).length;
  const silent = kept.filter(({ reply }) => reply === "").length;
  return [
    ...listConversations(kept),
    ...(unknown > 0
      ? [tell("importing.gapsUnknown", { count: unknown, seconds: { seconds: ASSUMED_GAP } })]
      : []),
    ...(long > 0 ? [tell("importing.gapsLong", { count: long })] : []),
    ...(derived > 0 ? [tell("importing.repliesDerived", { count: derived })] : []),
    ...(silent > 0 && kept.length > 1 ? [tell("importing.repliesUnknown", { count: silent })] : []),
  ];
}

/** The source's name of the model, where the document does not say it itself. */
const modelOf = ({ body, model }: Exchange): string | null =>
  isObject(body) && typeof body.model === "string" ? null : model;

/**
 * The first request as the document, the others as turns given verbatim. Times in seconds; null where no exchange has
 * a body.
 * @param exchanges in order of time
 */
export function makeLayout(exchanges: readonly Exchange[], region?: Region): MadeLayout | null {
  const { exchanges: kept, found } = deriveReplies(exchanges.filter(({ body }) => body !== null));
  const [first, ...rest] = kept;
  if (!first) return null;
  const isBatch = first.isBatch === true;
  // The service takes the requests of a batch file when it likes.
  const gaps = rest.map((exchange, index) => (isBatch ? 0 : gapBetween(kept[index] ?? first, exchange)));
  const isMany = countConversations(kept) > 1;
  const laneOf = ({ conversation }: Exchange) =>
    isMany && conversation !== null ? { lane: conversation } : {};
  const turns = rest.map(
    (exchange, index): Turn => ({
      mode: "body",
      gap: Math.min(gaps[index] ?? ASSUMED_GAP, MAX_GAP_SECONDS),
      user: "",
      reply: replyOf(exchange),
      body: JSON.stringify(exchange.body),
      ...laneOf(exchange),
    }),
  );
  const model = modelOf(first);
  const duration = Math.min(first.duration ?? ASSUMED_DURATION, MAX_GAP_SECONDS);
  return {
    layout: {
      text: JSON.stringify(first.body, null, 2),
      scenario:
        turns.length === 0 && first.reply === ""
          ? null
          : { name: "Recorded session", duration, reply: replyOf(first), turns, ...laneOf(first) },
      ...(isBatch ? { play: { system: modelStudioBatch.id } } : {}),
      ...(model === null ? {} : { model }),
      ...(region === undefined ? {} : { region }),
    },
    understood: explain(kept, gaps, found),
  };
}

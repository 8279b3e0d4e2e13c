/** One chat request that has been counted: play its cache, send its reply. */
import type { Dialect } from "../../prompt/prompt";
import { type Figures, startRequest } from "./account-cache";
import { writeEvents, writeMessage } from "./anthropic-answer";
import type { Answerable, CountedRequest } from "./compose-answer";
import { forgetful } from "./forgetful";
import { writeChunks, writeCompletion } from "./openai-answer";
import type { Controls } from "./read-controls";
import type { Caller } from "./read-key";
import { type Pace, sendEvents, sendJson } from "./send-answer";
import { type AnswerShape, answerHeaders, BROKEN, errorAnswer } from "./service-error";
import type { World } from "./world";
import { reportFigures, scaleFigures } from "./write-usage";
import type { AnswerFacts, WrittenStream } from "./written-answer";

export interface AnswerContext extends Caller {
  /** Whose entries the request meets: the account, or one of those that it is scattered over. */
  readonly owner: string;
  readonly requestId: string;
  readonly world: World;
}

/** How the answer is put into words. */
export interface AnswerWriter {
  readonly shape: AnswerShape;
  whole(facts: AnswerFacts): object;
  events(facts: AnswerFacts): WrittenStream;
}

const WRITERS: Readonly<Record<Dialect, AnswerWriter>> = {
  openai: { shape: "openai", whole: writeCompletion, events: writeChunks },
  anthropic: { shape: "anthropic", whole: writeMessage, events: writeEvents },
  responses: { shape: "openai", whole: writeCompletion, events: writeChunks },
};

export interface ChatRequest {
  readonly dialect: Dialect;
  /** Absent = that of the dialect. */
  readonly writer?: AnswerWriter;
  readonly counted: CountedRequest;
  readonly answer: Answerable;
  readonly controls: Controls;
}

/** Milliseconds of the fault `slow`: before the first byte, and before each piece. */
export const SLOW = { first: 2000, each: 50 };

/** Milliseconds to the first token: 0.2 s and 40 µs for every token that is not read, at most 5 s. */
export const latencyOf = ({ prompt, read }: Figures): number => Math.min(5000, 200 + (prompt - read) * 0.04);

/** Answers a chat request in its dialect. */
export async function answerChat(
  { dialect, writer = WRITERS[dialect], counted, answer, controls }: ChatRequest,
  { owner, requestId, world }: AnswerContext,
): Promise<Response> {
  const { layout, rules, blocks, tail } = counted;
  const { lie, fault, time, duration, readings, ratio } = controls;
  const now = (): number => time ?? world.now();
  const at = now();
  const step = { layout, model: rules.model, at, account: owner, blocks, readings };
  // These two keep nothing, whatever they say.
  const store = lie === "says-all" || lie === "no-cache" ? forgetful(world.store) : world.store;
  const { figures, finish } = await startRequest(step, store);
  const facts: AnswerFacts = {
    requestId,
    model: answer.model,
    at,
    reply: answer.reply,
    replies: answer.replies,
    figures: reportFigures(scaleFigures(figures, ratio), lie, tail),
    includeUsage: answer.includeUsage,
  };
  const pace: Pace = {
    pause: fault === "slow" ? SLOW.each : 0,
    cut: fault === "cut",
    fails: fault === "stream-error",
    sleep: world.sleep,
    finish: () => finish(now() + duration),
  };
  const wait = (controls.latency ? latencyOf(figures) : 0) + (fault === "slow" ? SLOW.first : 0);
  if (wait > 0) await world.sleep(wait);
  const headers = answerHeaders(writer.shape, requestId);
  if (fault === "stream-error" && !answer.stream) {
    await pace.finish();
    return errorAnswer(writer.shape, BROKEN, requestId);
  }
  return answer.stream
    ? sendEvents(writer.events(facts), headers, pace)
    : sendJson(writer.whole(facts), headers, pace);
}

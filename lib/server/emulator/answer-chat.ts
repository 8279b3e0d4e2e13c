/** One chat request: play its cache, compose the reply, send it. */
import type { PreparedRequest } from "../../pipeline/prepare-request";
import type { Dialect } from "../../prompt/prompt";
import type { TokenCounter } from "../../tokens/token-counter";
import { type Figures, startRequest } from "./account-cache";
import { writeEvents, writeMessage } from "./anthropic-answer";
import { composeReply, type Reply } from "./compose-reply";
import { forgetful } from "./forgetful";
import { writeChunks, writeCompletion } from "./openai-answer";
import type { Controls } from "./read-controls";
import type { Caller } from "./read-key";
import type { EmulatedRequest } from "./read-request";
import { scatterAccount } from "./scatter-account";
import { type Pace, sendEvents, sendJson } from "./send-answer";
import { type AnswerShape, answerHeaders, BROKEN, errorAnswer } from "./service-error";
import type { World } from "./world";
import { reportFigures, scaleFigures } from "./write-usage";
import type { AnswerFacts, WrittenStream } from "./written-answer";

export interface AnswerContext extends Caller {
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
  readonly request: EmulatedRequest;
  readonly ready: PreparedRequest;
  readonly controls: Controls;
}

/** Milliseconds of the fault `slow`: before the first byte, and before each piece. */
export const SLOW = { first: 2000, each: 50 };

/** Milliseconds to the first token: 0.2 s and 40 µs for every token that is not read, at most 5 s. */
export const latencyOf = ({ prompt, read }: Figures): number => Math.min(5000, 200 + (prompt - read) * 0.04);

/** As many as the request asks for; the Anthropic dialect knows one alone. */
function composeReplies(
  { request, controls }: Pick<ChatRequest, "request" | "controls">,
  dialect: Dialect,
  counter: TokenCounter,
): Reply[] {
  const count = dialect === "openai" ? (request.terms?.count ?? 1) : 1;
  return Array.from({ length: count }, (_, order) =>
    composeReply(request, controls.completion, counter, { order, rounds: controls.calls }),
  );
}

/** Answers a chat request in its dialect. */
export async function answerChat(
  { dialect, writer = WRITERS[dialect], request, ready, controls }: ChatRequest,
  { account, requestId, world }: AnswerContext,
): Promise<Response> {
  const { layout, model, measured } = ready;
  const { lie, fault, implicit, time, duration, readings, ratio } = controls;
  const now = (): number => time ?? world.now();
  const at = now();
  const counter = world.counterFor(model);
  const owner = lie === "scatter" ? await scatterAccount(account, world.store) : account;
  const step = { layout, model, at, account: owner, counter, implicit, readings };
  // These two keep nothing, whatever they say.
  const store = lie === "says-all" || lie === "no-cache" ? forgetful(world.store) : world.store;
  const { figures, finish } = await startRequest(step, store);
  const replies = composeReplies({ request, controls }, dialect, counter);
  const [reply = composeReply(request, controls.completion, counter)] = replies;
  const facts: AnswerFacts = {
    requestId,
    model: request.model,
    at,
    reply,
    replies,
    figures: reportFigures(scaleFigures(figures, ratio), lie, measured.tail),
    includeUsage: request.includeUsage,
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
  if (fault === "stream-error" && !request.stream) {
    await pace.finish();
    return errorAnswer(writer.shape, BROKEN, requestId);
  }
  return request.stream
    ? sendEvents(writer.events(facts), headers, pace)
    : sendJson(writer.whole(facts), headers, pace);
}

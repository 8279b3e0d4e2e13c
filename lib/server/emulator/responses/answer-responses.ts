/** One Responses request: what precedes it, its cache, its reply, and whether it is kept. */
import { readBody } from "../../read-json-body";
import { startRequest } from "../account-cache";
import { type AnswerContext, latencyOf, SLOW } from "../answer-chat";
import { forgetful } from "../forgetful";
import type { Controls } from "../read-controls";
import { type Pace, sendEvents, sendJson } from "../send-answer";
import {
  answerHeaders,
  BROKEN,
  badRequest,
  errorAnswer,
  refuseBody,
  type ServiceError,
} from "../service-error";
import { reportFigures, scaleFigures } from "../write-usage";
import type { AskedResponse, ComposedResponse } from "./compose-response";
import { claimResponse, keepResponse, readHistory } from "./kept-responses";
import { asksForSession, startSession } from "./session-cache";
import { writeResponseEvents } from "./write-events";
import { listItems, namesOfCustomTools, responseId } from "./write-items";
import { closeResponse, type ResponseFacts } from "./write-response";

type Composed = Extract<ComposedResponse, { kind: "composed" }>;
type ReadResponse = Composed | { readonly ok: false; readonly error: ServiceError };

/** Bytes of a token in words, and of what a response says besides. */
const TOKEN_BYTES = 10;
const FIELDS_BYTES = 1000;
/** Tokens of a reply whose length nobody asks for, at most. */
const STANDARD_TOKENS = 200;

/** Sealed, three bytes are four characters. */
const SEALED = 4 / 3;

/** About what a response takes when it is kept: what was sent, and the words that follow. */
const sizeOf = (size: number, completion: number | null): number =>
  SEALED * (size + (completion ?? STANDARD_TOKENS) * TOKEN_BYTES + FIELDS_BYTES);

/** Has a body worked on; one that goes on from a response that is kept is worked on with what was said before. */
async function compose(
  sent: Request,
  { completion, calls, implicit, readings }: Controls,
  context: AnswerContext,
): Promise<ReadResponse> {
  const { account, owner, world } = context;
  const body = await readBody(sent);
  if (!body.ok) return { ok: false, error: refuseBody(body) };
  const terms = { account, owner, completion, calls, implicit, readings };
  const ask = (bytes: AskedResponse["bytes"], history: AskedResponse["history"]) =>
    world.ask("response", { ...terms, bytes, history }, sent.signal);
  let composed = await ask(body.bytes, null);
  if (composed.ok && composed.kind === "continues") {
    const { previous, bytes } = composed;
    const history = await readHistory(world.store, context, previous);
    if (!history) {
      const lost = `Previous response with id '${previous.slice(0, 100)}' not found.`;
      return { ok: false, error: { ...badRequest(lost), code: "previous_response_not_found" } };
    }
    composed = await ask(bytes, history);
  }
  if (composed.ok && composed.kind === "continues") throw new Error("asked for its history twice");
  return composed;
}

/** Answers `POST …/responses`. */
export async function answerResponses(
  sent: Request,
  controls: Controls,
  context: AnswerContext,
): Promise<Response> {
  const { account, owner, requestId, world } = context;
  const composed = await compose(sent, controls, context);
  if (!composed.ok) return errorAnswer("openai", composed.error, requestId);
  const { asked, size, counted, reply } = composed;
  const { lie, fault, time, duration, readings, ratio, completion } = controls;
  const { rules, blocks, tail } = counted;
  const now = (): number => time ?? world.now();
  const at = now();
  const isKept = asked.store && fault !== "cut" && fault !== "stream-error";
  if (isKept) {
    const bytes = sizeOf(size, completion);
    await claimResponse(world.store, account, { id: responseId(requestId), bytes });
  }
  // Markers have no place in this API: only the header selects a cache.
  const layout = { ...counted.layout, marked: false, breakpoints: [] };
  const step = { layout, model: rules.model, at, account: owner, blocks, readings };
  // These two keep nothing, whatever they say.
  const store = lie === "says-all" || lie === "no-cache" ? forgetful(world.store) : world.store;
  const { figures, finish } = await (asksForSession(sent.headers)
    ? startSession(step, rules, store)
    : startRequest(step, store));
  const facts: ResponseFacts = {
    requestId,
    model: asked.model,
    at,
    body: asked.body,
    items: listItems(reply, requestId, namesOfCustomTools(asked.body.tools)),
    tokens: reply.tokens,
    reasoning: reply.thinkingTokens,
    figures: reportFigures(scaleFigures(figures, ratio), lie, tail),
  };
  const pace: Pace = {
    pause: fault === "slow" ? SLOW.each : 0,
    cut: fault === "cut",
    fails: fault === "stream-error",
    sleep: world.sleep,
    async finish() {
      await finish(now() + duration);
      if (!isKept) return;
      const { items: input, previous } = asked;
      await keepResponse(world.store, context, { response: closeResponse(facts), input, previous });
    },
  };
  const wait = (controls.latency ? latencyOf(figures) : 0) + (fault === "slow" ? SLOW.first : 0);
  if (wait > 0) await world.sleep(wait);
  const headers = answerHeaders("openai", requestId);
  if (fault === "stream-error" && !asked.stream) {
    await pace.finish();
    return errorAnswer("openai", BROKEN, requestId);
  }
  return asked.stream
    ? sendEvents(writeResponseEvents(facts), headers, pace)
    : sendJson(closeResponse(facts), headers, pace);
}

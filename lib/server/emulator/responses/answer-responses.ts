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
import { reportFigures } from "../write-usage";
import type { AskedResponse, ComposedResponse } from "./compose-response";
import { keepResponse, readHistory } from "./kept-responses";
import { asksForSession, startSession } from "./session-cache";
import { writeResponseEvents } from "./write-events";
import { listItems, namesOfCustomTools } from "./write-items";
import { closeResponse, type ResponseFacts } from "./write-response";

type Composed = Extract<ComposedResponse, { kind: "composed" }>;
type ReadResponse = Composed | { readonly ok: false; readonly error: ServiceError };

/** Has a body worked on; one that goes on from a response that is kept is worked on with what was said before. */
async function compose(
  sent: Request,
  { completion, calls, implicit }: Controls,
  { account, owner, world }: AnswerContext,
): Promise<ReadResponse> {
  const body = await readBody(sent);
  if (!body.ok) return { ok: false, error: refuseBody(body) };
  const terms = { account, owner, completion, calls, implicit };
  const ask = (bytes: AskedResponse["bytes"], history: AskedResponse["history"]) =>
    world.ask("response", { ...terms, bytes, history }, sent.signal);
  let composed = await ask(body.bytes, null);
  if (composed.ok && composed.kind === "continues") {
    const { previous, bytes } = composed;
    const history = await readHistory(world.store, account, previous);
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
  const { asked, counted, reply } = composed;
  const { lie, fault, time } = controls;
  const { rules, blocks, tail } = counted;
  const now = (): number => time ?? world.now();
  const at = now();
  // Markers have no place in this API: only the header selects a cache.
  const layout = { ...counted.layout, marked: false, breakpoints: [] };
  const step = { layout, model: rules.model, at, account: owner, blocks };
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
    figures: reportFigures(figures, lie, tail),
  };
  const pace: Pace = {
    pause: fault === "slow" ? SLOW.each : 0,
    cut: fault === "cut",
    fails: fault === "stream-error",
    sleep: world.sleep,
    async finish() {
      await finish(now());
      if (!asked.store || fault === "cut" || fault === "stream-error") return;
      const { items: input, previous } = asked;
      await keepResponse(world.store, account, { response: closeResponse(facts), input, previous });
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

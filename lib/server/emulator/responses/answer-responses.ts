/** One Responses request: what precedes it, its cache, its reply, and whether it is kept. */
import { prepareRequest } from "../../../pipeline/prepare-request";
import { chatOfResponses } from "../../../prompt/services/chat-of-responses";
import type { JsonValue } from "../../../values/json";
import { ENGLISH } from "../../../words/plain-words";
import { parseJsonText, readTextBody } from "../../read-json-body";
import { startRequest } from "../account-cache";
import { type AnswerContext, latencyOf, SLOW } from "../answer-chat";
import { composeReply } from "../compose-reply";
import { createDigestIndex } from "../digest-index";
import { refuseLength } from "../find-refusal";
import { forgetful } from "../forgetful";
import type { Controls } from "../read-controls";
import { type EmulatedRequest, type ReadRequest, readRequest } from "../read-request";
import { scatterAccount } from "../scatter-account";
import { type Pace, sendEvents, sendJson } from "../send-answer";
import { answerHeaders, BROKEN, badRequest, errorAnswer, type ServiceError } from "../service-error";
import { reportFigures, scaleFigures } from "../write-usage";
import { claimResponse, keepResponse, readHistory } from "./kept-responses";
import { checkResponsesBody, type ResponsesBody } from "./responses-body";
import { asksForSession, startSession } from "./session-cache";
import { writeResponseEvents } from "./write-events";
import { listItems, namesOfCustomTools, responseId } from "./write-items";
import { closeResponse, type ResponseFacts } from "./write-response";

type ReadResponses =
  | { readonly ok: true; readonly asked: ResponsesBody; readonly request: EmulatedRequest }
  | { readonly ok: false; readonly error: ServiceError };

const refuse = (error: ServiceError): ReadResponses => ({ ok: false, error });

/** Bytes of a token in words, and of what a response says besides. */
const TOKEN_BYTES = 10;
const FIELDS_BYTES = 1000;
/** Tokens of a reply whose length nobody asks for, at most. */
const STANDARD_TOKENS = 200;

/** Sealed, three bytes are four characters. */
const SEALED = 4 / 3;

/** About what a response takes when it is kept: what was sent, and the words that follow. */
const sizeOf = ({ body }: ResponsesBody, completion: number | null): number =>
  SEALED *
  (Buffer.byteLength(JSON.stringify(body)) + (completion ?? STANDARD_TOKENS) * TOKEN_BYTES + FIELDS_BYTES);

/** The request as the model is given it, read as its chat body is. */
function readAsChat(
  asked: ResponsesBody,
  history: readonly JsonValue[],
  sent: Request,
): Promise<ReadRequest> {
  const chat = chatOfResponses({ ...asked.body, input: [...history, ...asked.items] });
  return readRequest(new Request(sent.url, { method: "POST", body: JSON.stringify(chat) }), "openai");
}

async function readResponses(sent: Request, context: AnswerContext): Promise<ReadResponses> {
  const body = await readTextBody(sent);
  if (!body.ok) return refuse(badRequest(ENGLISH.say(body.error.message), body.status));
  const json = parseJsonText(body.text);
  if (!json.ok) return refuse(badRequest(ENGLISH.say(json.error.message)));
  const checked = checkResponsesBody(json.value);
  if (!checked.ok) return refuse(badRequest(checked.message));
  const { request: asked } = checked;
  const history =
    asked.previous === null ? [] : await readHistory(context.world.store, context, asked.previous);
  if (!history) {
    const lost = `Previous response with id '${asked.previous?.slice(0, 100)}' not found.`;
    return refuse({ ...badRequest(lost), code: "previous_response_not_found" });
  }
  const read = await readAsChat(asked, history, sent);
  return read.ok ? { ok: true, asked, request: read.request } : read;
}

/** Answers `POST …/responses`. */
export async function answerResponses(
  sent: Request,
  controls: Controls,
  context: AnswerContext,
): Promise<Response> {
  const { account, requestId, world } = context;
  const read = await readResponses(sent, context);
  if (!read.ok) return errorAnswer("openai", read.error, requestId);
  const { asked, request } = read;
  const { lie, fault, implicit, time, duration, readings, ratio, completion } = controls;
  const index = createDigestIndex(account);
  const ready = prepareRequest(request.prompt, request.model, world.counterFor, index, { readings });
  const tooLong = refuseLength(ready);
  if (tooLong) return errorAnswer("openai", tooLong, requestId);
  const { model, measured } = ready;
  const now = (): number => time ?? world.now();
  const at = now();
  const counter = world.counterFor(model);
  const isKept = asked.store && fault !== "cut" && fault !== "stream-error";
  if (isKept) {
    await claimResponse(world.store, account, {
      id: responseId(requestId),
      bytes: sizeOf(asked, completion),
    });
  }
  const owner = lie === "scatter" ? await scatterAccount(account, world.store) : account;
  // Markers have no place in this API: only the header selects a cache.
  const layout = { ...ready.layout, marked: false, breakpoints: [] };
  const step = { layout, model, at, account: owner, counter, implicit, readings };
  // These two keep nothing, whatever they say.
  const store = lie === "says-all" || lie === "no-cache" ? forgetful(world.store) : world.store;
  const { figures, finish } = await (asksForSession(sent.headers)
    ? startSession(step, ready, store)
    : startRequest(step, store));
  const reply = composeReply(request, completion, counter, { rounds: controls.calls });
  const facts: ResponseFacts = {
    requestId,
    model: asked.model,
    at,
    body: asked.body,
    items: listItems(reply, requestId, namesOfCustomTools(asked.body.tools)),
    tokens: reply.tokens,
    reasoning: reply.thinkingTokens,
    figures: reportFigures(scaleFigures(figures, ratio), lie, measured.tail),
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

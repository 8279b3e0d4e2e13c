/** The emulator of Model Studio: the service's endpoints, answered by the cache engine instead of a model. */
import { randomUUID } from "node:crypto";
import { traceOf } from "../answer-post";
import { readBody } from "../read-json-body";
import { ServiceUnavailable } from "../service-unavailable";
import { tellOperator } from "../tell-operator";
import { type AnswerContext, answerChat } from "./answer-chat";
import { writeNative, writeNativeEvents } from "./dashscope/native-answer";
import { isStreamed } from "./dashscope/read-native";
import { type Endpoint, findEndpoint, modelOf, shapeOf } from "./find-endpoint";
import { findModelEntry, writeModelList } from "./list-models";
import { type Controls, type Fault, readControls } from "./read-controls";
import { readCaller } from "./read-key";
import { answerKept } from "./responses/answer-kept";
import { answerResponses } from "./responses/answer-responses";
import { scatterAccount } from "./scatter-account";
import {
  answerHeaders,
  BROKEN,
  badRequest,
  errorAnswer,
  NO_ACCESS,
  NO_MODEL,
  notFound,
  OVERLOADED,
  QUOTA_USED,
  RATE_LIMITED,
  REFUSED,
  refuseBody,
  type ServiceError,
  unavailable,
  WRONG_KEY,
} from "./service-error";
import { NO_SETTINGS } from "./settings";
import { settlePath, settleRequest } from "./settle-headers";
import { StateFull } from "./state-limits";
import type { World } from "./world";
import type { AnswerFacts } from "./written-answer";

const FAULTS: Readonly<Partial<Record<Fault, ServiceError>>> = {
  400: REFUSED,
  401: WRONG_KEY,
  403: NO_ACCESS,
  404: NO_MODEL,
  429: RATE_LIMITED,
  quota: QUOTA_USED,
  500: BROKEN,
  503: OVERLOADED,
};

async function answerBody(
  sent: Request,
  endpoint: Endpoint,
  controls: Controls,
  context: AnswerContext,
): Promise<Response> {
  const { kind, dialect, native } = endpoint;
  const { account, owner, requestId, world } = context;
  const shape = native ? "dashscope" : dialect;
  const body = await readBody(sent);
  if (!body.ok) return errorAnswer(shape, refuseBody(body), requestId);
  const asked = {
    bytes: body.bytes,
    dialect,
    native: native ? { service: native, stream: isStreamed(sent.headers) } : null,
    isAnswered: kind !== "count",
    account,
    owner,
    completion: controls.completion,
    calls: controls.calls,
    implicit: controls.implicit,
    readings: controls.readings,
  };
  const composed = await world.ask("reply", asked, sent.signal);
  if (!composed.ok) return errorAnswer(shape, composed.error, requestId);
  const { counted, answer } = composed;
  if (!answer) {
    return Response.json({ input_tokens: counted.total }, { headers: answerHeaders(dialect, requestId) });
  }
  const { terms } = answer;
  const writer = terms && {
    shape: "dashscope" as const,
    whole: (facts: AnswerFacts) => writeNative(facts, terms),
    events: (facts: AnswerFacts) => writeNativeEvents(facts, terms),
  };
  return answerChat({ dialect, counted, answer, controls, ...(writer ? { writer } : {}) }, context);
}

function answerModel(pathname: string, requestId: string): Response {
  const name = modelOf(pathname);
  const entry = findModelEntry(name);
  if (entry) return Response.json(entry, { headers: answerHeaders("openai", requestId) });
  const message = `The model \`${name.slice(0, 100)}\` does not exist or you do not have access to it.`;
  return errorAnswer("openai", { ...NO_MODEL, message }, requestId);
}

async function answerEndpoint(
  sent: Request,
  endpoint: Endpoint,
  world: World,
  { requestId, pathname }: { readonly requestId: string; readonly pathname: string },
): Promise<Response> {
  const { kind, dialect } = endpoint;
  const shape = shapeOf(pathname);
  const headers = answerHeaders(dialect, requestId);
  if (kind === "probe") return Response.json({ status: "ok" }, { headers });
  const read = readControls(sent.headers);
  const caller = readCaller(sent.headers, read.ok ? read.controls.readings : {});
  if (caller === null) return errorAnswer(shape, WRONG_KEY, requestId);
  if (!read.ok) return errorAnswer(shape, badRequest(read.message), requestId);
  const { controls } = read;
  const fault = controls.fault && FAULTS[controls.fault];
  if (fault) return errorAnswer(shape, fault, requestId);
  if (kind === "models") return Response.json(writeModelList(), { headers });
  if (kind === "model") return answerModel(pathname, requestId);
  if (kind === "unplayed") {
    const name = pathname.slice(pathname.lastIndexOf("/"));
    return errorAnswer(
      shape,
      notFound(`The emulator does not play ${name}: it answers chat, at /chat/completions.`),
      requestId,
    );
  }
  const { account } = caller;
  const owner = controls.lie === "scatter" ? await scatterAccount(account, world.store) : account;
  const context = { ...caller, owner, requestId, world };
  if (endpoint.kept) return answerKept(sent.method, endpoint.kept, context);
  if (kind === "responses") return answerResponses(sent, controls, context);
  return answerBody(sent, endpoint, controls, context);
}

/**
 * Answers a request to any path below `/emulator`. Never rejects. Of a fault of our own the place in the code is
 * logged, of what was sent nothing.
 */
export async function answerEmulator(
  sent: Request,
  openWorld: () => Promise<World>,
  newId: () => string = randomUUID,
): Promise<Response> {
  const { request, pathname, wrong } = settlePath(sent);
  const requestId = newId();
  const endpoint = findEndpoint(pathname);
  const shape = shapeOf(pathname);
  if (wrong !== null) return errorAnswer(shape, badRequest(wrong), requestId);
  if (!endpoint) {
    return errorAnswer(shape, notFound("There is nothing at this path of the emulator."), requestId);
  }
  const { methods } = endpoint;
  if (!methods.includes(request.method)) {
    const refusal = badRequest(`This path takes ${methods.join(" and ")} requests.`, 405);
    const answer = errorAnswer(shape, refusal, requestId);
    answer.headers.set("Allow", methods.join(", "));
    return answer;
  }
  try {
    const world = await openWorld();
    const settled = settleRequest(request, world.settings ?? NO_SETTINGS);
    return await answerEndpoint(settled, endpoint, world, { requestId, pathname });
  } catch (error) {
    if (error instanceof StateFull) return errorAnswer(shape, error.error, requestId);
    if (error instanceof ServiceUnavailable) {
      return errorAnswer(shape, unavailable(error), requestId);
    }
    tellOperator(`Emulator: ${traceOf(error)}`);
    return errorAnswer(shape, BROKEN, requestId);
  }
}

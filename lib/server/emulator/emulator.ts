/** The emulator of Model Studio: the service's endpoints, answered by the cache engine instead of a model. */
import { randomUUID } from "node:crypto";
import { prepareRequest } from "../../pipeline/prepare-request";
import { traceOf } from "../answer-post";
import { ServiceUnavailable } from "../service-unavailable";
import { type AnswerContext, answerChat } from "./answer-chat";
import { createDigestIndex } from "./digest-index";
import { dialectOf, type Endpoint, findEndpoint } from "./find-endpoint";
import { refuseLength } from "./find-refusal";
import { writeModelList } from "./list-models";
import { type Controls, type Fault, readControls } from "./read-controls";
import { readAccount } from "./read-key";
import { readRequest } from "./read-request";
import { answerKept } from "./responses/answer-kept";
import { answerResponses } from "./responses/answer-responses";
import {
  answerHeaders,
  BROKEN,
  badRequest,
  errorAnswer,
  notFound,
  RATE_LIMITED,
  type ServiceError,
  WRONG_KEY,
} from "./service-error";
import type { World } from "./world";

const FAULTS: Readonly<Partial<Record<Fault, ServiceError>>> = {
  401: WRONG_KEY,
  429: RATE_LIMITED,
  500: BROKEN,
};

async function answerBody(
  sent: Request,
  { kind, dialect }: Endpoint,
  controls: Controls,
  context: AnswerContext,
): Promise<Response> {
  const { account, requestId, world } = context;
  const read = await readRequest(sent, dialect);
  if (!read.ok) return errorAnswer(dialect, read.error, requestId);
  const { request } = read;
  const index = createDigestIndex(account);
  const ready = prepareRequest(request.prompt, request.model, world.counterFor, index);
  const tooLong = refuseLength(ready);
  if (tooLong) return errorAnswer(dialect, tooLong, requestId);
  if (kind === "chat") return answerChat({ dialect, request, ready, controls }, context);
  return Response.json(
    { input_tokens: ready.measured.total },
    { headers: answerHeaders(dialect, requestId) },
  );
}

async function answerEndpoint(
  sent: Request,
  endpoint: Endpoint,
  world: World,
  requestId: string,
): Promise<Response> {
  const { kind, dialect } = endpoint;
  const headers = answerHeaders(dialect, requestId);
  if (kind === "probe") return Response.json({ status: "ok" }, { headers });
  const account = readAccount(sent.headers);
  if (account === null) return errorAnswer(dialect, WRONG_KEY, requestId);
  const read = readControls(sent.headers);
  if (!read.ok) return errorAnswer(dialect, badRequest(read.message), requestId);
  const { controls } = read;
  const fault = controls.fault && FAULTS[controls.fault];
  if (fault) return errorAnswer(dialect, fault, requestId);
  if (kind === "models") return Response.json(writeModelList(), { headers });
  const context = { account, requestId, world };
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
  const { pathname } = new URL(sent.url);
  const requestId = newId();
  const endpoint = findEndpoint(pathname);
  if (!endpoint) {
    const dialect = dialectOf(pathname);
    return errorAnswer(dialect, notFound("There is nothing at this path of the emulator."), requestId);
  }
  const { dialect, methods } = endpoint;
  if (!methods.includes(sent.method)) {
    const refusal = badRequest(`This path takes ${methods.join(" and ")} requests.`, 405);
    const answer = errorAnswer(dialect, refusal, requestId);
    answer.headers.set("Allow", methods.join(", "));
    return answer;
  }
  try {
    return await answerEndpoint(sent, endpoint, await openWorld(), requestId);
  } catch (error) {
    if (error instanceof ServiceUnavailable) {
      const { code } = error.error;
      const { message } = error;
      return errorAnswer(dialect, { status: 503, code, type: code, message }, requestId);
    }
    process.stderr.write(`${pathname}: ${traceOf(error)}\n`);
    return errorAnswer(dialect, BROKEN, requestId);
  }
}

/** Errors as the service words them, in the shape of each dialect. */

import { randomUUID } from "node:crypto";
import type { Dialect } from "../../prompt/prompt";
import { ownField } from "../../values/json";
import type { Message } from "../../words/message";
import { ENGLISH } from "../../words/plain-words";
import { NO_STORE } from "../error-response";
import type { RefusedBody } from "../read-json-body";
import type { ServiceUnavailable } from "../service-unavailable";
import { noteReason } from "../serving-process";
import { shapeOf } from "./find-endpoint";
import { settlePath } from "./settle-headers";

/** The shapes of what the service answers: `dashscope` is its own protocol. */
export type AnswerShape = Dialect | "dashscope";

export interface ServiceError {
  readonly status: number;
  /** Code and type of the OpenAI-compatible shape. */
  readonly code: string;
  readonly type: string;
  readonly message: string;
  /** For programs, in the Anthropic shape alone. */
  readonly details?: Readonly<Record<string, unknown>>;
  /** Seconds after which the client may try again. */
  readonly retryAfter?: number;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Types of the Anthropic shape by status. */
const ANTHROPIC_TYPES: Readonly<Record<number, string>> = {
  401: "authentication_error",
  403: "permission_error",
  404: "not_found_error",
  413: "request_too_large",
  429: "rate_limit_error",
  500: "api_error",
  503: "api_error",
  507: "api_error",
};

/** The service's own answers. Source: the error codes of https://help.aliyun.com/en/model-studio/error-code-start (2026-11). */
export const WRONG_KEY: ServiceError = {
  status: 401,
  code: "invalid_api_key",
  type: "invalid_request_error",
  message:
    "Incorrect API key provided. For details, see: https://www.alibabacloud.com/help/en/model-studio/error-code#apikey-error",
};
export const RATE_LIMITED: ServiceError = {
  status: 429,
  code: "limit_requests",
  type: "limit_requests",
  message: "You exceeded your current requests list.",
  retryAfter: 1,
};
/** What a plan or a model's tokens a minute allow is used up: waiting a moment mends nothing. */
export const QUOTA_USED: ServiceError = {
  status: 429,
  code: "insufficient_quota",
  type: "insufficient_quota",
  message: "You exceeded your current quota, please check your plan and billing details.",
};
export const REFUSED: ServiceError = {
  status: 400,
  code: "invalid_parameter_error",
  type: "invalid_request_error",
  message: "Required parameter(s) missing or invalid, please check the request parameters.",
};
export const NO_ACCESS: ServiceError = {
  status: 403,
  code: "Model.AccessDenied",
  type: "Model.AccessDenied",
  message: "Model access denied.",
};
export const NO_MODEL: ServiceError = {
  status: 404,
  code: "model_not_found",
  type: "invalid_request_error",
  message: "The model does not exist or you do not have access to it.",
};
export const OVERLOADED: ServiceError = {
  status: 503,
  code: "ModelServingError",
  type: "ModelServingError",
  message:
    "Too many requests. Your requests are being throttled due to system capacity limits. Please try again later.",
};
export const BROKEN: ServiceError = {
  status: 500,
  code: "internal_error",
  type: "internal_error",
  message: "An internal error has occurred, please try again later.",
};

/** How the service's engine opens the messages about a parameter. */
export const ENGINE = "<400> InternalError.Algo.InvalidParameter:";

export const badRequest = (message: string, status = 400): ServiceError => ({
  status,
  code: "invalid_parameter_error",
  type: "invalid_request_error",
  message,
});

export const notFound = (message: string): ServiceError => ({
  status: 404,
  code: "not_found",
  type: "invalid_request_error",
  message,
});

/** A body that was not taken whole. */
export function refuseBody({ status, error, headers = {} }: RefusedBody): ServiceError {
  const refusal = { ...badRequest(ENGLISH.say(error.message), status), headers };
  // What is no fault of the body has this server's own word, not that of a wrong parameter.
  return status === 408 || status === 503 ? { ...refusal, code: error.code, type: error.code } : refusal;
}

/** What this server cannot do here and now, in its own words. */
export function unavailable({ error, message, retryAfter }: ServiceUnavailable): ServiceError {
  const { code } = error;
  return { status: 503, code, type: code, message, ...(retryAfter === undefined ? {} : { retryAfter }) };
}

/** Codes of DashScope's own protocol, and its words where they are others. Source: the same page. */
const NATIVE: Readonly<Record<string, { readonly code: string; readonly message?: string }>> = {
  invalid_api_key: { code: "InvalidApiKey", message: "Invalid API-key provided." },
  invalid_parameter_error: { code: "InvalidParameter" },
  limit_requests: {
    code: "Throttling.RateQuota",
    message: "Requests rate limit exceeded, please try again later.",
  },
  insufficient_quota: {
    code: "Throttling.AllocationQuota",
    message: "Allocated quota exceeded, please increase your quota limit.",
  },
  model_not_found: { code: "ModelNotFound" },
  internal_error: { code: "InternalError" },
};

/** An error as DashScope's own protocol tells it. */
export const writeNativeError = ({ code, message }: ServiceError, requestId: string) => ({
  code,
  message,
  ...ownField(NATIVE, code),
  request_id: requestId,
});

/** Where each SDK looks for the id of a request, and what no cache in between may keep. */
export const answerHeaders = (shape: AnswerShape, requestId: string): Record<string, string> => ({
  ...NO_STORE,
  [shape === "anthropic" ? "Request-Id" : "X-Request-Id"]: requestId,
});

function writeError(shape: AnswerShape, error: ServiceError, requestId: string): object {
  const { status, code, type, message, details } = error;
  if (shape === "dashscope") return writeNativeError(error, requestId);
  if (shape === "openai") return { error: { message, type, param: null, code }, request_id: requestId };
  const kind = ANTHROPIC_TYPES[status] ?? "invalid_request_error";
  return {
    type: "error",
    error: { type: kind, message, ...(details ? { details } : {}) },
    request_id: requestId,
  };
}

/** More requests than this server takes of one client, which no service has said. */
export function refuseEmulated(request: Request, message: Message, wait: number): Response {
  const said = { message: ENGLISH.say(message), retryAfter: wait };
  const error = { status: 429, code: "rate_limited", type: "rate_limited", ...said };
  return errorAnswer(shapeOf(settlePath(request).pathname), error, randomUUID());
}

/** The error as a response. The shape of the Anthropic dialect is an assumption: the service does not document it. */
export function errorAnswer(shape: AnswerShape, error: ServiceError, requestId: string): Response {
  const { status, code, retryAfter } = error;
  noteReason(code);
  const headers = { ...answerHeaders(shape, requestId), ...error.headers };
  return Response.json(writeError(shape, error, requestId), {
    status,
    headers: retryAfter === undefined ? headers : { ...headers, "Retry-After": String(retryAfter) },
  });
}

/** Errors as the service words them, in the shape of each dialect. */
import type { Dialect } from "../../prompt/prompt";
import { NO_STORE } from "../error-response";

export interface ServiceError {
  readonly status: number;
  /** Code and type of the OpenAI-compatible shape. */
  readonly code: string;
  readonly type: string;
  readonly message: string;
}

/** Types of the Anthropic shape by status. */
const ANTHROPIC_TYPES: Readonly<Record<number, string>> = {
  401: "authentication_error",
  404: "not_found_error",
  413: "request_too_large",
  429: "rate_limit_error",
  500: "api_error",
  503: "api_error",
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
};
export const BROKEN: ServiceError = {
  status: 500,
  code: "internal_error",
  type: "internal_error",
  message: "An internal error has occurred, please try again later.",
};

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

/** Where each SDK looks for the id of a request, and what no cache in between may keep. */
export const answerHeaders = (dialect: Dialect, requestId: string): Record<string, string> => ({
  ...NO_STORE,
  [dialect === "openai" ? "X-Request-Id" : "Request-Id"]: requestId,
});

/** The error as a response. The shape of the Anthropic dialect is an assumption: the service does not document it. */
export function errorAnswer(dialect: Dialect, error: ServiceError, requestId: string): Response {
  const { status, code, type, message } = error;
  const body =
    dialect === "openai"
      ? { error: { message, type, param: null, code }, request_id: requestId }
      : {
          type: "error",
          error: { type: ANTHROPIC_TYPES[status] ?? "invalid_request_error", message },
          request_id: requestId,
        };
  return Response.json(body, { status, headers: answerHeaders(dialect, requestId) });
}

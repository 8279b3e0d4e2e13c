/** Which headers travel: a short list each way, so that nothing of a connection, a cookie or a site slips through. */
import type { Endpoint } from "../../offers/endpoint";

/** Source: https://help.aliyun.com/en/model-studio/anthropic-api-messages (2026-03-15). */
const ANTHROPIC_VERSION = "2023-06-01";

/** Headers of the request to the service. No `accept-encoding` of the browser's: the answer is read here first. */
export const requestHeaders = (key: string, dialect: Endpoint["dialect"]): Record<string, string> => ({
  authorization: `Bearer ${key}`,
  "content-type": "application/json",
  accept: "application/json, text/event-stream",
  "accept-encoding": "identity",
  "user-agent": "prompt-cache-playground",
  ...(dialect === "anthropic" ? { "anthropic-version": ANTHROPIC_VERSION } : {}),
});

/** What an answer may say besides its body: its type, its ids, and when to come back. */
const PASSED =
  /^(content-type|retry-after|request-id|x-request-id|x-acs-request-id|x-dashscope-[a-z-]+|x-ratelimit-[a-z-]+|anthropic-ratelimit-[a-z-]+|req-cost-time|req-arrive-time|resp-start-time|x-envoy-upstream-service-time)$/;

/** Headers of the answer to the page. Length and encoding are left out: they are those of another body. */
export function responseHeaders(from: Headers): Headers {
  const headers = new Headers([...from].filter(([name]) => PASSED.test(name)));
  // A body without a type would be guessed at.
  if (!headers.has("content-type")) headers.set("content-type", "application/octet-stream");
  // Compressing or buffering on the way would hold a stream's chunks back.
  headers.set("cache-control", "no-store, no-transform");
  headers.set("x-accel-buffering", "no");
  headers.set("x-relay-source", "upstream");
  return headers;
}

/** Keeps the headers that say how a request was sent, and takes out the values of all others. */
import { findRemovals } from "./find-removals";
import type { Redaction } from "./redaction";

type Header = readonly [name: string, value: string];

/** Headers whose values are no secrets and no ids; one that is not known goes. */
const KEPT = new Set([
  "accept",
  "accept-encoding",
  "accept-language",
  "anthropic-beta",
  "anthropic-dangerous-direct-browser-access",
  "anthropic-version",
  "cache-control",
  "connection",
  "content-encoding",
  "content-length",
  "content-type",
  "date",
  "openai-beta",
  "retry-after",
  "transfer-encoding",
  "user-agent",
  "x-app",
  "x-dashscope-cachecontrol",
  "x-dashscope-session-cache",
  "x-dashscope-sse",
  "x-dashscope-useragent",
]);

const isKept = (name: string): boolean => KEPT.has(name) || name.startsWith("x-stainless-");

/** Stands for the value of a header that is not kept. */
const GONE = "[removed]";

/**
 * The headers in their order; the value of each that is not known to be harmless, or that holds a secret all the same, is
 * `[removed]`. `removed` names such headers, e.g. `the authorization header`.
 */
export function redactHeaders(headers: Iterable<Header>): Redaction<readonly Header[]> {
  const removed: string[] = [];
  const value = Array.from(headers, ([name, text]): Header => {
    const lower = name.toLowerCase();
    if (text === "" || text === GONE || (isKept(lower) && findRemovals(text).length === 0))
      return [name, text];
    removed.push(`the ${lower} header`);
    return [name, GONE];
  });
  return { value, removed };
}

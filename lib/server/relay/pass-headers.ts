/** Which headers travel, either way: nothing of a connection, a proxy or a cookie, and no word in this site's name. */
import type { Endpoint } from "../../offers/endpoint";

/** Those of one connection. Source: https://www.rfc-editor.org/rfc/rfc9110#section-7.6.1 (2022-06). Lengths are set anew. */
const OF_CONNECTION =
  /^(connection|keep-alive|proxy-.+|te|trailer|transfer-encoding|upgrade|expect|content-length)$/;

/** What may go on of these headers: none of the connection's, whether by its name or because `Connection` lists it. */
function pass(from: Headers, isPassed: (name: string) => boolean): [string, string][] {
  const listed = (from.get("connection") ?? "").split(",").map((name) => name.trim().toLowerCase());
  return [...from].filter(([name]) => !OF_CONNECTION.test(name) && !listed.includes(name) && isPassed(name));
}

function passAnswer(
  from: Headers,
  isPassed: (name: string) => boolean,
  own: Record<string, string>,
): Headers {
  const headers = new Headers(pass(from, isPassed));
  // A body without a type would be guessed at.
  if (!headers.has("content-type")) headers.set("content-type", "application/octet-stream");
  // Compressing or buffering on the way would hold a stream's chunks back.
  const streamed = { "cache-control": "no-store, no-transform", "x-accel-buffering": "no" };
  for (const [name, value] of Object.entries({ ...streamed, ...own })) headers.set(name, value);
  return headers;
}

/** Source: https://help.aliyun.com/en/model-studio/anthropic-api-messages (2026-03-15). */
const ANTHROPIC_VERSION = "2023-06-01";

/** All that the relay sends: nothing of the browser's. */
export const relayedHeaders = (key: string, dialect: Endpoint["dialect"]): Record<string, string> => ({
  authorization: `Bearer ${key}`,
  "content-type": "application/json",
  accept: "application/json, text/event-stream",
  "accept-encoding": "identity",
  "user-agent": "prompt-cache-playground",
  ...(dialect === "anthropic" ? { "anthropic-version": ANTHROPIC_VERSION } : {}),
});

/**
 * What an answer may say besides its body: its type, its ids, its limits, and when to come back. All others stay behind: they
 * would be an order to a proxy or a framework in between, or be taken for this site's own word.
 */
const TOLD =
  /^(content-type|retry-after|retry-after-ms|x-should-retry|request-id|x-request-id|x-acs-request-id|x-dashscope-[a-z-]+|x-ratelimit-[a-z-]+|anthropic-ratelimit-[a-z-]+|req-cost-time|req-arrive-time|resp-start-time|x-envoy-upstream-service-time)$/;

/**
 * The answer's headers as the page gets them from the relay.
 * @param note what the relay itself has to say of the request; null = nothing
 */
export const relayedAnswer = (from: Headers, note: string | null): Headers =>
  passAnswer(from, (name) => TOLD.test(name), {
    "x-relay-source": "upstream",
    ...(note === null ? {} : { "x-relay-note": note }),
  });

/** What proxies in front of this server tell of the agent's machine, which is nobody's business at the target. */
const OF_CLIENT = [
  /^(x-)?forwarded(-.+)?$/,
  /^via$/,
  /^x-(real|remote|original|originating|proxyuser|cluster-client|envoy|azure|appengine|vercel|nf|amzn)-.+$/,
  /^(x-)?(true-)?client-(ip|address)$/,
  /^(fastly|fly|eo|wl-proxy)-client-ip$/,
  /^(ali-cdn-real|cdn-src)-ip$/,
  /^(cf|cloudfront|akamai)-.+$/,
  /^cdn-loop$/,
];

/** What belongs to this site, what the server adds by itself, and what is asked for anew. */
const OF_SITE = /^(cookie|x-middleware-.+|x-invoke-.+|x-nextjs-.+|x-raw-target|accept-encoding|host)$/;

const isTheAgents = (name: string): boolean =>
  !OF_SITE.test(name) && !OF_CLIENT.some((pattern) => pattern.test(name));

/**
 * A recorded agent's headers as the target gets them: its own key and words included. The answer is asked for
 * uncompressed, since its bytes are read here on their way.
 */
export function recordedHeaders(from: Headers, toEmulator: boolean): Record<string, string> {
  const isPassed = (name: string) => isTheAgents(name) && (toEmulator || !name.startsWith("x-emulator-"));
  return { ...Object.fromEntries(pass(from, isPassed)), "accept-encoding": "identity" };
}

/** What clients of services read besides: whose account it is, how long it took, and what a file is called. */
const TOLD_TO_AGENTS =
  /^(openai-[a-z-]+|anthropic-organization-id|x-litellm-[a-z-]+|eagleeye-traceid|content-disposition|content-language|allow)$/;

/** The answer's headers as the agent gets them. Another server's page must do nothing under this site's name. */
export const recordedAnswer = (from: Headers): Headers =>
  passAnswer(from, (name) => TOLD.test(name) || TOLD_TO_AGENTS.test(name), {
    "content-security-policy": "default-src 'none'; frame-ancestors 'none'; sandbox",
    "x-record-source": "target",
  });

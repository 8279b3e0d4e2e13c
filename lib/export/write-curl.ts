/** The request, or every request of its scenario, as shell commands with curl. */
import { requestPathOf } from "../offers/endpoint";
import { placeMarkers } from "../placement/place-markers";
import { parsePrompt } from "../prompt/parse";
import type { Dialect } from "../prompt/prompt";
import type { JsonFields } from "../prompt/write-part";
import { writeRequest } from "../prompt/write-request";
import type { Turn } from "../timeline/scenario";
import { playScenario } from "../timeline/script-prompts";
import { isObject, type JsonValue } from "../values/json";
import { type Said, tell } from "../words/message";
import { dashScopeBaseUrl } from "./choose-base-url";
import type { CodeInput, CodeOutput } from "./code-input";
import { type PreparedCode, prepareCode, type WrittenCode } from "./prepare-code";
import { readRequestBody } from "./read-request-body";
import { SESSION_HEADER } from "./responses-input";
import { toNativeBody } from "./to-dash-scope";
import { asComment, writeLiteral } from "./write-literal";

/** More would be megabytes of bodies that begin alike. */
const MAX_CURL_REQUESTS = 12;

const BEARER = '-H "Authorization: Bearer $DASHSCOPE_API_KEY"';
const KEYS = {
  openai: [BEARER],
  responses: [BEARER, `-H "${SESSION_HEADER.name}: ${SESSION_HEADER.value}"`],
  anthropic: ['-H "x-api-key: $DASHSCOPE_API_KEY"', '-H "anthropic-version: 2023-06-01"'],
} as const;

/** How requests are sent: to which path below the base URL, with which headers, and in which form. */
interface Route {
  readonly base: string;
  readonly path: string;
  readonly headers: readonly string[];
  bodyOf(body: JsonValue): JsonValue;
  readonly notes: readonly Said[];
}

const ownRoute = ({ baseUrl, dialect }: PreparedCode): Route => ({
  base: baseUrl,
  path: requestPathOf(dialect),
  headers: KEYS[dialect],
  bodyOf: (body) => body,
  notes: [],
});

/** DashScope's own protocol at the same host. */
function nativeRoute({ baseUrl, body, streams }: PreparedCode): Route {
  const { service, notes } = toNativeBody(body);
  const base = dashScopeBaseUrl(baseUrl);
  return {
    base: base ?? `${new URL(baseUrl).origin}/api/v1`,
    path: `/services/aigc/${service}-generation/generation`,
    headers: [BEARER, ...(streams ? ['-H "X-DashScope-SSE: enable"'] : [])],
    bodyOf: (each) => (isObject(each) ? toNativeBody(each).request : each),
    notes: [...notes, ...(base === null ? [tell("exporting.noBase")] : [])],
  };
}

/** A URL is plain within double quotes. */
const callOf = ({ base, path, headers }: Route, options: readonly string[]): string =>
  [
    `curl ${options.join(" ")} "\${DASHSCOPE_BASE_URL:-${base}}${path}"`,
    ...headers,
    '-H "Content-Type: application/json"',
    "--data-binary @-",
  ].join(" \\\n  ");

/** No line of JSON is the word that ends it, and nothing within is expanded. */
const bodyOf = (body: JsonValue): string => `<<'JSON'\n${writeLiteral(body, "json")}\nJSON`;

interface Timed {
  readonly body: JsonValue;
  readonly gap: number;
  readonly label: Said;
}

/** The recorded body that a turn's request goes on from; undefined = the document. */
const recordedBody = (turns: readonly Turn[], turn: number): string | undefined =>
  turns
    .slice(0, turn + 1)
    .findLast(({ mode, body }) => mode === "body" && parsePrompt(body ?? "").prompt !== null)?.body;

/** A ping asks for one token. */
const shorten = (body: JsonFields, dialect: Dialect): JsonFields => ({
  ...body,
  [dialect === "responses" ? "max_output_tokens" : "max_tokens"]: 1,
});

/** The scenario's requests with the replies it is scripted with. */
function listRequests(
  { scenario, placement, model, ...told }: CodeInput,
  text: string,
  dialects: readonly Dialect[],
): Timed[] {
  const read = readRequestBody(text, dialects, model);
  if (!read.ok) return [];
  const whole = scenario ?? { name: "", duration: 0, reply: "", turns: [] };
  const { requests } = playScenario(read.prompt, whole);
  const shown = requests.slice(0, MAX_CURL_REQUESTS);
  const placed = placeMarkers(
    shown.map(({ prompt }) => prompt),
    placement,
    model,
    told,
  );
  return shown.map(({ prompt, at, label, kind, turn }, index) => {
    const recorded = recordedBody(whole.turns, turn);
    const source = { text: read.text, model, ...(recorded === undefined ? {} : { body: recorded }) };
    const body = writeRequest(placed[index] ?? prompt, source);
    const { stream: _, stream_options: __, ...plain } = body;
    return {
      body: kind === "ping" ? shorten(plain, prompt.dialect) : plain,
      gap: Math.round((at - (shown[index - 1]?.at ?? at)) * 1000) / 1000,
      label,
    };
  });
}

function writeScript({ words: { t, say } }: PreparedCode, route: Route, requests: readonly Timed[]): string {
  const calls = requests.map(({ body, gap, label }, index) => {
    const pause = index === 0 ? "" : `pause ${gap}\n`;
    return `# ${asComment(say(label))}\n${pause}ask ${bodyOf(route.bodyOf(body))}`;
  });
  return `#!/usr/bin/env bash
set -euo pipefail

# ${t("exporting.commentCurlWait")}
WAIT=0

ask() {
  ${callOf(route, ["-sS"]).replaceAll("\n", "\n  ")}
  echo
}

pause() {
  if [ "$WAIT" = 1 ]; then sleep "$1"; fi
}

${calls.join("\n\n")}`;
}

function write(
  input: CodeInput,
  dialects: readonly Dialect[],
  routeOf: (prepared: PreparedCode) => Route,
): CodeOutput {
  return prepareCode(input, dialects, (prepared): WrittenCode => {
    const { body, streams, conversation } = prepared;
    const route = routeOf(prepared);
    if (!conversation) {
      const call = callOf(route, streams ? ["-sS", "-N"] : ["-sS"]);
      return { code: `${call} ${bodyOf(route.bodyOf(body))}`, notes: route.notes };
    }
    const requests = listRequests(input, input.text, dialects);
    const count = input.scenario ? playScenario(prepared.prompt, input.scenario).requests.length : 1;
    return {
      code: writeScript(prepared, route, requests),
      notes: [
        ...route.notes,
        tell("exporting.curlReplies"),
        tell("exporting.curlUsage"),
        ...(count > requests.length
          ? [tell("exporting.firstRequests", { shown: String(requests.length), count: String(count) })]
          : []),
      ],
    };
  });
}

/** Never throws. */
export const writeCurl = (input: CodeInput): CodeOutput =>
  write(input, ["openai", "anthropic", "responses"], ownRoute);

/** The same in DashScope's own protocol. Never throws. */
export const writeCurlNative = (input: CodeInput): CodeOutput => write(input, ["openai"], nativeRoute);

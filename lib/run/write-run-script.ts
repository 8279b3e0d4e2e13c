/** The requests of a run as they are sent: the scenario with the answers that have come, its placement, and JSON bodies. */

import { ALONE, placeFollowing } from "../pipeline/prepare-script";
import { parsePrompt } from "../prompt/parse";
import type { Dialect, Prompt } from "../prompt/prompt";
import type { JsonFields } from "../prompt/write-part";
import { writeRequest } from "../prompt/write-request";
import type { GivenAnswer } from "../timeline/given-answer";
import { listPlacedSpans, listScriptSpans } from "../timeline/rewrite-changing";
import { playScenario, type RequestKind, type ScriptedPrompt } from "../timeline/script-prompts";
import { leastOf } from "../values/long-lists";
import { type Said, tell } from "../words/message";
import type { SentRequest } from "./predict-run";
import type { RunPlan } from "./run-state";

export interface RunRequest {
  readonly dialect: Dialect;
  /** JSON text, always asking for a stream with its usage. */
  readonly body: string;
  /** Seconds from the first request by the script. */
  readonly at: number;
  readonly duration: number;
  readonly label: Said;
  readonly kind: RequestKind;
  /** What the script expects as its answer. */
  readonly reply: string;
  /** Tokens of the answer, where the scenario or the request says so. */
  readonly completion: number | null;
  readonly limit: number | null;
}

/** `problem`: why nothing can be sent, one sentence. */
export interface RunScript {
  readonly requests: readonly RunRequest[];
  /** Words of the document that some request has in another form, each once. */
  readonly changing: readonly string[];
  readonly problem: Said | null;
}

const LIMITS = ["max_completion_tokens", "max_tokens", "max_output_tokens"] as const;

function limitOf(body: JsonFields): number | null {
  const limits = LIMITS.map((name) => body[name]).filter((value) => typeof value === "number");
  return limits.length > 0 ? leastOf(limits) : null;
}

/** A ping asks for one token. */
function shorten({ max_completion_tokens: _, ...body }: JsonFields, dialect: Dialect): JsonFields {
  return { ...body, [dialect === "responses" ? "max_output_tokens" : "max_tokens"]: 1 };
}

const asStream = (body: JsonFields, dialect: Dialect): JsonFields =>
  dialect === "openai"
    ? { ...body, stream: true, stream_options: { include_usage: true } }
    : { ...body, stream: true };

/** The recorded body that a turn's request goes on from; undefined = the document. */
function baseOf({ settings }: Pick<RunPlan, "settings">, turn: number): string | undefined {
  const turns = settings.scenario?.turns.slice(0, turn + 1) ?? [];
  return turns.findLast(({ mode, body }) => mode === "body" && parsePrompt(body ?? "").prompt !== null)?.body;
}

/** Empty where requests are given verbatim: they are sent as they were recorded. */
function listChangingWords(prompt: Prompt, { scenario, changing = [] }: RunPlan["settings"]): string[] {
  if (!scenario || scenario.turns.some(({ mode }) => mode === "body")) return [];
  const spans = [...listPlacedSpans(prompt, changing), ...listScriptSpans(scenario, changing)];
  const moving = spans.filter(({ change }) => change !== "never" && change !== "conversation");
  return [...new Set(moving.map(({ words }) => words))];
}

/**
 * Writes the requests of a run. Only those whose earlier ones are all answered are final; the others go on with the
 * script's replies. Words that change are as they are at each request's time by the script. Never throws.
 * @param answers in the order of the requests; null = the script's own
 */
export function writeRunScript(
  plan: Pick<RunPlan, "text" | "settings">,
  answers: readonly (GivenAnswer | null)[],
): RunScript {
  const { text, settings } = plan;
  const { prompt, errors } = parsePrompt(text);
  if (!prompt)
    return { requests: [], changing: [], problem: errors[0]?.message ?? tell("run.nothingToSend") };
  const { requests } = playScenario(
    prompt,
    settings.scenario ?? ALONE,
    answers.map((answer) => answer ?? undefined),
    settings.changing ?? [],
  );
  const placed = placeFollowing(
    requests.map((each) => each.prompt),
    settings,
  );
  const write = (script: ScriptedPrompt, order: number): RunRequest => {
    const sent = placed[order] ?? script.prompt;
    const body = baseOf(plan, script.turn);
    const whole = writeRequest(sent, {
      text,
      model: settings.model,
      ...(body === undefined ? {} : { body }),
    });
    const written = asStream(script.kind === "ping" ? shorten(whole, sent.dialect) : whole, sent.dialect);
    return {
      dialect: sent.dialect,
      body: JSON.stringify(written),
      at: script.at,
      duration: script.duration,
      label: script.label,
      kind: script.kind,
      reply: script.reply,
      completion: script.completionTokens ?? null,
      limit: limitOf(written),
    };
  };
  return { requests: requests.map(write), changing: listChangingWords(prompt, settings), problem: null };
}

/** The script as it would be sent, to estimate it before anything is. */
export const estimateRequests = ({ requests }: RunScript): readonly SentRequest[] =>
  requests.map(({ body, at, duration, completion, reply, limit }) => ({
    body,
    at,
    duration,
    completion,
    reply,
    limit,
  }));

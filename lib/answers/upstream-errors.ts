/** Says in one sentence what a service's error means, and what to do about it. */

import { type Said, tell } from "../words/message";
import { readUpstreamError } from "./read-upstream-error";
import { UPSTREAM_ERROR_RULES, type UpstreamErrorKind, type UpstreamErrorRule } from "./upstream-error-rules";

export interface ExplainedError {
  /** `relay`: the playground's own relay refused; `unknown`: no rule fits. */
  readonly kind: UpstreamErrorKind | "relay" | "unknown";
  /** What is wrong, one sentence. */
  readonly sentence: Said;
  /** What to do about it; empty where the sentence says that already. */
  readonly wayOut: Said;
  /** The service's own code; null where it gave none. */
  readonly code: string | null;
  /** The service's own words, shortened; null where it gave none. */
  readonly said: string | null;
  /** What the service's support asks for; null where it gave none. */
  readonly requestId: string | null;
}

/** The longest message that is passed on: some services answer with whole pages. */
const MAX_SAID = 300;

const fitsCode = (rule: UpstreamErrorRule, code: string | null): boolean =>
  code !== null && rule.codes.some((one) => one.toLowerCase() === code.toLowerCase());

/** Codes that say no more than "wrong request", so that the message may know better. */
const VAGUE: ReadonlySet<string> = new Set([
  "invalid_request_error",
  "invalidparameter",
  "invalid_parameter_error",
]);

function findRule(status: number, codes: readonly (string | null)[], said: string | null) {
  const find = (fits: (rule: UpstreamErrorRule) => boolean) => UPSTREAM_ERROR_RULES.find(fits);
  const byCode = codes
    .filter((code) => code !== null && !VAGUE.has(code.toLowerCase()))
    .map((code) => find((rule) => fitsCode(rule, code)))
    .find((rule) => rule !== undefined);
  return (
    byCode ??
    (said === null ? undefined : find((rule) => rule.message?.test(said) === true)) ??
    find((rule) => rule.statuses?.includes(status) === true) ??
    find((rule) => codes.some((code) => fitsCode(rule, code)))
  );
}

/**
 * Explains the answer of a request that failed, in any of the three shapes of body.
 * Source: https://www.alibabacloud.com/help/en/model-studio/error-code-start (2026-11-21); codes that only others have
 * seen are marked so in the rules. Never throws; a body that is no JSON is explained by its status.
 * @param status the HTTP status; that of the answer, also where the error came within a stream
 */
export function explainUpstreamError(status: number, body: string): ExplainedError {
  const { code, type, message, requestId } = readUpstreamError(body);
  const said = message && message.length > MAX_SAID ? `${message.slice(0, MAX_SAID)} …` : message;
  const facts = { code, said, requestId };
  if (code?.startsWith("relay_") && said) return { kind: "relay", sentence: said, wayOut: "", ...facts };
  const rule = findRule(status, [code, type], message);
  if (rule) return { kind: rule.kind, sentence: rule.sentence, wayOut: rule.wayOut, ...facts };
  return {
    kind: "unknown",
    sentence: tell("answers.unknown", { status }),
    wayOut: said ? tell("answers.unknownSaid") : tell("answers.unknownMend"),
    ...facts,
  };
}

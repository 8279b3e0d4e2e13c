/** Sends one call of a probe and reads what its usage says. */
import { decodeUsage } from "../answers/decode-usage";
import { explainUpstreamError } from "../answers/upstream-errors";
import { endpointIdOf } from "../offers/endpoint";
import { addressEmulator, addressRelay, type RequestAddress } from "../run/address-request";
import { isUnbilled } from "../run/send-request";
import { fieldsOf, stringOf } from "../values/json";
import { ENGLISH } from "../words/plain-words";
import type { ProbePlan } from "./plan";
import type { ProbeCall, ProbeResult } from "./probe";

/** Seconds that the emulator's answers take, by its own clock. */
export const EMULATED_DURATION = 2;

export interface Keys {
  /** Empty = the server's own, where it has one. */
  readonly first: string;
  /** With its workspace and host where those are what differs. */
  readonly second?: { readonly key: string; readonly host: string; readonly workspace: string };
}

/**
 * Where a call goes.
 * @param at seconds since the run began, the emulator's time
 */
export function addressCall(plan: ProbePlan, call: ProbeCall, at: number, keys: Keys): RequestAddress {
  const { target, second, startedAt } = plan;
  const { dialect = "openai", bySecond = false, byImplicit = false, lasts = EMULATED_DURATION } = call;
  if (target.kind === "emulator") {
    const account = bySecond && second !== null ? `${target.account}~${second}` : target.account;
    return addressEmulator(dialect, account, {
      "x-emulator-time": String(startedAt + at),
      "x-emulator-duration": String(lasts),
      "x-emulator-completion": "4",
      ...(byImplicit ? { "x-emulator-implicit": "always" } : {}),
      ...target.controls,
    });
  }
  const { host, workspace, key } = bySecond && keys.second ? keys.second : { ...target, key: keys.first };
  return addressRelay(endpointIdOf(host, dialect), workspace, key);
}

/** A result before it is known how long the answer took. */
export type SentResult =
  | Omit<Extract<ProbeResult, { kind: "answered" }>, "lasted">
  | Exclude<ProbeResult, { kind: "answered" }>;

/** Statuses by which a service takes a request for wrong, where nothing but its shape can be the reason. */
const WRONG = new Set([400, 422]);

/** The longest part of a refusal that is kept: it is shown, and no prompt fits in. */
const MAX_SAID = 200;

function readRefusal(response: Response, body: string): SentResult {
  const { status, headers } = response;
  const { sentence } = explainUpstreamError(status, body);
  const said = ENGLISH.say(sentence).slice(0, MAX_SAID);
  // What the relay refuses never came before the service, which may take it.
  const isOfService = headers.get("x-relay-source") !== "relay";
  return isOfService && WRONG.has(status)
    ? { kind: "refused", status, said }
    : { kind: "failed", fault: said, status, isUnbilled: isUnbilled(response) };
}

function readAnswer(body: string): SentResult {
  let value: unknown;
  try {
    value = JSON.parse(body);
  } catch {
    return { kind: "failed", fault: "The answer is no JSON." };
  }
  const usage = fieldsOf(value)?.usage;
  const reading = decodeUsage(usage);
  if (!reading.ok) return { kind: "failed", fault: stringOf(ENGLISH.say(reading.reason)) };
  const { prompt, read, written, completion } = reading.usage;
  return { kind: "answered", prompt, read, written, completion, usage };
}

/** Never rejects. */
export async function sendCall(
  post: typeof fetch,
  { url, headers }: RequestAddress,
  body: string,
  signal: AbortSignal,
): Promise<SentResult> {
  try {
    const response = await post(url, { method: "POST", headers, body, signal, cache: "no-store" });
    const text = await response.text();
    return response.ok ? readAnswer(text) : readRefusal(response, text);
  } catch {
    return { kind: "failed", fault: signal.aborted ? "Called off." : "The connection broke." };
  }
}

/** How a page asks this very server: the emulator's paths, and the headers that name the relay's target. */
import { endpointDialectOf, endpointIdOf, type RequestForm } from "../offers/endpoint";
import { isVirtual, type RunPlan } from "./run-state";
import type { RunRequest } from "./write-run-script";

export interface RequestAddress {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
}

const EMULATOR_PATHS = {
  openai: "/emulator/compatible-mode/v1/chat/completions",
  anthropic: "/emulator/apps/anthropic/v1/messages",
  responses: "/emulator/compatible-mode/v1/responses",
} as const;

/**
 * Responses are played with the session cache, which a header asks for.
 * Source: https://www.alibabacloud.com/help/en/model-studio/context-cache (2026-03-24).
 */
const headersOf = (form: RequestForm): Readonly<Record<string, string>> =>
  form === "responses" ? { "x-dashscope-session-cache": "enable" } : {};

const JSON_TYPE = { "content-type": "application/json" };

/** @param account any word: each has its own entries */
export const addressEmulator = (
  dialect: RequestForm,
  account: string,
  controls: Readonly<Record<string, string>>,
): RequestAddress => ({
  url: EMULATOR_PATHS[dialect],
  headers: { ...JSON_TYPE, ...headersOf(dialect), authorization: `Bearer ${account}`, ...controls },
});

/**
 * @param endpoint its id, e.g. `intl-openai`
 * @param workspace empty = none
 * @param key of the service; empty = the server's own, where it has one
 */
export const addressRelay = (endpoint: string, workspace: string, key: string): RequestAddress => ({
  url: "/api/relay",
  headers: {
    ...JSON_TYPE,
    "x-relay-endpoint": endpoint,
    ...(workspace === "" ? {} : { "x-relay-workspace": workspace }),
    ...(key === "" ? {} : { authorization: `Bearer ${key}` }),
  },
});

/** The longest answer that the emulator gives, in tokens. */
const MAX_COMPLETION = 10_000;

/**
 * Where a request of a run goes.
 * @param at seconds from the run's start, the emulator's time where gaps are skipped
 * @param completion tokens that the emulator is to answer with
 */
export function addressRequest(
  plan: RunPlan,
  { dialect }: Pick<RunRequest, "dialect">,
  { at, completion, key }: { readonly at: number; readonly completion: number; readonly key: string },
): RequestAddress {
  const { target, startedAt, settings } = plan;
  if (target.kind !== "emulator") {
    const relayed = addressRelay(
      endpointIdOf(target.host, endpointDialectOf(dialect)),
      target.workspace,
      key,
    );
    return { ...relayed, headers: { ...relayed.headers, ...headersOf(dialect) } };
  }
  return addressEmulator(dialect, target.account, {
    "x-emulator-completion": String(Math.max(1, Math.min(MAX_COMPLETION, Math.round(completion)))),
    ...(isVirtual(plan) ? { "x-emulator-time": String(startedAt + at) } : {}),
    ...(settings.implicit === "always" ? { "x-emulator-implicit": "always" } : {}),
  });
}

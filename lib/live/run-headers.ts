/** Where a request of a run goes, and with which headers. */

import { isVirtual, type RunPlan } from "./run-state";
import type { RunRequest } from "./write-run-script";

export interface RunAddress {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
}

const EMULATOR_PATHS = {
  openai: "/emulator/compatible-mode/v1/chat/completions",
  anthropic: "/emulator/apps/anthropic/v1/messages",
} as const;

/** The longest answer that the emulator gives, in tokens. */
const MAX_COMPLETION = 10_000;

/**
 * @param at seconds from the run's start, the emulator's time where gaps are skipped
 * @param completion tokens that the emulator is to answer with
 * @param key of the service; empty = the server's own, where it has one
 */
export function addressRequest(
  plan: RunPlan,
  { dialect }: Pick<RunRequest, "dialect">,
  { at, completion, key }: { readonly at: number; readonly completion: number; readonly key: string },
): RunAddress {
  const { target, startedAt, settings } = plan;
  const type = { "content-type": "application/json" };
  if (target.kind === "emulator") {
    const headers = {
      ...type,
      authorization: `Bearer ${target.account}`,
      "x-emulator-completion": String(Math.max(1, Math.min(MAX_COMPLETION, Math.round(completion)))),
      ...(isVirtual(plan) ? { "x-emulator-time": String(startedAt + at) } : {}),
      ...(settings.implicit === "always" ? { "x-emulator-implicit": "always" } : {}),
    };
    return { url: EMULATOR_PATHS[dialect], headers };
  }
  const headers = {
    ...type,
    "x-relay-endpoint": `${target.host}-${dialect}`,
    ...(target.workspace === "" ? {} : { "x-relay-workspace": target.workspace }),
    ...(key === "" ? {} : { authorization: `Bearer ${key}` }),
  };
  return { url: "/api/relay", headers };
}

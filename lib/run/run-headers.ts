/** Where a request of a run goes, and with which headers. */
import { addressEmulator, addressRelay, type RequestAddress } from "./own-server";
import { isVirtual, type RunPlan } from "./run-state";
import type { RunRequest } from "./write-run-script";

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
): RequestAddress {
  const { target, startedAt, settings } = plan;
  if (target.kind !== "emulator") return addressRelay(`${target.host}-${dialect}`, target.workspace, key);
  return addressEmulator(dialect, target.account, {
    "x-emulator-completion": String(Math.max(1, Math.min(MAX_COMPLETION, Math.round(completion)))),
    ...(isVirtual(plan) ? { "x-emulator-time": String(startedAt + at) } : {}),
    ...(settings.implicit === "always" ? { "x-emulator-implicit": "always" } : {}),
  });
}

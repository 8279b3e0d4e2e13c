/** Where the calls of an audit go, and with which headers. */
import type { AuditPlan } from "./audit-plan";

export interface CallAddress {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
}

const EMULATOR_PATHS = {
  openai: "/emulator/compatible-mode/v1/chat/completions",
  anthropic: "/emulator/apps/anthropic/v1/messages",
} as const;

/** Tokens that the emulator answers with. */
const EMULATED_ANSWER = 4;

/** @param key of the service; empty = the server's own, where it has one. The emulator never gets it. */
export function addressCall(
  { target, dialect, marked }: Pick<AuditPlan, "target" | "dialect" | "marked">,
  key: string,
): CallAddress {
  const type = { "content-type": "application/json" };
  if (target.kind === "emulator") {
    const headers = {
      ...type,
      authorization: `Bearer ${target.account}`,
      "x-emulator-latency": "real",
      "x-emulator-completion": String(EMULATED_ANSWER),
      // Without it the emulator reads nothing for requests without markers.
      ...(marked ? {} : { "x-emulator-implicit": "always" }),
      ...(target.behaviour === "honest" ? {} : { "x-emulator-lie": target.behaviour }),
    };
    return { url: EMULATOR_PATHS[dialect], headers };
  }
  const headers = {
    ...type,
    "x-relay-endpoint": target.endpoint,
    ...(target.workspace === "" ? {} : { "x-relay-workspace": target.workspace }),
    ...(key === "" ? {} : { authorization: `Bearer ${key}` }),
  };
  return { url: "/api/relay", headers };
}

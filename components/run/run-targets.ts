/** Where a run can be sent: the emulator, and the service's hosts by plan. */
import { type Endpoint, type EndpointPlan, isForCodingToolsOnly } from "../../lib/offers/endpoint";
import { listEndpoints } from "../../lib/offers/endpoints";
import { ENGLISH } from "../../lib/words/plain-words";
import type { PickerGroup } from "../ui/picker";

export const EMULATOR = "emulator";

const PLAN_NAMES: Readonly<Record<Exclude<EndpointPlan, "operator">, string>> = {
  "pay-as-you-go": "Model Studio, pay as you go",
  workspace: "Model Studio, host of a workspace",
  trial: "Model Studio, trial",
  "token-plan": "Token Plan",
  "coding-plan": "Coding Plan",
};

/** An endpoint's id without its dialect: the request decides that. */
const hostOf = ({ id }: Endpoint): string => id.replace(/-(openai|anthropic)$/, "");

export const findHost = (host: string): Endpoint | null =>
  listEndpoints().find((endpoint) => hostOf(endpoint) === host) ?? null;

export const needsWorkspace = (endpoint: Endpoint | null): boolean =>
  endpoint?.baseUrl.includes("{workspace}") === true;

/** What a plan's terms say against sending with its keys from here; null where nothing does. */
export function refusePlan(endpoint: Endpoint | null, key: string): string | null {
  if (endpoint && isForCodingToolsOnly(endpoint)) {
    return ENGLISH.say(endpoint.terms ?? "Keys of this plan are for coding tools only.");
  }
  return key.trim().startsWith("sk-sp-")
    ? "This is the key of a plan, which is for coding tools only: use a pay-as-you-go key."
    : null;
}

export function groupTargets(): readonly PickerGroup[] {
  const hosts = listEndpoints().filter(({ dialect }) => dialect === "openai");
  const plans = Object.entries(PLAN_NAMES).map(([plan, label]) => ({
    label,
    options: hosts
      .filter((endpoint) => endpoint.plan === plan)
      .map((endpoint) => ({ value: hostOf(endpoint), label: endpoint.name })),
  }));
  return [
    { label: "", options: [{ value: EMULATOR, label: "Emulator, no account needed" }] },
    ...plans.filter(({ options }) => options.length > 0),
  ];
}

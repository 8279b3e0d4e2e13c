/** Where a run can be sent: the emulator, and the service's hosts by plan. */
import { type Endpoint, type EndpointPlan, isForCodingToolsOnly } from "../../lib/offers/endpoint";
import { listEndpoints } from "../../lib/offers/endpoints";
import type { Words } from "../../lib/words/create-words";
import { type MessageKey, type Said, tell } from "../../lib/words/message";
import type { PickerGroup } from "../ui/picker";

export const EMULATOR = "emulator";

const PLAN_NAMES: Readonly<Record<Exclude<EndpointPlan, "operator">, MessageKey>> = {
  "pay-as-you-go": "run.payAsYouGo",
  workspace: "run.workspaceHost",
  trial: "run.trial",
  "token-plan": "run.tokenPlan",
  "coding-plan": "run.codingPlan",
};

/** An endpoint's id without its dialect: the request decides that. */
const hostOf = ({ id }: Endpoint): string => id.replace(/-(openai|anthropic)$/, "");

/** What people read of a host that the server's operator has listed. */
export const nameOperatorHost = (host: string): string => host.replace(/^operator\//, "");

export const findHost = (host: string): Endpoint | null =>
  listEndpoints().find((endpoint) => hostOf(endpoint) === host) ?? null;

export const needsWorkspace = (endpoint: Endpoint | null): boolean =>
  endpoint?.baseUrl.includes("{workspace}") === true;

/** What a plan's terms say against sending with its keys from here; null where nothing does. */
export function refusePlan(endpoint: Endpoint | null, key: string): Said | null {
  if (endpoint && isForCodingToolsOnly(endpoint)) {
    return endpoint.terms ?? tell("run.codingToolsOnly");
  }
  return key.trim().startsWith("sk-sp-") ? tell("run.planKey") : null;
}

export function groupTargets({ t, say }: Pick<Words, "t" | "say">): readonly PickerGroup[] {
  const hosts = listEndpoints().filter(({ dialect }) => dialect === "openai");
  const plans = Object.entries(PLAN_NAMES).map(([plan, nameKey]) => ({
    label: t(nameKey),
    options: hosts
      .filter((endpoint) => endpoint.plan === plan)
      .map((endpoint) => ({ value: hostOf(endpoint), label: say(endpoint.name) })),
  }));
  return [
    { label: "", options: [{ value: EMULATOR, label: t("run.emulator") }] },
    ...plans.filter(({ options }) => options.length > 0),
  ];
}

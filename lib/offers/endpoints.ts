/** Model Studio's endpoints by region, plan and dialect: the dated list, and the URL that one of them has. */

import { type Failure, fail } from "../values/failure";
import { type MessageKey, tell } from "../words/message";
import type { Endpoint, EndpointPlan } from "./endpoint";
import type { Evidence, Region } from "./model";
import data from "./model-studio-endpoints.json" with { type: "json" };

type ListedPlan = Exclude<EndpointPlan, "operator">;

interface Host extends Pick<Endpoint, "id" | "region" | "timeoutSeconds" | "source" | "asOf"> {
  readonly plan: ListedPlan;
  /** May hold `{workspace}` and `{region}`. */
  readonly origin: string;
  /** What `{region}` stands for, e.g. `ap-southeast-1`. */
  readonly place?: string;
  /** Where it is not the usual one. */
  readonly openaiPath?: string;
  readonly region: Region | null;
  readonly evidence: Evidence;
}

interface Plan extends Pick<Endpoint, "keyPrefix"> {
  /** True where its terms say something that matters here. */
  readonly hasTerms: boolean;
}

/** Paths of the dialects; chats and Responses share one. Source: https://www.alibabacloud.com/help/model-studio/base-url (2026-10-11). */
export const BASE_PATHS = {
  openai: "/compatible-mode/v1",
  anthropic: "/apps/anthropic",
  responses: "/compatible-mode/v1",
} as const;
export const DIALECTS = ["openai", "anthropic"] as const;

const plans = data.plans as Readonly<Record<ListedPlan, Plan>>;

const ENDPOINTS: readonly Endpoint[] = (data.hosts as readonly Host[]).flatMap((host) =>
  DIALECTS.map((dialect) => {
    const { id, region, plan, timeoutSeconds, evidence, source, asOf } = host;
    const { keyPrefix, hasTerms } = plans[plan];
    // Each id of the list has its key.
    const name = tell(`offers.host_${id}` as MessageKey);
    const terms = hasTerms ? tell(`offers.terms_${plan}` as MessageKey) : null;
    const path = (dialect === "openai" && host.openaiPath) || BASE_PATHS[dialect];
    const baseUrl = host.origin.replace("{region}", host.place ?? "") + path;
    const facts = { keyPrefix, terms, timeoutSeconds, evidence, source, asOf };
    return { id: `${id}-${dialect}`, name, region, plan, dialect, baseUrl, ...facts };
  }),
);

/** Every documented endpoint, in the order of the list. */
export const listEndpoints = (): readonly Endpoint[] => ENDPOINTS;

export type FoundEndpoint =
  | { readonly ok: true; readonly endpoint: Endpoint /** The base URL, complete. */; readonly url: string }
  | Failure;

const WORKSPACE = /^[a-z0-9-]{3,64}$/;
/** Names below the same domain that are hosts of a plan, not workspaces. */
const NO_WORKSPACES: ReadonlySet<string> = new Set(["trial", "token-plan", "coding-plan"]);

/** Whether this may stand in a host name as a workspace's id. */
export const isWorkspace = (id: string): boolean => WORKSPACE.test(id) && !NO_WORKSPACES.has(id);

/**
 * The endpoint of that id and its base URL, or one sentence that says what is missing.
 * @param workspace needed where the host is that of a workspace: 3 to 64 of `a-z`, `0-9` and `-`
 * @param more endpoints besides the documented ones, such as the operator's
 */
export function findEndpoint(
  id: string,
  { workspace, more = [] }: { readonly workspace?: string; readonly more?: readonly Endpoint[] } = {},
): FoundEndpoint {
  const endpoint = ENDPOINTS.find((one) => one.id === id) ?? more.find((one) => one.id === id);
  if (!endpoint) return fail(tell("offers.unknownEndpoint"));
  if (!endpoint.baseUrl.includes("{workspace}")) return { ok: true, endpoint, url: endpoint.baseUrl };
  if (!workspace) return fail(tell("offers.needsWorkspace", { endpoint: endpoint.name }));
  if (!isWorkspace(workspace)) {
    return fail(tell("offers.noWorkspaceId"));
  }
  return { ok: true, endpoint, url: endpoint.baseUrl.replace("{workspace}", workspace) };
}

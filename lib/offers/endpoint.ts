/** An endpoint: one base URL of a service, with the dialect it speaks and the keys it takes. */
import type { Said } from "../words/message";
import type { Evidence, Region } from "./model";

/** What a key was bought as; `operator`: a host that the server's operator has listed. */
export type EndpointPlan =
  | "pay-as-you-go"
  | "workspace"
  | "trial"
  | "token-plan"
  | "coding-plan"
  | "operator";

export interface Endpoint {
  /** Stable, e.g. `intl-openai` or `workspace-cn-anthropic`. */
  readonly id: string;
  /** For people, e.g. `Singapore`. */
  readonly name: Said;
  /** Null where the price list has no such region, or it is not documented. */
  readonly region: Region | null;
  readonly plan: EndpointPlan;
  readonly dialect: "openai" | "anthropic";
  /** Without the request's path; `{workspace}` stands where the workspace's id belongs. */
  readonly baseUrl: string;
  /** How its keys begin, e.g. `sk-`; null = unknown. */
  readonly keyPrefix: string | null;
  /** What the plan's terms say about its keys; null = nothing that matters here. */
  readonly terms: Said | null;
  /** Seconds after which the service ends a request; null = not documented. */
  readonly timeoutSeconds: number | null;
  readonly evidence: Evidence;
  readonly source: string;
  readonly asOf: string;
}

/** What a request may be written in: an endpoint of chats takes Responses too. */
export type RequestForm = Endpoint["dialect"] | "responses";

const REQUEST_PATHS = {
  openai: "/chat/completions",
  anthropic: "/v1/messages",
  responses: "/responses",
} as const;

/** Where a base URL takes a request of this form, e.g. `/chat/completions`. */
export const requestPathOf = (form: RequestForm): string => REQUEST_PATHS[form];

/** The dialect of the endpoints that take requests of this form. */
export const endpointDialectOf = (form: RequestForm): Endpoint["dialect"] =>
  form === "responses" ? "openai" : form;

/** The keys of these plans may not be used by a server such as the relay. */
export const isForCodingToolsOnly = ({ plan }: Pick<Endpoint, "plan">): boolean =>
  plan === "token-plan" || plan === "coding-plan";

/** Id of the endpoint that a host has in a dialect. @param host an id without its dialect; `operator/<host>` of the operator's */
export const endpointIdOf = (host: string, dialect: Endpoint["dialect"]): string =>
  host.startsWith("operator/") ? `${host}/${dialect}` : `${host}-${dialect}`;

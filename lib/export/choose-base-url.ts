/** The base URL that a program sends to, by host and dialect, and what its plan says. */
import { endpointDialectOf } from "../offers/endpoint";
import { findEndpoint, isWorkspace, listEndpoints } from "../offers/endpoints";
import type { Region } from "../offers/model";
import type { Dialect } from "../prompt/prompt";
import { type Said, tell } from "../words/message";

const WORKSPACE_PLACEHOLDER = "YOUR-WORKSPACE-ID";

export interface BaseUrl {
  readonly url: string;
  /** Seconds after which the service ends a request, or the usual ones where that is not documented. */
  readonly timeout: number;
  readonly notes: readonly Said[];
}

const USUAL_HOST = "intl";
const USUAL_TIMEOUT = 600;

/** The host a region's requests go to where nobody chooses one: the shared host, else that of a workspace. */
export function defaultHost(region: Region): string {
  const own = listEndpoints().filter((endpoint) => endpoint.region === region);
  const found =
    own.find(({ plan }) => plan === "pay-as-you-go") ?? own.find(({ plan }) => plan === "workspace");
  return found?.id.replace(/-(openai|anthropic)$/, "") ?? USUAL_HOST;
}

/** The region whose keys and caches count at a host; null = not known. */
export const regionOfHost = (host: string): Region | null =>
  listEndpoints().find(({ id }) => id.replace(/-(openai|anthropic)$/, "") === host)?.region ?? null;

/** Where a host takes requests of a dialect; a placeholder stands where the workspace is not known. */
export function chooseBaseUrl(host: string, dialect: Dialect, workspace: string | null): BaseUrl {
  const spoken = endpointDialectOf(dialect);
  const known = workspace !== null && isWorkspace(workspace) ? { workspace } : {};
  const found = findEndpoint(`${host}-${spoken}`, known);
  const endpoint =
    listEndpoints().find(({ id }) => id === `${host}-${spoken}`) ??
    listEndpoints().find(({ id }) => id === `${USUAL_HOST}-${spoken}`);
  if (!endpoint) throw new Error(`No endpoint speaks ${dialect}.`);
  const url = found.ok ? found.url : endpoint.baseUrl.replace("{workspace}", WORKSPACE_PLACEHOLDER);
  const notes: Said[] = [];
  if (url.includes(WORKSPACE_PLACEHOLDER)) {
    notes.push(tell("exporting.putWorkspace", { placeholder: WORKSPACE_PLACEHOLDER }));
  }
  if (endpoint.terms !== null) notes.push(endpoint.terms);
  return { url, timeout: endpoint.timeoutSeconds ?? USUAL_TIMEOUT, notes };
}

/** The base of DashScope's own protocol at the same host; null where it is not documented. */
export function dashScopeBaseUrl(url: string): string | null {
  const { protocol, host } = new URL(url);
  return /^(coding|token-plan)/.test(host)
    ? null
    : `${protocol}//${host.replace("your-workspace-id", WORKSPACE_PLACEHOLDER)}/api/v1`;
}

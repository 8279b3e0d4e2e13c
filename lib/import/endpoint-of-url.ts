/** Finds the documented endpoint that an address belongs to. */
import type { Endpoint } from "../offers/endpoint";
import { isWorkspace, listEndpoints } from "../offers/endpoints";
import { type Message, tell } from "../words/message";

const WORKSPACE = "{workspace}";

function parseUrl(url: string): URL | null {
  try {
    return new URL(url);
  } catch {
    return null;
  }
}

function isHostOf(endpoint: Endpoint, host: string): boolean {
  const written = endpoint.baseUrl.replace(/^https:\/\/([^/]*).*$/s, "$1");
  if (!written.startsWith(WORKSPACE)) return written === host;
  const rest = written.slice(WORKSPACE.length);
  return host.endsWith(rest) && isWorkspace(host.slice(0, -rest.length));
}

/** The endpoint of that address, whatever its path and query; null where the host is none of the documented ones. */
export function endpointOfUrl(url: string): Endpoint | null {
  const parsed = parseUrl(url);
  if (!parsed) return null;
  const hosts = listEndpoints().filter((endpoint) => isHostOf(endpoint, parsed.host));
  const isBase = ({ baseUrl }: Endpoint): boolean =>
    parsed.pathname.startsWith(baseUrl.replace(/^https:\/\/[^/]*/, ""));
  return hosts.find(isBase) ?? hosts[0] ?? null;
}

/** Whose addresses they are, one sentence for each. */
export const nameEndpoints = (endpoints: readonly Endpoint[]): readonly Message[] =>
  [...new Set(endpoints.map(({ name }) => name))].map((name) => tell("importSources.addressOf", { name }));

/** The hosts that the server's operator lists besides the documented ones, as endpoints in both dialects. */

import { isIP } from "node:net";
import type { Endpoint } from "../../offers/endpoint";
import { BASE_PATHS, DIALECTS } from "../../offers/endpoints";
import { type Failure, fail } from "../../values/failure";
import { addressOf, isLoopbackHost, isPublicAddress } from "./network-address";

/** Whose paths the operator's hosts are asked at. */
const SOURCE = "https://www.alibabacloud.com/help/model-studio/base-url";
const AS_OF = "2026-10-11";

type OperatorEndpoints = { readonly ok: true; readonly endpoints: readonly Endpoint[] } | Failure;

function parseUrl(text: string): URL | null {
  try {
    return new URL(text);
  } catch {
    return null;
  }
}

/** What is wrong with one host; null when nothing is. */
function findFault(text: string, url: URL | null): string | null {
  const say = (words: string) => `PLAYGROUND_RELAY_HOSTS: "${text}" ${words}`;
  if (!url || !/^https?:$/.test(url.protocol)) return say("is no origin such as https://gateway.example.");
  // What stands there may be a key, so it is not repeated.
  if (url.username || url.password)
    return "PLAYGROUND_RELAY_HOSTS holds a user name or password: leave it out.";
  if (url.search || url.hash) return say("must end before its query.");
  if (isLoopbackHost(url.hostname)) return null;
  if (url.protocol !== "https:")
    return say("must begin with https://; only this machine may be reached by http.");
  const address = addressOf(url.hostname);
  return isIP(address) && !isPublicAddress(address)
    ? say("is a private address, which is not relayed to.")
    : null;
}

/**
 * Reads a comma-separated list of origins, e.g. `https://gateway.example,http://127.0.0.1:4010`. An origin may have a path
 * before the usual ones. Answers endpoints named `operator/<host and path>/<dialect>`, or one sentence on what is wrong.
 */
export function readOperatorEndpoints(setting: string): OperatorEndpoints {
  const endpoints: Endpoint[] = [];
  const texts = setting.split(",").map((part) => part.trim());
  for (const text of texts.filter((part) => part !== "")) {
    const url = parseUrl(text);
    const fault = findFault(text, url);
    if (!url || fault) return fail(fault ?? `PLAYGROUND_RELAY_HOSTS: "${text}" is no origin.`);
    const path = url.pathname.replace(/\/+$/, "");
    for (const dialect of DIALECTS) {
      endpoints.push({
        id: `operator/${url.host}${path}/${dialect}`,
        name: `${url.host}${path}`,
        region: null,
        plan: "operator",
        dialect,
        baseUrl: `${url.origin}${path}${BASE_PATHS[dialect]}`,
        keyPrefix: null,
        terms: null,
        timeoutSeconds: null,
        evidence: "user",
        source: SOURCE,
        asOf: AS_OF,
      });
    }
  }
  return { ok: true, endpoints };
}

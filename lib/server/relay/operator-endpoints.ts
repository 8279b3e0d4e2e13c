/** The hosts that the server's operator lists besides the documented ones, as endpoints in both dialects. */

import { isIP } from "node:net";
import type { Endpoint } from "../../offers/endpoint";
import { BASE_PATHS, DIALECTS } from "../../offers/endpoints";
import { type Message, tell } from "../../words/message";
import { addressOf, isLoopbackHost, isPublicAddress } from "./network-address";

/** Whose paths the operator's hosts are asked at. */
const SOURCE = "https://www.alibabacloud.com/help/model-studio/base-url";
const AS_OF = "2026-10-11";
const NAME = "PLAYGROUND_RELAY_HOSTS";

type OperatorEndpoints =
  | { readonly ok: true; readonly endpoints: readonly Endpoint[] }
  /** `text`: the host that is wrong, for the operator's log alone; empty where it may hold a password. */
  | { readonly ok: false; readonly reason: Message; readonly text: string };

function parseUrl(text: string): URL | null {
  try {
    return new URL(text);
  } catch {
    return null;
  }
}

/** What is wrong with one host; null when nothing is. */
function findFault(url: URL | null): Message | null {
  const named = { name: NAME };
  if (!url || !/^https?:$/.test(url.protocol))
    return tell("server.hostNoExample", { ...named, example: "https://gateway.example" });
  if (url.username || url.password) return tell("server.hostUser", { name: NAME });
  if (url.search || url.hash) return tell("server.hostQuery", named);
  if (isLoopbackHost(url.hostname)) return null;
  if (url.protocol !== "https:") return tell("server.hostPlain", named);
  const address = addressOf(url.hostname);
  return isIP(address) && !isPublicAddress(address) ? tell("server.hostPrivate", named) : null;
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
    const fault = findFault(url);
    if (!url || fault) {
      const reason = fault ?? tell("server.hostNone", { name: NAME });
      return { ok: false, reason, text: text.includes("@") ? "" : text };
    }
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

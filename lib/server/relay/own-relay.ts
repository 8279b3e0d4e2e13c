/** The relay of this very server: made at the first request, from its environment. */
import { errorResponse } from "../error-response";
import { isCrossSite } from "../same-site";
import { ServiceUnavailable } from "../service-unavailable";
import { createUpstream } from "./call-upstream";
import { describeRelay } from "./describe-relay";
import { isLoopbackHost } from "./network-address";
import { createRelay } from "./relay";
import { refuseRelay } from "./relay-refusals";
import { type RelaySettings, readRelaySettings } from "./settings";

type Answer = (request: Request) => Promise<Response>;

/** The origins that the operator has listed on this very machine. */
export const loopbackOrigins = ({ endpoints }: Pick<RelaySettings, "endpoints">): ReadonlySet<string> =>
  new Set(
    endpoints
      .map(({ baseUrl }) => new URL(baseUrl))
      .filter(({ hostname }) => isLoopbackHost(hostname))
      .map(({ origin }) => origin),
  );

/** Both ways into the relay of one environment; where a setting is wrong, both answer 503 with the sentence. */
export function openRelay(env: Readonly<Record<string, string | undefined>>): {
  readonly send: Answer;
  readonly describe: Answer;
} {
  try {
    const settings = readRelaySettings(env);
    const fetch = createUpstream(settings.connectMs, loopbackOrigins(settings));
    const description = describeRelay(settings);
    return {
      send: createRelay({ fetch, now: Date.now, settings }),
      describe: async (request) =>
        isCrossSite(request, settings.trustedProxies > 0)
          ? refuseRelay(403, "relay_cross_site", "Only the playground's own pages may ask its relay.")
          : Response.json(description, { headers: { "Cache-Control": "no-store" } }),
    };
  } catch (error) {
    if (!(error instanceof ServiceUnavailable)) throw error;
    process.stderr.write(`${error.message}\n`);
    const answer = async () => errorResponse(503, error.error, { "x-relay-source": "relay" });
    return { send: answer, describe: answer };
  }
}

let own: ReturnType<typeof openRelay> | null = null;

/** This server's relay. */
export function ownRelay(): ReturnType<typeof openRelay> {
  own ??= openRelay(process.env);
  return own;
}

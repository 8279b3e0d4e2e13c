/** The relay of this very server: made at the first request, from its environment. */

import { tell } from "../../words/message";
import { type Environment, openOrClose } from "../environment";
import { wordedResponse } from "../error-response";
import { isCrossSite } from "../request-origin";
import { createUpstream } from "./call-upstream";
import { describeRelay } from "./describe-relay";
import { isLoopbackHost } from "./network-address";
import { createRelay } from "./relay";
import { BY_RELAY, refuseRelay } from "./relay-refusals";
import { type RelaySettings, readRelaySettings } from "./settings";
import type { Upstream } from "./upstream";

type Answer = (request: Request) => Promise<Response>;

/** The way to services, and to the origins that the operator has listed on this very machine. */
export function openUpstream({ endpoints, connectMs }: RelaySettings): Upstream {
  const listed = endpoints.map(({ baseUrl }) => new URL(baseUrl));
  const own = listed.filter(({ hostname }) => isLoopbackHost(hostname)).map(({ origin }) => origin);
  return createUpstream(connectMs, new Set(own));
}

/** Both ways into the relay of one environment; where a setting is wrong, both answer 503 with the sentence. */
const openRelay = (env: Environment): { readonly send: Answer; readonly describe: Answer } =>
  openOrClose(
    () => {
      const settings = readRelaySettings(env);
      const description = describeRelay(settings);
      return {
        send: createRelay({ fetch: openUpstream(settings), now: Date.now, settings }),
        describe: async (request) =>
          isCrossSite(request, settings.trustedProxies > 0)
            ? refuseRelay(request, 403, "relay_cross_site", tell("server.relayCrossSite"))
            : wordedResponse(request, description),
      };
    },
    (answer) => ({ send: answer, describe: answer }),
    BY_RELAY,
  );

let own: ReturnType<typeof openRelay> | null = null;

/** This server's relay. */
export function ownRelay(): ReturnType<typeof openRelay> {
  own ??= openRelay(process.env);
  return own;
}

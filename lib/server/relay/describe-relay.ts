/** What the page must know to send through the relay: where to, and whether a key is needed. Nothing secret. */
import type { Endpoint } from "../../offers/endpoint";
import { isForCodingToolsOnly } from "../../offers/endpoint";
import { listEndpoints } from "../../offers/endpoints";
import type { RelaySettings } from "./settings";

interface RelayDescription {
  /** The endpoints that can be asked for, the documented ones first. */
  readonly endpoints: readonly Endpoint[];
  /** How the operator's key may be used: not at all, with the access token, or on the server's own machine. */
  readonly serverKey: { readonly withToken: boolean; readonly onThisMachine: boolean };
  readonly requestsPerMinute: number;
  readonly streamsPerClient: number;
}

export function describeRelay(settings: RelaySettings): RelayDescription {
  const { endpoints, key, accessToken, listensOnLoopback, requestsPerMinute, streamsPerClient } = settings;
  return {
    endpoints: [...listEndpoints().filter((one) => !isForCodingToolsOnly(one)), ...endpoints],
    serverKey: {
      withToken: key !== null && accessToken !== null,
      onThisMachine: key !== null && listensOnLoopback,
    },
    requestsPerMinute,
    streamsPerClient,
  };
}

/** Looks a host's name up, and refuses it where any of its addresses is not allowed: so no name leads into a private net. */
import { lookup } from "node:dns";
import type { LookupFunction } from "node:net";
import { UpstreamFault } from "./upstream";

/** The check is made on the very addresses that are connected to, so a name that changes in between changes nothing. */
export function createGuardedLookup(isAllowed: (address: string) => boolean): LookupFunction {
  return (hostname, options, callback) => {
    lookup(hostname, { ...options, all: true }, (error, addresses) => {
      const first = addresses?.[0];
      if (error || !first) return callback(new UpstreamFault("unknown_host"), "");
      if (!addresses.every(({ address }) => isAllowed(address)))
        return callback(new UpstreamFault("address"), "");
      if (options.all) callback(null, addresses);
      else callback(null, first.address, first.family);
    });
  };
}

/** Where the calls of an audit go, and with which headers. */
import { addressEmulator, addressRelay, type RequestAddress } from "../run/own-server";
import type { AuditPlan } from "./audit-plan";

/** Tokens that the emulator answers with. */
const EMULATED_ANSWER = 4;

/** @param key of the service; empty = the server's own, where it has one. The emulator never gets it. */
export function addressCall(
  { target, dialect, marked }: Pick<AuditPlan, "target" | "dialect" | "marked">,
  key: string,
): RequestAddress {
  if (target.kind !== "emulator") return addressRelay(target.endpoint, target.workspace, key);
  return addressEmulator(dialect, target.account, {
    "x-emulator-latency": "real",
    "x-emulator-completion": String(EMULATED_ANSWER),
    // Without it the emulator reads nothing for requests without markers.
    ...(marked ? {} : { "x-emulator-implicit": "always" }),
    ...(target.behaviour === "honest" ? {} : { "x-emulator-lie": target.behaviour }),
  });
}

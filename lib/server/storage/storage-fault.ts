/** What is said when the storage cannot be used: one sentence to the caller. */
import { type Message, tell } from "../../words/message";
import { ServiceUnavailable } from "../service-unavailable";

/** @param reason words without paths, addresses or passwords: callers of the API see it */
export function storageFault(reason: Message): ServiceUnavailable {
  return new ServiceUnavailable({
    code: "storage_unavailable",
    message: tell("server.storage", { reason }),
  });
}

/** The code of an error of the system, e.g. `ENOSPC`. */
export const codeOf = (error: unknown): string =>
  error instanceof Error && "code" in error ? String(error.code) : "unknown";

/** What is said when the storage cannot be used: one sentence to the caller, one line to the operator. */
import { ServiceUnavailable } from "../service-unavailable";

/** @param reason a sentence without paths, addresses or passwords: callers of the API see it */
export function storageFault(reason: string): ServiceUnavailable {
  return new ServiceUnavailable({
    code: "storage_unavailable",
    message: `The storage of this server cannot be used: ${reason}`,
  });
}

/** Tells the operator, who may see paths and addresses, on stderr. */
export function tellOperator(line: string): void {
  process.stderr.write(`${line}\n`);
}

/** The code of an error of the system, e.g. `ENOSPC`. */
export const codeOf = (error: unknown): string =>
  error instanceof Error && "code" in error ? String(error.code) : "unknown";

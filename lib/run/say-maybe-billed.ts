/** What is said, and offered, of a request of a run whose whole answer never came. */
import { formatAmount } from "../values/figures";
import { type Said, tell } from "../words/message";
import type { Problem } from "./sending";

interface OpenRequest {
  /** Why the answer never came, one sentence. */
  readonly fault: Said;
  /** The most it can have cost; null where that is not known. */
  readonly most: number | null;
  readonly currency: string | null;
  /** Its place in the script, from 0. */
  readonly order: number;
  readonly isEmulator: boolean;
  /** Whether the script has a request after it. */
  readonly hasNext: boolean;
}

/** The choices name the price; none of them is taken by itself. */
export function sayMaybeBilled(request: OpenRequest): Required<Problem> {
  const { fault, most, currency, order, isEmulator, hasNext } = request;
  const told = { fault, order: order + 1, most: most === null ? "" : formatAmount(most, currency) };
  const sentence = isEmulator
    ? most === null
      ? tell("run.sentToEmulatorUnknown", told)
      : tell("run.sentToEmulator", told)
    : most === null
      ? tell("run.sentAndOpenUnknown", told)
      : tell("run.sentAndOpen", told);
  return {
    kind: "maybe-billed",
    sentence,
    wayOut: tell("run.brokenOff"),
    choices: {
      again: most === null ? tell("run.sendAgainUnknown", told) : tell("run.sendAgain", told),
      skip: hasNext ? tell("run.skipRequest", { next: order + 2 }) : null,
    },
  };
}

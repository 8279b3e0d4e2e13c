/** Tells the operator of what goes wrong in the recorder without anybody having thought of it. */
import { traceOf } from "../answer-post";
import { ServiceUnavailable } from "../service-unavailable";
import { tellOperator } from "../tell-operator";
import { TooLate } from "./limit-time";

/**
 * What the storage cannot do it has told already, and storage that takes too long is no fault of our own. Of all else the
 * place in the code is told, and nothing of what was sent: an agent and a reader learn only that nothing was kept.
 */
export function tellFault(error: unknown): void {
  if (error instanceof ServiceUnavailable || error instanceof TooLate) return;
  tellOperator(`Recorder: ${traceOf(error)}`);
}

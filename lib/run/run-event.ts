/** What happens to a run; clocks are real seconds, any origin. */

import type { StreamedAnswer } from "../answers/read-stream";
import type { RequestPrediction } from "./predict-run";
import type { RunProblem } from "./run-state";

export type RunEvent =
  | { readonly kind: "predicted"; readonly prediction: RequestPrediction | null; readonly reason: string }
  /** `at`: seconds from the run's start. */
  | { readonly kind: "sent"; readonly at: number; readonly clock: number }
  | { readonly kind: "first-token"; readonly clock: number }
  | {
      readonly kind: "answered";
      readonly clock: number;
      readonly answer: StreamedAnswer;
      readonly requestId: string | null;
    }
  /** Refused before anything of an answer came: nothing is billed, so it may be sent again. */
  | { readonly kind: "refused"; readonly sentence: string; readonly wayOut: string }
  /** It was received, but no whole answer came. */
  | { readonly kind: "broke-off"; readonly clock: number; readonly sentence: string }
  | { readonly kind: "stop"; readonly problem: RunProblem }
  | { readonly kind: "finish" }
  | { readonly kind: "pause" }
  | { readonly kind: "resume"; readonly ceiling: number | null }
  | { readonly kind: "cancel"; readonly clock: number }
  /** The page was left while a run was going on, and is back. */
  | { readonly kind: "restore" };

/** What the page and the analysis worker say to each other. */
import type { Analysis, Settings } from "./analysis";

export interface AnalysisJob {
  readonly id: number;
  readonly text: string;
  readonly settings: Settings;
}

export type AnalysisAnswer =
  | { readonly id: number; readonly kind: "done"; readonly analysis: Analysis }
  | { readonly id: number; readonly kind: "failed"; readonly message: string };

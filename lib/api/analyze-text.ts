/** One document of the HTTP API through the pipeline: its diagnostics and, where it can be read, its figures. */
import { createPrefixIndex } from "../layout/prefix-index";
import type { Diagnostic } from "../lint/diagnostic";
import { lintErrors, lintPrompt } from "../lint/lint";
import { type PreparedRequest, prepareRequest } from "../pipeline/prepare-request";
import { parsePrompt } from "../prompt/parse";
import type { CounterFor } from "../tokens/token-counter";
import type { AnalyzeRequest } from "./analyze-request";

export interface AnalyzedText {
  readonly diagnostics: readonly Diagnostic[];
  /** Null where the text is no request that can be measured; there is then at least one diagnostic. */
  readonly ready: PreparedRequest | null;
  /** The name asked for; null = none. */
  readonly modelName: string | null;
}

/** Name that no model has: a request without a model is analysed as an unknown one. */
const NO_MODEL = "";

/** Analyses the request alone, without a scenario. Never throws, whatever the text. */
export function analyzeText(request: AnalyzeRequest, counterFor: CounterFor): AnalyzedText {
  const { text, model, region, isRegionAssumed, off } = request;
  const { prompt, errors } = parsePrompt(text);
  if (!prompt) return { diagnostics: lintErrors(text, errors), ready: null, modelName: null };
  const ready = prepareRequest(prompt, model ?? NO_MODEL, counterFor, createPrefixIndex(), request);
  const modelName = ready.modelName === NO_MODEL ? null : ready.modelName;
  const diagnostics = lintPrompt(
    { ...ready, text, errors, modelName, region, isRegionAssumed, following: [] },
    off,
  );
  return { diagnostics, ready, modelName };
}

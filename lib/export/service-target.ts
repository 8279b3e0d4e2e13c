/** Where a request is taken along to, and in which words a marker is written there. */

import { findListedModel, findService } from "../offers/listed-prices";

export interface ServiceTarget {
  /** Id of the cache system, e.g. `bedrock`. */
  readonly system: string;
  /** As the service names it; null = as the document has it. */
  readonly model: string | null;
  /** Of a system with several modes, `automatic` with Anthropic among them; absent = its usual one. */
  readonly mode?: string | null;
  /** Seconds that what is written is asked to live, where a system has the choice; absent = as usual. */
  readonly life?: number;
}

/**
 * How markers are written: `cache_control` on blocks; a `cachePoint` of its own; `prompt_cache_breakpoint` on parts; an
 * object made by a call of its own; as Model Studio has it; or not at all.
 */
export type MarkerGrammar = "anthropic" | "converse" | "openai" | "gemini" | "qwen" | "none";

const isModelStudio = (system: string): boolean => /^(?:model-studio|qwen)/.test(system);

/** Before GPT-5.6 a model knows no breakpoints; of a model that is not listed that is not known, and it counts as a new one. */
function knowsBreakpoints(model: string | null): boolean {
  const service = findService("openai");
  const listed = service && model !== null ? findListedModel(service, model) : null;
  return listed === null || listed.list === "openai-5.6";
}

export function grammarOf({ system, model, mode }: ServiceTarget): MarkerGrammar {
  if (isModelStudio(system)) return "qwen";
  if (system === "anthropic") return "anthropic";
  if (system === "bedrock") return "converse";
  if (system === "minimax") return mode === "active" ? "anthropic" : "none";
  if (system === "openai") return knowsBreakpoints(model) ? "openai" : "none";
  if (system === "gemini") return mode === "explicit" ? "gemini" : "none";
  return "none";
}

/** Whether the service is asked to mark the last part itself. */
export const isAutomatic = ({ system, mode }: ServiceTarget): boolean =>
  system === "anthropic" && mode === "automatic";

/** What a marker may ask of a service that has `cache_control` or `cachePoint`. */
export interface MarkerTerms {
  readonly lives: readonly string[];
  readonly marksTools: boolean;
  /** True where a marker on the whole request makes the service place one itself. */
  readonly isAutomatic: boolean;
}

/** Sources: the services' pages in the list of services (2026-10). */
export function termsOf({ system, model }: ServiceTarget): MarkerTerms {
  if (system === "minimax") return { lives: ["5m"], marksTools: true, isAutomatic: false };
  if (system === "anthropic") return { lives: ["5m", "1h"], marksTools: true, isAutomatic: true };
  const isNova = /(?:^|[.\-/])nova\b/.test(model ?? "");
  return { lives: isNova ? ["5m"] : ["5m", "1h"], marksTools: !isNova, isAutomatic: false };
}

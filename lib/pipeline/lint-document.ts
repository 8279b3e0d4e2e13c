/** The diagnostics of an open document, without playing its scenario. */

import type { Diagnostic } from "../lint/diagnostic";
import { lintPrompt } from "../lint/lint";
import type { LintContext } from "../lint/lint-context";
import type { PromptError } from "../prompt/prompt";
import type { Settings } from "./analysis";
import type { OpenDocument } from "./open-document";

/** What the rules are told of a document. */
export function contextOf(
  text: string,
  { first, turns }: OpenDocument,
  errors: readonly PromptError[],
  settings: Settings,
): LintContext {
  const { prompt, measured, model, modelName, layout, markers, rules } = first;
  return {
    text,
    prompt,
    errors,
    measured,
    model,
    modelName,
    region: settings.region,
    isRegionAssumed: settings.isRegionAssumed ?? false,
    rules,
    layout,
    markers,
    following: turns.slice(1).map(({ ready }) => ready.prompt),
    ...(settings.changing ? { changing: settings.changing } : {}),
  };
}

/** @param mender null makes each mend when it is asked for */
export const lintDocument = (context: LintContext, settings: Settings, mender?: null): Diagnostic[] =>
  lintPrompt(context, settings.offRules, settings.system, mender);

/** Runs the rules over a request. */
import type { PromptError } from "../prompt/prompt";
import { findSystem } from "../systems/systems";
import type { Diagnostic, Severity } from "./diagnostic";
import { findErrors } from "./find-errors";
import type { LintContext } from "./lint-context";
import { listRules } from "./rules/all-rules";
import { jsonInvalid } from "./rules/json-invalid";
import { requestShape } from "./rules/request-shape";
import { createMender, type Mender, takeFindings } from "./take-findings";

const RANK: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 };

/**
 * The diagnostics of a request that can be read, in the order of the text, the graver first at one place. Of a rule that
 * finds something in very many places the first are listed, and one diagnostic says how many more there are.
 * @param off ids of the rules the user has switched off; unknown ids switch off nothing
 * @param system id of the cache system whose rules hold besides those that hold everywhere
 * @param mender null makes each mend when it is asked for
 */
export function lintPrompt(
  context: LintContext,
  off: readonly string[] = [],
  system = "model-studio",
  mender: Mender | null = createMender(context),
): Diagnostic[] {
  const found = listRules(findSystem(system)?.rulePack ?? null, context.prompt.dialect !== "responses")
    .filter(({ id }) => !off.includes(id))
    .flatMap((rule) => takeFindings(rule, rule.check(context), mender));
  return found.sort((a, b) => a.range.start - b.range.start || RANK[a.severity] - RANK[b.severity]);
}

/** The diagnostics of a text of which no request can be read. */
export function lintErrors(text: string, errors: readonly PromptError[]): Diagnostic[] {
  const mender = createMender({ text });
  return [jsonInvalid, requestShape].flatMap((rule) =>
    takeFindings(rule, findErrors(errors, rule === jsonInvalid ? "json-invalid" : "request-shape"), mender),
  );
}

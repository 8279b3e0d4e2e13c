/** Runs the rules over a request. */
import type { PromptError } from "../prompt/prompt";
import { findSystem } from "../systems/systems";
import type { Diagnostic, Severity } from "./diagnostic";
import { findErrors } from "./find-errors";
import type { LintContext } from "./lint-context";
import type { Finding, Rule } from "./rule";
import { listRules } from "./rules/all-rules";
import { jsonInvalid } from "./rules/json-invalid";
import { requestShape } from "./rules/request-shape";

const RANK: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 };

/**
 * Every diagnostic of a request that can be read, in the order of the text, the graver first at one place.
 * @param off ids of the rules the user has switched off; unknown ids switch off nothing
 * @param system id of the cache system whose rules hold besides those that hold everywhere
 */
export function lintPrompt(
  context: LintContext,
  off: readonly string[] = [],
  system = "model-studio",
): Diagnostic[] {
  const found = listRules(findSystem(system)?.rulePack ?? null, context.prompt.dialect !== "responses")
    .filter(({ id }) => !off.includes(id))
    .flatMap((rule) => rule.check(context).map((finding) => diagnose(rule, finding)));
  return found.sort((a, b) => a.range.start - b.range.start || RANK[a.severity] - RANK[b.severity]);
}

/** The diagnostics of a text of which no request can be read. */
export function lintErrors(_text: string, errors: readonly PromptError[]): Diagnostic[] {
  return [jsonInvalid, requestShape].flatMap((rule) =>
    findErrors(errors, rule === jsonInvalid ? "json-invalid" : "request-shape").map((finding) =>
      diagnose(rule, finding),
    ),
  );
}

function diagnose(rule: Rule, finding: Finding): Diagnostic {
  const { title, severity, evidence, source, asOf } = rule;
  return { rule: rule.id, title, severity, evidence, source, asOf, ...finding };
}

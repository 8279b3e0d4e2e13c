/** A budget for thinking that the service refuses, or that leaves no room for the answer. */
import { type JsonNode, memberOf, nodeAt, stringOf } from "../../prompt/json-node";
import { parentPointer, placeName } from "../../prompt/json-pointer";
import { parseJson } from "../../prompt/json-tree";
import { removeProperty, replaceValue } from "../../prompt/value-edit";
import { tell } from "../../words/message";
import { exampleOf, LONG_TEXT, soundRequest, textPart } from "../example-request";
import type { LintContext } from "../lint-context";
import { offerFix } from "../offer-fix";
import type { Finding, Rule } from "../rule";
import { ADAPTIVE_THINKING_REPORT, ERROR_MESSAGES } from "../rule-sources";

/** Tokens left for the answer by the mend. */
const ROOM = 4096;

const BUDGETS = ["/thinking_budget", "/extra_body/thinking_budget", "/thinking/budget_tokens"] as const;
const LIMITS = ["/max_completion_tokens", "/max_tokens"] as const;

export const thinkingBudget: Rule = {
  id: "thinking-budget",
  severity: "error",
  title: tell("lintRules.thinkingBudget"),
  summary: tell("lintRules.thinkingBudgetWhy"),
  evidence: "documented",
  ...ERROR_MESSAGES,
  examples: {
    good: soundRequest(),
    bad: exampleOf({
      model: "qwen3.7-max",
      enable_thinking: true,
      thinking_budget: 0,
      messages: [
        { role: "system", content: [textPart(LONG_TEXT, true)] },
        { role: "user", content: "How do I reset the device?" },
      ],
    }),
  },
  check: (context) => {
    const { root } = parseJson(context.text);
    if (context.prompt.bare || context.prompt.thinking === false) return [];
    return BUDGETS.flatMap((pointer): Finding[] => {
      const budget = nodeAt(root, pointer);
      const value = numberOf(budget);
      if (!budget || value === null) return [];
      const place = { pointer, range: { start: budget.start, end: budget.end } };
      const isWhole = Number.isInteger(value) && value > 0;
      const found = isWhole ? judgeRoom(context, root, value) : judgeBudget(context, root, pointer);
      return found ? [{ ...place, ...found }] : [];
    });
  },
};

const numberOf = (node: JsonNode | null): number | null =>
  node?.type === "scalar" && typeof node.value === "number" ? node.value : null;

type Verdict = Omit<Finding, "pointer" | "range">;

function judgeBudget({ text }: LintContext, root: JsonNode | null, pointer: string): Verdict {
  const owner = parentPointer(pointer);
  if (owner !== "/thinking") {
    return {
      message: tell("lint.budgetNotWhole", { place: placeName(pointer) }),
      ...offerFix(tell("lintFixes.remove", { place: placeName(pointer) }), removeProperty(text, pointer)),
    };
  }
  const type = stringOf(memberOf(nodeAt(root, owner), "type"));
  return {
    severity: "warning",
    message: tell(type === "adaptive" ? "lint.budgetEmptyAdaptive" : "lint.budgetEmpty", {
      place: placeName(pointer),
    }),
    ...ADAPTIVE_THINKING_REPORT,
    evidence: "third-party",
    ...offerFix(tell("lintFixes.remove", { place: placeName(owner) }), removeProperty(text, owner)),
  };
}

/** Whether the limit of the answer lies above the budget. */
function judgeRoom({ text }: LintContext, root: JsonNode | null, budget: number): Verdict | null {
  const pointer = LIMITS.find((each) => numberOf(nodeAt(root, each)) !== null);
  const limit = pointer === undefined ? null : numberOf(nodeAt(root, pointer));
  if (pointer === undefined || limit === null || limit > budget) return null;
  const enough = budget + ROOM;
  return {
    severity: "warning",
    evidence: "inferred",
    message: tell("lint.noRoomForAnswer", { budget, place: placeName(pointer), limit }),
    ...offerFix(
      tell("lintFixes.writeThere", { figure: enough }),
      replaceValue(text, pointer, String(enough)),
    ),
  };
}

/** More tokens than the model takes. */

import { thinkingOf } from "../../offers/catalogue";
import { type InputLimit, inputLimitOf } from "../../offers/input-limits";
import { listPrices } from "../../offers/prices";
import { regionName } from "../../offers/regions";
import { bandOf } from "../../tokens/precision";
import { formatNumber, formatTokens } from "../../values/figures";
import { exampleOf, soundRequest } from "../example-request";
import { startOfRequest } from "../find-place";
import type { LintContext } from "../lint-context";
import type { Finding, Rule, RuleExample } from "../rule";
import { MODEL_PRICING, QWEN4_MAX } from "../rule-sources";

/** A million digits, each a token of its own; made when asked for. */
const tooLong: RuleExample = {
  region: "intl",
  get text() {
    const digits = "0123456789 ".repeat(100_000);
    return exampleOf({ model: "qwen4-max", messages: [{ role: "user", content: digits }] }).text;
  },
};

export const overContext: Rule = {
  id: "over-context",
  severity: "error",
  title: "More than the model takes",
  summary:
    "A model takes a limited number of input tokens, cached or not: a longer request is refused. Where the limit is not documented, the end of the price list is the only hint, and no cost is shown beyond it.",
  evidence: "documented",
  ...QWEN4_MAX,
  examples: { good: soundRequest(), bad: tooLong },
  check: (context) => {
    const { model, prompt } = context;
    if (!model) return [];
    const limit = inputLimitOf(model, thinkingOf(model, prompt.thinking));
    const found = limit ? judge(context, limit) : hintOfPrices(context);
    return found ? [{ pointer: "", range: startOfRequest(context), ...found }] : [];
  },
};

type Verdict = Omit<Finding, "pointer" | "range">;

function judge(context: LintContext, limit: InputLimit): Verdict | null {
  const { taken, refused, says, evidence, source, asOf } = limit;
  const known = { evidence, source, asOf };
  const { low, high } = bandOf(context.measured.total, context.measured);
  const compared = `${sayTotal(context)}, and ${nameOf(context)} takes ${says}`;
  if (low >= refused) return { ...known, message: `${compared}: it is refused.` };
  return high <= taken
    ? null
    : { ...known, severity: "warning", message: `${compared}: borderline, it may be refused.` };
}

/** The list ends at the longest request anybody priced; that is mostly, but not always, the longest one taken. */
function hintOfPrices(context: LintContext): Verdict | null {
  const { model, region, measured } = context;
  const end = listPrices(model?.model ?? "", region).at(-1)?.maxInputTokens ?? null;
  const { low, high } = bandOf(measured.total, measured);
  if (end === null || high <= end) return null;
  const isSure = low > end;
  return {
    severity: isSure ? "warning" : "info",
    message: `${sayTotal(context)}, and the prices known for ${nameOf(context)} in ${regionName(region)} end at ${formatNumber(end)}: ${isSure ? "" : "borderline, "}no cost can be given beyond that, and the service may refuse it.`,
    evidence: "inferred",
    ...MODEL_PRICING,
  };
}

const nameOf = ({ model, modelName }: LintContext): string => modelName ?? model?.model ?? "the model";

function sayTotal({ measured }: LintContext): string {
  const { low, high } = bandOf(measured.total, measured);
  const about = measured.exact ? "" : "about ";
  const band = low === high ? "" : `, between ${formatNumber(low)} and ${formatNumber(high)}`;
  return `The request has ${about}${formatTokens(measured.total)}${band}`;
}

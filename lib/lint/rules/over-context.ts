/** More tokens than the model takes. */

import { thinkingOf } from "../../offers/catalogue";
import { type InputLimit, inputLimitOf } from "../../offers/input-limits";
import { listPrices } from "../../offers/prices";
import { regionName } from "../../offers/regions";
import { bandOf } from "../../tokens/precision";
import { type Message, type Said, tell } from "../../words/message";
import { exampleOf, soundRequest } from "../example-request";
import { startOfRequest } from "../find-place";
import type { LintContext } from "../lint-context";
import type { Finding, Rule, RuleExample } from "../rule";
import { MODEL_PRICING, QWEN4_MAX } from "../rule-sources";
import { tellTokens } from "../tell-tokens";

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
  title: tell("lintRules.overContext"),
  summary: tell("lintRules.overContextWhy"),
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
  const compared = { total: sayTotal(context), model: nameOf(context), limit: says };
  if (low >= refused) return { ...known, message: tell("lint.refused", compared) };
  return high <= taken
    ? null
    : { ...known, severity: "warning", message: tell("lint.refusedBorderline", compared) };
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
    message: tell(isSure ? "lint.beyondPrices" : "lint.beyondPricesBorderline", {
      total: sayTotal(context),
      model: nameOf(context),
      region: regionName(region),
      end,
    }),
    evidence: "inferred",
    ...MODEL_PRICING,
  };
}

const nameOf = ({ model, modelName }: LintContext): Said =>
  modelName ?? model?.model ?? tell("lint.theModel");

function sayTotal({ measured }: LintContext): Message {
  const { low, high } = bandOf(measured.total, measured);
  const tokens = tellTokens(measured.total, measured.exact);
  return low === high
    ? tell("lint.requestTokens", { tokens })
    : tell("lint.requestTokensBetween", { tokens, low, high });
}

/** Whether and how much a model thinks, from one dialect to the other. */

import { isObject, type JsonObject, type JsonValue } from "../../values/json";
import { tell } from "../../words/message";
import { childPointer } from "../json-pointer";
import { type Conversion, isUnset, noteLoss } from "./conversion";

/** `enable_thinking`, `thinking_budget` and `reasoning_effort` as `thinking` and `output_config`. */
export function thinkingToAnthropic(conversion: Conversion, body: JsonObject): JsonObject {
  const { enable_thinking: enabled, thinking_budget: budget, reasoning_effort: effort } = body;
  const spent = !isUnset(budget);
  const off = enabled === false || (isUnset(enabled) && !spent && effort === "none");
  const config = effortToAnthropic(conversion, effort);
  if (off) {
    if (spent) {
      noteLoss(conversion, "/thinking_budget", tell("conversion.budgetOff"));
    }
    return { thinking: { type: "disabled" }, ...config };
  }
  if (enabled !== true && !spent) return config;
  if (enabled !== true) {
    noteLoss(conversion, "/thinking_budget", tell("conversion.budgetAlone"));
  }
  return { thinking: { type: "enabled", ...(spent ? { budget_tokens: budget } : {}) }, ...config };
}

function effortToAnthropic(conversion: Conversion, effort: JsonValue | undefined): JsonObject {
  if (isUnset(effort)) return {};
  if (effort === "none") {
    noteLoss(conversion, "/reasoning_effort", tell("conversion.effortNone"));
    return {};
  }
  noteLoss(conversion, "/reasoning_effort", tell("conversion.effortTo"));
  return { output_config: { effort } };
}

/** `thinking` as `enable_thinking` and `thinking_budget`. */
export function thinkingToOpenAi(conversion: Conversion, thinking: JsonValue): JsonObject {
  if (isUnset(thinking)) return {};
  const { type, budget_tokens: budget, ...rest } = isObject(thinking) ? thinking : {};
  if (type !== "enabled" && type !== "disabled" && type !== "adaptive") {
    noteLoss(conversion, "/thinking", tell("conversion.thisThinking"));
    return {};
  }
  if (type === "adaptive") {
    noteLoss(conversion, "/thinking/type", tell("conversion.adaptive"));
  }
  for (const key of Object.keys(rest)) {
    noteLoss(
      conversion,
      childPointer("/thinking", key),
      tell("conversion.noEquivalent", { field: `thinking.${key}` }),
    );
  }
  return {
    enable_thinking: type !== "disabled",
    ...(isUnset(budget) ? {} : { thinking_budget: budget }),
  };
}

/** `output_config.effort` as `reasoning_effort`. */
export function outputConfigToOpenAi(conversion: Conversion, config: JsonValue): JsonObject {
  const { effort, ...rest } = isObject(config) ? config : {};
  for (const key of Object.keys(rest)) {
    noteLoss(
      conversion,
      childPointer("/output_config", key),
      tell("conversion.noEquivalent", { field: `output_config.${key}` }),
    );
  }
  if (isUnset(effort)) return {};
  noteLoss(conversion, "/output_config/effort", tell("conversion.effortFrom"));
  return { reasoning_effort: effort };
}

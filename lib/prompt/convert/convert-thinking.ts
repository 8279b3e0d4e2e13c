/** Whether and how much a model thinks, from one dialect to the other. */

import { isObject, type JsonObject, type JsonValue } from "../../values/json";
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
      noteLoss(
        conversion,
        "/thinking_budget",
        "thinking_budget means nothing where thinking is off; it is left out.",
      );
    }
    return { thinking: { type: "disabled" }, ...config };
  }
  if (enabled !== true && !spent) return config;
  if (enabled !== true) {
    noteLoss(
      conversion,
      "/thinking_budget",
      "thinking_budget alone leaves thinking to the model; it is written as enabled there.",
    );
  }
  return { thinking: { type: "enabled", ...(spent ? { budget_tokens: budget } : {}) }, ...config };
}

function effortToAnthropic(conversion: Conversion, effort: JsonValue | undefined): JsonObject {
  if (isUnset(effort)) return {};
  if (effort === "none") {
    noteLoss(conversion, "/reasoning_effort", "reasoning_effort none is written as thinking that is off.");
    return {};
  }
  noteLoss(
    conversion,
    "/reasoning_effort",
    "reasoning_effort becomes output_config.effort; whether the service reads the same values is not documented.",
  );
  return { output_config: { effort } };
}

/** `thinking` as `enable_thinking` and `thinking_budget`. */
export function thinkingToOpenAi(conversion: Conversion, thinking: JsonValue): JsonObject {
  if (isUnset(thinking)) return {};
  const { type, budget_tokens: budget, ...rest } = isObject(thinking) ? thinking : {};
  if (type !== "enabled" && type !== "disabled" && type !== "adaptive") {
    noteLoss(conversion, "/thinking", "This thinking has no equivalent; it is left out.");
    return {};
  }
  if (type === "adaptive") {
    noteLoss(conversion, "/thinking/type", "Adaptive thinking has no equivalent; it is written as enabled.");
  }
  for (const key of Object.keys(rest)) {
    noteLoss(
      conversion,
      childPointer("/thinking", key),
      `thinking.${key} has no equivalent; it is left out.`,
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
      `output_config.${key} has no equivalent; it is left out.`,
    );
  }
  if (isUnset(effort)) return {};
  noteLoss(
    conversion,
    "/output_config/effort",
    "output_config.effort becomes reasoning_effort; whether the service reads the same values is not documented.",
  );
  return { reasoning_effort: effort };
}

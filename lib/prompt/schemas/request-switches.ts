/** The shapes of fields that both dialects share, and of the switches for thinking. */

import { tell } from "../../words/message";
import { choiceShape, type Fields, flagShape, numberShape, type Shape } from "./shape";

/** The model's name, completed from the names given. */
export const modelShape = (models: readonly string[]): Shape => ({
  description: tell("schemaBody.model"),
  begin: '"$1"',
  choices: models.map((value) => ({ value, description: tell("schemaBody.modelListed") })),
});

/** Sampling and output: none of them is rendered. */
export const samplingFields: Fields = {
  max_tokens: numberShape(tell("schemaBody.maxTokens")),
  temperature: numberShape(tell("schemaBody.temperature")),
  top_p: numberShape(tell("schemaBody.topP")),
  top_k: numberShape(tell("schemaBody.topK")),
  stream: flagShape(tell("schemaBody.stream"), tell("schemaBody.streamOn"), tell("schemaBody.streamOff")),
};

/**
 * What the templates make of these switches is inferred from published templates.
 * Source: https://www.alibabacloud.com/help/en/model-studio/context-cache (2026-10-11) leaves it open.
 */
export const thinkingSwitches: Fields = {
  enable_thinking: flagShape(
    tell("schemaBody.enableThinking"),
    tell("schemaBody.thinkingOn"),
    tell("schemaBody.thinkingOff"),
  ),
  thinking_budget: numberShape(tell("schemaBody.thinkingBudget")),
  reasoning_effort: choiceShape(tell("schemaBody.reasoningEffort"), {
    none: tell("schemaBody.effortNone"),
    low: tell("schemaBody.effortLow"),
    medium: tell("schemaBody.effortMedium"),
    xhigh: tell("schemaBody.effortHigh"),
  }),
  preserve_thinking: flagShape(
    tell("schemaBody.preserveThinking"),
    tell("schemaBody.preserveOn"),
    tell("schemaBody.preserveOff"),
  ),
};

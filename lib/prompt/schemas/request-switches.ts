/** The shapes of fields that both dialects share, and of the switches for thinking. */
import { choiceShape, type Fields, flagShape, numberShape, type Shape, textShape } from "./shape";

const NO_CHANGE = "It does not change the rendered prompt.";

/** The model's name, completed from the names given. */
export const modelShape = (models: readonly string[]): Shape => ({
  description:
    "The model. Entries are private to a model: another name reads nothing of what this one wrote. It also decides minimum, boundaries and price.",
  begin: '"$1"',
  choices: models.map((value) => ({ value, description: "A model of the catalogue." })),
});

/** Sampling and output: none of them is rendered. */
export const samplingFields: Fields = {
  max_tokens: numberShape(`Most tokens of the answer. ${NO_CHANGE}`),
  temperature: numberShape(`How varied the answer is, from 0 to below 2. ${NO_CHANGE}`),
  top_p: numberShape(`Share of the likeliest tokens to choose from. ${NO_CHANGE}`),
  top_k: numberShape(`Number of the likeliest tokens to choose from. ${NO_CHANGE}`),
  stream: flagShape(
    `Whether the answer comes in pieces. ${NO_CHANGE} An entry can be read once the answer has ended.`,
    "In pieces.",
    "In one piece.",
  ),
};

/**
 * What the templates make of these switches is inferred from published templates.
 * Source: https://www.alibabacloud.com/help/en/model-studio/context-cache (2026-10-11) leaves it open.
 */
export const thinkingSwitches: Fields = {
  enable_thinking: flagShape(
    "Whether the model thinks first. From Qwen3.5 to Qwen3.7 it changes the tail behind the last message, and which earlier thoughts are rendered; the prefix before stays.",
    "The model thinks. The usual setting of Qwen3.5 to Qwen3.7.",
    "The model answers at once. Best for figures that repeat.",
  ),
  thinking_budget: numberShape(`Most tokens of thinking. ${NO_CHANGE}`),
  reasoning_effort: choiceShape(
    "How much Qwen3.8 and Qwen4 think. On Qwen3.8 it is written at the start of the system turn, so another value is another prefix from the first token.",
    {
      none: "No thinking.",
      low: "Little thinking.",
      medium: "The template writes nothing for it.",
      xhigh: "Very much thinking.",
    },
  ),
  preserve_thinking: flagShape(
    "Whether earlier thoughts stay in the prompt. If they are dropped at a new question, the prefix of an agent's loop changes.",
    "They stay: the prefix only grows.",
    "They are dropped before the last question.",
  ),
};

export const ignoredText = (what: string): Shape => textShape(`${what} ${NO_CHANGE}`);

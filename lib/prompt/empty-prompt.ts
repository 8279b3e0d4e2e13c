/** The request that says nothing: where there is none before. */
import type { Prompt } from "./prompt";

export const EMPTY_PROMPT: Prompt = {
  dialect: "openai",
  bare: false,
  model: null,
  tools: [],
  messages: [],
  thinking: null,
  preserveThinking: null,
  markers: [],
};

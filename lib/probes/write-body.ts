/** The bodies of probes: short ones whose markers stand where a question needs them. */
import type { JsonObject, JsonValue } from "../values/json";

export const MARKER = { cache_control: { type: "ephemeral" } } as const;

/** Tokens that an answer may have, where its length does not matter. */
export const SHORT_ANSWER = 8;

/** A text part. @param marker what marks it; absent = nothing */
export const part = (text: string, marker: JsonObject = {}): JsonObject => ({
  type: "text",
  text,
  ...marker,
});

export const message = (role: string, content: JsonValue): JsonObject => ({ role, content });

/** A message of one marked part. */
export const marked = (role: string, text: string, marker: JsonObject = MARKER): JsonObject =>
  message(role, [part(text, marker)]);

/** The last message of a request whose prefix is what matters. */
export const QUESTION = message("user", "Answer with one word.");

/** A body of the OpenAI dialect that does not think and answers little. */
export const chat = (messages: readonly JsonObject[], fields: JsonObject = {}): JsonObject => ({
  messages: [...messages],
  max_tokens: SHORT_ANSWER,
  enable_thinking: false,
  ...fields,
});

/** A body of the Anthropic dialect. */
export const anthropic = (messages: readonly JsonObject[], fields: JsonObject = {}): JsonObject => ({
  messages: [...messages],
  max_tokens: SHORT_ANSWER,
  thinking: { type: "disabled" },
  ...fields,
});

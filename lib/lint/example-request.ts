/** Builds the requests that rules show as examples. */
import type { Region } from "../offers/model";
import type { RuleExample } from "./rule";

/** A text of well over 1,024 tokens. */
export const LONG_TEXT = Array.from(
  { length: 120 },
  (_, index) => `Section ${index + 1}: answer from the manual, and say so when it holds no answer. `,
).join("");

/** A marker as the documentation writes it. */
export const MARKER = { type: "ephemeral" } as const;

/** An example written as people write it: two spaces, a line for each property. */
export function exampleOf(body: unknown, region: Region = "intl"): RuleExample {
  return { text: JSON.stringify(body, null, 2), region };
}

/** A text part, marked or not. */
export function textPart(text: string, marked = false): object {
  return marked ? { type: "text", text, cache_control: MARKER } : { type: "text", text };
}

/** The usual good example: a long system prompt with a marker, and a question. */
export function soundRequest(model = "qwen3.7-max"): RuleExample {
  return exampleOf({
    model,
    messages: [
      { role: "system", content: [textPart(LONG_TEXT, true)] },
      { role: "user", content: "How do I reset the device?" },
    ],
  });
}

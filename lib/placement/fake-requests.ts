/** Conversations for tests: real prompts laid out over a tokenizer that counts one token a character. */

import { createPrefixIndex } from "../layout/prefix-index";
import { findModel } from "../offers/catalogue";
import type { Readings } from "../offers/readings";
import { parsePrompt } from "../prompt/parse";
import type { Prompt } from "../prompt/prompt";
import { layOutPrompt } from "../systems/lay-out";
import { measurePrompt } from "../tokens/measure";
import type { TokenCounter } from "../tokens/token-counter";
import type { PlacedRequest } from "./map-anchors";

const counter: TokenCounter = {
  name: "characters",
  origin: "own",
  count: (text) => text.length,
  encode: (text) => [...text].map((character) => character.codePointAt(0) ?? 0),
  list: () => {
    throw new Error("Not needed here.");
  },
};

/** The prompt of a body; throws where it is none. */
export function readPrompt(body: unknown): Prompt {
  const { prompt } = parsePrompt(JSON.stringify(body));
  if (!prompt) throw new Error("The example is no request.");
  return prompt;
}

/** Lays prompts out that start `gap` seconds apart, with 10 tokens of completion each. */
export function layOutAll(prompts: readonly Prompt[], gap = 30, readings: Readings = {}): PlacedRequest[] {
  const index = createPrefixIndex();
  return prompts.map((prompt, order) => {
    const model = findModel(prompt.model ?? "");
    const measured = measurePrompt(prompt, model, () => counter, undefined, readings);
    return {
      at: order * gap,
      duration: 2,
      completion: 10,
      prompt,
      ...layOutPrompt(prompt, measured, model, index, undefined, { model, readings }),
    };
  });
}

/** Text of so many characters that begins with `name`. */
export const filler = (name: string, length: number): string => `${name} `.padEnd(length, "x");

/** One long text that a request holds twice. */

import { placeName } from "../../prompt/json-pointer";
import { tell } from "../../words/message";
import { exampleOf, LONG_TEXT, soundRequest, textPart } from "../example-request";
import { partSpans } from "../part-spans";
import type { Finding, Rule } from "../rule";
import { CONTEXT_CACHE } from "../rule-sources";
import { tellTokens } from "../tell-tokens";

/** Tokens; a shorter text costs little, and may well be meant. */
const LONG = 256;
/** More of them would say the same again. */
const MOST = 10;

export const repeatedContent: Rule = {
  id: "repeated-content",
  severity: "info",
  title: tell("lintRules.repeatedContent"),
  summary: tell("lintRules.repeatedContentWhy"),
  evidence: "inferred",
  ...CONTEXT_CACHE,
  examples: {
    good: soundRequest(),
    bad: exampleOf({
      model: "qwen3.7-max",
      messages: [
        { role: "system", content: [textPart("You answer from the manual.")] },
        { role: "user", content: [textPart(LONG_TEXT, true)] },
        { role: "assistant", content: "What is your question?" },
        { role: "user", content: [textPart(LONG_TEXT), textPart("How do I reset the device?")] },
      ],
    }),
  },
  check: (context) => {
    const spans = partSpans(context);
    const seen = new Map<string, string>();
    const found: Finding[] = [];
    for (const { kind, text, pointer, range } of context.prompt.messages.flatMap(({ parts }) => parts)) {
      if (kind !== "text" && kind !== "tool-result") continue;
      const span = spans.get(pointer);
      const tokens = span ? span.end - span.start : 0;
      const words = text.trim();
      if (tokens < LONG || words === "") continue;
      const first = seen.get(words);
      if (first === undefined) seen.set(words, pointer);
      else if (found.length < MOST) {
        const message = tell("lint.repeated", {
          place: placeName(pointer),
          first: placeName(first),
          tokens: tellTokens(tokens, context.measured.exact),
        });
        found.push({ message, pointer, range });
      }
    }
    return found;
  },
};

/** A system message behind other messages, which the service takes to the head. */

import { readingOf } from "../../offers/readings";
import { childPointer, placeName } from "../../prompt/json-pointer";
import { replaceValue } from "../../prompt/value-edit";
import { mergesSystem } from "../../tokens/render";
import { tell } from "../../words/message";
import { exampleOf, LONG_TEXT, soundRequest } from "../example-request";
import { offerFix } from "../offer-fix";
import type { Finding, Rule } from "../rule";
import { BEST_PRACTICE } from "../rule-sources";

export const systemNotFirst: Rule = {
  id: "system-not-first",
  severity: "warning",
  title: tell("lintRules.systemNotFirst"),
  summary: tell("lintRules.systemNotFirstWhy"),
  evidence: "inferred",
  ...BEST_PRACTICE,
  examples: {
    good: soundRequest(),
    bad: exampleOf({
      model: "qwen3.7-max",
      messages: [
        { role: "system", content: LONG_TEXT },
        { role: "user", content: "How do I reset the device?" },
        { role: "system", content: "The user has opened page 12." },
      ],
    }),
  },
  check: ({ text, prompt, model, layout }) => {
    if (!mergesSystem(prompt, model, layout.readings)) return [];
    const refused = readingOf(layout.readings, "middle-system") === "refused" ? layout.refused : undefined;
    const other = prompt.messages.findIndex(({ role }) => role !== "system");
    if (other < 0) return [];
    return prompt.messages
      .slice(other)
      .filter(({ role }) => role === "system")
      .map(
        ({ pointer, range }): Finding => ({
          message: refused
            ? refused
            : prompt.dialect !== "openai"
              ? tell("lint.systemMovedPerhaps", { place: placeName(pointer) })
              : tell("lint.systemMoved", { place: placeName(pointer) }),
          pointer,
          range,
          mend: () =>
            offerFix(
              tell("lintFixes.makeUser", { count: 1 }),
              replaceValue(text, childPointer(pointer, "role"), '"user"'),
            ),
        }),
      );
  },
};

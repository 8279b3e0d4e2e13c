/** A system message behind other messages, which the service takes to the head. */

import { granularityOf } from "../../offers/catalogue";
import { childPointer, placeName } from "../../prompt/json-pointer";
import { replaceValue } from "../../prompt/value-edit";
import { exampleOf, LONG_TEXT, soundRequest } from "../example-request";
import { offerFix } from "../offer-fix";
import type { Finding, Rule } from "../rule";
import { BEST_PRACTICE } from "../rule-sources";

export const systemNotFirst: Rule = {
  id: "system-not-first",
  severity: "warning",
  title: "System message behind others",
  summary:
    "From Qwen3.5 to Qwen3.8 all system messages become one segment at the head, also those written later. One that is added or changed in the middle of a conversation changes the head, so nothing behind it is read. A user message stays where it is written.",
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
  check: ({ text, prompt, model }) => {
    if (granularityOf(model) !== "message") return [];
    const other = prompt.messages.findIndex(({ role }) => role !== "system");
    if (other < 0) return [];
    return prompt.messages
      .slice(other)
      .filter(({ role }) => role === "system")
      .map(
        ({ pointer, range }): Finding => ({
          message:
            prompt.dialect === "anthropic"
              ? `What the service makes of ${placeName(pointer)}, a system message inside \`messages\`, is not documented; here it is taken to the head, where every change of it changes the whole prefix.`
              : `${placeName(pointer)} is moved to the head, into the system segment: every change of it changes the whole prefix.`,
          pointer,
          range,
          ...offerFix("Make it a user message", replaceValue(text, childPointer(pointer, "role"), '"user"')),
        }),
      );
  },
};

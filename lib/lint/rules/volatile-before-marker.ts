/** Words that change between requests, before the last marker that counts. */

import { type ChangingSpan, listVolatile } from "../../changing/changing-text";
import { isWithin, placeName } from "../../prompt/json-pointer";
import { tell } from "../../words/message";
import { exampleOf, LONG_TEXT, soundRequest, textPart } from "../example-request";
import { moveLineBehind } from "../move-line";
import { openingTexts } from "../opening-texts";
import type { Finding, Rule } from "../rule";
import { BEST_PRACTICE, BILLING_HEADER_REPORT } from "../rule-sources";
import { sourceRange } from "../source-range";

/** More of them are the texts' data. */
const MOST = 100;

export const volatileBeforeMarker: Rule = {
  id: "volatile-before-marker",
  severity: "warning",
  title: tell("lintRules.volatileBeforeMarker"),
  summary: tell("lintRules.volatileBeforeMarkerWhy"),
  evidence: "inferred",
  ...BEST_PRACTICE,
  examples: {
    good: soundRequest(),
    bad: exampleOf({
      model: "qwen3.7-max",
      messages: [
        {
          role: "system",
          content: [
            textPart(`Current time: 2026-11-21 09:30:12\nSession id: 7f3a91c04e\n${LONG_TEXT}`, true),
          ],
        },
        { role: "user", content: "How do I reset the device?" },
      ],
    }),
  },
  check: (context) => {
    const found: Finding[] = [];
    for (const string of openingTexts(context)) {
      for (const words of listVolatile(string.value, context.changing)) {
        if (found.length === MOST) return found;
        const { pointer } = string;
        const range = sourceRange(context.text, string, words);
        const fix = isWithin(pointer, "/tools") ? {} : moveLineBehind(context, string, words);
        found.push({ pointer, range, ...explain(words.kind, pointer), ...fix });
      }
    }
    return found;
  },
};

function explain(kind: ChangingSpan["kind"], pointer: string): Omit<Finding, "pointer" | "range"> {
  if (kind === "billing") {
    return {
      message: tell("lint.billingHeader"),
      evidence: "third-party",
      ...BILLING_HEADER_REPORT,
    };
  }
  return { message: tell("lint.volatile", { kind, place: placeName(pointer) }) };
}

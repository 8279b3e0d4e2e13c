/** Words that change between requests, before the last marker that counts. */

import { type ChangingSpan, listVolatile } from "../../changing/changing-text";
import { isWithin, placeName } from "../../prompt/json-pointer";
import { exampleOf, LONG_TEXT, soundRequest, textPart } from "../example-request";
import { moveLineBehind } from "../move-line";
import { openingTexts } from "../opening-texts";
import type { Finding, Rule } from "../rule";
import { BEST_PRACTICE, BILLING_HEADER_REPORT } from "../rule-sources";
import { sourceRange } from "../source-range";

/** More of them are the texts' data. */
const MOST = 100;

const WORDS: Readonly<Record<Exclude<ChangingSpan["kind"], "billing">, string>> = {
  clock: "This date or time",
  epoch: "This timestamp",
  id: "This id",
  uuid: "This UUID",
  counter: "This counter",
  hash: "This hash",
  folder: "This working directory",
  git: "This git status",
  other: "This changing text",
};

export const volatileBeforeMarker: Rule = {
  id: "volatile-before-marker",
  severity: "warning",
  title: "Changing words before the marker",
  summary:
    "Any change before a marker makes another prefix: nothing behind the change is read, and all of it is written anew. Clocks, dates, ids, folders and a coding agent's billing line change between requests. Put such words behind the last marker, for example into the newest user message.",
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
      message:
        "A coding agent's attribution header is another for each new prompt, in older versions for each request, so no prefix is shared unless the service strips the line, which is unknown; CLAUDE_CODE_ATTRIBUTION_HEADER=0 switches it off.",
      evidence: "third-party",
      ...BILLING_HEADER_REPORT,
    };
  }
  return {
    message: `${WORDS[kind]} in ${placeName(pointer)} stands before the last marker: once it changes, nothing from here on is read, and the prefix up to the marker is written anew.`,
  };
}

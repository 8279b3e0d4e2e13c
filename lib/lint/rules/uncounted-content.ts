/** Content whose tokens cannot be told, so that every count behind it is only the least it may be. */

import { placeName } from "../../prompt/json-pointer";
import { listUncounted } from "../../tokens/list-uncounted";
import { tell } from "../../words/message";
import { exampleOf, LONG_TEXT, soundRequest, textPart } from "../example-request";
import { startOfRequest } from "../find-place";
import type { Finding, Rule } from "../rule";
import { CONTEXT_CACHE } from "../rule-sources";

/** More of them would say the same again. */
const MOST = 10;

export const uncountedContent: Rule = {
  id: "uncounted-content",
  severity: "info",
  title: tell("lintRules.uncountedContent"),
  summary: tell("lintRules.uncountedContentWhy"),
  evidence: "inferred",
  ...CONTEXT_CACHE,
  examples: {
    good: soundRequest(),
    bad: exampleOf({
      model: "qwen3.7-max",
      messages: [
        { role: "system", content: [textPart(LONG_TEXT, true)] },
        {
          role: "user",
          content: [{ type: "file", file: { file_id: "file-1" } }, textPart("What does it say?")],
        },
      ],
    }),
  },
  check: (context) => {
    // A part of a type that nobody documents is an error already, which says that it is not counted.
    const reported = new Set(context.errors.map(({ pointer }) => pointer));
    return listUncounted(context.prompt)
      .filter(({ pointer }) => pointer === "" || !reported.has(pointer))
      .slice(0, MOST)
      .map(({ pointer, range, uncounted: { what } }): Finding => {
        return {
          message:
            pointer === ""
              ? tell("lint.uncountedRequest", { what })
              : tell("lint.uncounted", { place: placeName(pointer), what }),
          pointer,
          range: range ?? startOfRequest(context),
        };
      });
  },
};

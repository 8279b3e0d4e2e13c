/** Content whose tokens cannot be told, so that every count behind it is only the least it may be. */

import { placeName } from "../../prompt/json-pointer";
import { listUncounted } from "../../tokens/list-uncounted";
import { ENGLISH } from "../../words/plain-words";
import { exampleOf, LONG_TEXT, soundRequest, textPart } from "../example-request";
import { startOfRequest } from "../find-place";
import type { Finding, Rule } from "../rule";
import { CONTEXT_CACHE } from "../rule-sources";

/** More of them would say the same again. */
const MOST = 10;

export const uncountedContent: Rule = {
  id: "uncounted-content",
  severity: "info",
  title: "Not counted",
  summary:
    "The tokens of files, documents and sound, and of fields that are documented for other services only, cannot be told from the request. Every count behind them is the least it may be, so whether a prefix reaches the minimum cannot always be told. The usage of the answer says what they took.",
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
        const where = pointer === "" ? "The request" : placeName(pointer);
        return {
          message: `${where} holds ${ENGLISH.say(what)}: its tokens are not counted, so the counts from here on are the least they may be.`,
          pointer,
          range: range ?? startOfRequest(context),
        };
      });
  },
};

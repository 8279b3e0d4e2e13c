/** A key or a token among the texts of a request. */

import { placeName } from "../../prompt/json-pointer";
import { parseJson } from "../../prompt/json-tree";
import { exampleOf, LONG_TEXT, soundRequest, textPart } from "../example-request";
import { findSecrets } from "../find-secrets";
import { findStrings } from "../find-strings";
import { offerFix } from "../offer-fix";
import type { Finding, Rule } from "../rule";
import { CONTEXT_CACHE } from "../rule-sources";
import { sourceRange } from "../source-range";

/** Stands where a secret stood; no pattern finds it. */
export const REMOVED = "[secret removed]";

/** More of them would say the same again. */
const MOST = 20;

/** Made of pieces, so that scanners of source code do not take it for a real one. */
const SAMPLE_KEY = ["sk", "4f9a1c7e2b8d0635f1e2a3b4c5d6e7f8"].join("-");

export const secretInRequest: Rule = {
  id: "secret-in-request",
  severity: "warning",
  title: "Secret in the request",
  summary:
    "A key or token in a text is sent like any other word: the service and the model read it, an entry may hold it, and the answer may repeat it. A link to this page would carry it as well. Take it out, and replace the key if it has been sent.",
  evidence: "inferred",
  ...CONTEXT_CACHE,
  examples: {
    good: soundRequest(),
    bad: exampleOf({
      model: "qwen3.7-max",
      messages: [
        { role: "system", content: [textPart(LONG_TEXT, true)] },
        { role: "user", content: `Call the ticket service with the key ${SAMPLE_KEY}.` },
      ],
    }),
  },
  check: ({ text }) => {
    const found: Finding[] = [];
    for (const string of findStrings(parseJson(text).root, "")) {
      // Media in base64 can hold any letters.
      if (string.value.startsWith("data:")) continue;
      for (const secret of findSecrets(string.value)) {
        if (found.length === MOST) return found;
        const range = sourceRange(text, string, secret);
        found.push({
          message: `This looks like ${secret.name} (${secret.masked}): it is sent in ${placeName(string.pointer)} as plain text, and the model may repeat it.`,
          pointer: string.pointer,
          range,
          ...offerFix("Replace the secret by a placeholder", { ok: true, edits: [{ range, text: REMOVED }] }),
        });
      }
    }
    return found;
  },
};

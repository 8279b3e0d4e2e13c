/** A key or a token among the texts of a request. */

import { placeName } from "../../prompt/json-pointer";
import { parseJson } from "../../prompt/json-tree";
import { tell } from "../../words/message";
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
  title: tell("lintRules.secretInRequest"),
  summary: tell("lintRules.secretInRequestWhy"),
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
          message: tell("lint.secret", {
            secret: secret.name,
            masked: secret.masked,
            place: placeName(string.pointer),
          }),
          pointer: string.pointer,
          range,
          ...offerFix(tell("lintFixes.replaceSecret"), { ok: true, edits: [{ range, text: REMOVED }] }),
        });
      }
    }
    return found;
  },
};

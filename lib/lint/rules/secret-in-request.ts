/** A key or a token among the texts of a request. */

import { lastStep, placeName } from "../../prompt/json-pointer";
import { parseJson } from "../../prompt/json-tree";
import { findSecretsUnder } from "../../redact/find-secrets";
import { tell } from "../../words/message";
import { exampleOf, LONG_TEXT, soundRequest, textPart } from "../example-request";
import { findStrings } from "../find-strings";
import { offerFix } from "../offer-fix";
import type { Finding, Rule } from "../rule";
import { CONTEXT_CACHE } from "../rule-sources";
import { sourceRanges } from "../source-range";

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
      const secrets = findSecretsUnder(lastStep(string.pointer), string.value).slice(0, MOST - found.length);
      const ranges = sourceRanges(text, string, secrets);
      for (const [index, secret] of secrets.entries()) {
        const range = ranges[index] ?? string;
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
      if (found.length === MOST) break;
    }
    return found;
  },
};

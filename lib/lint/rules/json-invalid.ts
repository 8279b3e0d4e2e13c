/** The text is not JSON. */

import { tell } from "../../words/message";
import { exampleOf, soundRequest } from "../example-request";
import { findErrors } from "../find-errors";
import type { Rule } from "../rule";
import { JSON_STANDARD } from "../rule-sources";

export const jsonInvalid: Rule = {
  id: "json-invalid",
  severity: "error",
  title: tell("lintRules.jsonInvalid"),
  summary: tell("lintRules.jsonInvalidWhy"),
  evidence: "documented",
  ...JSON_STANDARD,
  examples: {
    good: soundRequest(),
    bad: { ...exampleOf([]), text: '[{"role": "user" "content": "Hello"}]' },
  },
  check: (context) => findErrors(context.errors, "json-invalid"),
};

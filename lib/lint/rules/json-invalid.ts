/** The text is not JSON. */
import { exampleOf, soundRequest } from "../example-request";
import { findErrors } from "../find-errors";
import type { Rule } from "../rule";
import { JSON_STANDARD } from "../rule-sources";

export const jsonInvalid: Rule = {
  id: "json-invalid",
  severity: "error",
  title: "Not valid JSON",
  summary:
    "The service refuses a body that is not JSON. Comments and trailing commas are tolerated here, and are taken out before a request is sent.",
  evidence: "documented",
  ...JSON_STANDARD,
  examples: {
    good: soundRequest(),
    bad: { ...exampleOf([]), text: '[{"role": "user" "content": "Hello"}]' },
  },
  check: (context) => findErrors(context.errors, "json-invalid"),
};

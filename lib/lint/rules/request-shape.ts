/** The JSON is not a request the service accepts. */

import { memberOf, nodeAt, stringOf } from "../../prompt/json-node";
import { parseJson } from "../../prompt/json-tree";
import { mendSound } from "../../prompt/mend-sound";
import { replaceValue } from "../../prompt/value-edit";
import { tell } from "../../words/message";
import type { Fix } from "../diagnostic";
import { exampleOf, soundRequest } from "../example-request";
import { findErrors } from "../find-errors";
import { offerFix } from "../offer-fix";
import type { Finding, Rule } from "../rule";
import { AUDIO_URL_REPORT, DEVELOPER_ROLE_REPORT, ERROR_CODES } from "../rule-sources";

export const requestShape: Rule = {
  id: "request-shape",
  severity: "error",
  title: tell("lintRules.requestShape"),
  summary: tell("lintRules.requestShapeWhy"),
  evidence: "inferred",
  ...ERROR_CODES,
  examples: {
    good: soundRequest(),
    bad: exampleOf({
      model: "qwen3.7-max",
      messages: [
        { role: "developer", content: "Answer briefly." },
        { role: "user", content: "Hello" },
      ],
    }),
  },
  check: (context) => {
    const found = findErrors(context.errors, "request-shape");
    if (found.length === 0 || context.prompt.dialect !== "openai") return found;
    const { root } = parseJson(context.text);
    return found.map((finding) => {
      const node = nodeAt(root, finding.pointer);
      if (stringOf(memberOf(node, "type")) === "audio_url")
        return {
          ...finding,
          ...AUDIO_URL_REPORT,
          evidence: "observed",
          mend: () => mendPart(context.text, finding),
        };
      if (!finding.pointer.endsWith("/role") || stringOf(node) !== "developer") return finding;
      return {
        ...finding,
        evidence: "observed",
        ...DEVELOPER_ROLE_REPORT,
        mend: () =>
          offerFix(
            tell("lintFixes.writeInstead", { text: "system" }),
            replaceValue(context.text, finding.pointer, '"system"'),
          ),
      };
    });
  },
};

const mendPart = (text: string, { pointer }: Finding): { fix?: Fix } =>
  offerFix(tell("lintFixes.writeInstead", { text: "input_audio" }), mendSound(text, pointer));

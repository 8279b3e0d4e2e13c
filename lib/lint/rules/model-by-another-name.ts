/** A model under a name that is not the service's own: with a gateway's prefix, a client's suffix, or as an alias. */
import { meantName } from "../../offers/catalogue";
import { memberOf, rangeOf } from "../../prompt/json-node";
import { parseJson } from "../../prompt/json-tree";
import { setModel } from "../../prompt/model-edit";
import { tell } from "../../words/message";
import { exampleOf, LONG_TEXT, soundRequest, textPart } from "../example-request";
import { startOfRequest } from "../find-place";
import { offerFix } from "../offer-fix";
import type { Rule } from "../rule";
import { MODEL_PRICING } from "../rule-sources";

export const modelByAnotherName: Rule = {
  id: "model-by-another-name",
  severity: "info",
  title: tell("lintRules.modelByAnotherName"),
  summary: tell("lintRules.modelByAnotherNameWhy"),
  evidence: "inferred",
  ...MODEL_PRICING,
  examples: {
    good: soundRequest(),
    bad: exampleOf({
      model: "dashscope/qwen3.7-max",
      messages: [
        { role: "system", content: [textPart(LONG_TEXT, true)] },
        { role: "user", content: "How do I reset the device?" },
      ],
    }),
  },
  check: (context) => {
    const { text, prompt, modelName } = context;
    const meant = modelName ? meantName(modelName) : null;
    if (!modelName || meant === null || meant === modelName) return [];
    const node = prompt.bare ? null : memberOf(parseJson(text).root, "model");
    const isWritten = node !== null && prompt.model === modelName;
    const place = isWritten
      ? { pointer: "/model", range: rangeOf(node) }
      : { pointer: "", range: startOfRequest(context) };
    const shown = modelName.length > 60 ? `${modelName.slice(0, 60)}…` : modelName;
    if (modelName === `${meant}-latest`) {
      const message = tell("lint.latestAlias", { name: shown, meant });
      return [{ ...place, message }];
    }
    const message = tell("lint.otherName", { name: shown, meant });
    const mend = isWritten ? offerFix(tell("lintFixes.write", { text: meant }), setModel(text, meant)) : {};
    return [{ ...place, message, ...mend }];
  },
};

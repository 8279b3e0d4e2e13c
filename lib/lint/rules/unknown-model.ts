/** A model the catalogue does not know. */
import { listModels } from "../../offers/catalogue";
import { memberOf, rangeOf } from "../../prompt/json-node";
import { parseJson } from "../../prompt/json-tree";
import { setModel } from "../../prompt/model-edit";
import { tell } from "../../words/message";
import { exampleOf, LONG_TEXT, soundRequest, textPart } from "../example-request";
import { startOfRequest } from "../find-place";
import { nearestName } from "../nearest-name";
import { offerFix } from "../offer-fix";
import type { Rule } from "../rule";
import { CONTEXT_CACHE_ZH } from "../rule-sources";

export const unknownModel: Rule = {
  id: "unknown-model",
  severity: "warning",
  title: tell("lintRules.unknownModel"),
  summary: tell("lintRules.unknownModelWhy"),
  evidence: "inferred",
  ...CONTEXT_CACHE_ZH,
  examples: {
    good: soundRequest(),
    bad: exampleOf({
      model: "qwen3.7-maxx",
      messages: [
        { role: "system", content: [textPart(LONG_TEXT, true)] },
        { role: "user", content: "How do I reset the device?" },
      ],
    }),
  },
  check: (context) => {
    const { text, prompt, model, modelName } = context;
    if (model) return [];
    const node = prompt.bare ? null : memberOf(parseJson(text).root, "model");
    const place = node
      ? { pointer: "/model", range: rangeOf(node) }
      : { pointer: "", range: startOfRequest(context) };
    if (!modelName) return [{ ...place, severity: "info", message: tell("lint.noModelNamed") }];
    const shown = modelName.length > 60 ? `${modelName.slice(0, 60)}…` : modelName;
    const names = listModels().map((known) => known.model);
    const near = nearestName(modelName, names);
    const message = tell("lint.unknownModel", { name: shown });
    // A name chosen beside the request is not in its text, so no edit can mend it.
    const mendable = near !== null && prompt.model === modelName;
    const mend = mendable ? offerFix(tell("lintFixes.write", { text: near }), setModel(text, near)) : {};
    return [{ ...place, message, ...mend }];
  },
};

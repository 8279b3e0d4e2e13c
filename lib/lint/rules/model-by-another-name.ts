/** A model under a name that is not the service's own: with a gateway's prefix, a client's suffix, or as an alias. */
import { meantName } from "../../offers/catalogue";
import { memberOf, rangeOf } from "../../prompt/json-node";
import { parseJson } from "../../prompt/json-tree";
import { setModel } from "../../prompt/model-edit";
import { exampleOf, LONG_TEXT, soundRequest, textPart } from "../example-request";
import { startOfRequest } from "../find-place";
import { offerFix } from "../offer-fix";
import type { Rule } from "../rule";
import { MODEL_PRICING } from "../rule-sources";

export const modelByAnotherName: Rule = {
  id: "model-by-another-name",
  severity: "info",
  title: "Model by another name",
  summary:
    "Gateways and vendors put a prefix before a model's name (qwen/…, dashscope/…), clients a suffix behind it ([1m], :free), and -latest stands for the newest version. The model that is meant is played, with its rules and prices; Model Studio itself takes only its own names.",
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
      const message = `${shown} is an alias that moves with the newest version: it is played as ${meant}.`;
      return [{ ...place, message }];
    }
    const message = `${shown} means ${meant} and is played as that: what stands around the name belongs to a gateway or a client, and Model Studio itself takes only ${meant}.`;
    return [{ ...place, message, ...(isWritten ? offerFix(`Write ${meant}`, setModel(text, meant)) : {}) }];
  },
};

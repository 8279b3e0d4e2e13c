/** A conversation that goes on with another model, whose entries are others. */
import { meantName } from "../../offers/catalogue";
import { memberOf, rangeOf } from "../../prompt/json-node";
import { parseJson } from "../../prompt/json-tree";
import { setModel } from "../../prompt/model-edit";
import type { Prompt } from "../../prompt/prompt";
import { isSameMessage } from "../../prompt/same-message";
import { tell } from "../../words/message";
import { exampleOf, LONG_TEXT, soundRequest, textPart } from "../example-request";
import { startOfRequest } from "../find-place";
import { offerFix } from "../offer-fix";
import type { Rule } from "../rule";
import { CONTEXT_CACHE } from "../rule-sources";

const ask = (model: string, ...more: readonly object[]) => ({
  model,
  messages: [
    { role: "system", content: [textPart(LONG_TEXT, true)] },
    { role: "user", content: "How do I reset the device?" },
    ...more,
  ],
});

export const modelSwitched: Rule = {
  id: "model-switched",
  severity: "warning",
  title: tell("lintRules.modelSwitched"),
  summary: tell("lintRules.modelSwitchedWhy"),
  evidence: "documented",
  ...CONTEXT_CACHE,
  examples: {
    good: soundRequest(),
    bad: {
      ...exampleOf(ask("qwen3.7-plus")),
      following: [
        JSON.stringify(
          ask(
            "qwen3.7-max",
            { role: "assistant", content: "Hold the button." },
            { role: "user", content: "And then?" },
          ),
        ),
      ],
    },
  },
  check: (context) => {
    const { text, prompt, modelName, following } = context;
    const nameOf = ({ model }: Prompt): string =>
      meantName(model ?? modelName ?? "") ?? model ?? modelName ?? "";
    const all = [prompt, ...following];
    const index = all.findIndex((later, at) => {
      const before = all[at - 1];
      return before !== undefined && goesOn(before, later) && nameOf(before) !== nameOf(later);
    });
    const [before, later] = [all[index - 1], all[index]];
    if (!before || !later) return [];
    const node = prompt.bare ? null : memberOf(parseJson(text).root, "model");
    const place = node
      ? { pointer: "/model", range: rangeOf(node) }
      : { pointer: "", range: startOfRequest(context) };
    const other = later.model;
    // Where all that follows goes to one model, the document alone is the odd one.
    const isOdd = node !== null && other !== null && following.every((each) => each.model === other);
    return [
      {
        ...place,
        message: tell("lint.modelSwitched", {
          request: index + 1,
          model: short(nameOf(later)),
          earlier: index,
          before: short(nameOf(before)),
        }),
        ...(isOdd ? offerFix(tell("lintFixes.write", { text: short(other) }), setModel(text, other)) : {}),
      },
    ];
  },
};

const short = (name: string): string => (name.length > 60 ? `${name.slice(0, 60)}…` : name);

/** Whether a request opens as the one before it: with the same first message, and as many as that had, or more. */
const goesOn = (before: Prompt, later: Prompt): boolean => {
  const [first] = before.messages;
  return (
    first !== undefined &&
    before.messages.length <= later.messages.length &&
    isSameMessage(first, later.messages[0])
  );
};

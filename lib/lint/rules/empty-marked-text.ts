/** A marker on a text part that is empty. */

import { nodeAt } from "../../prompt/json-node";
import { placeName } from "../../prompt/json-pointer";
import { parseJson } from "../../prompt/json-tree";
import { moveMarker, removeMarker } from "../../prompt/marker-edits";
import { canCarryMarker } from "../../prompt/marker-target";
import type { Message, Part } from "../../prompt/prompt";
import { tell } from "../../words/message";
import type { Fix } from "../diagnostic";
import { exampleOf, LONG_TEXT, soundRequest, textPart } from "../example-request";
import type { LintContext } from "../lint-context";
import { offerFirst, offerFix } from "../offer-fix";
import type { Rule } from "../rule";
import { CONTEXT_CACHE } from "../rule-sources";

export const emptyMarkedText: Rule = {
  id: "empty-marked-text",
  severity: "warning",
  title: tell("lintRules.emptyMarkedText"),
  summary: tell("lintRules.emptyMarkedTextWhy"),
  evidence: "inferred",
  ...CONTEXT_CACHE,
  examples: {
    good: soundRequest(),
    bad: exampleOf({
      model: "qwen3.7-max",
      messages: [
        { role: "system", content: [textPart(LONG_TEXT), textPart("", true)] },
        { role: "user", content: "How do I reset the device?" },
      ],
    }),
  },
  check: (context) => {
    const empty = context.prompt.messages.flatMap((message) =>
      message.parts.flatMap((part) => {
        return part.marker && part.kind === "text" && part.text === ""
          ? [{ message, part, marker: part.marker }]
          : [];
      }),
    );
    if (empty.length === 0) return [];
    const { root } = parseJson(context.text);
    return empty
      .filter(({ part }) => !canCarryMarker(part, nodeAt(root, part.pointer)))
      .map(({ message, part, marker }) => ({
        message: tell("lint.emptyMarked", { place: placeName(part.pointer) }),
        pointer: marker.pointer,
        range: marker.range,
        mend: () => mendOf(context, message, part),
      }));
  },
};

/** To the part before, which ends the same prefix; away where that is marked or there is none. */
function mendOf({ text }: LintContext, message: Message, part: Part): { fix?: Fix } {
  const marker = part.marker?.pointer ?? "";
  const remove = offerFix(tell("lintFixes.removeMarker"), removeMarker(text, marker));
  const before = message.parts
    .slice(0, message.parts.indexOf(part))
    .findLast((candidate) => candidate.text !== "");
  if (!before) return remove;
  return offerFirst(
    offerFix(
      tell("lintFixes.moveMarker", { place: placeName(before.pointer) }),
      moveMarker(text, marker, before.pointer),
    ),
    remove,
  );
}

/** A marker in a message that holds an image, on models with one breakpoint for a message. */

import { isWithin, placeName } from "../../prompt/json-pointer";
import { moveMarker } from "../../prompt/marker-edits";
import type { Message } from "../../prompt/prompt";
import { limitsOf } from "../../systems/mark-model-studio";
import { tell } from "../../words/message";
import type { Fix } from "../diagnostic";
import { exampleOf, LONG_TEXT, soundRequest, textPart } from "../example-request";
import { type JudgedMarker, judgedMarkers, messageAround } from "../find-place";
import type { LintContext } from "../lint-context";
import { offerFix } from "../offer-fix";
import type { Finding, Rule } from "../rule";
import { IMAGE_MESSAGE_REPORT } from "../rule-sources";

export const markerInImageMessage: Rule = {
  id: "marker-in-image-message",
  severity: "warning",
  title: tell("lintRules.markerInImageMessage"),
  summary: tell("lintRules.markerInImageMessageWhy"),
  evidence: "observed",
  ...IMAGE_MESSAGE_REPORT,
  examples: {
    good: soundRequest(),
    bad: exampleOf({
      model: "qwen3.8-max",
      messages: [
        { role: "user", content: [textPart(LONG_TEXT)] },
        {
          role: "user",
          content: [
            { type: "image_url", image_url: { url: "https://example.com/device.png" } },
            textPart("What is this?", true),
          ],
        },
      ],
    }),
  },
  check: (context) => {
    if (context.model?.generation !== "classic-message") return [];
    return judgedMarkers(context).flatMap((marker): Finding[] => {
      const message = marker.resolved.status === "effective" ? messageAround(context, marker.owner) : null;
      if (!message || !holdsImage(message)) return [];
      return [
        {
          message: tell("lint.imageMessage", { place: placeName(message.pointer) }),
          pointer: marker.pointer,
          range: marker.range,
          mend: () => moveBefore(context, marker, message),
        },
      ];
    });
  },
};

function holdsImage(message: Message): boolean {
  return message.parts.some(({ kind }) => kind === "image");
}

/** To the nearest message before that has no image, where the prefix is long enough and no breakpoint is yet. */
function moveBefore(
  { text, prompt, layout, model }: LintContext,
  marker: JudgedMarker,
  message: Message,
): { fix?: Fix } {
  // Another marker of the message would come forward in its place.
  if (message.parts.filter((part) => part.marker).length > 1) return {};
  const before = prompt.messages.slice(0, prompt.messages.indexOf(message));
  const target = before.findLast((candidate) => !holdsImage(candidate));
  if (!target || target.role === "system") return {};
  const index = layout.cuts.findIndex(({ pointer }) => isWithin(pointer, target.pointer));
  const cut = layout.cuts[index];
  if (!cut || cut.prefix < limitsOf(model, layout.readings).minimum || layout.breakpoints.includes(index))
    return {};
  return offerFix(
    tell("lintFixes.moveMarker", { place: placeName(target.pointer) }),
    moveMarker(text, marker.pointer, target.pointer),
  );
}

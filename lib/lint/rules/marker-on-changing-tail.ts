/** The one marker that counts sits on what changes in the requests that follow. */

import { placeName } from "../../prompt/json-pointer";
import { editInSteps, moveMarker, removeMarkers } from "../../prompt/marker-edits";
import { limitsOf } from "../../systems/mark-model-studio";
import { bandOf } from "../../tokens/precision";
import { formatTokens } from "../../values/figures";
import { lastCommonCuts } from "../common-start";
import type { Fix } from "../diagnostic";
import { exampleOf, LONG_TEXT, soundRequest, textPart } from "../example-request";
import { type JudgedMarker, judgedMarkers } from "../find-place";
import type { LintContext } from "../lint-context";
import { offerFix } from "../offer-fix";
import type { Rule } from "../rule";
import { BEST_PRACTICE } from "../rule-sources";

/** Boundaries tried for the marker. */
const CUTS_TRIED = 8;

const reviewOf = (review: string) => ({
  model: "qwen3.7-max",
  messages: [
    { role: "system", content: LONG_TEXT },
    { role: "user", content: [textPart(review, true)] },
  ],
});

export const markerOnChangingTail: Rule = {
  id: "marker-on-changing-tail",
  severity: "warning",
  title: "Marker on what changes",
  summary:
    "A marker caches everything up to its own place. Where that includes the part that differs from request to request, as in a batch over one prompt, every request writes an entry that none reads. Put the marker at the end of what all of them have in common.",
  evidence: "inferred",
  ...BEST_PRACTICE,
  examples: {
    good: soundRequest(),
    bad: {
      ...exampleOf(reviewOf("The device stopped after a week.")),
      following: ["It works as promised.", "The manual is hard to read."].map((review) =>
        JSON.stringify(reviewOf(review), null, 2),
      ),
    },
  },
  check: (context) => {
    const { layout, measured, following, model } = context;
    const [only, ...more] = layout.breakpoints;
    if (only === undefined || more.length > 0 || following.length === 0) return [];
    const common = lastCommonCuts(context);
    if (common.some((cut) => cut >= only)) return [];
    const last = layout.cuts[Math.min(...common)];
    const marker = judgedMarkers(context).find(({ resolved }) => resolved.status === "effective");
    if (!last || !marker || bandOf(last.prefix, measured).low < limitsOf(model).minimum) return [];
    const which =
      following.length === 1
        ? "The following request differs"
        : `All ${following.length} following requests differ`;
    return [
      {
        message: `${which} before this marker's end, so none reads its entry; they have ${formatTokens(last.prefix)} in common, up to ${placeName(last.pointer)}.`,
        pointer: marker.pointer,
        range: marker.range,
        ...mendOf(context, marker, Math.min(...common)),
      },
    ];
  },
};

/** To the last common boundary that takes it; markers that this one stands for would come forward, and go. */
function mendOf(context: LintContext, marker: JudgedMarker, last: number): { fix?: Fix } {
  const { text, layout, measured, model } = context;
  const { minimum } = limitsOf(model);
  const merged = judgedMarkers(context)
    .filter(({ resolved }) => resolved.status === "merged" && resolved.cut === marker.resolved.cut)
    .map(({ pointer }) => pointer);
  const cuts = layout.cuts
    .slice(0, last + 1)
    .reverse()
    .slice(0, CUTS_TRIED);
  for (const { pointer, prefix } of cuts) {
    if (bandOf(prefix, measured).low < minimum) break;
    const move = (rest: string) => moveMarker(rest, marker.pointer, pointer);
    const title = `Move the marker to ${placeName(pointer)}, where the prefix is ${formatTokens(prefix)}`;
    const offer = offerFix(
      title,
      merged.length === 0 ? move(text) : editInSteps(text, [(rest) => removeMarkers(rest, merged), move]),
    );
    if (offer.fix) return offer;
  }
  return {};
}

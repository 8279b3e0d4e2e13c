/** The last marker that counts sits on what the requests that follow no longer have. */

import type { Cut } from "../../layout/layout";
import { isWithin, placeName } from "../../prompt/json-pointer";
import { editInSteps, moveMarker, removeMarkers } from "../../prompt/marker-edits";
import { isSameMessage } from "../../prompt/same-message";
import { limitsOf } from "../../systems/mark-model-studio";
import { bandOf } from "../../tokens/precision";
import { leastOf } from "../../values/long-lists";
import { type Message, tell } from "../../words/message";
import { lastCommonCuts } from "../common-start";
import type { Fix } from "../diagnostic";
import { exampleOf, LONG_TEXT, soundRequest, textPart } from "../example-request";
import { type JudgedMarker, judgedMarkers } from "../find-place";
import type { LintContext } from "../lint-context";
import { offerFix } from "../offer-fix";
import type { Rule } from "../rule";
import { BEST_PRACTICE } from "../rule-sources";
import { tellTokens } from "../tell-tokens";

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
  title: tell("lintRules.markerOnChangingTail"),
  summary: tell("lintRules.markerOnChangingTailWhy"),
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
    const last = layout.breakpoints.at(-1);
    if (last === undefined || following.length === 0) return [];
    const common = lastCommonCuts(context);
    if (common.some((cut) => cut >= last)) return [];
    // What an earlier marker covers is read all the same; only what lies between the two is lost.
    const covered = layout.breakpoints.at(-2) ?? -1;
    const shared = common.filter((cut) => cut > covered);
    const end = leastOf(shared);
    const stays = layout.cuts[end];
    const marker = judgedMarkers(context).findLast(
      ({ resolved }) => resolved.status === "effective" && resolved.cut === last,
    );
    if (!stays || !marker || bandOf(stays.prefix, measured).low < limitsOf(model, layout.readings).minimum)
      return [];
    return [
      {
        message: sayWhich(context, shared.length, marker, stays),
        pointer: marker.pointer,
        range: marker.range,
        ...mendOf(context, marker, end),
      },
    ];
  },
};

/** Following requests that go on without the marked message, or that differ before its end. */
function sayWhich(
  { prompt, following }: LintContext,
  differ: number,
  { owner }: JudgedMarker,
  stays: Cut,
): Message {
  const count = following.length;
  const ends = { common: tellTokens(stays.prefix), place: placeName(stays.pointer) };
  const at = prompt.messages.findIndex(({ pointer }) => isWithin(owner, pointer));
  const marked = prompt.messages[at];
  const goOn = following.every(({ messages }) => messages.length > prompt.messages.length);
  if (marked && goOn && following.every(({ messages }) => !isSameMessage(marked, messages[at]))) {
    return tell("lint.tailReplaced", { count, marked: placeName(marked.pointer), ...ends });
  }
  if (count === 1) return tell("lint.tailDiffersOnce", ends);
  return differ === count
    ? tell("lint.tailDiffersAlways", { count, ...ends })
    : tell("lint.tailDiffers", { differ, count, ...ends });
}

/** To the last common boundary that takes it; markers that this one stands for would come forward, and go. */
function mendOf(context: LintContext, marker: JudgedMarker, last: number): { fix?: Fix } {
  const { text, layout, measured, model } = context;
  const { minimum } = limitsOf(model, layout.readings);
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
    const title = tell("lintFixes.moveMarkerTo", { place: placeName(pointer), prefix: tellTokens(prefix) });
    const offer = offerFix(
      title,
      merged.length === 0 ? move(text) : editInSteps(text, [(rest) => removeMarkers(rest, merged), move]),
    );
    if (offer.fix) return offer;
  }
  return {};
}

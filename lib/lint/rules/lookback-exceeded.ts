/** More content blocks since the previous request than a look-up goes back. */

import { isWithin, placeName } from "../../prompt/json-pointer";
import { addMarker } from "../../prompt/marker-edits";
import { blocksBetween } from "../../systems/kernels/find-missed";
import { limitsOf } from "../../systems/mark-model-studio";
import { lookbackOf } from "../../systems/model-studio";
import { tell } from "../../words/message";
import type { Fix } from "../diagnostic";
import { exampleOf, LONG_TEXT, MARKER, soundRequest, textPart } from "../example-request";
import { judgedMarkers, messageAround } from "../find-place";
import type { LintContext } from "../lint-context";
import { offerFix } from "../offer-fix";
import type { Rule } from "../rule";
import { CONTEXT_CACHE } from "../rule-sources";

const call = (index: number) => ({
  id: `call_${index}`,
  type: "function",
  function: { name: "read_page", arguments: `{"page": ${index}}` },
});
const result = (index: number, marked: boolean) => ({
  role: "tool",
  tool_call_id: `call_${index}`,
  content: [{ type: "text", text: `Page ${index} is empty.`, ...(marked ? { cache_control: MARKER } : {}) }],
});
const indices = Array.from({ length: 24 }, (_, index) => index + 1);

export const lookbackExceeded: Rule = {
  id: "lookback-exceeded",
  severity: "warning",
  title: tell("lintRules.lookbackExceeded"),
  summary: tell("lintRules.lookbackExceededWhy"),
  evidence: "documented",
  ...CONTEXT_CACHE,
  examples: {
    good: soundRequest(),
    bad: exampleOf({
      model: "qwen3.7-max",
      messages: [
        { role: "system", content: LONG_TEXT },
        { role: "user", content: [textPart("Read the manual.")] },
        { role: "assistant", content: null, tool_calls: indices.map(call) },
        ...indices.map((index) => result(index, index === indices.length)),
      ],
    }),
  },
  check: (context) => {
    const { layout, prompt, model } = context;
    const { cuts, breakpoints } = layout;
    const lookback = lookbackOf(model, layout.readings);
    const last = breakpoints.at(-1) ?? -1;
    const marked = cuts[last];
    const marker = judgedMarkers(context).findLast(({ resolved }) => {
      return resolved.status === "effective" && resolved.cut === last;
    });
    const previous = findPrevious(context, marker?.owner ?? "");
    const end = cuts[previous];
    if (!marked || !marker || !end || end.prefix < limitsOf(model, layout.readings).minimum) return [];
    // An entry is also found where a marker stands between it and the last one, near enough to both.
    const seen = breakpoints.some((index) => {
      const cut = cuts[index];
      return cut && index >= previous && blocksBetween(end, cut) <= lookback;
    });
    if (seen) return [];
    const answer = prompt.messages.findLast(({ role, pointer }) => {
      return role === "assistant" && !isWithin(marker.owner, pointer);
    });
    return [
      {
        message: tell("lint.beyondLookback", {
          answer: answer ? placeName(answer.pointer) : "none",
          between: blocksBetween(end, marked),
          lookback,
        }),
        pointer: marker.pointer,
        range: marker.range,
        ...bridge(context, previous, lookback),
      },
    ];
  },
};

/** Index of the cut where the previous request ended: before the answer that the marked turn follows; -1 = none. */
function findPrevious(context: LintContext, owner: string): number {
  const { prompt, layout } = context;
  const at = prompt.messages.findIndex(({ pointer }) => isWithin(owner, pointer));
  const answer = prompt.messages.findLastIndex(({ role }, index) => role === "assistant" && index < at);
  const lastCuts = new Map(
    layout.cuts.map(({ pointer }, cut) => [messageAround(context, pointer), cut] as const),
  );
  for (let index = answer - 1; index >= 0; index--) {
    const cut = lastCuts.get(prompt.messages[index] ?? null);
    if (cut !== undefined) return cut;
  }
  return -1;
}

/** A marker on the furthest place from which the entry is seen, while one is left. */
function bridge({ text, layout, model }: LintContext, previous: number, lookback: number): { fix?: Fix } {
  const { cuts, breakpoints } = layout;
  const from = cuts[previous];
  if (!from || breakpoints.length >= limitsOf(model, layout.readings).maxMarkers) return {};
  const within = cuts.slice(previous).filter((cut) => blocksBetween(from, cut) <= lookback);
  for (const cut of within.reverse().slice(0, 8)) {
    const offer = offerFix(
      tell("lintFixes.addMarker", { place: placeName(cut.pointer) }),
      addMarker(text, cut.pointer),
    );
    if (offer.fix) return offer;
  }
  return {};
}

/** Several system messages, which the service makes one segment. */

import { childPointer, placeName } from "../../prompt/json-pointer";
import { removeMarker } from "../../prompt/marker-edits";
import type { Message } from "../../prompt/prompt";
import { replaceValue } from "../../prompt/value-edit";
import { tell } from "../../words/message";
import { exampleOf, LONG_TEXT, soundRequest, textPart } from "../example-request";
import { judgedMarkers, messageAround, systemMembers } from "../find-place";
import type { LintContext } from "../lint-context";
import { offerFix } from "../offer-fix";
import type { Finding, Rule } from "../rule";
import { BEST_PRACTICE } from "../rule-sources";

export const mergedSystem: Rule = {
  id: "merged-system",
  severity: "warning",
  title: tell("lintRules.mergedSystem"),
  summary: tell("lintRules.mergedSystemWhy"),
  evidence: "documented",
  ...BEST_PRACTICE,
  examples: {
    good: soundRequest(),
    bad: exampleOf({
      model: "qwen3.7-max",
      messages: [
        { role: "system", content: [textPart(LONG_TEXT, true)] },
        { role: "system", content: [textPart("Today's notices: none.", true)] },
        { role: "user", content: "How do I reset the device?" },
      ],
    }),
  },
  check: (context) => {
    const members = systemMembers(context);
    if (members.length < 2) return [];
    const merged = findMerged(context, members);
    return [...merged, ...adviseUserMessage(context, members)];
  },
};

/** A marker that one of a later system message stands for. */
function findMerged(context: LintContext, members: readonly Message[]): Finding[] {
  const lastMarked = members.findLast((message) => message.parts.some((part) => part.marker));
  if (!lastMarked) return [];
  const earlier = new Set(members.slice(0, members.indexOf(lastMarked)));
  return judgedMarkers(context)
    .filter(({ owner, resolved }) => {
      const message = resolved.status === "merged" ? messageAround(context, owner) : null;
      return message !== null && earlier.has(message);
    })
    .map((marker) => ({
      message: tell("lint.mergedMarker", {
        count: members.length,
        place: placeName(lastMarked.pointer),
      }),
      pointer: marker.pointer,
      range: marker.range,
      mend: () => offerFix(tell("lintFixes.removeMergedMarker"), removeMarker(context.text, marker.pointer)),
    }));
}

/** Where the segment is marked at all: the way to a breakpoint of one's own for the later texts. */
function adviseUserMessage(context: LintContext, members: readonly Message[]): Finding[] {
  const second = members[1];
  if (!second || !members.some((message) => message.parts.some((part) => part.marker))) return [];
  const title = tell("lintFixes.makeUser", { count: members.length - 1 });
  const edits = members.slice(1).map((message) => {
    return replaceValue(context.text, childPointer(message.pointer, "role"), '"user"');
  });
  const fix = { ok: true as const, edits: edits.flatMap((edit) => (edit.ok ? edit.edits : [])) };
  return [
    {
      severity: "info",
      message: tell("lint.mergedMessage", { place: placeName(second.pointer) }),
      pointer: second.pointer,
      range: second.range,
      ...(edits.every((edit) => edit.ok) ? offerFix(title, fix) : {}),
    },
  ];
}

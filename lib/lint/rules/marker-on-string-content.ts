/** A marker stands beside a content instead of on a part inside it. */

import { placeName } from "../../prompt/json-pointer";
import { moveMarker, removeMarker } from "../../prompt/marker-edits";
import type { Marker, Message } from "../../prompt/prompt";
import { type Said, tell } from "../../words/message";
import type { Fix } from "../diagnostic";
import { exampleOf, LONG_TEXT, MARKER, soundRequest } from "../example-request";
import { messageAround } from "../find-place";
import type { LintContext } from "../lint-context";
import { offerFirst, offerFix } from "../offer-fix";
import type { Finding, Rule } from "../rule";
import { CONTEXT_CACHE } from "../rule-sources";

export const markerOnStringContent: Rule = {
  id: "marker-on-string-content",
  severity: "error",
  title: tell("lintRules.markerOnStringContent"),
  summary: tell("lintRules.markerOnStringContentWhy"),
  evidence: "documented",
  ...CONTEXT_CACHE,
  examples: {
    good: soundRequest(),
    bad: exampleOf({
      model: "qwen3.7-max",
      messages: [
        { role: "system", content: LONG_TEXT, cache_control: MARKER },
        { role: "user", content: "How do I reset the device?" },
      ],
    }),
  },
  check: (context) =>
    context.prompt.markers.flatMap((marker) => {
      if (marker.place === "message") return [besideContent(context, marker)];
      return marker.place === "request" && context.layout.automatic !== true
        ? [onRequest(context, marker)]
        : [];
    }),
};

function besideContent(context: LintContext, marker: Marker): Finding {
  const message = messageAround(context, marker.owner);
  const isString = message?.form === "string";
  const title = tell(isString ? "lintFixes.convertContent" : "lintFixes.moveOntoLastPart");
  return {
    message: tell(isString ? "lint.besideString" : "lint.besideContent", { place: placeName(marker.owner) }),
    pointer: marker.pointer,
    range: marker.range,
    mend: () => mendOf(context, marker, message, title),
  };
}

function onRequest(context: LintContext, marker: Marker): Finding {
  const last = context.prompt.messages.at(-1) ?? null;
  const title = last ? tell("lintFixes.moveMarker", { place: placeName(last.pointer) }) : "";
  return {
    message: tell("lint.onRequest"),
    pointer: marker.pointer,
    range: marker.range,
    // The page says where a marker belongs; that one at the top level is ignored follows from it.
    evidence: "inferred",
    mend: () => mendOf(context, marker, last, title),
  };
}

/** Into the message, or away where the message has a marker on a part already, or nothing to carry one. */
function mendOf(context: LintContext, marker: Marker, message: Message | null, title: Said): { fix?: Fix } {
  const { text } = context;
  const remove = offerFix(tell("lintFixes.removeMarker"), removeMarker(text, marker.pointer));
  if (!message || message.parts.some((part) => part.marker)) return remove;
  return offerFirst(offerFix(title, moveMarker(text, marker.pointer, message.pointer)), remove);
}

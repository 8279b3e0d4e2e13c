/** A marker whose prefix is too short to be cached. */

import { readingOf } from "../../offers/readings";
import { placeName } from "../../prompt/json-pointer";
import { editInSteps, moveMarker, removeMarkers } from "../../prompt/marker-edits";
import { limitsOf } from "../../systems/mark-model-studio";
import type { Measured } from "../../tokens/measured";
import { bandOf, isBorderline } from "../../tokens/precision";
import { type Message, tell } from "../../words/message";
import type { Fix } from "../diagnostic";
import { exampleOf, LONG_TEXT, soundRequest, textPart } from "../example-request";
import { type JudgedMarker, judgedMarkers } from "../find-place";
import type { LintContext } from "../lint-context";
import { offerFix } from "../offer-fix";
import type { Finding, Rule } from "../rule";
import { CONTEXT_CACHE } from "../rule-sources";
import { tellTokens } from "../tell-tokens";

/** Boundaries tried for a marker; beyond them lie parts of a kind that can hardly all refuse one. */
const CUTS_TRIED = 8;

export const belowMinimum: Rule = {
  id: "below-minimum",
  severity: "error",
  title: tell("lintRules.belowMinimum"),
  summary: tell("lintRules.belowMinimumWhy"),
  evidence: "documented",
  ...CONTEXT_CACHE,
  examples: {
    good: soundRequest(),
    bad: exampleOf({
      model: "qwen3.7-max",
      messages: [
        { role: "system", content: [textPart("You answer questions about the manual.", true)] },
        { role: "user", content: [textPart(LONG_TEXT)] },
        { role: "user", content: [textPart("How do I reset the device?")] },
      ],
    }),
  },
  check: (context) => {
    const { model, layout } = context;
    const { minimum } = limitsOf(model, layout.readings);
    const markers = judgedMarkers(context);
    const merged = mergedByCut(markers);
    return markers.flatMap((marker): Finding[] => {
      const { status, prefix, cut, reason } = marker.resolved;
      if (prefix === null || (status !== "too-short" && status !== "effective")) return [];
      if (readingOf(layout.readings, "minimum-of") !== "prefix") {
        const place = { pointer: marker.pointer, range: marker.range };
        return status === "too-short" && reason ? [{ ...place, message: reason }] : [];
      }
      const borderline = isBorderline(prefix, minimum, context.measured);
      if (status === "effective" && !borderline) return [];
      return [
        {
          message: sayHowLong(context.measured, prefix, minimum, borderline),
          pointer: marker.pointer,
          range: marker.range,
          ...(borderline ? { severity: status === "effective" ? "info" : "warning" } : {}),
          mend: () => mendOf(context, marker, merged.get(cut) ?? [], minimum, borderline),
        },
      ];
    });
  },
};

function sayHowLong(measured: Measured, prefix: number, minimum: number, borderline: boolean): Message {
  const counted = tellTokens(prefix, measured.exact);
  if (!borderline) return tell("lint.prefixShort", { prefix: counted, minimum });
  return tell("lint.prefixBorderline", { prefix: counted, ...bandOf(prefix, measured), minimum });
}

/**
 * To the first boundary above the minimum, whatever the count is off by; away where there is none, or where that one
 * is a breakpoint already. A borderline marker may well work, so it is never taken away.
 * Markers that this one stands for go with it: they would come forward and be too short in their turn.
 */
function mendOf(
  context: LintContext,
  marker: JudgedMarker,
  merged: readonly string[],
  minimum: number,
  borderline: boolean,
): { fix?: Fix } {
  const { text, layout, measured } = context;
  const title =
    merged.length === 0
      ? tell("lintFixes.removeMarker")
      : tell("lintFixes.removeWithMerged", { count: merged.length });
  const remove = borderline ? {} : offerFix(title, removeMarkers(text, [...merged, marker.pointer]));
  const first = layout.cuts.findIndex((cut) => bandOf(cut.prefix, measured).low >= minimum);
  if (first < 0) return remove;
  for (let index = first; index < Math.min(layout.cuts.length, first + CUTS_TRIED); index++) {
    const cut = layout.cuts[index];
    if (!cut || layout.breakpoints.includes(index)) return remove;
    const move = (rest: string) => moveMarker(rest, marker.pointer, cut.pointer);
    const moved = offerFix(
      tell("lintFixes.moveMarkerTo", { place: placeName(cut.pointer), prefix: tellTokens(cut.prefix) }),
      merged.length === 0 ? move(text) : editInSteps(text, [(rest) => removeMarkers(rest, merged), move]),
    );
    if (moved.fix) return moved;
  }
  return remove;
}

/** Pointers of the markers that another one at the same cut stands for. */
function mergedByCut(markers: readonly JudgedMarker[]): Map<number | null, string[]> {
  const byCut = new Map<number | null, string[]>();
  for (const { pointer, resolved } of markers) {
    if (resolved.status !== "merged") continue;
    const same = byCut.get(resolved.cut);
    if (same) same.push(pointer);
    else byCut.set(resolved.cut, [pointer]);
  }
  return byCut;
}

/** A marker whose value the service does not know. */

import { readingOf } from "../../offers/readings";
import { memberOf, nodeAt } from "../../prompt/json-node";
import { childPointer } from "../../prompt/json-pointer";
import { parseJson } from "../../prompt/json-tree";
import { removeMarker } from "../../prompt/marker-edits";
import type { Marker } from "../../prompt/prompt";
import { removeProperty, renameProperty, replaceValue } from "../../prompt/value-edit";
import type { JsonValue } from "../../values/json";
import { tell } from "../../words/message";
import { exampleOf, LONG_TEXT, soundRequest } from "../example-request";
import type { LintContext } from "../lint-context";
import { offerFix } from "../offer-fix";
import type { Finding, Rule } from "../rule";
import { CONTEXT_CACHE, QWEN4 } from "../rule-sources";

export const markerShape: Rule = {
  id: "marker-shape",
  severity: "error",
  title: tell("lintRules.markerShape"),
  summary: tell("lintRules.markerShapeWhy"),
  evidence: "documented",
  ...CONTEXT_CACHE,
  examples: {
    good: soundRequest(),
    bad: exampleOf({
      model: "qwen3.7-max",
      messages: [
        {
          role: "system",
          content: [{ type: "text", text: LONG_TEXT, cache_control: { type: "persistent" } }],
        },
        { role: "user", content: "How do I reset the device?" },
      ],
    }),
  },
  check: (context) =>
    context.prompt.markers.flatMap((marker) => {
      // Markers in other places are ignored whatever they say, and have rules of their own.
      if (marker.place !== "part") return [];
      const found =
        marker.key === "cache_control"
          ? checkCacheControl(context, marker)
          : checkBreakpoint(context, marker);
      return found ? [{ pointer: marker.pointer, range: marker.range, ...found }] : [];
    }),
};

type Judgement = Omit<Finding, "pointer" | "range">;

function checkCacheControl(context: LintContext, marker: Marker): Judgement | null {
  if (member(marker.value, "type") !== "ephemeral") {
    return {
      message: tell("lint.unknownType"),
      ...offerFix(
        tell("lintFixes.write", { text: '{"type": "ephemeral"}' }),
        replaceValue(context.text, marker.pointer, '{"type": "ephemeral"}'),
      ),
    };
  }
  const ttl = member(marker.value, "ttl");
  const knowsTtl = context.model === null || context.model.generation === "qwen4";
  const hour = readingOf(context.layout.readings, "hour-before-qwen4");
  if (ttl === undefined || knowsTtl || (ttl === "1h" && hour === "hour")) return null;
  const remove = offerFix(
    tell("lintFixes.removeTtl"),
    removeProperty(context.text, childPointer(marker.pointer, "ttl")),
  );
  if (ttl === "5m") {
    const message = tell("lint.ttlNeedless");
    return { message, severity: "info", ...remove };
  }
  if (ttl === "1h" && hour !== "five-minutes") {
    const refused =
      context.layout.refused ?? tell("readings.refusedByReading", { why: tell("readings.whyHour") });
    return { message: hour === "refused" ? refused : tell("systems.hourNoEntry"), ...remove };
  }
  return {
    message: tell("lint.ttlUnread", { ttl: JSON.stringify(ttl) }),
    severity: "warning",
    evidence: "third-party",
    source: "https://github.com/NousResearch/hermes-agent/pull/24702",
    asOf: "2026-05-12",
    ...remove,
  };
}

function checkBreakpoint(context: LintContext, marker: Marker): Judgement | null {
  const { text, model } = context;
  if (model !== null && model.generation !== "qwen4") {
    const part = nodeAt(parseJson(text).root, marker.owner);
    const fix = memberOf(part, "cache_control")
      ? offerFix(tell("lintFixes.removeMarker"), removeMarker(text, marker.pointer))
      : offerFix(
          tell("lintFixes.writeInstead", { text: "cache_control" }),
          renameProperty(text, marker.pointer, "cache_control", '{"type": "ephemeral"}'),
        );
    return {
      message: tell("lint.breakpointUnread", { model: context.modelName ?? model.model }),
      ...QWEN4,
      ...fix,
    };
  }
  if (member(marker.value, "mode") === "explicit") return null;
  return {
    message: tell("lint.unknownMode"),
    ...QWEN4,
    ...offerFix(
      tell("lintFixes.write", { text: '{"mode": "explicit"}' }),
      replaceValue(text, marker.pointer, '{"mode": "explicit"}'),
    ),
  };
}

function member(value: JsonValue, key: string): JsonValue | undefined {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return undefined;
  return Object.hasOwn(value, key) ? (value as Readonly<Record<string, JsonValue>>)[key] : undefined;
}

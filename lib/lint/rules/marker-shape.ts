/** A marker whose value the service does not know. */

import { memberOf, nodeAt } from "../../prompt/json-node";
import { childPointer } from "../../prompt/json-pointer";
import { parseJson } from "../../prompt/json-tree";
import { removeMarker } from "../../prompt/marker-edits";
import type { Marker } from "../../prompt/prompt";
import { removeProperty, renameProperty, replaceValue } from "../../prompt/value-edit";
import type { JsonValue } from "../../values/json";
import { exampleOf, LONG_TEXT, soundRequest } from "../example-request";
import type { LintContext } from "../lint-context";
import { offerFix } from "../offer-fix";
import type { Finding, Rule } from "../rule";
import { CONTEXT_CACHE, QWEN4 } from "../rule-sources";

export const markerShape: Rule = {
  id: "marker-shape",
  severity: "error",
  title: "Marker with an unknown value",
  summary:
    'The one marker that every model knows is "cache_control": {"type": "ephemeral"}; its entries live five minutes. A ttl, and the marker prompt_cache_breakpoint, belong to Qwen4. A marker of another form makes no entry, and still turns the implicit cache off.',
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
      message:
        'The only type of a marker is "ephemeral": this marker takes no effect, and no entry is made here.',
      ...offerFix(
        'Write {"type": "ephemeral"}',
        replaceValue(context.text, marker.pointer, '{"type": "ephemeral"}'),
      ),
    };
  }
  const ttl = member(marker.value, "ttl");
  const knowsTtl = context.model === null || context.model.generation === "qwen4";
  if (ttl === undefined || knowsTtl) return null;
  const remove = offerFix(
    "Remove the ttl",
    removeProperty(context.text, childPointer(marker.pointer, "ttl")),
  );
  if (ttl === "5m") {
    const message = "The ttl says what holds anyway: before Qwen4 every entry lives five minutes.";
    return { message, severity: "info", ...remove };
  }
  return {
    message: `Before Qwen4 an entry lives five minutes, whatever its ttl; with a ttl of ${JSON.stringify(ttl)} no entry at all has been observed.`,
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
      ? offerFix("Remove the marker", removeMarker(text, marker.pointer))
      : offerFix(
          "Write cache_control instead",
          renameProperty(text, marker.pointer, "cache_control", '{"type": "ephemeral"}'),
        );
    return {
      message: `Only Qwen4 reads prompt_cache_breakpoint: with ${context.modelName ?? model.model} this marker takes no effect.`,
      ...QWEN4,
      ...fix,
    };
  }
  if (member(marker.value, "mode") === "explicit") return null;
  return {
    message:
      'The only mode of a prompt_cache_breakpoint is "explicit": this marker takes no effect, and no entry is made here.',
    ...QWEN4,
    ...offerFix('Write {"mode": "explicit"}', replaceValue(text, marker.pointer, '{"mode": "explicit"}')),
  };
}

function member(value: JsonValue, key: string): JsonValue | undefined {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return undefined;
  return Object.hasOwn(value, key) ? (value as Readonly<Record<string, JsonValue>>)[key] : undefined;
}

/** A marker in a place where no service looks: a library's option, another service's form, inside a tool's result. */
import { readingOf } from "../../offers/readings";
import { cutItem } from "../../prompt/array-edits";
import { nodeAt } from "../../prompt/json-node";
import { isWithin, parentPointer, placeName, pointerSteps } from "../../prompt/json-pointer";
import { parseJson } from "../../prompt/json-tree";
import { addMarker, type EditResult, editInSteps, removeMarker } from "../../prompt/marker-edits";
import { findMisplaced, type MisplacedKind, type MisplacedMarker } from "../../prompt/misplaced-markers";
import type { Message as PromptMessage } from "../../prompt/prompt";
import { removeProperty } from "../../prompt/value-edit";
import { type Message, tell } from "../../words/message";
import type { Fix } from "../diagnostic";
import { exampleOf, LONG_TEXT, MARKER, soundRequest } from "../example-request";
import { messageAround } from "../find-place";
import type { LintContext } from "../lint-context";
import { offerFirst, offerFix } from "../offer-fix";
import type { Finding, Rule } from "../rule";
import { CONTEXT_CACHE } from "../rule-sources";

export const markerWhereNobodyLooks: Rule = {
  id: "marker-where-nobody-looks",
  severity: "error",
  title: tell("lintRules.markerWhereNobodyLooks"),
  summary: tell("lintRules.markerWhereNobodyLooksWhy"),
  evidence: "documented",
  ...CONTEXT_CACHE,
  examples: {
    good: soundRequest(),
    bad: exampleOf({
      model: "qwen3.7-max",
      messages: [
        { role: "system", content: LONG_TEXT },
        { role: "user", content: "How do I reset the device?" },
      ],
      extra_body: { enable_thinking: false, cache_control: MARKER },
    }),
  },
  check: (context) => {
    if (context.prompt.dialect === "responses") return findInResponses(context);
    const isRead = readingOf(context.layout.readings, "nested-marker") === "result-end";
    const known = new Set(context.prompt.markers.map(({ pointer }) => pointer));
    const found = findMisplaced(parseJson(context.text).root, known);
    return found.flatMap((marker): Finding[] => {
      const { kind, pointer, range } = marker;
      if (isRead && kind === "tool-result") return [];
      // The page says where a marker belongs, and nothing of blocks inside a part.
      const doubt = kind === "tool-result" ? ({ severity: "warning", evidence: "inferred" } as const) : {};
      const message = SAYS[kind](pointer);
      return [{ message, pointer, range, ...doubt, mend: () => mendOf(context, marker) }];
    });
  },
};

/** The service places the breakpoints of Responses itself. */
const findInResponses = ({ text, prompt }: LintContext): Finding[] =>
  prompt.markers.map(({ pointer, range }): Finding => {
    const mend = () => offerFix(tell("lintFixes.removeIt"), removeMarker(text, pointer));
    return { message: tell("lint.inResponses"), pointer, range, severity: "warning", mend };
  });

const lastOf = (pointer: string): string => pointerSteps(pointer).at(-1) ?? "";

const SAYS: Readonly<Record<MisplacedKind, (pointer: string) => Message>> = {
  "extra-body": () => tell("lint.inExtraBody"),
  "library-option": (pointer) => tell("lint.inLibraryOption", { place: placeName(parentPointer(pointer)) }),
  "cache-point": (pointer) => tell("lint.cachePoint", { key: lastOf(pointer) }),
  "tool-result": (pointer) => tell("lint.inToolResult", { place: placeName(parentPointer(pointer)) }),
  elsewhere: (pointer) =>
    tell("lint.nobodyLooks", { key: lastOf(pointer), place: placeName(parentPointer(pointer)) }),
};

/** Where the marker was to stand: the part around it, the part before a cache point, the message, the last message. */
function targetOf(
  { prompt }: LintContext,
  message: PromptMessage | null,
  { kind, pointer }: MisplacedMarker,
): string | null {
  if (kind === "extra-body") return prompt.messages.at(-1)?.pointer ?? null;
  if (!message) return null;
  const at = message.parts.findIndex((part) => isWithin(pointer, part.pointer));
  if (kind === "cache-point" && at >= 0) return message.parts[at - 1]?.pointer ?? null;
  return message.parts[at]?.pointer ?? message.pointer;
}

function mendOf(context: LintContext, marker: MisplacedMarker): { fix?: Fix } {
  const { text, prompt } = context;
  const message = messageAround(context, marker.pointer);
  const target = targetOf(context, message, marker);
  const remove = (rest: string): EditResult => removeMisplaced(rest, marker.pointer);
  const away = offerFix(tell("lintFixes.removeIt"), remove(text));
  const holder = prompt.messages.find((each) => target !== null && isWithin(target, each.pointer));
  if (target === null || !holder || holder.parts.some((part) => part.marker)) return away;
  const title = tell("lintFixes.writeMarkerOn", { place: placeName(target) });
  const move = editInSteps(text, [remove, (rest) => addMarker(rest, target)]);
  return offerFirst(offerFix(title, move), away);
}

/** The property, and the objects and the item around it that it alone filled. */
function removeMisplaced(text: string, pointer: string): EditResult {
  const { root } = parseJson(text);
  let at = pointer;
  for (;;) {
    const owner = nodeAt(root, parentPointer(at));
    if (owner?.type !== "object" || owner.properties.length > 1 || parentPointer(at) === "") break;
    at = parentPointer(at);
  }
  const list = nodeAt(root, parentPointer(at));
  if (list?.type !== "array") return removeProperty(text, at);
  return { ok: true, edits: cutItem(text, list, Number(lastOf(at))) };
}

/** Rewrites a document's own markers to those of a placement. */
import { readingOf, readingsFor, type ToldReadings } from "../offers/readings";
import { editsOverlap } from "../prompt/apply-edits";
import { listEveryMarker } from "../prompt/every-marker";
import { addMarker, type EditResult, editInSteps, removeMarkers } from "../prompt/marker-edits";
import { mergeEdits } from "../prompt/merge-edits";
import { parsePrompt } from "../prompt/parse";
import type { Prompt, TextEdit } from "../prompt/prompt";
import { fail } from "../values/failure";
import { append } from "../values/long-lists";
import { tell } from "../words/message";
import { isPlain } from "./mark-prompt";
import { findSpots } from "./place-markers";
import type { Placement } from "./placement";

/** Pointers of the parts to mark in a document of one request. */
function listTargets(
  prompt: Prompt,
  placement: Placement,
  fallbackModel: string,
  told: ToldReadings,
): Set<string> {
  if (placement.kind !== "anchors") return new Set();
  const spots = findSpots([prompt], placement, fallbackModel, told)[0] ?? [];
  return new Set(spots.flatMap(({ message, part }) => prompt.messages[message]?.parts[part]?.pointer ?? []));
}

/**
 * Edits that leave the document with the placement's markers for its request and no others, as one change. A marker
 * that already stands where it should stays as it is. `as-drawn` changes nothing. Never throws.
 * @param fallbackModel used where the document names no model
 * @param told what is played where the documentation leaves it open
 */
export function writePlacement(
  text: string,
  placement: Placement,
  fallbackModel = "",
  told: ToldReadings = {},
): EditResult {
  if (placement.kind === "as-drawn") return { ok: true, edits: [] };
  const { prompt } = parsePrompt(text);
  if (!prompt) {
    return fail(tell("placement.unreadable"));
  }
  const targets = listTargets(prompt, placement, fallbackModel, told);
  const kept = prompt.markers.filter((marker) => targets.has(marker.owner) && isPlain(marker));
  const gone = listEveryMarker(prompt).filter((marker) => !kept.includes(marker));
  // Where the two are different prefixes, an array whose marker goes does not become a string.
  const readings = readingsFor(prompt.model ?? fallbackModel, told);
  const form = readingOf(readings, "string-and-array") === "apart" ? "kept" : undefined;
  const missing = [...targets].filter((target) => !kept.some(({ owner }) => owner === target));

  const steps = [
    (rest: string): EditResult =>
      gone.length === 0
        ? { ok: true, edits: [] }
        : removeMarkers(
            rest,
            gone.map(({ pointer }) => pointer),
            form,
          ),
    ...missing.map((target) => (rest: string) => addMarker(rest, target)),
  ];
  // A part that loses one marker and gets another is written in two steps.
  if (gone.some(({ owner }) => targets.has(owner))) return editInSteps(text, steps);
  const edits: TextEdit[] = [];
  for (const step of steps) {
    const result = step(text);
    if (!result.ok) return result;
    append(edits, result.edits);
  }
  return editsOverlap(edits) ? editInSteps(text, steps) : { ok: true, edits: mergeEdits(edits) };
}

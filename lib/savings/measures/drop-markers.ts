/** Takes away the markers whose entries cost more to write than anybody reads from them. */
import type { Placement } from "../../placement/placement";
import { previewPlacement } from "../../placement/preview-placement";
import { applyEdits } from "../../prompt/apply-edits";
import { removeMarker } from "../../prompt/marker-edits";
import { parsePrompt } from "../../prompt/parse";
import { fail } from "../../values/failure";
import { tell } from "../../words/message";
import { CONTEXT_CACHE, costOf, type Measure, NOTHING_SAVED, type Situation } from "../measure";

type Candidate = Pick<Situation, "text" | "settings">;

/** The situation without one of its markers, each in turn. */
function listWithout({ text, settings }: Situation): readonly Candidate[] {
  const { placement } = settings;
  if (placement?.kind === "anchors") {
    return placement.anchors.flatMap((_, index): readonly Candidate[] => {
      const anchors = placement.anchors.toSpliced(index, 1);
      const rest: Placement =
        anchors.length > 0 ? { ...placement, name: "Fewer markers", anchors } : { kind: "none" };
      const chosen = previewPlacement(text, settings, rest);
      return chosen.ok ? [{ text: chosen.text, settings: chosen.settings }] : [];
    });
  }
  const markers = parsePrompt(text).prompt?.markers ?? [];
  return markers.flatMap(({ pointer }): readonly Candidate[] => {
    const removed = removeMarker(text, pointer);
    return removed.ok ? [{ text: applyEdits(text, removed.edits), settings }] : [];
  });
}

export const dropMarkers: Measure = {
  id: "drop-markers",
  title: tell("measures.dropMarkers"),
  kind: "cache",
  evidence: "documented",
  ...CONTEXT_CACHE,
  risk: tell("measures.dropMarkersRisk"),
  find(situation) {
    let now: Candidate = situation;
    let cost = costOf(situation);
    let dropped = 0;
    while (cost !== null) {
      const bound = cost;
      const cheaper = listWithout({ ...situation, ...now })
        .map((candidate) => ({ candidate, cost: costOf({ ...situation, ...candidate }) }))
        .filter((tried) => tried.cost !== null && tried.cost < bound - NOTHING_SAVED)
        .sort((one, other) => (one.cost ?? 0) - (other.cost ?? 0))[0];
      if (!cheaper) break;
      now = cheaper.candidate;
      cost = cheaper.cost;
      dropped++;
    }
    if (dropped === 0) return fail(tell("measures.allPay"));
    const what = tell("measures.drop", { count: dropped });
    return { ok: true, text: now.text, settings: now.settings, what };
  },
};

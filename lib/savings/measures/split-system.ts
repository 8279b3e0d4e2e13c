/** Takes system messages apart that the service makes one segment, so that a change of one spares the others. */
import { applyEdits } from "../../prompt/apply-edits";
import { addMarker } from "../../prompt/marker-edits";
import { parsePrompt } from "../../prompt/parse";
import { fail } from "../../values/failure";
import { tell } from "../../words/message";
import { analyseAside, BEST_PRACTICE, type Measure } from "../measure";

export const splitSystem: Measure = {
  id: "split-system",
  title: tell("measures.splitSystem"),
  kind: "cache",
  words: "moved",
  evidence: "documented",
  ...BEST_PRACTICE,
  risk: tell("measures.splitSystemRisk"),
  find(situation) {
    const { diagnostics } = analyseAside(situation);
    const fix = diagnostics.findLast(
      ({ rule, severity, fix }) => rule === "merged-system" && severity === "info" && fix,
    )?.fix;
    if (!fix) return fail(tell("measures.noMergedSystem"));
    const split = applyEdits(situation.text, fix.edits);
    // Several segments need a marker of their own where one stood for all.
    const system = parsePrompt(split).prompt?.messages.find(({ role }) => role === "system");
    const isMarked = system?.parts.some(({ marker }) => marker) ?? true;
    const marked = system && !isMarked ? addMarker(split, system.pointer) : null;
    const text = marked?.ok ? applyEdits(split, marked.edits) : split;
    return { ok: true, text, settings: situation.settings, what: fix.title };
  },
};

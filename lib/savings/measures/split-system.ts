/** Takes system messages apart that the service makes one segment, so that a change of one spares the others. */
import { applyEdits } from "../../prompt/apply-edits";
import { addMarker } from "../../prompt/marker-edits";
import { parsePrompt } from "../../prompt/parse";
import { fail } from "../../values/failure";
import { ENGLISH } from "../../words/plain-words";
import { analyseAside, BEST_PRACTICE, type Measure } from "../measure";

export const splitSystem: Measure = {
  id: "split-system",
  title: "Split the merged system messages",
  kind: "cache",
  words: "moved",
  evidence: "documented",
  ...BEST_PRACTICE,
  risk: "A user message weighs less with the model than a system message.",
  find(situation) {
    const { diagnostics } = analyseAside(situation);
    const fix = diagnostics.findLast(
      ({ rule, severity, fix }) => rule === "merged-system" && severity === "info" && fix,
    )?.fix;
    if (!fix) return fail("There are no several system messages that are merged with a marker on them.");
    const split = applyEdits(situation.text, fix.edits);
    // Several segments need a marker of their own where one stood for all.
    const system = parsePrompt(split).prompt?.messages.find(({ role }) => role === "system");
    const isMarked = system?.parts.some(({ marker }) => marker) ?? true;
    const marked = system && !isMarked ? addMarker(split, system.pointer) : null;
    const text = marked?.ok ? applyEdits(split, marked.edits) : split;
    return { ok: true, text, settings: situation.settings, what: ENGLISH.say(fix.title) };
  },
};

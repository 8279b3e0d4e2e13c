/** Puts long texts that stay the same before words that change. */
import { applyEdits } from "../../prompt/apply-edits";
import { fail } from "../../values/failure";
import { tell } from "../../words/message";
import { analyseAside, BEST_PRACTICE, type Measure } from "../measure";

const MOST_MOVES = 10;

export const stableBeforeVolatile: Measure = {
  id: "stable-before-volatile",
  title: tell("measures.stableBeforeVolatile"),
  kind: "cache",
  words: "moved",
  evidence: "inferred",
  ...BEST_PRACTICE,
  risk: tell("measures.stableBeforeVolatileRisk"),
  find(situation) {
    let { text } = situation;
    let moves = 0;
    const seen = new Set([text]);
    while (moves < MOST_MOVES) {
      const { diagnostics } = analyseAside({ ...situation, text });
      const fix = diagnostics.find(({ rule, fix }) => rule === "stable-after-volatile" && fix)?.fix;
      const next = fix ? applyEdits(text, fix.edits) : text;
      if (seen.has(next)) break;
      seen.add(next);
      text = next;
      moves++;
    }
    if (moves === 0) return fail(tell("measures.nothingBehind"));
    const what = tell("measures.moveLines", { count: moves });
    return { ok: true, text, settings: situation.settings, what };
  },
};

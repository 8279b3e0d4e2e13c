/** Moves words that change from request to request behind the last marker. */

import type { Settings } from "../../pipeline/analysis";
import { applyEdits } from "../../prompt/apply-edits";
import { hasClock } from "../../timeline/rewrite-changing";
import type { Turn } from "../../timeline/scenario";
import { writeClock } from "../../timeline/system-lines";
import { fail } from "../../values/failure";
import { tell } from "../../words/message";
import { analyseAside, BEST_PRACTICE, type Measure, type Situation } from "../measure";

/** More moves than this make another document. */
const MOST_MOVES = 20;

/** Tokens of a moved line, where filler text stands for the user's words. */
const LINE = 20;

/** Those that change only from one conversation to the next stay where they are within one. */
const WITHIN = new Set(["request", "clock", "day"]);

/** Lines that events of the scenario put into the system text go into the user's words of the same turn. */
function moveLines({ text, settings, open }: Situation): {
  readonly settings: Settings;
  readonly moved: number;
} {
  const { document } = open(text, settings, "aside");
  const { scenario } = settings;
  if (!document || !scenario) return { settings, moved: 0 };
  const startOf = (turn: number): number =>
    document.turns.find(({ script }) => script.turn === turn)?.script.at ?? 0;
  // The document's own clock is the one that runs: an event adds no second one.
  const isOwn = hasClock(document.first.prompt, settings.changing ?? []);
  let isRunning = false;
  let moved = 0;
  const turns = scenario.turns.map((turn, index): Turn => {
    const lines: string[] = [];
    const events = (turn.events ?? []).filter((event) => {
      if (event.kind === "edit-system") lines.push(event.text);
      else if (event.kind === "clock") isRunning = !isOwn;
      else return true;
      moved++;
      return false;
    });
    if (isRunning) lines.push(writeClock(startOf(index)));
    if (moved === 0 || (lines.length === 0 && events.length === (turn.events ?? []).length)) return turn;
    const { events: _, ...rest } = turn;
    const user = [...lines, turn.user].filter((line) => line !== "").join("\n\n");
    const userTokens =
      turn.userTokens === undefined ? {} : { userTokens: turn.userTokens + lines.length * LINE };
    return { ...rest, ...(events.length > 0 ? { events } : {}), user, ...userTokens };
  });
  return moved === 0
    ? { settings, moved }
    : { settings: { ...settings, scenario: { ...scenario, turns } }, moved };
}

export const moveChangingText: Measure = {
  id: "move-changing-text",
  title: tell("measures.moveChangingText"),
  kind: "cache",
  words: "moved",
  evidence: "documented",
  ...BEST_PRACTICE,
  risk: tell("measures.moveChangingTextRisk"),
  find(situation) {
    const moved: string[] = [];
    const lines = moveLines(situation);
    const { settings } = lines;
    let { text } = situation;
    while (moved.length < MOST_MOVES) {
      const { timeline, request } = analyseAside({ ...situation, text, settings });
      // The newest message is where they belong: there is nothing behind it.
      const newest = request?.segments.at(-1)?.pointer;
      const next = timeline?.changing.find(
        ({ mend, change, words, segment }) =>
          mend !== null && segment !== newest && WITHIN.has(change) && !moved.includes(words),
      );
      if (!next?.mend) break;
      moved.push(next.words);
      text = applyEdits(text, next.mend.edits);
    }
    if (moved.length + lines.moved === 0) return fail(tell("measures.nothingToMove"));
    const [words = ""] = moved;
    const what =
      moved.length === 1 && lines.moved === 0
        ? tell("measures.moveOne", { words })
        : tell("measures.moveMany", { count: moved.length + lines.moved });
    return { ok: true, text, settings, what };
  },
};

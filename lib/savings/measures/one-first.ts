/** Sends one request first and the crowd once its entry can be read, in place of all at the same instant. */
import type { Turn } from "../../timeline/scenario";
import { fail } from "../../values/failure";
import { tell } from "../../words/message";
import { BEST_PRACTICE, type Measure } from "../measure";

/** Seconds between the end of the first response and the crowd. */
const SETTLE = 1;

export const oneFirst: Measure = {
  id: "one-first",
  title: tell("measures.oneFirst"),
  kind: "cache",
  evidence: "documented",
  ...BEST_PRACTICE,
  risk: tell("measures.oneFirstRisk"),
  find({ text, settings }) {
    const { scenario } = settings;
    let waiting = 0;
    const turns = scenario?.turns.flatMap((turn): readonly Turn[] => {
      const { copies = 1, events: _, ...crowd } = turn;
      const isCrowd = copies > 1 && (turn.rounds ?? []).length === 0 && (turn.times ?? 1) === 1;
      if (!isCrowd || turn.mode === "ping" || turn.mode === "body") return [turn];
      waiting += copies - 1;
      const { copies: __, ...first } = turn;
      // The crowd is numbered from 1 on: the one that goes first has the number that is left.
      const alone = { ...first, user: turn.user.replaceAll("{n}", String(copies)) };
      const mode = turn.mode === "append" ? "replace" : turn.mode;
      const rest: Turn = { ...crowd, mode, gap: (scenario?.duration ?? 0) + SETTLE };
      return [alone, copies > 2 ? { ...rest, copies: copies - 1 } : rest];
    });
    if (!scenario || !turns || waiting === 0) return fail(tell("measures.noCrowd"));
    const what = tell("measures.letWait", { count: waiting });
    return { ok: true, text, settings: { ...settings, scenario: { ...scenario, turns } }, what };
  },
};

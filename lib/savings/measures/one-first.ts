/** Sends one request first and the crowd once its entry can be read, in place of all at the same instant. */
import type { Turn } from "../../timeline/scenario";
import { fail } from "../../values/failure";
import { formatMany } from "../../values/figures";
import { BEST_PRACTICE, type Measure } from "../measure";

/** Seconds between the end of the first response and the crowd. */
const SETTLE = 1;

export const oneFirst: Measure = {
  id: "one-first",
  title: "Send one request first, then the crowd",
  kind: "cache",
  evidence: "documented",
  ...BEST_PRACTICE,
  risk: "The crowd waits for the first response.",
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
    if (!scenario || !turns || waiting === 0) return fail("No requests are sent at the same instant.");
    const what = `Let ${formatMany(waiting, "request")} wait for the first one's response`;
    return { ok: true, text, settings: { ...settings, scenario: { ...scenario, turns } }, what };
  },
};

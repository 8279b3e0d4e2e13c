/** Keeps entries alive over pauses by repeating the last request for one token. */
import { reportKeepAlive } from "../../pipeline/keep-alive-report";
import type { Turn } from "../../timeline/scenario";
import { fail } from "../../values/failure";
import { tell } from "../../words/message";
import { BEST_PRACTICE, type Measure } from "../measure";

/** Pings a pause needs: one each interval, none at the very instant of the next request. */
const countPings = (pause: number, interval: number): number => Math.ceil(pause / interval) - 1;

const ping = (gap: number, times: number): Turn => ({
  mode: "ping",
  gap,
  user: "",
  reply: "",
  ...(times > 1 ? { times } : {}),
});

export const pings: Measure = {
  id: "pings",
  title: tell("measures.pings"),
  kind: "cache",
  evidence: "inferred",
  ...BEST_PRACTICE,
  risk: tell("measures.pingsRisk"),
  find({ text, settings, open }) {
    const { scenario } = settings;
    const report = reportKeepAlive(text, settings, (other, its) => open(other, its, "aside"));
    if (!scenario || !report) return fail(tell("measures.noPingPause"));
    if (!report.renews) return fail(tell("measures.pingsNeverRenew"));
    const { life, interval, horizon } = report;
    const pays = (pause: number): boolean => pause > life && (horizon === null || pause <= horizon);
    let pauses = 0;
    let most = 0;
    const turns = scenario.turns.flatMap((turn, index): readonly Turn[] => {
      const before = scenario.turns[index - 1];
      if (!pays(turn.gap) || (turn.times ?? 1) > 1 || turn.mode === "ping" || before?.mode === "ping")
        return [turn];
      const times = countPings(turn.gap, interval);
      pauses++;
      most = Math.max(most, times);
      return [ping(interval, times), { ...turn, gap: turn.gap - times * interval }];
    });
    if (pauses === 0)
      return fail(
        report.longPauses.length === 0
          ? tell("measures.noLongPause", { life: { seconds: life } })
          : tell("measures.pausesTooLong"),
      );
    const pinged = { ...scenario, turns: [...turns, ping(interval, most)] };
    const what = tell("measures.ping", { interval: { seconds: interval }, count: most });
    return { ok: true, text, settings: { ...settings, scenario: pinged }, what };
  },
};

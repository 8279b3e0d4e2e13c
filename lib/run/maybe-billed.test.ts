/** A request of a run whose answer never came: it is said and counted, and nothing is sent after it unless that is chosen. */
import { expect, it } from "vitest";
import { presets } from "../timeline/presets/presets";
import { inEnglish } from "../words/fixtures/in-english";
import { ENGLISH } from "../words/plain-words";
import { condenseRun, nextEffect, reduceRun, startRun } from "./run-scenario";
import { moneyOf, type RunState } from "./run-state";

const { text, scenario } = presets.find(({ id }) => id === "multi-turn") ?? presets[0];
const settings = { model: "qwen3.7-max", region: "intl", scenario } as const;
const target = { kind: "service", host: "intl", name: "Singapore", workspace: "" } as const;
const plan = { text, settings, target, gaps: "skip", startedAt: 1_790_000_000 } as const;

const underWay = reduceRun(startRun(plan, null), { kind: "sent", at: 0, clock: 1, most: 0.25, added: [] });
/** A reload: the state goes through its text form. */
const back = reduceRun(JSON.parse(JSON.stringify(underWay)), { kind: "restore" });

/** Messages of the request that would come next; null where none would. */
function nextLength(state: RunState): number | null {
  const effect = nextEffect(state, 100);
  return effect.kind === "ask" ? JSON.parse(effect.question.at(-1)?.body ?? "").messages.length : null;
}

it("is said, with what it can have cost, and counted", () => {
  expect(inEnglish(back.problem)).toEqual({
    kind: "maybe-billed",
    sentence:
      "The page was left before the answer arrived. Request 1 was sent and its whole answer never came: the service may have billed it, up to 0.2500.",
    wayOut: "Nothing is sent again unless you choose it.",
    choices: {
      again: "Send request 1 again: may be billed twice, up to 0.2500 more",
      skip: "Go on with request 2 and the script’s answer",
    },
  });
  expect(moneyOf(back)).toEqual({ billed: 0, maybe: 0.25, open: 1 });
});

it("sends nothing by itself, and the same request or the next one as it is chosen", () => {
  expect(reduceRun(back, { kind: "resume", ceiling: null })).toBe(back);
  expect(nextLength(back)).toBeNull();
  const first = nextLength(startRun(plan, null)) ?? 0;
  expect(nextLength(reduceRun(back, { kind: "again", ceiling: null }))).toBe(first);
  const skipped = reduceRun(back, { kind: "skip", ceiling: null });
  expect(nextLength(skipped)).toBe(first + 2);
  // It stays counted, whatever is chosen.
  expect(moneyOf(skipped)).toEqual(moneyOf(back));
});

it("may be stopped at, and is then over", () => {
  const over = reduceRun(back, { kind: "cancel", clock: 2 });
  expect(over).toMatchObject({ status: "cancelled", records: [{ outcome: "broken" }] });
  expect(moneyOf(over)).toEqual(moneyOf(back));
});

it("is kept of a run that is too large to be kept, of which nothing can be sent again", () => {
  const kept = condenseRun(underWay);
  expect(moneyOf(kept)).toEqual(moneyOf(back));
  for (const kind of ["resume", "again", "skip"] as const)
    expect(reduceRun(kept, { kind, ceiling: null })).toBe(kept);
  expect(ENGLISH.say(kept.problem?.wayOut ?? "")).toMatch(/Request 1 was sent/);
});

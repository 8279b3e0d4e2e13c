/** Taking the clock out of a scenario leaves everything else. */
import { expect, it } from "vitest";
import type { Scenario, Turn } from "../../lib/timeline/scenario";
import { hasClock, withoutClock } from "./without-clock";

const plain: Turn = { mode: "append", gap: 10, user: "a", reply: "b" };
const scenario: Scenario = {
  name: "s",
  duration: 1,
  reply: "r",
  turns: [plain, { ...plain, events: [{ kind: "clock" }, { kind: "shuffle-tools", seed: 1 }] }, plain],
};

it("a clock runs from its turn on", () => {
  expect([-1, 0, 1, 2].map((turn) => hasClock(scenario, turn))).toEqual([false, false, true, true]);
});

it("only the clock goes", () => {
  const { turns } = withoutClock(scenario);
  expect(turns).toEqual([plain, { ...plain, events: [{ kind: "shuffle-tools", seed: 1 }] }, plain]);
  expect(hasClock(withoutClock(scenario), 2)).toBe(false);
});

/** A conversation without a marker is mended in one act, whatever changes in its system text. */
import { expect, it } from "vitest";
import { answerWhatIf } from "../pipeline/what-if";
import { applyEdits } from "../prompt/apply-edits";
import { NEUTRAL_SCENARIO } from "../timeline/scenarios";
import { ENGLISH } from "../words/plain-words";
import { open, runToEnd } from "./fixtures/ask-savings";
import { mendUnmarked } from "./mend-unmarked";
import { settingsAfter } from "./saved-change";

const RULES = "Answer briefly, in the customer's language, and never promise a date. ".repeat(120);
const settings = { model: "qwen3.7-max", region: "intl", scenario: NEUTRAL_SCENARIO } as const;

function mend(system: unknown) {
  const body = {
    model: "qwen3.7-max",
    messages: [
      { role: "system", content: system },
      { role: "user", content: "Where is my order?" },
    ],
  };
  const text = JSON.stringify(body);
  return { text, found: runToEnd(mendUnmarked({ text, settings }, open)) };
}

/** Tokens that each request of the mended conversation reads. */
function readAfter({ text, found }: ReturnType<typeof mend>): readonly number[] {
  if (!found) return [];
  const { edits } = found.change;
  const after = answerWhatIf(applyEdits(text, edits), settingsAfter(found.change, settings), open);
  return after?.rows.map(({ read }) => read) ?? [];
}

it("adds the cheapest markers where nothing changes", () => {
  const mended = mend(RULES);
  expect(ENGLISH.say(mended.found?.title ?? "")).toMatch(/^Add a?\s?markers?: /);
  const [first, ...others] = readAfter(mended);
  expect(first).toBe(0);
  expect(Math.min(...others)).toBeGreaterThan(1500);
});

it("moves a clock at the beginning out of the way before it marks anything", () => {
  const mended = mend(`Current time: 2026-11-29 09:30:12. ${RULES}`);
  expect(ENGLISH.say(mended.found?.title ?? "")).toMatch(
    /^Move “2026-11-29 09:30:12” into the newest message\. Add /,
  );
  expect(Math.min(...readAfter(mended).slice(1))).toBeGreaterThan(1500);
  expect(mended.found?.after.cost).toBeLessThan(mended.found?.before.cost ?? 0);
});

it("promises what the conversation then costs", () => {
  for (const system of [RULES, `Current time: 2026-11-29 09:30:12. ${RULES}`]) {
    const { text, found } = mend(system);
    if (!found) throw new Error("No mend was found.");
    const played = answerWhatIf(
      applyEdits(text, found.change.edits),
      settingsAfter(found.change, settings),
      open,
    );
    expect(played?.totals.cost).toBe(found.after.cost);
  }
});

it("has nothing to offer where a marker takes effect, or nothing is long enough", () => {
  expect(mend([{ type: "text", text: RULES, cache_control: { type: "ephemeral" } }]).found).toBeNull();
  expect(mend("You are terse.").found).toBeNull();
});

/** When in a conversation a compression pays and what it throws away, and what a gateway's markers are weighed against. */
import { expect, it } from "vitest";
import { applyEdits } from "../prompt/apply-edits";
import { NEUTRAL_SCENARIO } from "../timeline/scenarios";
import { ENGLISH } from "../words/plain-words";
import { ask, findBestTogether, openBody, openPreset, savingOf, whyNot } from "./fixtures/ask-savings";
import { settingsAfter } from "./saved-change";

const report = ask(openPreset("tool-agent"));

/** Without a marker, and long enough to be cached. */
const PLAIN = {
  model: "qwen3.7-max",
  messages: [
    { role: "system", content: "Hold the button of the device until it beeps twice. ".repeat(200) },
    { role: "user", content: "Where do I begin?" },
  ],
};

it("tells what a change would cost at each turn, the cheapest of which is the one that is done", () => {
  for (const id of ["compact-history", "drop-old-results"]) {
    const { timing, after, note, what } = savingOf(report, id);
    expect(timing.length).toBeGreaterThan(3);
    const costs = timing.map(({ cost }) => cost);
    expect(Math.min(...costs)).toBeCloseTo(after.cost ?? 0, 12);
    const cheapest = timing.find(({ cost }) => cost === Math.min(...costs));
    expect(ENGLISH.say(what)).toContain(`before request ${cheapest?.request},`);
    expect(ENGLISH.say(note ?? "")).toMatch(/no cache is thrown away|that much cache is thrown away/);
  }
  expect(savingOf(report, "shorten-results").timing).toEqual([]);
});

it("counts the cache that is thrown away where the history was cached", () => {
  const { text: document, settings } = openPreset("tool-agent");
  const together = findBestTogether({ text: document, settings });
  if (!together) throw new Error("Nothing is mended.");
  const mended = ask({
    text: applyEdits(document, together.change.edits),
    settings: settingsAfter(together.change, settings),
  });
  expect(ENGLISH.say(savingOf(mended, "compact-history").note ?? "")).toMatch(
    /^\d+ messages up to the last marker are protected.* tokens less than it would have: that much cache/,
  );
  // Cached history is cheap to keep: compressing it is worth less than before.
  const shareOf = (each: typeof report) =>
    (savingOf(each, "compact-history").saved ?? 0) / (each.before.cost ?? 1);
  expect(shareOf(mended)).toBeLessThan(shareOf(report));
});

it("tells what a gateway would inject were there no markers, and weighs it against the best", () => {
  expect(whyNot(report, "gateway-markers")).toMatch(
    /leaves alone\. Without them it would inject some: (the best placement costs .* less|no placement)/,
  );
  const plain = ask(openBody(PLAIN, NEUTRAL_SCENARIO));
  expect(ENGLISH.say(savingOf(plain, "gateway-markers").note ?? "")).toMatch(/Anthropic and Amazon Bedrock;/);
});

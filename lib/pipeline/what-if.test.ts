/** What is only tried has the figures that the page would show, and leaves the open document open. */
import { expect, it } from "vitest";
import { presets } from "../timeline/presets/presets";
import { loadTestCounters } from "../tokens/fixtures/load-counters";
import { analyse } from "./analyse";
import type { Settings } from "./analysis";
import { createDocumentOpener } from "./open-document";
import { answerWhatIf } from "./what-if";

const open = createDocumentOpener(loadTestCounters());

it.each(presets)("$name: the ledger's figures, request by request", ({ text, model, scenario }) => {
  const settings: Settings = { model, region: "intl", scenario };
  const answer = answerWhatIf(text, settings, open);
  const { timeline } = analyse(text, settings, open);
  expect(answer?.totals).toEqual(timeline?.totals);
  expect(answer?.rows).toEqual(
    timeline?.turns.map(({ at, ledger: { prompt, read, written, uncached, completion, cost } }) => ({
      ...{ prompt, read, written, uncached, completion, cost, at },
    })),
  );
});

it("forgets what is tried, and not what is open", () => {
  const [first, second] = presets;
  const settings: Settings = { model: first.model, region: "intl", scenario: first.scenario };
  const { document } = open(first.text, settings);
  expect(answerWhatIf(second?.text ?? "", settings, open)).not.toBeNull();
  expect(open(first.text, settings).document).toBe(document);
});

it("has no answer for a text that is no request", () => {
  expect(answerWhatIf("{", { model: "qwen3.7-max", region: "intl", scenario: null }, open)).toBeNull();
});

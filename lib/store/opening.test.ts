/** What the page opens with is what the engine counts, on the request that the page looks at first. */
import { expect, it } from "vitest";
import { analyse } from "../pipeline/analyse";
import { createDocumentOpener } from "../pipeline/open-document";
import { loadTestCounters } from "../tokens/fixtures/load-counters";
import { findFirstMiss } from "./first-miss";
import { OPENING, OPENING_ANALYSIS } from "./opening";

const { text, settings } = OPENING;
const { timeline, request } = OPENING_ANALYSIS;
const turn = timeline && request ? findFirstMiss(timeline, request.minimum) : null;

it("shows the engine's figures; where this fails run node scripts/run.mjs scripts/write-opening.ts", () => {
  const counted = analyse(text, settings, createDocumentOpener(loadTestCounters()), turn ?? 0);
  expect(OPENING_ANALYSIS).toEqual(counted);
  // Nothing of it is lost on the way through the file.
  expect(JSON.parse(JSON.stringify(counted))).toEqual(counted);
});

it("holds the request on which the page opens", () => {
  expect(turn).not.toBeNull();
  expect(OPENING_ANALYSIS.shown?.index).toBe(turn);
});

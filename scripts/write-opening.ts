/** Writes what the page opens with, as the engine counts it: `node scripts/run.mjs scripts/write-opening.ts`. */
import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { analyse } from "../lib/pipeline/analyse";
import { compareInDocument } from "../lib/pipeline/compare-turns";
import { findPartings } from "../lib/pipeline/find-partings";
import { createDocumentOpener } from "../lib/pipeline/open-document";
import { writeBodies } from "../lib/pipeline/write-bodies";
import { findFirstMiss } from "../lib/store/first-miss";
import { OPENING } from "../lib/store/opening";
import { loadTestCounters } from "../lib/tokens/fixtures/load-counters";

const { text, settings } = OPENING;
const counterFor = loadTestCounters();
const open = createDocumentOpener(counterFor);
const { timeline, request } = analyse(text, settings, open);
const turn = (timeline && request ? findFirstMiss(timeline, request.minimum) : null) ?? 0;
const turns = timeline?.misses.map(({ index }) => index) ?? [];

const written = {
  "lib/store/opening-analysis.json": analyse(text, settings, open, turn),
  "lib/store/opening-answers.json": {
    turn,
    bodies: writeBodies({ text, settings, turn }, open),
    comparison: compareInDocument({ text, settings, turn, other: null }, open),
    partings: findPartings({ text, settings, turns }, open, counterFor),
  },
};
for (const [file, value] of Object.entries(written)) writeFileSync(file, `${JSON.stringify(value)}\n`);
execFileSync(process.execPath, [
  "node_modules/@biomejs/biome/bin/biome",
  "check",
  "--write",
  ...Object.keys(written),
]);

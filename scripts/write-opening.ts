/** Writes what the page opens with, as the engine counts it: `node scripts/run.mjs scripts/write-opening.ts`. */
import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { analyse } from "../lib/pipeline/analyse";
import { createDocumentOpener } from "../lib/pipeline/open-document";
import { findFirstMiss } from "../lib/store/first-miss";
import { OPENING } from "../lib/store/opening";
import { loadTestCounters } from "../lib/tokens/fixtures/load-counters";

const { text, settings } = OPENING;
const open = createDocumentOpener(loadTestCounters());
const { timeline, request } = analyse(text, settings, open);
const turn = timeline && request ? findFirstMiss(timeline, request.minimum) : null;
const analysis = analyse(text, settings, open, turn ?? 0);
const file = "lib/store/opening-analysis.json";
writeFileSync(file, `${JSON.stringify(analysis)}\n`);
execFileSync(process.execPath, ["node_modules/@biomejs/biome/bin/biome", "check", "--write", file]);

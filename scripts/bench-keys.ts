/**
 * Measures what a key in the document costs the worker until its figures stand, and until all the rest has followed: with
 * 2,000 imported requests, with a script of 1,000 requests, and with 200,000 tokens in 500 messages. One table, one machine,
 * one run; nothing is asserted. `KEYS=40 npm run bench:keys imported` plays one of them alone, e.g. for a profile.
 */
import { deserialize, serialize } from "node:v8";
import { importTexts } from "../lib/import/fixtures/read-fixture";
import { analyse, beginAnalysis } from "../lib/pipeline/analyse";
import type { Settings } from "../lib/pipeline/analysis";
import { createDocumentOpener } from "../lib/pipeline/open-document";
import { loadTestCounters } from "../lib/tokens/fixtures/load-counters";

import {
  type AnalysisDifference,
  createAnalysisSender,
  createAnalysisTaker,
} from "../lib/worker/analysis-difference";
import { measuredScenario } from "./measured-scenario";

const KEYS = Number(process.env.KEYS ?? 9);
const counterFor = loadTestCounters();

const words = (count: number, of: number): string =>
  Array.from(
    { length: count },
    (_, index) => ["cache", "prefix", "marker", "entry", "token"][(index * 7 + of) % 5],
  ).join(" ");

interface Work {
  readonly text: string;
  readonly settings: Settings;
}

const MODEL = "qwen3.7-max";
const SYSTEM = {
  role: "system",
  content: [{ type: "text", text: words(500, 0), cache_control: { type: "ephemeral" } }],
};

/** Conversations of an agent: each request sends what was said before and two messages more. */
async function importRequests(conversations: number, requests: number): Promise<Work> {
  const tools = Array.from({ length: 8 }, (_, index) => ({
    type: "function",
    function: { name: `tool_${index}`, description: words(20, index), parameters: { type: "object" } },
  }));
  const lines = Array.from({ length: conversations }, (_, conversation) => {
    const said = Array.from({ length: requests * 2 }, (_, index) => ({
      role: index % 2 === 0 ? "user" : "assistant",
      content: `${conversation}.${index} ${words(14 + (index % 9), index)}`,
    }));
    return Array.from({ length: requests }, (_, index) => {
      const messages = said.slice(0, index * 2 + 1);
      const last = messages.pop();
      const marked = { type: "text", text: last?.content, cache_control: { type: "ephemeral" } };
      const body = {
        model: MODEL,
        tools,
        messages: [SYSTEM, ...messages, { role: "user", content: [marked] }],
      };
      return JSON.stringify(body);
    });
  }).flat();
  const outcome = await importTexts([lines.join("\n")]);
  if (!outcome.ok || !outcome.imported.layout) throw new Error("The requests were not imported.");
  const { text, scenario } = outcome.imported.layout;
  return { text, settings: { model: MODEL, region: "intl", scenario } };
}

const writeLong = (messages: number, length: number, turns: number): Work => ({
  text: JSON.stringify(
    {
      model: MODEL,
      messages: [
        SYSTEM,
        ...Array.from({ length: messages - 1 }, (_, index) => ({
          role: index % 2 === 0 ? "user" : "assistant",
          content: words(length, index),
        })),
      ],
    },
    null,
    2,
  ),
  settings: {
    model: MODEL,
    region: "intl",
    scenario: measuredScenario(turns),
  },
});

const works: Record<string, () => Work | Promise<Work>> = {
  imported: () => importRequests(20, 100),
  script: () => writeLong(5, 300, 999),
  long: () => writeLong(500, 395, 1),
};

/** Where keys fall: in the first text of the document, one in the middle, the last. */
const placesOf = (text: string): Record<string, number> => {
  const ends = [...text.matchAll(/(?:token|cache|prefix|marker|entry)(?=")/g)].map((found) => found.index);
  return { first: ends[0] ?? 0, middle: ends[ends.length >> 1] ?? 0, last: ends.at(-1) ?? 0 };
};

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN;

const rows: Record<string, Record<string, string>> = {};
for (const [name, make] of Object.entries(works)) {
  if (process.argv[3] !== undefined && process.argv[3] !== name) continue;
  const { text, settings } = await make();
  const open = createDocumentOpener(counterFor);
  const [send, take] = [createAnalysisSender(), createAnalysisTaker()];
  const begun = performance.now();
  take(send(analyse(text, settings, open)));
  const first = performance.now() - begun;
  for (const [place, at] of Object.entries(placesOf(text))) {
    const times: number[] = [];
    const rests: number[] = [];
    const travels: number[] = [];
    let size = 0;
    for (let key = 1; key <= KEYS; key++) {
      const typed = `${text.slice(0, at)}${"x".repeat(key)}${text.slice(at)}`;
      const start = performance.now();
      const { figures, lint } = beginAnalysis(typed, settings, open);
      times.push(performance.now() - start);
      const sent = performance.now();
      const bytes = serialize(send(figures));
      take(deserialize(bytes) as AnalysisDifference);
      size = bytes.length;
      travels.push(performance.now() - sent);
      const rest = performance.now();
      lint();
      rests.push(performance.now() - rest);
    }
    rows[`${name}, ${place}`] = {
      opened: first.toFixed(0),
      "a key to its figures": median(times).toFixed(1),
      "their way to the page": median(travels).toFixed(1),
      "the problems after them": median(rests).toFixed(1),
      KB: (size / 1000).toFixed(0),
    };
  }
}
console.log("milliseconds");
console.table(rows);

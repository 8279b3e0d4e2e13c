/** The worker that counts and simulates: a shell around the pipeline, fed by messages. */
import { createCounters } from "../tokens/counters";
import type { CounterFor } from "../tokens/token-counter";
import { readVocabulary } from "../tokens/vocabulary";
import { VOCABULARY_FILE } from "../tokens/vocabulary-file";
import { analyse } from "./analyse";
import type { AnalysisAnswer, AnalysisJob } from "./messages";

async function loadCounters(): Promise<CounterFor> {
  const response = await fetch(`/vocabulary/${VOCABULARY_FILE}`);
  if (!response.ok || !response.body) {
    throw new Error(
      `The vocabulary could not be loaded (status ${response.status}). Reload the page to try again.`,
    );
  }
  const bytes = await new Response(response.body.pipeThrough(new DecompressionStream("gzip"))).arrayBuffer();
  return createCounters(readVocabulary(new Uint8Array(bytes)));
}

const counters = loadCounters();

self.onmessage = async ({ data }: MessageEvent<AnalysisJob>) => {
  let answer: AnalysisAnswer;
  try {
    answer = { id: data.id, kind: "done", analysis: analyse(data.text, data.settings, await counters) };
  } catch (error) {
    answer = { id: data.id, kind: "failed", message: error instanceof Error ? error.message : String(error) };
  }
  self.postMessage(answer);
};

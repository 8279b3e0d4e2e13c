/** The worker that counts and simulates: a shell around the pipeline, fed by messages. */
import { createCounters } from "../tokens/counters";
import type { CounterFor } from "../tokens/token-counter";
import { readVocabulary, type Vocabulary } from "../tokens/vocabulary";
import { VOCABULARY_FILE } from "../tokens/vocabulary-file";
import { analyse } from "./analyse";
import { fixAll } from "./fix-all";
import type { AnalysisJob, Answers, Question, QuestionJob, WorkerAnswer, WorkerJob } from "./messages";
import {
  dropOwnVocabulary,
  keepOwnVocabulary,
  type LoadedVocabulary,
  openOwnVocabulary,
} from "./own-vocabulary.worker";
import { showSegment } from "./show-segment";

interface Loaded {
  readonly builtIn: Vocabulary;
  own: LoadedVocabulary | null;
  counterFor: CounterFor;
}

async function fetchVocabulary(): Promise<Vocabulary> {
  const response = await fetch(`/vocabulary/${VOCABULARY_FILE}`);
  if (!response.ok || !response.body) {
    throw new Error(
      `The vocabulary could not be loaded (status ${response.status}). Reload the page to try again.`,
    );
  }
  const unpacked = response.body.pipeThrough(new DecompressionStream("gzip"));
  return readVocabulary(new Uint8Array(await new Response(unpacked).arrayBuffer()));
}

async function load(): Promise<Loaded> {
  const [builtIn, own] = await Promise.all([fetchVocabulary(), openOwnVocabulary()]);
  return { builtIn, own, counterFor: createCounters(builtIn, own?.own ?? null) };
}

const loading = load();
// Every job reports a failure to load; unhandled it would be reported twice.
loading.catch(() => undefined);

function exchangeOwn(loaded: Loaded, own: LoadedVocabulary | null): void {
  loaded.own = own;
  loaded.counterFor = createCounters(loaded.builtIn, own?.own ?? null);
}

async function answerQuestion(question: Question): Promise<Answers[Question["kind"]]> {
  const loaded = await loading;
  switch (question.kind) {
    case "show-segment":
      return showSegment(question, loaded.counterFor);
    case "fix-all":
      return fixAll(question.text, question.settings, loaded.counterFor);
    case "read-vocabulary":
      exchangeOwn(loaded, await keepOwnVocabulary(question.file, question.name));
      return loaded.own?.info ?? null;
    case "drop-vocabulary":
      await dropOwnVocabulary();
      exchangeOwn(loaded, null);
      return null;
    case "name-vocabulary":
      return loaded.own?.info ?? null;
  }
}

const sentenceOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

async function handleAnalysis({ id, text, settings }: AnalysisJob): Promise<WorkerAnswer> {
  try {
    const { counterFor } = await loading;
    return { to: "analyse", id, kind: "done", analysis: analyse(text, settings, counterFor) };
  } catch (error) {
    return { to: "analyse", id, kind: "failed", message: sentenceOf(error) };
  }
}

async function handleQuestion({ id, question }: QuestionJob): Promise<WorkerAnswer> {
  try {
    return { to: "ask", id, kind: "done", value: await answerQuestion(question) };
  } catch (error) {
    return { to: "ask", id, kind: "failed", message: sentenceOf(error) };
  }
}

self.onmessage = async ({ data }: MessageEvent<WorkerJob>) => {
  self.postMessage(data.kind === "analyse" ? await handleAnalysis(data) : await handleQuestion(data));
};

/** The worker that counts and simulates: a shell around the pipeline, fed by messages. */

import { beginAnalysis } from "../pipeline/analyse";
import type { Settings } from "../pipeline/analysis";
import { createDocumentOpener, type DocumentOpener } from "../pipeline/open-document";
import { createCounters } from "../tokens/counters";
import type { CounterFor } from "../tokens/token-counter";
import type { Vocabulary } from "../tokens/vocabulary";
import { reasonOf, saidOf } from "../values/failure";
import { createAnalysisSender } from "./analysis-difference";
import {
  answerQuestion,
  type DocumentQuestion,
  isAboutDocument,
  listNeededVocabularies,
  listPlayedVocabularies,
} from "./answer-question";
import { createScenarioTaker } from "./carry-scenario";
import { createTextTaker, type PostedJob } from "./carry-text";
import { fetchVocabulary, loadServiceCounters } from "./load-counters.worker";
import type { AnalysisJob, Answers, Question, QuestionJob, WorkerAnswer } from "./messages";
import {
  dropOwnVocabulary,
  keepOwnVocabulary,
  type LoadedVocabulary,
  openOwnVocabulary,
} from "./own-vocabulary.worker";

interface Loaded {
  readonly builtIn: Vocabulary;
  own: LoadedVocabulary | null;
  counterFor: CounterFor;
  open: DocumentOpener;
}

/** Finds what has been loaded by the time it is asked. */
const services = loadServiceCounters([]);

async function load(): Promise<Loaded> {
  const [builtIn, own] = await Promise.all([fetchVocabulary(), openOwnVocabulary()]);
  const counterFor = createCounters(builtIn, own?.own ?? null);
  return { builtIn, own, counterFor, open: createDocumentOpener(counterFor, await services) };
}

const loading = load();
// Every job reports a failure to load; unhandled it would be reported twice.
loading.catch(() => undefined);

async function exchangeOwn(loaded: Loaded, own: LoadedVocabulary | null): Promise<void> {
  loaded.own = own;
  loaded.counterFor = createCounters(loaded.builtIn, own?.own ?? null);
  loaded.open = createDocumentOpener(loaded.counterFor, await services);
}

async function answerVocabulary(
  question: Exclude<Question, DocumentQuestion>,
  loaded: Loaded,
): Promise<Answers[typeof question.kind]> {
  switch (question.kind) {
    case "read-vocabulary":
      await exchangeOwn(loaded, await keepOwnVocabulary(question.file, question.name));
      break;
    case "drop-vocabulary":
      await dropOwnVocabulary();
      await exchangeOwn(loaded, null);
      break;
    case "name-vocabulary":
      break;
  }
  return loaded.own?.info ?? null;
}

/** Questions called off while they are worked on. */
const cancelled = new Set<number>();

/** Lets messages in that have come meanwhile: a text typed during a long search is analysed at once. */
const breathe = (milliseconds = 0): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

async function answerInSteps(id: number, question: DocumentQuestion): Promise<WorkerAnswer | null> {
  const { open, counterFor } = await loading;
  const serviceCounters = await loadServiceCounters(listNeededVocabularies(question));
  const work = answerQuestion(question, open, counterFor, serviceCounters);
  for (;;) {
    const next = work.next();
    if (next.done) return { to: "ask", id, kind: "done", value: next.value };
    self.postMessage({ to: "ask", id, kind: "progress", ...next.value } satisfies WorkerAnswer);
    await breathe();
    if (cancelled.delete(id)) return null;
  }
}

const send = createAnalysisSender();
const [withScenario, withText] = [createScenarioTaker(), createTextTaker()];

/** Of the newest analysis. */
let latest: Settings | null = null;
let latestId = 0;

/** A frame's time, for the page to draw the figures in: a machine with few cores does one thing after the other. */
const BEFORE_PROBLEMS_MS = 16;

async function handleAnalysis({ id, text, turn, ...job }: AnalysisJob): Promise<WorkerAnswer> {
  const settings = job.settings ?? latest;
  latest = settings;
  latestId = id;
  try {
    if (!settings) throw new Error("The analysis lacks its settings. Reload the page to try again.");
    const { open } = await loading;
    await loadServiceCounters(listPlayedVocabularies(settings));
    const { figures, lint } = beginAnalysis(text, settings, open, turn);
    self.postMessage({
      to: "analyse",
      id,
      kind: "figures",
      difference: send(figures),
    } satisfies WorkerAnswer);
    await breathe(BEFORE_PROBLEMS_MS);
    return { to: "analyse", id, kind: "done", diagnostics: latestId === id ? lint() : null };
  } catch (error) {
    return { to: "analyse", id, kind: "failed", reason: reasonOf(error) };
  }
}

/** Null for a question that was called off. */
async function handleQuestion({ id, question }: QuestionJob): Promise<WorkerAnswer | null> {
  try {
    if (isAboutDocument(question)) return await answerInSteps(id, question);
    return { to: "ask", id, kind: "done", value: await answerVocabulary(question, await loading) };
  } catch (error) {
    return { to: "ask", id, kind: "failed", reason: saidOf(error) };
  }
}

self.onmessage = async ({ data: posted }: MessageEvent<PostedJob>) => {
  const data = withScenario(withText(posted));
  if (data.kind === "cancel") {
    cancelled.add(data.id);
    return;
  }
  const answer = data.kind === "analyse" ? await handleAnalysis(data) : await handleQuestion(data);
  if (answer) self.postMessage(answer);
};

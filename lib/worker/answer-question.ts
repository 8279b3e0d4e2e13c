/** Answers what the page asks besides analyses, as far as that needs nothing but the counters. */

import { listServiceVocabularies } from "../compare/counting";
import { listShownSystems } from "../compare/shown-systems";
import type { Settings } from "../pipeline/analysis";
import { findBestOnSystem } from "../pipeline/compare-best";
import { reportComparison } from "../pipeline/compare-report";
import { compareInDocument, writeTurn } from "../pipeline/compare-turns";
import { findPartings } from "../pipeline/find-partings";
import { fixAll } from "../pipeline/fix-all";
import { reportKeepAlive } from "../pipeline/keep-alive-report";
import { listPrefixes } from "../pipeline/list-prefixes";
import { createDocumentOpener, type DocumentOpener } from "../pipeline/open-document";
import { reportOnModel, reportPlacements } from "../pipeline/placement-report";
import { pricePlaces } from "../pipeline/price-places";
import { priceRules } from "../pipeline/price-rules";
import { showSegment } from "../pipeline/show-segment";
import { viewTurn } from "../pipeline/view-turn";
import { answerWhatIf } from "../pipeline/what-if";
import { writeBodies } from "../pipeline/write-bodies";
import { createRunPredictor, type RunPredictor } from "../run/predict-run";
import { attributeSavings } from "../savings/attribute-savings";
import { findTogether } from "../savings/find-together";
import { mendUnmarked } from "../savings/mend-unmarked";
import { reportSavings } from "../savings/report-savings";
import { reportToolWays } from "../savings/tool-ways";
import { writeShape } from "../share/shape-only";
import {
  NO_SERVICE_COUNTERS,
  type ServiceCounters,
  type ServiceVocabulary,
} from "../tokens/service-counters";
import type { CounterFor } from "../tokens/token-counter";
import type { Progress } from "../values/progress";
import type { Answers, Question } from "./messages";

/** Questions about a document; those about vocabularies need a browser's storage. */
export type DocumentQuestion = Exclude<
  Question,
  { readonly kind: "read-vocabulary" | "drop-vocabulary" | "name-vocabulary" }
>;

export const isAboutDocument = (question: Question): question is DocumentQuestion =>
  question.kind !== "read-vocabulary" &&
  question.kind !== "drop-vocabulary" &&
  question.kind !== "name-vocabulary";

/** A run asks again and again, each time with one request more. */
const predictors = new WeakMap<CounterFor, RunPredictor>();

function predictorFor(counterFor: CounterFor): RunPredictor {
  const predictor = predictors.get(counterFor) ?? createRunPredictor(counterFor);
  predictors.set(counterFor, predictor);
  return predictor;
}

/** The document on another model, apart from the page's own: keys typed meanwhile find that one as it was. */
const openers = new WeakMap<CounterFor, DocumentOpener>();

function openerFor(counterFor: CounterFor): DocumentOpener {
  const opener = openers.get(counterFor) ?? createDocumentOpener(counterFor);
  openers.set(counterFor, opener);
  return opener;
}

/** The vocabularies that a question needs besides the one that is always loaded. */
export function listNeededVocabularies(question: DocumentQuestion): Iterable<ServiceVocabulary> {
  if (question.kind === "what-if") return listPlayedVocabularies(question.settings);
  if (question.kind !== "compare-systems" && question.kind !== "best-on-system") return [];
  const shown = listShownSystems(question.settings);
  const asked = question.kind === "best-on-system" ? shown.filter(({ id }) => id === question.row) : shown;
  return listServiceVocabularies(asked.map((row) => row.asked));
}

/** The same for an analysis: those of the system that plays the page. */
export const listPlayedVocabularies = (settings: Settings): Iterable<ServiceVocabulary> =>
  settings.played === undefined
    ? []
    : listServiceVocabularies(
        listShownSystems(settings)
          .filter(({ id }) => id === settings.played)
          .map(({ asked }) => asked),
      );

/**
 * Works in steps: between two of them the caller may do something else, or stop.
 * @param serviceCounters those of `listNeededVocabularies`, as far as they are at hand
 */
export function* answerQuestion(
  question: DocumentQuestion,
  open: DocumentOpener,
  counterFor: CounterFor,
  serviceCounters: ServiceCounters = NO_SERVICE_COUNTERS,
): Generator<Progress, Answers[DocumentQuestion["kind"]]> {
  switch (question.kind) {
    case "show-segment":
      return showSegment(question, open, counterFor);
    case "find-partings":
      return findPartings(question, open, counterFor);
    case "price-places":
      return pricePlaces(question, open);
    case "price-rules":
      return priceRules(question, open);
    case "list-prefixes":
      return listPrefixes(question, open, counterFor);
    case "write-bodies":
      return writeBodies(question, open);
    case "compare-systems":
      return yield* reportComparison(question, open, { counterFor, serviceCounters });
    case "best-on-system":
      return yield* findBestOnSystem(question, open, { counterFor, serviceCounters });
    case "fix-all":
      return fixAll(question.text, question.settings, open);
    case "compare-turns":
      return compareInDocument(question, open);
    case "view-turn": {
      const { document } = open(question.text, question.settings);
      return document && viewTurn(document, question.settings, question.turn);
    }
    case "write-turn":
      return writeTurn(question, open);
    case "what-if":
      return answerWhatIf(question.text, question.settings, open);
    case "keep-alive":
      return reportKeepAlive(question.text, question.settings, open);
    case "shape-only": {
      const { layout, settings, key } = question;
      return writeShape({ ...layout, model: layout.model ?? settings.model }, counterFor, key);
    }
    case "placements-on-model":
      return reportOnModel(question, openerFor(counterFor));
    case "savings":
      return yield* reportSavings(question.text, question.settings, open);
    case "mend-unmarked":
      return yield* mendUnmarked(question, open);
    case "best-together":
      return yield* findTogether(question.text, question.settings, open);
    case "attribute-savings":
      return yield* attributeSavings(question, open);
    case "tool-ways":
      return yield* reportToolWays(question, open);
    case "predict-run":
      return predictorFor(counterFor)(question.requests, question.settings);
    case "placements": {
      const search = reportPlacements(question.text, question.settings, open);
      for (;;) {
        const next = search.next();
        if (next.done) return next.value;
        yield { done: next.value.tried, total: next.value.total };
      }
    }
  }
}

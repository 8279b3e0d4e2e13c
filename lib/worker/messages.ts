/** What the page and the analysis worker say to each other. */

import type { Diagnostic } from "../lint/diagnostic";
import type { RequestView, Settings } from "../pipeline/analysis";
import type { BestOnSystem, BestQuestion } from "../pipeline/compare-best";
import type { ComparisonQuestion, ComparisonReport } from "../pipeline/compare-report";
import type { DocumentComparison } from "../pipeline/compare-turns";
import type { Parting, PartingQuestion } from "../pipeline/find-partings";
import type { FixedDocument } from "../pipeline/fix-all";
import type { KeepAliveReport } from "../pipeline/keep-alive-report";
import type { PrefixList, PrefixQuestion } from "../pipeline/list-prefixes";
import type { ModelQuestion, PlacementReport } from "../pipeline/placement-report";
import type { PlacePrices, PlaceQuestion } from "../pipeline/price-places";
import type { PricedRules, RuleQuestion } from "../pipeline/price-rules";
import type { SegmentQuestion } from "../pipeline/show-segment";
import type { WhatIf } from "../pipeline/what-if";
import type { BodyQuestion, TurnBodies } from "../pipeline/write-bodies";
import type { BakeOff } from "../placement/bake-off";
import type { RunPrediction, RunSettings, SentRequest } from "../run/predict-run";
import type { Attribution, AttributionQuestion } from "../savings/attribute-savings";
import type { Together } from "../savings/find-together";
import type { UnmarkedMend, UnmarkedQuestion } from "../savings/mend-unmarked";
import type { SavingsReport } from "../savings/report-savings";
import type { ToolWaysQuestion, ToolWaysReport } from "../savings/tool-ways";
import type { SharedLayout } from "../share/shared-layout";
import type { TokenList } from "../tokens/token-list";
import type { AnalysisDifference } from "./analysis-difference";
import type { AskAnswer } from "./ask-client";

export interface AnalysisJob {
  readonly kind: "analyse";
  readonly id: number;
  readonly text: string;
  /** Null = those of the job before: a recorded scenario is long, and a key changes nothing of it. */
  readonly settings: Settings | null;
  /** Request that is shown in full. */
  readonly turn: number;
}

/** A vocabulary the user has loaded, as the page names it. */
export interface OwnVocabularyInfo {
  readonly name: string;
  readonly baseTokens: number;
  readonly addedTokens: number;
}

/** What may be asked besides analyses; every question gets one answer. */
export type Question =
  | SegmentQuestion
  | PartingQuestion
  | PlaceQuestion
  | RuleQuestion
  | BodyQuestion
  | PrefixQuestion
  | ComparisonQuestion
  | BestQuestion
  | UnmarkedQuestion
  | { readonly kind: "fix-all"; readonly text: string; readonly settings: Settings }
  | {
      readonly kind: "compare-turns";
      readonly text: string;
      readonly settings: Settings;
      readonly turn: number;
      /** Null = the request before. */
      readonly other: number | null;
    }
  | { readonly kind: "view-turn"; readonly text: string; readonly settings: Settings; readonly turn: number }
  | { readonly kind: "write-turn"; readonly text: string; readonly settings: Settings; readonly turn: number }
  | { readonly kind: "what-if"; readonly text: string; readonly settings: Settings }
  | { readonly kind: "keep-alive"; readonly text: string; readonly settings: Settings }
  | { readonly kind: "placements"; readonly text: string; readonly settings: Settings }
  | ({ readonly kind: "placements-on-model" } & ModelQuestion)
  | { readonly kind: "savings"; readonly text: string; readonly settings: Settings }
  | { readonly kind: "best-together"; readonly text: string; readonly settings: Settings }
  | ({ readonly kind: "attribute-savings" } & AttributionQuestion)
  | ({ readonly kind: "tool-ways" } & ToolWaysQuestion)
  | {
      readonly kind: "shape-only";
      readonly layout: SharedLayout;
      readonly settings: Settings;
      /** Random bytes, thrown away afterwards. */
      readonly key: Uint8Array;
    }
  | {
      readonly kind: "predict-run";
      readonly requests: readonly SentRequest[];
      readonly settings: RunSettings;
    }
  | { readonly kind: "read-vocabulary"; readonly file: Blob; readonly name: string }
  | { readonly kind: "drop-vocabulary" }
  | { readonly kind: "name-vocabulary" };

export interface Answers {
  readonly "show-segment": TokenList | null;
  readonly "find-partings": readonly Parting[];
  readonly "price-places": PlacePrices;
  readonly "price-rules": PricedRules;
  readonly "list-prefixes": PrefixList | null;
  readonly "write-bodies": TurnBodies | null;
  readonly "compare-systems": ComparisonReport | null;
  readonly "best-on-system": BestOnSystem | null;
  readonly "fix-all": FixedDocument;
  readonly "compare-turns": DocumentComparison | null;
  readonly "view-turn": RequestView | null;
  readonly "write-turn": string | null;
  readonly "what-if": WhatIf | null;
  readonly "keep-alive": KeepAliveReport | null;
  readonly placements: PlacementReport | null;
  readonly "placements-on-model": BakeOff | null;
  readonly savings: SavingsReport | null;
  readonly "mend-unmarked": UnmarkedMend | null;
  readonly "best-together": Together | null;
  readonly "attribute-savings": Attribution | null;
  readonly "tool-ways": ToolWaysReport | null;
  readonly "shape-only": SharedLayout;
  readonly "predict-run": RunPrediction;
  readonly "read-vocabulary": OwnVocabularyInfo;
  readonly "drop-vocabulary": null;
  readonly "name-vocabulary": OwnVocabularyInfo | null;
}

export interface QuestionJob {
  readonly kind: "ask";
  readonly id: number;
  readonly question: Question;
}

/** Calls a question off that is still being worked on. */
export interface CancelJob {
  readonly kind: "cancel";
  readonly id: number;
}

export type WorkerJob = AnalysisJob | QuestionJob | CancelJob;

/** The figures come first, and what is wrong with the document after them. */
export type AnalysisAnswer =
  | {
      readonly to: "analyse";
      readonly id: number;
      readonly kind: "figures";
      readonly difference: AnalysisDifference;
    }
  | {
      readonly to: "analyse";
      readonly id: number;
      readonly kind: "done";
      /** Null = another analysis was asked for meanwhile. */
      readonly diagnostics: readonly Diagnostic[] | null;
    }
  | { readonly to: "analyse"; readonly id: number; readonly kind: "failed"; readonly reason: string };

type QuestionAnswer = { readonly to: "ask" } & AskAnswer<Answers[Question["kind"]]>;

export type WorkerAnswer = AnalysisAnswer | QuestionAnswer;

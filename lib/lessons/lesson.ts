/** A lesson as data: a scene that the page plays, steps that ask before they show, and a goal that only the engine grants. */
import type { LayerSettings } from "../layers/layer-settings";
import type { RequestView, Settings, TimelineView } from "../pipeline/analysis";
import type { WhatIf } from "../pipeline/what-if";
import type { Sheet, SideTab } from "../store/address";
import type { Language } from "../words/languages";

/** A document with its settings: what the page has open. */
export interface Scene {
  readonly text: string;
  readonly settings: Settings;
}

/** A scene as the engine has played it. */
export interface Scored {
  readonly request: RequestView;
  readonly timeline: TimelineView;
}

/** All that a lesson's figures, answers and goals are taken from. */
export interface Facts {
  /** The scene untouched. */
  readonly start: Scored;
  /** The document as the reader has it now. */
  readonly now: Scored;
  /** The lesson's other scenes, by name, untouched. */
  readonly others: Readonly<Record<string, WhatIf>>;
  /** Of a lesson on the way to the cache: its switches as the scene has them, and as the reader has them now. */
  readonly layers: { readonly start: LayerSettings; readonly now: LayerSettings } | null;
}

/** Figures that a text names, ready to be shown: `{written}` in the text is `written` here. */
export type Figures = Readonly<Record<string, string | number>>;

/** What the one thing to look at is. Requests are numbered from 1, as on the page. */
export type Spot =
  | { readonly on: "request" | "outcome" | "wait"; readonly request: number }
  | { readonly on: "marker" | "bill" | "why" | "problems" | "editor" | "sheet" | "switches" };

/** What of the page stands beside the text: the map always, or the sheet in its place. */
export interface StepLook {
  /** The document beside the map. */
  readonly editor?: boolean;
  /** The side panel with this tab. */
  readonly tab?: SideTab;
  readonly sheet?: Sheet;
  /** Request that is selected, from 1; absent = 1. */
  readonly request?: number;
  /** What stands below the text: what a service answers to a request as usage, the way to paste, the lessons that fit. */
  readonly card?:
    | {
        readonly shows: "usage";
        readonly request: number;
        /** In this dialect alone; absent = in both, side by side. */
        readonly form?: "openai" | "anthropic";
      }
    | { readonly shows: "paste" | "lessons" };
  readonly spot?: Spot;
}

/** `choice`: an id of one of the choices · `number`: from `from` to `to` · `request`: the number of a request, clicked on. */
export type Question =
  | {
      readonly kind: "choice";
      /** Their words are the text's `choices`, by id. */
      readonly choices: readonly string[];
      readonly answer: (facts: Facts) => string;
    }
  | {
      readonly kind: "number";
      readonly from: number;
      readonly to: number;
      readonly step: number;
      readonly unit: "tokens" | "percent" | "seconds" | "requests" | "times" | "money";
      /** How far off still counts as right, in the unit. */
      readonly near: number;
      readonly answer: (facts: Facts) => number;
    }
  | { readonly kind: "request"; readonly answer: (facts: Facts) => number };

/** The right scene is there untouched; who looks only here has learned something. */
interface SeeStep extends StepLook {
  readonly kind: "see";
}

/** Outcomes are covered from this request on, from 1, until the reader has answered or passed. */
interface PredictStep extends StepLook {
  readonly kind: "predict";
  readonly coverFrom: number;
  readonly question: Question;
}

interface RevealStep extends StepLook {
  readonly kind: "reveal";
}

interface MendStep extends StepLook {
  readonly kind: "mend";
  /** True once the engine says that the lesson's point is reached, however the reader got there. */
  readonly goal: (facts: Facts) => boolean;
  /** One way there, in acts that "Show me" does one by one; their words are the text's `acts`, by id. */
  readonly acts: readonly {
    readonly id: string;
    readonly act: (scene: Scene, facts: Facts) => Scene;
    /** The same for a lesson's switches. */
    readonly turn?: (settings: LayerSettings) => LayerSettings;
  }[];
}

export type Step = { readonly id: string } & (SeeStep | PredictStep | RevealStep | MendStep);

/** The words of a step in one language, in ICU: `{name}` is a figure, `<b>` stresses, `<c>` is code. */
export interface StepText {
  readonly heading: string;
  /** One to four short sentences; the presenter shows them large. */
  readonly body: string;
  /** Of a question: its words, and those of its choices. */
  readonly question?: string;
  readonly choices?: Readonly<Record<string, string>>;
  /** Of a mend: what each act of "Show me" does, and what is said once the goal is reached. */
  readonly acts?: Readonly<Record<string, string>>;
  readonly done?: string;
  /** For the teacher's second window: what to say, what the class will ask. */
  readonly notes: string;
}

export interface LessonText {
  readonly title: string;
  /** One sentence: what one knows afterwards. */
  readonly about: string;
  readonly steps: Readonly<Record<string, StepText>>;
  /** Where it bites: one sentence about a real report, and what its link is called. */
  readonly bites: string;
  readonly link: string;
}

export interface Lesson {
  readonly id: string;
  readonly scene: Scene;
  /** What else has to be played for the figures, by name. */
  readonly others?: Readonly<Record<string, Scene>>;
  /** A scene of the layers stands in the place of the map. */
  readonly layers?: string;
  readonly steps: readonly Step[];
  /** The figures that the texts may name, in `language`'s ways of writing where that matters. */
  readonly figures: (facts: Facts) => Figures;
  /** A public thread in which somebody met this, and the day it was read. */
  readonly bites: { readonly url: string; readonly asOf: string };
  /** The rule's page that says it, as an id of a lint rule; null where no rule does. */
  readonly rule: string | null;
  readonly text: Readonly<Record<Language, LessonText>>;
}

/** The ladder: all lessons in their order, what each is found by, and how it is loaded. */
import type { TermId } from "../glossary/terms";
import type { ReasonKind } from "../reasons/kinds";
import type { Lesson } from "./lesson";

export const GROUPS = ["first", "breaks", "marks", "time", "which", "own"] as const;
export type LessonGroup = (typeof GROUPS)[number];

/** What a lesson explains, as the page asks for it: a term, the kind of a reason, or a lint rule by its id. */
export type Taught = `term:${TermId}` | `reason:${ReasonKind}` | `rule:${string}`;

export interface Rung {
  /** Part of its address. */
  readonly id: string;
  readonly group: LessonGroup;
  /** What it takes, about. */
  readonly minutes: number;
  readonly teaches: readonly Taught[];
  /** Number of the step, from 1, that explains it: where a "why?" leads. */
  readonly explains: number;
  readonly load: () => Promise<Lesson>;
}

export const LADDER: readonly Rung[] = [
  {
    id: "what-is-kept",
    group: "first",
    minutes: 3,
    teaches: [
      "term:prefix",
      "term:entry",
      "term:read",
      "term:hit",
      "reason:hit",
      "reason:own_prefix",
      "reason:key_changed",
    ],
    explains: 5,
    load: () => import("./ladder/what-is-kept").then(({ whatIsKept }) => whatIsKept),
  },
  {
    id: "first-write-costs",
    group: "first",
    minutes: 3,
    teaches: ["term:written", "term:completion", "reason:first_write"],
    explains: 3,
    load: () => import("./ladder/first-write-costs").then(({ firstWriteCosts }) => firstWriteCosts),
  },
  {
    id: "second-call-pays",
    group: "first",
    minutes: 3,
    teaches: ["term:breakEven", "term:withoutCache"],
    explains: 3,
    load: () => import("./ladder/second-call-pays").then(({ secondCallPays }) => secondCallPays),
  },
  {
    id: "minimum",
    group: "first",
    minutes: 3,
    teaches: ["term:minimum", "term:uncached", "reason:below_minimum", "rule:below-minimum"],
    explains: 3,
    load: () => import("./ladder/minimum").then(({ minimum }) => minimum),
  },
  {
    id: "clock",
    group: "breaks",
    minutes: 3,
    teaches: [
      "rule:volatile-before-marker",
      "rule:stable-after-volatile",
      "rule:repeated-content",
      "reason:system_changed",
    ],
    explains: 3,
    load: () => import("./ladder/clock").then(({ clock }) => clock),
  },
  {
    id: "shuffled-tools",
    group: "breaks",
    minutes: 3,
    teaches: [
      "term:template",
      "term:segment",
      "term:tail",
      "term:canonical",
      "reason:tools_changed",
      "rule:tools-unstable",
    ],
    explains: 3,
    load: () => import("./ladder/shuffled-tools").then(({ shuffledTools }) => shuffledTools),
  },
  {
    id: "edited-history",
    group: "breaks",
    minutes: 3,
    teaches: [
      "term:miss",
      "reason:messages_changed",
      "reason:compacted",
      "reason:rerendered",
      "rule:history-rewritten",
      "rule:reasoning-in-history",
    ],
    explains: 4,
    load: () => import("./ladder/edited-history").then(({ editedHistory }) => editedHistory),
  },
  {
    id: "chat",
    group: "marks",
    minutes: 3,
    teaches: ["term:marker", "term:follows", "reason:no_marker", "rule:no-marker"],
    explains: 3,
    load: () => import("./ladder/chat").then(({ chat }) => chat),
  },
  {
    id: "four-layers",
    group: "marks",
    minutes: 4,
    teaches: [
      "term:breakpoint",
      "term:placement",
      "reason:marker_dropped",
      "rule:too-many-markers",
      "rule:tools-marker-ignored",
      "rule:merged-system",
      "rule:system-not-first",
      "rule:marker-on-changing-tail",
    ],
    explains: 4,
    load: () => import("./ladder/four-layers").then(({ fourLayers }) => fourLayers),
  },
  {
    id: "two-in-one-message",
    group: "marks",
    minutes: 4,
    teaches: [
      "rule:several-markers-in-message",
      "rule:marker-on-string-content",
      "rule:marker-shape",
      "rule:marker-where-nobody-looks",
      "rule:markers-without-effect",
    ],
    explains: 4,
    load: () => import("./ladder/two-in-one-message").then(({ twoInOneMessage }) => twoInOneMessage),
  },
  {
    id: "image-message",
    group: "marks",
    minutes: 4,
    teaches: ["term:estimate", "term:calibrated", "reason:not_found", "rule:marker-in-image-message"],
    explains: 4,
    load: () => import("./ladder/image-message").then(({ imageMessage }) => imageMessage),
  },
  {
    id: "look-back",
    group: "marks",
    minutes: 3,
    teaches: [
      "term:lookback",
      "term:block",
      "reason:beyond_lookback",
      "rule:lookback-exceeded",
      "rule:marker-on-tool-result",
    ],
    explains: 4,
    load: () => import("./ladder/look-back").then(({ lookBack }) => lookBack),
  },
  {
    id: "coffee-break",
    group: "time",
    minutes: 4,
    teaches: ["term:keepAlive", "reason:expired"],
    explains: 4,
    load: () => import("./ladder/coffee-break").then(({ coffeeBreak }) => coffeeBreak),
  },
  {
    id: "ten-workers",
    group: "time",
    minutes: 3,
    teaches: ["reason:not_yet_written"],
    explains: 3,
    load: () => import("./ladder/ten-workers").then(({ tenWorkers }) => tenWorkers),
  },
  {
    id: "implicit-or-explicit",
    group: "which",
    minutes: 4,
    teaches: [
      "term:implicit",
      "term:explicit",
      "term:session",
      "term:atBest",
      "reason:implicit_not_promised",
      "reason:not_offered",
      "rule:explicit-not-offered",
    ],
    explains: 4,
    load: () => import("./ladder/implicit-or-explicit").then(({ implicitOrExplicit }) => implicitOrExplicit),
  },
  {
    id: "same-prompt-elsewhere",
    group: "which",
    minutes: 4,
    teaches: ["reason:model_changed", "rule:model-switched"],
    explains: 3,
    load: () =>
      import("./ladder/same-prompt-elsewhere").then(({ samePromptElsewhere }) => samePromptElsewhere),
  },
  {
    id: "five-layers",
    group: "which",
    minutes: 4,
    teaches: ["reason:evicted"],
    explains: 4,
    load: () => import("./ladder/five-layers").then(({ fiveLayers }) => fiveLayers),
  },
  {
    id: "trim-or-keep",
    group: "which",
    minutes: 4,
    teaches: ["rule:over-context"],
    explains: 6,
    load: () => import("./ladder/trim-or-keep").then(({ trimOrKeep }) => trimOrKeep),
  },
  {
    id: "tools-routed",
    group: "which",
    minutes: 4,
    teaches: [],
    explains: 3,
    load: () => import("./ladder/tools-routed").then(({ toolsRouted }) => toolsRouted),
  },
  {
    id: "read-a-usage",
    group: "own",
    minutes: 4,
    teaches: ["rule:uncounted-content", "rule:stream-without-usage"],
    explains: 3,
    load: () => import("./ladder/read-a-usage").then(({ readAUsage }) => readAUsage),
  },
  {
    id: "your-request",
    group: "own",
    minutes: 4,
    teaches: [
      "rule:secret-in-request",
      "rule:model-by-another-name",
      "rule:unknown-model",
      "rule:json-invalid",
      "rule:request-shape",
      "rule:content-missing",
      "rule:calls-and-results",
      "rule:thinking-budget",
      "reason:failed",
    ],
    explains: 3,
    load: () => import("./ladder/your-request").then(({ yourRequest }) => yourRequest),
  },
];

export const findRung = (id: string): Rung | undefined => LADDER.find((rung) => rung.id === id);

/** The lesson that explains it; undefined where none does. */
export const findLessonOn = (taught: Taught): Rung | undefined =>
  LADDER.find(({ teaches }) => teaches.includes(taught));

/** The lessons of a group, in their order. */
export const listRungs = (group: LessonGroup): readonly Rung[] =>
  LADDER.filter((rung) => rung.group === group);

/** The address of a lesson, or of one of its steps, from 1. */
export const addressOf = (id: string, step = 1): string =>
  step === 1 ? `/learn/${id}` : `/learn/${id}/${step}`;

/** A document's scenario on every cache system that a page sets side by side, beside what Model Studio makes of it. */
import { compareSystems } from "../compare/compare-systems";
import type { AskedSystem, ComparedSystem, ComparedTotals, CountBasis } from "../compare/compared-system";
import type { Counters } from "../compare/counting";
import type { GivenPrompt } from "../compare/given-request";
import { listShownSystems, type ShownSystem } from "../compare/shown-systems";
import { judgeFor, type ServiceJudgement } from "../export/judge-for";
import type { Currency } from "../offers/offer";
import type { Readings } from "../offers/readings";
import type { Prompt } from "../prompt/prompt";
import type { SystemKind } from "../systems/comparable";
import type { Progress } from "../values/progress";
import type { Said } from "../words/message";
import type { Settings } from "./analysis";
import { listTargets } from "./list-targets";
import type { DocumentOpener } from "./open-document";
import { OWN, playOwn, playSecond } from "./own-rows";
import type { PreparedTurn } from "./prepare-script";

export interface ComparisonQuestion {
  readonly kind: "compare-systems";
  readonly text: string;
  readonly settings: Settings;
}

/** A request that is refused has no tokens that were read, written or paid for. */
export interface SystemRequest {
  readonly read: number;
  readonly written: number;
  readonly uncached: number;
  readonly completion: number;
  /** In the row's currency; null = a price it needs is unknown, or there is none. */
  readonly cost: number | null;
}

/** An error that a service would answer, and to which requests, counted from 0. */
export interface Refusal {
  /** One sentence. */
  readonly message: Said;
  readonly requests: readonly number[];
}

export interface SystemRow extends CountBasis {
  readonly id: string;
  readonly name: Said;
  /** Null where the system has no models, or the requests name several. */
  readonly model: string | null;
  /** Models it may be asked for instead. */
  readonly models: readonly string[];
  readonly kind: SystemKind;
  readonly currency: Currency | null;
  readonly requests: readonly SystemRequest[];
  readonly totals: Omit<ComparedTotals, "storage">;
  /** In the currency; null = it keeps nothing for a fee. */
  readonly storage: number | null;
  readonly refusals: readonly Refusal[];
  /** What is played of its model where the documentation leaves it open; absent = what is assumed. */
  readonly readings?: Readings;
  /** Ids of what is assumed. */
  readonly assumptions: readonly string[];
  /** Whether other markers might change what it costs. */
  readonly readsMarkers: boolean;
  /** True for the document's own request as it is drawn, on its own model. */
  readonly isYours: boolean;
  /** True for a model of Model Studio that the document goes to, or is to be compared on: the rows that stand first. */
  readonly isOwn: boolean;
}

/** By row: what its service says of the markers in the document itself; rows without any are absent. */
export type RowJudgements = Readonly<Record<string, readonly ServiceJudgement[]>>;

export interface ComparisonReport {
  readonly rows: readonly SystemRow[];
  readonly judgements: RowJudgements;
}

export const toGiven = ({ ready, timed }: PreparedTurn): GivenPrompt => ({
  at: timed.at,
  duration: timed.duration,
  firstToken: timed.duration,
  completion: timed.completion,
  conversation: null,
  prompt: ready.prompt,
});

function listRefusals({ turns }: ComparedSystem): Refusal[] {
  const bySaid = new Map<string, { readonly message: Said; readonly requests: number[] }>();
  turns.forEach(({ refused }, index) => {
    if (refused === undefined) return;
    const said = JSON.stringify(refused);
    bySaid.set(said, { message: refused, requests: [...(bySaid.get(said)?.requests ?? []), index] });
  });
  return [...bySaid.values()];
}

/** What a system made of the requests, without the reasons. */
export function toRow(shown: ShownSystem, compared: ComparedSystem): SystemRow {
  const { storage, ...totals } = compared.totals;
  return {
    id: shown.id,
    name: compared.name,
    model: compared.model,
    models: shown.models,
    kind: shown.kind,
    currency: compared.currency,
    tokens: compared.tokens,
    spread: compared.spread,
    vocabulary: compared.vocabulary,
    requests: compared.turns.map(({ read, written, uncached, completion, cost }) => ({
      read,
      written,
      uncached,
      completion,
      cost,
    })),
    totals,
    storage,
    refusals: listRefusals(compared),
    assumptions: compared.assumptions,
    readsMarkers: shown.readsMarkers,
    isYours: false,
    isOwn: false,
  };
}

function judgeRows(prompt: Prompt, settings: Settings): RowJudgements {
  const judged = listTargets(settings).map(({ id, target }) => [id, judgeFor(target, prompt)] as const);
  return Object.fromEntries(judged.filter(([, judgements]) => judgements.length > 0));
}

/** Yields how many systems are done, so that the caller may stop. Null where the text is no request. */
export function* reportComparison(
  { text, settings }: Omit<ComparisonQuestion, "kind">,
  open: DocumentOpener,
  counters: Counters,
): Generator<Progress, ComparisonReport | null> {
  const { document } = open(text, settings);
  if (!document) return null;
  const shown = listShownSystems(settings);
  const systems: AskedSystem[] = shown.map(({ asked }) => asked);
  const rows = [...playOwn(document.turns, settings, OWN), ...playSecond(text, settings, open)];
  yield { done: 0, total: shown.length };
  const requests = document.turns.map(toGiven);
  let done = 0;
  for (const compared of compareSystems({ requests, systems, explain: false }, counters)) {
    const row = shown[done];
    if (row) rows.push(toRow(row, compared));
    done++;
    yield { done, total: shown.length };
  }
  const [first] = document.turns;
  return { rows, judgements: first ? judgeRows(first.ready.prompt, settings) : {} };
}

/** A document's scenario on every cache system that a page sets side by side, beside what Model Studio makes of it. */
import type { Totals } from "../bill/totals";
import { compareSystems } from "../compare/compare-systems";
import type { AskedSystem, ComparedSystem, ComparedTotals, CountBasis } from "../compare/compared-system";
import type { Counters } from "../compare/counting";
import type { GivenPrompt } from "../compare/given-request";
import { listShownSystems, type ShownSystem } from "../compare/shown-systems";
import { judgeFor, type ServiceJudgement } from "../export/judge-for";
import type { Currency } from "../offers/offer";
import type { Prompt } from "../prompt/prompt";
import type { SystemKind } from "../systems/comparable";
import { type Simulation, simulate } from "../timeline/simulate";
import { addSpreads, type Rate } from "../tokens/precision";
import type { Progress } from "../values/progress";
import type { Settings } from "./analysis";
import { listTargets } from "./list-targets";
import type { DocumentOpener } from "./open-document";
import { playImplicit, simulationOptions } from "./play-script";
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
  readonly message: string;
  readonly requests: readonly number[];
}

export interface SystemRow extends CountBasis {
  readonly id: string;
  readonly name: string;
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
  /** Ids of what is assumed. */
  readonly assumptions: readonly string[];
  /** Whether other markers might change what it costs. */
  readonly readsMarkers: boolean;
  /** True for the document's own row, which the map shows. */
  readonly isYours: boolean;
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
  const byMessage = new Map<string, number[]>();
  turns.forEach(({ refused }, index) => {
    if (refused !== undefined) byMessage.set(refused, [...(byMessage.get(refused) ?? []), index]);
  });
  return [...byMessage].map(([message, requests]) => ({ message, requests }));
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
  };
}

/** Of all input tokens of a conversation. */
const spreadOf = (turns: readonly PreparedTurn[]): Rate | null =>
  turns.every(({ ready }) => ready.measured.exact)
    ? null
    : addSpreads(turns.map(({ ready }) => ready.measured));

function modelStudioRow(
  turns: readonly PreparedTurn[],
  { turns: rows, totals }: Simulation,
  row: Pick<SystemRow, "id" | "name" | "kind" | "isYours" | "assumptions">,
): SystemRow {
  const models = new Set(turns.map(({ ready }) => ready.modelName));
  const [model = null] = models;
  const { currency = null, ...sums }: Totals = totals;
  return {
    ...row,
    model: models.size === 1 ? model : null,
    models: [],
    currency,
    tokens: turns.every(({ ready }) => ready.measured.exact) ? "exact" : "estimate",
    spread: spreadOf(turns),
    vocabulary: [...new Set(turns.flatMap(({ timed }) => timed.counter?.name ?? []))].join(", ") || null,
    requests: rows.map(({ read, written, uncached, completion, cost }) => ({
      read,
      written,
      uncached,
      completion,
      cost,
    })),
    totals: sums,
    storage: null,
    refusals: [],
    readsMarkers: false,
  };
}

/** As the map shows it, and as the implicit cache would have it at its best. */
function playOwn(turns: readonly PreparedTurn[], settings: Settings): SystemRow[] {
  const requests = turns.map(({ timed }) => timed);
  const isMarked = requests.some(({ layout }) => layout.marked);
  const yours = simulate({ ...simulationOptions(settings), requests, explain: false });
  const own = modelStudioRow(turns, yours, {
    id: "yours",
    name: "Model Studio, as on the map",
    kind: isMarked ? "explicit" : "automatic",
    isYours: true,
    assumptions: ["expiry-from-start", "read-renews-own-markers", "block-counting"],
  });
  const implicit = modelStudioRow(turns, playImplicit(requests, settings), {
    id: "model-studio-implicit",
    name: "Model Studio, implicit at best",
    kind: "automatic",
    isYours: false,
    assumptions: ["implicit-in-steps-of-128"],
  });
  return [own, implicit];
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
  const rows = playOwn(document.turns, settings);
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

/** One system's play of a conversation as a ledger: rows, lives and sums in the shape that all pictures of the page draw. */
import { type Line, roundAmount } from "../bill/bill";
import type { LedgerRow, Reason } from "../bill/ledger";
import { addTotals, type Totals } from "../bill/totals";
import { findListedModel, findService } from "../offers/listed-prices";
import type { Currency } from "../offers/offer";
import type { Boundary, ComparableRequest, MarkerLimits } from "../systems/comparable";
import { findComparable } from "../systems/comparables";
import type { EntryLife } from "../systems/kernels/entry";
import type { Rate } from "../tokens/precision";
import type { OpenComparison } from "./compare-systems";
import {
  type AskedSystem,
  type ComparedObject,
  type CountGrade,
  isRoute,
  type PlayedTurn,
} from "./compared-system";
import { explainParting } from "./explain-parting";
import { listLives } from "./list-lives";
import { isModelStudio } from "./play-model-studio";

export interface PlayedLedger {
  /** As the system met them, in the order given. */
  readonly requests: readonly ComparableRequest[];
  readonly rows: readonly LedgerRow[];
  /** By request, the places that it marks or the system does. */
  readonly boundaries: readonly (readonly Boundary[])[];
  /** In order of writing. */
  readonly entries: readonly EntryLife[];
  /** With what objects cost: each is part of the row that had it made. */
  readonly totals: Totals;
  readonly currency: Currency | null;
  readonly tokens: CountGrade;
  /** How far its counts may be off; null = they are exact. */
  readonly spread: Rate | null;
  /** Whose vocabulary counted. */
  readonly vocabulary: string | null;
  readonly assumptions: readonly string[];
}

/** What making and keeping an object adds to the bill of its request. */
function objectLines({ tokens, creationCost, storageCost }: ComparedObject): Line[] {
  const rateOf = (amount: number | null) =>
    amount === null ? null : tokens === 0 ? 0 : roundAmount((amount / tokens) * 1_000_000);
  return [
    { kind: "create", tokens, rate: rateOf(creationCost), amount: creationCost },
    { kind: "storage", tokens, rate: rateOf(storageCost), amount: storageCost },
  ];
}

const addCost = (cost: number | null, { creationCost, storageCost }: ComparedObject): number | null =>
  cost === null || creationCost === null || storageCost === null
    ? null
    : roundAmount(cost + creationCost + storageCost);

function enterRow({ turn, lines, created, currency, system }: PlayedTurn): LedgerRow {
  const { prompt, read, written, uncached, completion, cost, costWithoutCache, life = 0, refused } = turn;
  const told: readonly Reason[] =
    refused === undefined ? turn.reasons : [{ code: "failed", message: refused }, ...turn.reasons];
  return {
    prompt,
    read,
    written,
    uncached,
    completion,
    cost: created ? addCost(cost, created) : cost,
    costWithoutCache,
    lines: created ? [...lines, ...objectLines(created)] : lines,
    currency,
    system,
    life,
    reasons: told,
  };
}

/** Of a route those of its first member. */
function findRules(asked: AskedSystem) {
  const one = isRoute(asked) ? (asked.members[0] ?? asked) : asked;
  const service = findService(one.system);
  const model = service && one.model !== null ? findListedModel(service, one.model) : null;
  return { service, model, one };
}

/** What the system asks of markers; null = it looks at none. */
export function limitsOf(asked: AskedSystem): MarkerLimits | null {
  const { model, one } = findRules(asked);
  return findComparable(one.system)?.limitsOf?.(model, one.options) ?? null;
}

/** Fewest tokens of a prefix that is kept or read; 0 = none is known. */
export function minimumOf(asked: AskedSystem): number {
  const { service, model, one } = findRules(asked);
  if (typeof one.options.minimum === "number") return one.options.minimum;
  return limitsOf(asked)?.minimum ?? model?.minimum ?? service?.prefix?.minimum ?? 0;
}

/** Read beside a reason that says more. */
const isVague = ({ code, tokens }: Reason): boolean =>
  code === "first_write" || (code === "messages_changed" && tokens === undefined);

/** The rows with what each lost because its text parts from the one before. */
function tellPartings(
  rows: readonly LedgerRow[],
  requests: readonly ComparableRequest[],
  turns: readonly PlayedTurn[],
  order: readonly number[],
  isMarked: boolean,
): LedgerRow[] {
  const told = [...rows];
  /** Of each cache, the latest request that it answered. */
  const latest = new Map<number, number>();
  for (const index of order) {
    const [request, row, turn] = [requests[index], rows[index], turns[index]];
    if (!request || !row || !turn || turn.turn.refused !== undefined) continue;
    const cache = turn.replica ?? 0;
    const other = latest.get(cache) ?? -1;
    latest.set(cache, index);
    const [earlier, before] = [requests[other], rows[other]];
    const parting =
      earlier && before
        ? explainParting({ request, row }, { request: earlier, row: before }, isMarked)
        : null;
    const hits = row.reasons.filter(({ code }) => code === "hit");
    const others = row.reasons.filter((reason) => reason.code !== "hit" && !(parting && isVague(reason)));
    // Where the text only goes on nothing of it has changed.
    const plain = row.reasons.filter((reason) => reason.code === "first_write" || !isVague(reason));
    told[index] = { ...row, reasons: parting ? [...hits, parting, ...others] : plain };
  }
  return told;
}

/** Plays the requests on one system whose cache is empty. */
export function playLedger({ requestsOf, order, open }: OpenComparison, asked: AskedSystem): PlayedLedger {
  const requests = requestsOf(asked);
  const play = open(asked);
  const turns = new Array<PlayedTurn>(requests.length);
  for (const index of order) {
    const request = requests[index];
    if (request) turns[index] = play.step(request);
  }
  const plain = turns.map(enterRow);
  // Model Studio's reasons tell what changed by themselves.
  const rows = isModelStudio(asked.system)
    ? plain
    : tellPartings(plain, requests, turns, order, limitsOf(asked) !== null);
  const entries = play.listEntries();
  return {
    requests,
    rows,
    boundaries: turns.map(({ boundaries = [] }) => boundaries),
    entries: entries.length > 0 ? entries : listLives(requests, turns, order),
    totals: addTotals(rows),
    currency: play.currency,
    tokens: play.tokens,
    spread: play.spread,
    vocabulary: play.vocabulary,
    assumptions: play.assumptions,
  };
}

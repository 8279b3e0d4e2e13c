/** The first rows of the comparison: the document's own model without a cache, with the implicit one, and as it is drawn. */
import { addAmounts } from "../bill/bill";
import type { LedgerRow } from "../bill/ledger";
import type { Totals } from "../bill/totals";
import { type Simulation, simulate } from "../timeline/simulate";
import { addSpreads, type Rate } from "../tokens/precision";
import { tell } from "../words/message";
import type { Settings } from "./analysis";
import type { Refusal, SystemRow } from "./compare-report";
import type { DocumentOpener } from "./open-document";
import { withModel, writeModel } from "./placement-report";
import { playImplicit, simulationOptions } from "./play-script";
import type { PreparedTurn } from "./prepare-script";

/** Under which a second model is chosen among the models of the comparison. */
export const SECOND_MODEL = "model-studio";

/** Of the document's own model, and of the one beside it. */
export interface OwnNames {
  /** Put before the ids of its rows. */
  readonly prefix: string;
  /** True for the document's own model. */
  readonly isYours: boolean;
}

export const OWN: OwnNames = { prefix: "", isYours: true };
const SECOND: OwnNames = { prefix: "second-", isYours: false };

/** Of all input tokens of a conversation. */
const spreadOf = (turns: readonly PreparedTurn[]): Rate | null =>
  turns.every(({ ready }) => ready.measured.exact)
    ? null
    : addSpreads(turns.map(({ ready }) => ready.measured));

/** Requests that the service refuses by a reading of what its documentation leaves open. */
function listRefused(rows: readonly LedgerRow[]): Refusal[] {
  const bySaid = new Map<string, Refusal>();
  rows.forEach(({ reasons }, index) => {
    const message = reasons.find(({ code }) => code === "failed")?.message;
    if (message === undefined) return;
    const said = JSON.stringify(message);
    bySaid.set(said, { message, requests: [...(bySaid.get(said)?.requests ?? []), index] });
  });
  return [...bySaid.values()];
}

type Named = Pick<SystemRow, "id" | "name" | "kind" | "isYours" | "assumptions">;

function modelStudioRow(
  turns: readonly PreparedTurn[],
  { turns: rows, totals }: Pick<Simulation, "turns" | "totals">,
  row: Named,
): SystemRow {
  const models = new Set(turns.map(({ ready }) => ready.modelName));
  const [model = null] = models;
  const { currency = null, ...sums }: Totals = totals;
  const readings = models.size === 1 ? turns[0]?.ready.rules.readings : undefined;
  return {
    ...row,
    isOwn: true,
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
    refusals: listRefused(rows),
    ...(readings ? { readings } : {}),
    readsMarkers: false,
  };
}

/** The same requests with every token of input at full price. */
function withoutCache({ turns, totals }: Simulation): Pick<Simulation, "turns" | "totals"> {
  const plain = turns.map(
    (row): LedgerRow => ({ ...row, read: 0, written: 0, uncached: row.prompt, cost: row.costWithoutCache }),
  );
  const uncached = plain.reduce((sum, row) => sum + row.uncached, 0);
  const cost = totals.costWithoutCache === null ? null : addAmounts(plain.map((row) => row.cost));
  return { turns: plain, totals: { ...totals, read: 0, written: 0, uncached, cost } };
}

/** Without a cache, as the implicit cache would have it at its best, and as it is drawn. */
export function playOwn(
  turns: readonly PreparedTurn[],
  settings: Settings,
  { prefix, isYours }: OwnNames,
): SystemRow[] {
  const requests = turns.map(({ timed }) => timed);
  const isMarked = requests.some(({ layout }) => layout.marked || layout.viaResponses);
  const yours = simulate({ ...simulationOptions(settings), requests, explain: false });
  const row = (play: Pick<Simulation, "turns" | "totals">, named: Omit<Named, "isYours">): SystemRow =>
    modelStudioRow(turns, play, { isYours: false, ...named, id: `${prefix}${named.id}` });
  return [
    row(withoutCache(yours), {
      id: "model-studio-none",
      name: tell("compare.ownNone"),
      kind: "automatic",
      assumptions: [],
    }),
    row(playImplicit(requests, settings), {
      id: "model-studio-implicit",
      name: tell("compare.ownImplicit"),
      kind: "automatic",
      assumptions: ["implicit-in-steps-of-128"],
    }),
    {
      ...row(yours, {
        id: "yours",
        name: tell("compare.ownDrawn"),
        kind: isMarked ? "explicit" : "automatic",
        assumptions: ["expiry-from-start", "read-renews-own-markers", "block-counting"],
      }),
      isYours,
    },
  ];
}

/** The same document on the second model that is chosen; none where there is none, or it is the document's own. */
export function playSecond(text: string, settings: Settings, open: DocumentOpener): SystemRow[] {
  const model = settings.comparedModels?.[SECOND_MODEL];
  if (model === undefined) return [];
  const { document } = open(writeModel(text, model), withModel(settings, model), "aside");
  return document ? playOwn(document.turns, withModel(settings, model), SECOND) : [];
}

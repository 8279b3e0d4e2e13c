/** Says what each marker of a placement is worth: the bill with it against the bill without it. */
import type { LedgerRow } from "../bill/ledger";
import { type Message, tell } from "../words/message";
import type { Anchor } from "./anchor";
import type { Replay } from "./replay";

export interface ExplainedAnchor {
  readonly anchor: Anchor;
  /** What the whole conversation would cost more without it, in the price's currency; null = unknown. */
  readonly saving: number | null;
  /** Index of the first request from which the balance is above zero and stays so; null where it never is. */
  readonly paysFrom: number | null;
  /** One sentence. */
  readonly sentence: Message;
}

/** Below this a difference is the rounding of a sum. */
const NOTHING = 1e-12;

function explain(anchor: Anchor, rows: readonly LedgerRow[], without: readonly LedgerRow[]): ExplainedAnchor {
  let saving = 0;
  let paysFrom: number | null = null;
  let matters = false;
  for (const [index, { cost }] of rows.entries()) {
    const other = without[index]?.cost ?? null;
    if (cost === null || other === null) {
      return { anchor, saving: null, paysFrom: null, sentence: tell("placement.worthUnknown") };
    }
    saving += other - cost;
    if (Math.abs(other - cost) > NOTHING) matters = true;
    if (saving <= NOTHING) paysFrom = null;
    else paysFrom ??= index;
  }
  const sentence =
    paysFrom !== null
      ? tell("placement.paysFrom", { request: paysFrom + 1 })
      : matters
        ? tell("placement.neverPays")
        : tell("placement.changesNothing");
  return { anchor, saving, paysFrom, sentence };
}

/** @param columns of the anchors, in their order, as indices into the replay's columns */
export function explainAnchors(
  anchors: readonly Anchor[],
  columns: readonly number[],
  replay: Replay,
): ExplainedAnchor[] {
  const rows = replay.rowsOf(columns);
  return anchors.map((anchor, index) =>
    explain(anchor, rows, replay.rowsOf(columns.filter((_, order) => order !== index))),
  );
}

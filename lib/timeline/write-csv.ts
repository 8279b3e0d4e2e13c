/** The ledger as comma-separated values, for a spreadsheet. */
import type { LedgerRow } from "../bill/ledger";
import { writeCsvTable } from "../values/csv-table";
import type { Words } from "../words/create-words";
import type { Said } from "../words/message";

export interface CsvRequest {
  /** Seconds from the first request. */
  readonly at: number;
  readonly model: string;
  readonly label: Said;
  readonly ledger: LedgerRow;
}

const COLUMNS = [
  "request",
  "at_s",
  "label",
  "model",
  "prompt_tokens",
  "read_tokens",
  "written_tokens",
  "uncached_tokens",
  "completion_tokens",
  "cost",
  "cost_without_cache",
  "currency",
  "reasons",
] as const;

/**
 * One line for each request under a line of column names; lines end with CR LF. Unknown costs are empty.
 * The columns keep their names in every language, for programs that read them.
 * @param readings what is played otherwise than documented, e.g. `life=hour`: a column of its own; absent = nothing is
 */
export function writeCsv(
  requests: readonly CsvRequest[],
  currency: string,
  { say }: Pick<Words, "say">,
  readings = "",
): string {
  const more = (cell: string): string[] => (readings === "" ? [] : [cell]);
  const rows = requests.map(({ at, model, label, ledger }, index) => [
    index + 1,
    at,
    say(label),
    model,
    ledger.prompt,
    ledger.read,
    ledger.written,
    ledger.uncached,
    ledger.completion,
    ledger.cost,
    ledger.costWithoutCache,
    currency,
    ledger.reasons.map(({ code }) => code).join(" "),
    ...more(readings),
  ]);
  return writeCsvTable([[...COLUMNS, ...more("readings")], ...rows]);
}

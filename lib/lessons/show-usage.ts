/** What a service answers as usage to a request that was played: the same figures in the fields of each dialect, as JSON text. */
import { writeAnthropicUsage, writeOpenAiUsage } from "../answers/write-usage";
import type { LedgerRow } from "../bill/ledger";

export interface ShownUsage {
  readonly openai: string;
  readonly anthropic: string;
}

type UsageRow = Pick<
  LedgerRow,
  "prompt" | "read" | "written" | "uncached" | "completion" | "life" | "system"
>;

/** The cache system that Model Studio's implicit cache is: its usage says nothing of writes. */
const IMPLICIT = "implicit";

/** @param row of Model Studio's ledger: other services have fields of their own */
export function showUsage(row: UsageRow): ShownUsage {
  const { prompt, read, written, uncached, life, completion, system } = row;
  const figures = { prompt, read, written, uncached, life, explicit: !system.endsWith(IMPLICIT) };
  const asText = (usage: object): string => JSON.stringify(usage, null, 2);
  return {
    openai: asText(writeOpenAiUsage(figures, completion)),
    anthropic: asText(writeAnthropicUsage(figures, completion)),
  };
}

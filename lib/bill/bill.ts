/** The bill of one request, from the price table alone. */
import type { Price } from "../offers/model";

/** Tokens of a request, by what they are billed as. */
export interface Usage {
  readonly read: number;
  readonly written: number;
  readonly uncached: number;
  readonly completion: number;
  /** Which of the two read prices counts. */
  readonly readKind: "explicit" | "implicit";
  /** Seconds that what was written lives, which chooses its price; absent = five minutes. */
  readonly life?: number;
  /** Chooses the completion's price where thinking has its own; null = unknown, then the plain one. */
  readonly thinking: boolean | null;
}

export interface Bill {
  /** In the price's currency; null where a price it needs is unknown. */
  readonly cost: number | null;
  /** The same request with every input token at full price. */
  readonly costWithoutCache: number | null;
  /** What has no known price, in words. */
  readonly unknown: readonly string[];
}

interface Line {
  readonly what: string;
  readonly tokens: number;
  /** Per million tokens. */
  readonly price: number | null | undefined;
}

const FIVE_MINUTES = 300;

/** Sums lines; a line without tokens needs no price. */
function addUp(lines: readonly Line[]): { cost: number | null; unknown: string[] } {
  let sum = 0;
  const unknown: string[] = [];
  for (const { what, tokens, price } of lines) {
    if (tokens === 0) continue;
    if (price === null || price === undefined) unknown.push(what);
    else sum += tokens * price;
  }
  return { cost: unknown.length > 0 ? null : sum / 1_000_000, unknown };
}

/**
 * Uncached · input + written · creation + read · hit + completion · output, each from its own cell: ratios between
 * them differ by model. A cell is needed only where it has tokens.
 * Source: https://www.alibabacloud.com/help/en/model-studio/model-pricing (2026-09-24).
 * @param price the row of the tier that the request's total input chooses; null = unknown
 */
export function billRequest(usage: Usage, price: Price | null): Bill {
  const { read, written, uncached, completion } = usage;
  const readPrice = usage.readKind === "explicit" ? price?.read : price?.implicitRead;
  const outputPrice = usage.thinking === true ? (price?.outputThinking ?? price?.output) : price?.output;
  const output: Line = { what: "completion", tokens: completion, price: outputPrice };
  const writtenPrice = (usage.life ?? 0) > FIVE_MINUTES ? price?.create1h : price?.create5m;
  const { cost, unknown } = addUp([
    { what: "uncached input", tokens: uncached, price: price?.input },
    { what: "written input", tokens: written, price: writtenPrice },
    { what: "read input", tokens: read, price: readPrice },
    output,
  ]);
  const plain = addUp([{ what: "input", tokens: read + written + uncached, price: price?.input }, output]);
  return { cost, costWithoutCache: plain.cost, unknown };
}

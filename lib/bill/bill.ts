/** The bill of a request: its tokens by kind, each with its rate and amount. The one place where money is computed. */
import { type Band, type LineKind, rateOf, type TokenLine } from "../offers/offer";
import { type Message, type MessageKey, tell } from "../words/message";

export interface Line extends TokenLine {
  /** Per million tokens, of a `call` for each; null = unknown. */
  readonly rate: number | null;
  /** Twelve significant digits; null where tokens meet an unknown rate. */
  readonly amount: number | null;
}

export interface Bill {
  readonly lines: readonly Line[];
  /** Sum of the lines' amounts, in the band's currency; null where one is unknown. */
  readonly cost: number | null;
  /** The same request with every input token at full price. */
  readonly costWithoutCache: number | null;
  /** Kinds whose rate is needed and not known. */
  readonly unknown: readonly LineKind[];
}

export type Figure = "read" | "written" | "uncached" | "completion";
const FIGURES: readonly Figure[] = ["read", "written", "uncached", "completion"];

const DIGITS = 12;
/** Powers of ten above it are no exact numbers. */
const MOST_DECIMALS = 22;

/** The same amount in twelve significant digits: sums of binary fractions end in a tail that nobody is billed. */
export function roundAmount(amount: number): number {
  if (amount === 0) return 0;
  const decimals = DIGITS - 1 - Math.floor(Math.log10(Math.abs(amount)));
  if (decimals > MOST_DECIMALS || decimals < 0) return Number(amount.toPrecision(DIGITS));
  const scale = 10 ** decimals;
  return Math.round(amount * scale) / scale;
}

/** Sum of amounts in twelve significant digits; null where one is unknown. */
export function addAmounts(amounts: Iterable<number | null>): number | null {
  let sum = 0;
  for (const amount of amounts) {
    if (amount === null) return null;
    sum += amount;
  }
  return roundAmount(sum);
}

/** Tokens that nobody needs a price for cost nothing. */
function priceLine({ kind, tokens }: TokenLine, band: Band | null): Line {
  const rate = rateOf(band, kind);
  const unit = kind === "call" ? 1 : 1_000_000;
  const amount = tokens === 0 ? 0 : rate === null ? null : roundAmount((tokens * rate) / unit);
  return { kind, tokens, rate, amount };
}

/**
 * Prices tokens, each kind from its own cell: ratios between them differ by model. A rate is needed only where it has
 * tokens. Source: https://www.alibabacloud.com/help/en/model-studio/model-pricing (2026-09-24).
 * @param band of the size that the request's total input has; null = no price is known
 */
export function billRequest(tokens: readonly TokenLine[], band: Band | null): Bill {
  const lines: Line[] = [];
  const unknown: LineKind[] = [];
  let input = 0;
  let cost: number | null = 0;
  let plain: number | null = 0;
  for (const given of tokens) {
    const line = priceLine(given, band);
    const { kind, amount } = line;
    lines.push(line);
    cost = cost === null || amount === null ? null : cost + amount;
    if (amount === null) unknown.push(kind);
    const figure = figureOf(kind);
    if (figure === null) continue;
    if (figure !== "completion") input += line.tokens;
    else plain = plain === null || amount === null ? null : plain + amount;
  }
  const { amount } = priceLine({ kind: "input", tokens: input }, band);
  return {
    lines,
    cost: cost === null ? null : roundAmount(cost),
    costWithoutCache: plain === null || amount === null ? null : roundAmount(plain + amount),
    unknown,
  };
}

/** The figure of a ledger row that a kind belongs to; null for what is no token of a request. */
export function figureOf(kind: LineKind): Figure | null {
  if (kind === "input") return "uncached";
  if (kind === "read" || kind === "read:implicit") return "read";
  if (kind === "output" || kind === "output:thinking") return "completion";
  return kind.startsWith("write:") ? "written" : null;
}

const KIND_NAMES = {
  read: "bill.kindRead",
  written: "bill.kindWritten",
  uncached: "bill.kindUncached",
  completion: "bill.kindCompletion",
  create: "bill.kindCreate",
  storage: "bill.kindStorage",
  call: "bill.kindCall",
} as const satisfies Record<Figure | "create" | "storage" | "call", MessageKey>;

/** Kinds to be named in a row, e.g. "read input and completion". */
export const nameKinds = (kinds: readonly LineKind[]): readonly Message[] =>
  kinds.map((kind) => tell(KIND_NAMES[figureOf(kind) ?? (kind as "create" | "storage" | "call")]));

/** What each figure costs per million tokens; of several lines their average. Null where that is not known. */
export function ratesOf(lines: readonly Line[]): Readonly<Record<Figure, number | null>> {
  const rates: Record<Figure, number | null> = {
    read: null,
    written: null,
    uncached: null,
    completion: null,
  };
  for (const figure of FIGURES) {
    const own = lines.filter(({ kind }) => figureOf(kind) === figure);
    const billed = own.filter(({ tokens }) => tokens > 0);
    const amount = addAmounts(billed.map((line) => line.amount));
    const tokens = billed.reduce((sum, line) => sum + line.tokens, 0);
    rates[figure] =
      billed.length > 1 && amount !== null
        ? roundAmount((amount / tokens) * 1_000_000)
        : ((billed[0] ?? own[0])?.rate ?? null);
  }
  return rates;
}

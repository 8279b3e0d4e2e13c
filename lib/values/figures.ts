/** Figures as sentences and the page write them: counts, tokens, money, shares, sizes and times. */
import { greatestOf, leastOf } from "./long-lists";

const figures = new Intl.NumberFormat("en-US", { maximumFractionDigits: 3 });
const whole = new Intl.NumberFormat("en-US", { maximumFractionDigits: 0 });
const percent = new Intl.NumberFormat("en-US", { style: "percent", maximumFractionDigits: 1 });

/** With thousands separators, to the thousandth. */
export const formatNumber = (value: number): string => figures.format(value);

/** A whole number with thousands separators. */
export const formatCount = (value: number): string => whole.format(value);

/** e.g. `1 request`, `1,024 requests`. */
export const formatMany = (count: number, one: string, more = `${one}s`): string =>
  `${formatNumber(count)} ${count === 1 ? one : more}`;

/** e.g. "1 token", "8,739 tokens". */
export const formatTokens = (count: number): string => formatMany(count, "token");

/** @param share 0 to 1 */
export const formatPercent = (share: number): string => percent.format(share);

/** A change as a share of what it was before, with its sign: −0.264 → `−26.4%`. */
export const formatChange = (share: number): string =>
  `${share < 0 ? "−" : "+"}${formatPercent(Math.abs(share))}`;

const symbols = { USD: "$", CNY: "¥", EUR: "€", GBP: "£", INR: "₹" } as const;

/** Four significant figures, never in exponent form, with the currency's sign; `unknown` where there is no amount. */
export function formatMoney(amount: number | null, currency: keyof typeof symbols): string {
  if (amount === null) return "unknown";
  const sign = amount < 0 ? "−" : "";
  const size = Math.abs(amount);
  if (size === 0) return `${symbols[currency]}0`;
  const decimals = Math.max(2, 3 - Math.floor(Math.log10(size)));
  const digits = size >= 1000 ? whole.format(size) : size.toFixed(Math.min(decimals, 12));
  return `${sign}${symbols[currency]}${digits}`;
}

/** Decimals that a column needs: its least amount keeps two figures, its largest no more than six. */
function countDecimals(amounts: readonly (number | null)[]): number {
  const sizes = amounts
    .filter((amount) => amount !== null && amount !== 0)
    .map((amount) => Math.abs(Number(amount)));
  if (sizes.length === 0) return 2;
  const orderOf = (size: number): number => Math.floor(Math.log10(size));
  const needed = 1 - orderOf(leastOf(sizes));
  const most = 5 - orderOf(greatestOf(sizes));
  return Math.min(Math.max(2, Math.min(needed, most)), 12);
}

/**
 * Writes the money of one column: every amount with the same number of decimals, so that they stand below each other.
 * @param amounts of the whole column, its sum among them; null = unknown
 */
export function formatColumn(
  amounts: readonly (number | null)[],
  currency: keyof typeof symbols,
): (amount: number | null) => string {
  const decimals = countDecimals(amounts);
  const digits = new Intl.NumberFormat("en-US", {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  });
  return (amount) =>
    amount === null
      ? "unknown"
      : `${amount < 0 ? "−" : ""}${symbols[currency]}${digits.format(Math.abs(amount))}`;
}

/** A count for the edge of a scale, in thousands or millions: 850 → `850`, 2,000 → `2k`, 1,500,000 → `1.5M`. */
export function formatShortCount(count: number): string {
  if (count < 1000) return whole.format(count);
  return count < 1e6 ? `${formatNumber(count / 1000)}k` : `${formatNumber(count / 1e6)}M`;
}

/** A price as the table has it: no digits that say nothing; `unknown` where there is none. */
export const formatPrice = (amount: number | null, currency: keyof typeof symbols): string =>
  amount === null ? "unknown" : `${symbols[currency]}${amount}`;

/** Money in a report: four significant figures, or `unknown`, and the currency by its code. */
export const formatAmount = (amount: number | null, currency: string | null = null): string =>
  `${amount === null ? "unknown" : amount.toPrecision(4)}${currency === null ? "" : ` ${currency}`}`;

/** A dash where there is no figure. */
export const orDash = (value: number | null | undefined, write: (value: number) => string): string =>
  value === null || value === undefined ? "–" : write(value);

/** Seconds to the millisecond, so that no binary fraction shows. */
export const formatSeconds = (seconds: number): string => `${formatNumber(seconds)} s`;

/** Seconds in words, without what is zero: 400 → `6 min 40 s`, 3,900 → `1 h 5 min`. */
export function formatDuration(seconds: number): string {
  const parts = [
    { amount: Math.floor(seconds / 3600), unit: "h" },
    { amount: Math.floor((seconds % 3600) / 60), unit: "min" },
    { amount: Math.round((seconds % 60) * 1000) / 1000, unit: "s" },
  ].filter(({ amount }) => amount > 0);
  return parts.length === 0 ? "0 s" : parts.map(({ amount, unit }) => `${amount} ${unit}`).join(" ");
}

/** Seconds as m:ss, e.g. 90 → 1:30. */
export function formatClock(seconds: number): string {
  const rounded = Math.round(seconds);
  return `${Math.floor(rounded / 60)}:${String(rounded % 60).padStart(2, "0")}`;
}

/** Bytes as KB or MB with one decimal. */
export function formatBytes(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  return bytes < 1e6 ? `${(bytes / 1000).toFixed(1)} KB` : `${(bytes / 1e6).toFixed(1)} MB`;
}

/** Figures as the page writes them: thousands separators, money to four significant figures, times as minutes. */

const whole = new Intl.NumberFormat("en-US", { maximumFractionDigits: 0 });
const percent = new Intl.NumberFormat("en-US", { style: "percent", maximumFractionDigits: 1 });

export const formatCount = (value: number): string => whole.format(value);

/** @param share 0 to 1 */
export const formatPercent = (share: number): string => percent.format(share);

const symbols = { USD: "$", CNY: "¥" } as const;

/** Four significant figures, never in exponent form, with the currency's sign. */
export function formatMoney(amount: number, currency: keyof typeof symbols): string {
  const sign = amount < 0 ? "−" : "";
  const size = Math.abs(amount);
  if (size === 0) return `${symbols[currency]}0`;
  const decimals = Math.max(2, 3 - Math.floor(Math.log10(size)));
  const digits = size >= 1000 ? whole.format(size) : size.toFixed(Math.min(decimals, 12));
  return `${sign}${symbols[currency]}${digits}`;
}

/** A price as the table has it: no digits that say nothing. */
export const formatPrice = (amount: number, currency: keyof typeof symbols): string =>
  `${symbols[currency]}${amount}`;

/** Seconds as m:ss, e.g. 90 → 1:30. */
export function formatClock(seconds: number): string {
  const rounded = Math.round(seconds);
  return `${Math.floor(rounded / 60)}:${String(rounded % 60).padStart(2, "0")}`;
}

/** Bytes as KB with one decimal. */
export const formatBytes = (bytes: number): string =>
  bytes < 1000 ? `${bytes} B` : `${(bytes / 1000).toFixed(1)} KB`;

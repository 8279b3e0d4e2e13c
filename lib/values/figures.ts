/** Writes figures for sentences: "1,024 tokens", "301 s". */

const figures = new Intl.NumberFormat("en-US", { maximumFractionDigits: 3 });

/** With thousands separators. */
export const formatNumber = (value: number): string => figures.format(value);

/** e.g. "1 token", "8,739 tokens". */
export const formatTokens = (count: number): string =>
  `${formatNumber(count)} ${count === 1 ? "token" : "tokens"}`;

/** Seconds to the millisecond, so that no binary fraction shows. */
export const formatSeconds = (seconds: number): string => `${formatNumber(seconds)} s`;

/** Seconds as a reader says them: hours, minutes and seconds without what is zero. */

/** e.g. 400 → "6 min 40 s", 3,900 → "1 h 5 min". */
export function writeSeconds(seconds: number): string {
  const parts = [
    { amount: Math.floor(seconds / 3600), unit: "h" },
    { amount: Math.floor((seconds % 3600) / 60), unit: "min" },
    { amount: Math.round((seconds % 60) * 1000) / 1000, unit: "s" },
  ].filter(({ amount }) => amount > 0);
  return parts.length === 0 ? "0 s" : parts.map(({ amount, unit }) => `${amount} ${unit}`).join(" ");
}

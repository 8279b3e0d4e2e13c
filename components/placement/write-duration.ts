/** Writes a time span in words: 3450 → "57 min 30 s". */

/** @param seconds rounded to whole ones */
export function writeDuration(seconds: number): string {
  const whole = Math.round(seconds);
  const pieces = [
    { amount: Math.floor(whole / 3600), unit: "h" },
    { amount: Math.floor(whole / 60) % 60, unit: "min" },
    { amount: whole % 60, unit: "s" },
  ].filter(({ amount }) => amount > 0);
  return pieces.length === 0 ? "0 s" : pieces.map(({ amount, unit }) => `${amount} ${unit}`).join(" ");
}

/** How much room words take in a line, counted in letters: a Han character is as wide as two of them. */

/** Han, kana, hangul and full-width signs. */
const WIDE =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]/gu;

export const countLetters = (words: string): number => words.length + (words.match(WIDE)?.length ?? 0);

/** Cut to so many letters, with an ellipsis where something is left out. */
export function clipWords(words: string, letters: number): string {
  if (countLetters(words) <= letters) return words;
  let kept = "";
  let room = letters - 1;
  for (const sign of words) {
    room -= countLetters(sign);
    if (room < 0) break;
    kept += sign;
  }
  return `${kept.trimEnd()}…`;
}

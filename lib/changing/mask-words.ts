/** Other words of the same form that change in the same way: they tell nothing of those whose place they take. */
import type { Random } from "../values/random";
import { advanceMoment } from "./advance-moment";
import type { ChangingSpan } from "./changing-text";

const DAY = 86_400;
/** A time is set forward by as many days at most. */
const MOST_DAYS = 3_650;

const HEX = "0123456789abcdef";
const LETTERS = "abcdefghijklmnopqrstuvwxyz";
/** Stands for a letter of another script. */
const LETTER = "字";

const pickFrom = (letters: string, random: Random): string => letters.charAt(random(letters.length));

function maskStretch(stretch: string, random: Random): string {
  const isHex = /^[0-9a-f]+$/i.test(stretch) && /\d/.test(stretch) && /[a-f]/i.test(stretch);
  return stretch.replace(/\p{L}|\p{N}/gu, (character, at: number) => {
    if (isHex) return pickFrom(HEX, random);
    // No nought in front, and room above for what counts on.
    if (/\d/.test(character)) return String(at === 0 ? 1 + random(8) : random(10));
    if (!/[a-z]/i.test(character)) return LETTER;
    const letter = pickFrom(LETTERS, random);
    return character === character.toUpperCase() ? letter.toUpperCase() : letter;
  });
}

function maskEpoch(words: string, random: Random): string {
  const [whole = "", fraction] = words.split(".");
  const scale = whole.length > 10 ? 1000 : 1;
  const later = String(Number(whole) + (1 + random(MOST_DAYS)) * DAY * scale + random(DAY) * scale);
  return fraction === undefined ? later : `${later}.${maskStretch(fraction, random)}`;
}

/**
 * A date becomes another date, while a time of day stays, because it decides when the date changes; of everything else each
 * letter and digit becomes another one.
 */
export function maskWords({ kind, words }: Pick<ChangingSpan, "kind" | "words">, random: Random): string {
  if (kind === "epoch") return maskEpoch(words, random);
  if (kind === "clock") return advanceMoment(words, (1 + random(MOST_DAYS)) * DAY);
  return words.replace(/[\p{L}\p{N}]+/gu, (stretch) => maskStretch(stretch, random));
}

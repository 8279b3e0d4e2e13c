/** Says where a request parts from the one it should have read, in as many characters as there is room for. */
import type { Parting } from "../../lib/pipeline/find-partings";
import type { Words } from "../../lib/words/create-words";
import { countLetters } from "../ui/measure-letters";

/** Characters that a value keeps, however little room there is. */
const LEAST = 5;

/** Cut in the middle: the ends of values tell them apart. */
function shorten(words: string, most: number): string {
  const points = [...words];
  if (points.length <= most) return words;
  const head = Math.ceil((most - 1) / 2);
  return `${points.slice(0, head).join("")}…${points.slice(points.length - (most - 1 - head)).join("")}`;
}

/** From the first character on that differs: where both ends are the same in both. */
function fromDifference(words: string, other: string, most: number): string {
  const [points, others] = [[...words], [...other]];
  const same = points.findIndex((point, at) => point !== others[at]);
  const rest = points.slice(Math.max(0, same));
  return rest.length < most ? `…${rest.join("")}` : `…${rest.slice(0, most - 2).join("")}…`;
}

/**
 * e.g. `parts from request 6 here: “09:30” → “09:31”`. With less room the words around go first, then the middle of the
 * values; both values stay.
 * @param room characters; the least that says both values is more than a very small one
 */
export function sayParting(
  { t }: Words,
  { other, before, after }: Pick<Parting, "other" | "before" | "after">,
  room: number,
): string {
  const quote = (words: string): string => (words === "" ? t("map.nothing") : t("map.quoted", { words }));
  const change = `${quote(before)} → ${quote(after)}`;
  const number = other + 1;
  const said = [t("map.partsFromHere", { number, change }), t("map.partsFrom", { number, change }), change];
  const fitting = said.find((each) => countLetters(each) <= room);
  if (fitting !== undefined) return fitting;
  // What the shorter value leaves is the other's.
  const left = Math.max(2 * LEAST, room - "“” → “”".length);
  const half = Math.floor(left / 2);
  const [mostBefore, mostAfter] = [Math.max(half, left - after.length), Math.max(half, left - before.length)];
  const [was, is] = [shorten(before, mostBefore), shorten(after, mostAfter)];
  if (was !== is || before === after) return `${quote(was)} → ${quote(is)}`;
  return `${quote(fromDifference(before, after, mostBefore))} → ${quote(fromDifference(after, before, mostAfter))}`;
}

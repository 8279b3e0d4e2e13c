/** Inserting, removing and moving the items of an array as text edits that touch no other item. */
import { type ArrayUnit, readUnits } from "./array-units";
import type { JsonNode } from "./json-node";
import { indentAt, type JsonStyle } from "./json-style";
import { mergeEdits } from "./merge-edits";
import type { TextEdit } from "./prompt";
import { cut } from "./remove-property";

type ArrayNode = JsonNode & { type: "array" };

/** Writes `json` so that it becomes item `index`; past the end it becomes the last one. */
export const insertItem = (
  text: string,
  array: ArrayNode,
  index: number,
  json: string,
  style: JsonStyle,
): TextEdit[] => insertItems(text, array, index, [json], style);

/** Writes several items, the first of which becomes item `index`. */
export function insertItems(
  text: string,
  array: ArrayNode,
  index: number,
  items: readonly string[],
  style: JsonStyle,
): TextEdit[] {
  const units = readUnits(text, array);
  const blanks = blanksBetween(text, array, units, style);
  const json = items.join(`,${blanks}`);
  if (units.length === 0) {
    return [{ range: { start: array.start + 1, end: array.start + 1 }, text: json }];
  }
  const piece: Piece = { before: "", json, after: "", endsInLineComment: false };
  const trailing = units.at(-1)?.comma !== null;
  return mergeEdits(placePiece(text, units, index, piece, trailing, blanks));
}

/** Removes item `index` with the comments that belong to it and one comma. */
export function cutItem(text: string, array: ArrayNode, index: number): TextEdit[] {
  const units = readUnits(text, array);
  const only = units.length === 1 ? units[0] : undefined;
  if (only && index === 0) {
    const inside = text.slice(array.start + 1, only.start) + text.slice(only.end, array.end - 1);
    return inside.trim() === "" ? [cut(array.start + 1, array.end - 1)] : [cut(only.start, only.end)];
  }
  return mergeEdits(cutUnit(text, units, index));
}

/** Moves item `from` to where it is item `to`; the comments that belong to it go with it. */
export function moveItem(
  text: string,
  array: ArrayNode,
  from: number,
  to: number,
  style: JsonStyle,
): TextEdit[] {
  const units = readUnits(text, array);
  const unit = units[from];
  const last = units.at(-1);
  if (!unit || !last || from === to) return [];
  const rest = units.filter((_, index) => index !== from);
  const { item, comma } = unit;
  const piece: Piece = {
    before: text.slice(unit.start, item.start),
    json: text.slice(item.start, item.end),
    after:
      comma === null
        ? text.slice(item.end, unit.end)
        : text.slice(item.end, comma) + text.slice(comma + 1, unit.end),
    endsInLineComment: unit.endsInLineComment,
  };
  const blanks = blanksBetween(text, array, units, style);
  const trailing = last.comma !== null;
  const cuts = cutUnit(text, units, from);
  return mergeEdits([...cuts, ...placePiece(text, rest, to, piece, trailing, blanks)]);
}

/** An item's text, and the comments around it without its comma. */
interface Piece {
  readonly before: string;
  readonly json: string;
  readonly after: string;
  readonly endsInLineComment: boolean;
}

/** @param units what the piece is placed among; @param trailing whether the last item keeps a comma */
function placePiece(
  text: string,
  units: readonly ArrayUnit[],
  index: number,
  { before, json, after, endsInLineComment }: Piece,
  trailing: boolean,
  blanks: string,
): TextEdit[] {
  const next = units[index];
  const broken = /[\r\n]/.test(blanks) ? blanks : `\n${indentAt(text, units[0]?.item.start ?? 0)}`;
  if (next) {
    const gap = endsInLineComment ? broken : blanks;
    const put = `${before}${json},${after}${gap}`;
    return [{ range: { start: next.start, end: next.start }, text: put }];
  }
  const last = units.at(-1);
  if (!last) return [];
  const comma =
    last.comma === null ? [{ range: { start: last.item.end, end: last.item.end }, text: "," }] : [];
  const gap = last.endsInLineComment ? broken : blanks;
  const put = `${gap}${before}${json}${trailing ? "," : ""}${after}`;
  const close = endsInLineComment && !startsWithBreak(text, last.end) ? broken : "";
  return [...comma, { range: { start: last.end, end: last.end }, text: put + close }];
}

function cutUnit(text: string, units: readonly ArrayUnit[], index: number): TextEdit[] {
  const unit = units[index];
  if (!unit) return [];
  const next = units[index + 1];
  if (next) return [cut(unit.start, next.start)];
  const previous = units[index - 1];
  if (!previous) return [cut(unit.start, unit.end)];
  // What ends in a line comment needs the break that stands before the unit.
  const keepsBlanks = previous.endsInLineComment && !startsWithBreak(text, unit.end);
  const edits = [cut(keepsBlanks ? unit.start : previous.end, unit.end)];
  if (unit.comma === null && previous.comma !== null) {
    edits.push(cut(previous.comma, previous.comma + 1));
  }
  return edits;
}

function startsWithBreak(text: string, offset: number): boolean {
  return /^[ \t]*[\r\n]/.test(text.slice(offset, offset + 200));
}

/** The blanks this array writes between two items. */
function blanksBetween(
  text: string,
  array: ArrayNode,
  units: readonly ArrayUnit[],
  style: JsonStyle,
): string {
  const [first, second] = units;
  if (first && second) return text.slice(first.end, second.start);
  const opening = first ? text.slice(array.start + 1, first.start) : "";
  return /^\s*[\r\n]\s*$/.test(opening) ? opening : style.comma.slice(1);
}

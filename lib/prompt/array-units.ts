/** An array as it is written: each item with its comma and the comments that belong to it. */

import type { JsonNode } from "./json-node";
import type { TextRange } from "./prompt";

/** `start` to `end` holds the comments above the item, the item, its comma and the comment behind it. */
export interface ArrayUnit extends TextRange {
  readonly item: TextRange;
  /** Offset of the comma behind the item; null where there is none. */
  readonly comma: number | null;
  /** True where the unit ends in a comment that runs to the end of its line. */
  readonly endsInLineComment: boolean;
}

interface GapPiece extends TextRange {
  readonly kind: "comma" | "line" | "block";
}

/**
 * The units of an array's items, in order; between two units there are only blanks. A comment on the line of an item
 * belongs to that item, a comment on lines of its own to the item below it, one behind the last item's line to none.
 */
export function readUnits(text: string, array: JsonNode & { type: "array" }): ArrayUnit[] {
  const { items } = array;
  const starts: number[] = [];
  const ends: { end: number; comma: number | null; line: boolean }[] = [];
  for (let index = 0; index <= items.length; index++) {
    const before = items[index - 1];
    const after = items[index];
    const from = before ? before.end : array.start + 1;
    const pieces = readGap(text, from, after ? after.start : array.end - 1);
    const own = countOwn(text, pieces, from, before !== undefined, after?.start ?? null);
    if (before) {
      const last = pieces[own - 1];
      const comma = pieces.find((piece) => piece.kind === "comma");
      ends.push({ end: last?.end ?? from, comma: comma?.start ?? null, line: last?.kind === "line" });
    }
    if (after) starts.push(pieces[own]?.start ?? after.start);
  }
  return items.flatMap((item, index) => {
    const start = starts[index];
    const close = ends[index];
    if (start === undefined || !close) return [];
    return [
      {
        start,
        end: close.end,
        item: { start: item.start, end: item.end },
        comma: close.comma,
        endsInLineComment: close.line,
      },
    ];
  });
}

/** How many pieces of a gap belong to what stands before it: up to the comma, and what ends that line. */
function countOwn(
  text: string,
  pieces: readonly GapPiece[],
  from: number,
  hasItem: boolean,
  next: number | null,
): number {
  const comma = pieces.findIndex((piece) => piece.kind === "comma");
  // Without a comma this is the opening bracket's gap or the last item's.
  let own = comma + 1;
  let at = pieces[comma]?.end ?? from;
  let piece = pieces[own];
  while (piece && !hasBreak(text, at, piece.start)) {
    own++;
    at = piece.end;
    piece = pieces[own];
  }
  const lineGoesOn = next !== null && !hasBreak(text, at, piece?.start ?? next);
  if (lineGoesOn) return comma + 1;
  return hasItem || own > 0 ? own : 0;
}

function hasBreak(text: string, start: number, end: number): boolean {
  return /[\r\n]/.test(text.slice(start, end));
}

/** The commas and comments between two values. */
function readGap(text: string, start: number, end: number): GapPiece[] {
  const pieces: GapPiece[] = [];
  for (const found of text.slice(start, end).matchAll(/,|\/\/[^\r\n]*|\/\*[\s\S]*?\*\//g)) {
    const kind = found[0] === "," ? "comma" : found[0].startsWith("//") ? "line" : "block";
    pieces.push({ kind, start: start + found.index, end: start + found.index + found[0].length });
  }
  return pieces;
}

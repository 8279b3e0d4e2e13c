/** The changing words of a document: where they stand in its text and in its prefix, and what moves them. */
import type { ChangingText } from "../changing/changing-text";
import { findStrings, type PlacedString } from "../lint/find-strings";
import type { LintContext } from "../lint/lint-context";
import { moveLineBehind } from "../lint/move-line";
import { sourceRange } from "../lint/source-range";
import { nodeAt } from "../prompt/json-node";
import { isWithin } from "../prompt/json-pointer";
import { parseJson } from "../prompt/json-tree";
import { listPlacedSpans, type PlacedSpan } from "../timeline/rewrite-changing";
import type { Scenario } from "../timeline/scenario";
import { countPrefixes } from "../tokens/count-prefixes";
import type { MeasuredSegment } from "../tokens/measured";
import { writePythonJson } from "../tokens/python-json";
import type { TokenCounter } from "../tokens/token-counter";
import type { ChangingView } from "./analysis";

/** More of them are the document's data. */
const MOST = 100;

/** Where words stand in the rendered text of their segment. */
interface RenderedPlace {
  readonly segment: MeasuredSegment;
  /** Tokens up to the part in which they stand, and where that begins in the segment's text. */
  readonly before: number;
  readonly from: number;
  readonly start: number;
  readonly end: number;
}

/** The string that a part's or a tool's text is written as in the document. */
function findString(text: string, pointer: string): PlacedString | null {
  const { root } = parseJson(text);
  for (const place of [pointer, `${pointer}/text`, `${pointer}/source/data`]) {
    const node = nodeAt(root, place);
    if (node?.type === "scalar") return findStrings(node, place)[0] ?? null;
  }
  return null;
}

/** Templates may trim a text: then it is found without the white space at its ends. */
function placeInPart(
  { pointer, start, end }: PlacedSpan,
  value: string,
  segments: readonly MeasuredSegment[],
): RenderedPlace | null {
  for (const segment of segments) {
    const at = segment.cuts.findIndex((cut) => cut.pointer === pointer);
    const cut = segment.cuts[at];
    if (!cut) continue;
    const { prefix: before, end: from } = segment.cuts[at - 1] ?? {
      prefix: segment.prefix - segment.tokens,
      end: 0,
    };
    const text = value.trim();
    const found = segment.chunk.lastIndexOf(text, cut.end - text.length);
    if (found < from) return null;
    const offset = found - (value.length - value.trimStart().length);
    return { segment, before, from, start: Math.max(from, offset + start), end: offset + end };
  }
  return null;
}

/** Tools are shown as JSON in the first segment, one after the other. */
function createToolPlacer(segment: MeasuredSegment | undefined) {
  let searched = 0;
  let last: { readonly pointer: string; readonly at: number } | null = null;
  return ({ pointer, start, end }: PlacedSpan, value: string): RenderedPlace | null => {
    if (!segment) return null;
    const at = last?.pointer === pointer ? last.at : segment.chunk.indexOf(writePythonJson(value), searched);
    if (at < 0) return null;
    last = { pointer, at };
    searched = at + value.length;
    const offsetOf = (offset: number): number => at + writePythonJson(value.slice(0, offset)).length - 1;
    return { segment, before: 0, from: 0, start: offsetOf(start), end: offsetOf(end) };
  };
}

/** Counts of a model whose counts are calibrated are scaled as its segments are. */
const scaleOf = ({ precision }: LintContext["measured"], segment: MeasuredSegment, counter: TokenCounter) =>
  precision.kind === "calibrated" ? segment.tokens / Math.max(1, counter.count(segment.chunk)) : 1;

/** Tokens of a segment up to each of the places in it, each stretch counted once. */
function countPlaces(places: readonly RenderedPlace[], counter: TokenCounter) {
  const counted = new Map<MeasuredSegment, ReadonlyMap<number, number>>();
  for (const segment of new Set(places.map((place) => place.segment))) {
    const offsets = places
      .filter((place) => place.segment === segment)
      .flatMap(({ from, start, end }) => [from, start, end]);
    const ends = [...new Set(offsets)].sort((a, b) => a - b);
    const counts = countPrefixes(counter, segment.chunk, ends);
    counted.set(segment, new Map(ends.map((end, order) => [end, counts[order] ?? 0])));
  }
  return (segment: MeasuredSegment, offset: number): number => counted.get(segment)?.get(offset) ?? 0;
}

/**
 * Every place of a document's changing words, in the order of the prefix; none where requests are given verbatim, because
 * nothing changes by itself then.
 */
export function viewChanging(
  context: LintContext,
  scenario: Scenario | null,
  counter: TokenCounter | undefined,
): readonly ChangingView[] {
  if (!counter || scenario?.turns.some(({ mode }) => mode === "body")) return [];
  const { text, prompt, measured, layout, changing: told = [] } = context;
  const placeInTools = createToolPlacer(measured.segments[0]);
  const last = layout.cuts[layout.breakpoints.at(-1) ?? -1]?.prefix ?? 0;
  const isNamed = (words: string, list: readonly ChangingText[]): boolean =>
    list.some((each) => each.words === words);

  const placed = listPlacedSpans(prompt, told)
    .slice(0, MOST)
    .flatMap((span) => {
      const string = findString(text, span.pointer);
      if (string?.value.slice(span.start, span.end) !== span.words) return [];
      const isTool = isWithin(span.pointer, "/tools");
      const place = isTool
        ? placeInTools(span, string.value)
        : placeInPart(span, string.value, measured.segments);
      return place ? [{ span, string, place, isTool }] : [];
    });
  const countAt = countPlaces(
    placed.map(({ place }) => place),
    counter,
  );
  return placed.map(({ span, string, place, isTool }): ChangingView => {
    const { segment, before, from, start, end } = place;
    const scale = scaleOf(measured, segment, counter);
    const tokensBetween = (one: number, other: number): number =>
      Math.round((countAt(segment, other) - countAt(segment, one)) * scale);
    const prefix = before + tokensBetween(from, start);
    return {
      ...span,
      range: sourceRange(text, string, span),
      segment: segment.pointer,
      prefix,
      tokens: Math.max(1, tokensBetween(start, end)),
      isTold: isNamed(span.words, told),
      mend: (!isTool && prefix < last ? moveLineBehind(context, string, span).fix : null) ?? null,
    };
  });
}

/** What the editor draws on the text: marker glyphs, token hints and the highlighted segment. */
import type * as Monaco from "monaco-editor/editor";
import type { MarkerStatus } from "../../lib/layout/layout";
import type { GoodAnalysis } from "../../lib/store/playground-state";
import { formatCount } from "../../lib/values/figures";
import type { Said } from "../../lib/words/message";
import { tintByFate } from "./fate-tint";

const statusWords: Record<MarkerStatus, string> = {
  effective: "Marker: the prefix up to here is cached",
  merged: "Marker merged into a later one",
  dropped: "Marker dropped: only the last four count",
  ignored: "Marker ignored by the service",
  "too-short": "Marker without effect: the prefix is too short",
};

/** Names of the themes' colours. */
const RULER_COLOR: Record<MarkerStatus, string> = {
  effective: "playground.read",
  merged: "playground.quiet",
  dropped: "playground.quiet",
  ignored: "playground.quiet",
  "too-short": "playground.written",
};

/** Monaco's own number, so that this file needs no Monaco at run time. */
const RULER_LEFT = 1 satisfies Monaco.editor.OverviewRulerLane.Left;

/** Characters. */
const LONG_LINE = 120;

/** Decorations for one model; positions come from the text the analysis was made of. */
export function drawMarks(
  model: Monaco.editor.ITextModel,
  good: GoodAnalysis,
  highlighted: string | null,
  say: (said: Said) => string,
): Monaco.editor.IModelDeltaDecoration[] {
  const lineOf = (offset: number): number => model.getPositionAt(offset).lineNumber;
  const { request, places } = good;
  const marks: Monaco.editor.IModelDeltaDecoration[] = tintByFate(model, good);
  const markedLines = new Set<number>();

  for (const marker of request.markers) {
    const place = places.markers[marker.pointer];
    if (!place) continue;
    const line = lineOf(place.start);
    markedLines.add(line);
    const words = statusWords[marker.status];
    const prefix = marker.prefix === null ? "" : ` (${formatCount(marker.prefix)} tokens)`;
    marks.push({
      range: { startLineNumber: line, startColumn: 1, endLineNumber: line, endColumn: 1 },
      options: {
        glyphMarginClassName: `marker-glyph is-${marker.status}`,
        overviewRuler: { color: { id: RULER_COLOR[marker.status] }, position: RULER_LEFT },
        glyphMarginHoverMessage: {
          value: `${say(marker.reason ?? `${words}${prefix}.`)} Click to remove it.`,
        },
      },
    });
  }

  for (const segment of request.segments) {
    const place = places.segments[segment.pointer];
    if (!place) continue;
    const line = lineOf(place.start);
    // At the end of a very long line a hint is out of sight: it then stands before the message.
    const long = model.getLineLength(line) > LONG_LINE;
    const column = long ? model.getPositionAt(place.start).column : model.getLineMaxColumn(line);
    const hint = {
      content: ` ${formatCount(segment.tokens)} tok · Σ ${formatCount(segment.prefix)} `,
      inlineClassName: "token-hint",
      inlineClassNameAffectsLetterSpacing: true,
    };
    marks.push({
      range: { startLineNumber: line, startColumn: column, endLineNumber: line, endColumn: column },
      options: {
        showIfCollapsed: true,
        ...(long ? { before: hint } : { after: hint }),
        ...(markedLines.has(line)
          ? {}
          : {
              glyphMarginClassName: "segment-glyph",
              glyphMarginHoverMessage: { value: "Click to place or remove a cache marker on this message." },
            }),
      },
    });
  }

  const shown = highlighted === null ? undefined : places.segments[highlighted];
  if (shown) {
    marks.push({
      range: {
        startLineNumber: lineOf(shown.start),
        startColumn: 1,
        endLineNumber: lineOf(shown.end),
        endColumn: 1,
      },
      options: { isWholeLine: true, className: "segment-highlight" },
    });
  }
  return marks;
}

/** What stands on a line of the glyph margin: a marker first, else a segment. */
export function findOnLine(
  model: Monaco.editor.ITextModel,
  good: GoodAnalysis,
  line: number,
): { readonly kind: "marker" | "segment"; readonly pointer: string } | null {
  const startsOn = (offset: number): boolean => model.getPositionAt(offset).lineNumber === line;
  for (const [pointer, range] of Object.entries(good.places.markers)) {
    if (startsOn(range.start)) return { kind: "marker", pointer };
  }
  for (const segment of good.request.segments) {
    const range = good.places.segments[segment.pointer];
    if (range && startsOn(range.start)) return { kind: "segment", pointer: segment.pointer };
  }
  return null;
}

/** What the editor draws on the text: marker glyphs, token hints and the highlighted segment. */
import type * as Monaco from "monaco-editor/editor";
import type { MarkerStatus } from "../../lib/layout/layout";
import type { RequestView } from "../../lib/pipeline/analysis";
import type { GoodAnalysis } from "../../lib/store/playground-state";
import { formatCount } from "../../lib/values/figures";
import type { Words } from "../../lib/words/create-words";
import { type Said, tell } from "../../lib/words/message";
import { tintByFate } from "./fate-tint";

/** What is said of a marker, with its prefix and without. */
const STATUS_KEYS = {
  effective: ["editor.effectivePrefix", "editor.effective"],
  merged: ["editor.mergedPrefix", "editor.merged"],
  dropped: ["editor.droppedPrefix", "editor.dropped"],
  ignored: ["editor.ignoredPrefix", "editor.ignored"],
  "too-short": ["editor.tooShortPrefix", "editor.tooShort"],
} as const satisfies Record<MarkerStatus, unknown>;

function describeMarker({ reason, status, prefix }: RequestView["markers"][number]): Said {
  if (reason) return reason;
  const [withPrefix, alone] = STATUS_KEYS[status];
  return prefix === null ? tell(alone) : tell(withPrefix, { prefix: formatCount(prefix) });
}

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

/** Lines of a text, the last one included. */
export interface Lines {
  readonly from: number;
  readonly to: number;
}

/** Lines beyond the edge that are drawn with those in sight: a few turns of the wheel. */
const AROUND = 60;

export const linesAround = ({ from, to }: Lines): Lines => ({ from: from - AROUND, to: to + AROUND });

export const holdsLines = (one: Lines, other: Lines): boolean => one.from <= other.from && other.to <= one.to;

/**
 * Decorations for one model; positions come from the text the analysis was made of.
 * @param near where hints are drawn: a long conversation has hundreds, of which a key changes all that follow
 */
export function drawMarks(
  model: Monaco.editor.ITextModel,
  good: GoodAnalysis,
  highlighted: string | null,
  words: Words,
  near: Lines,
): Monaco.editor.IModelDeltaDecoration[] {
  const lineOf = (offset: number): number => model.getPositionAt(offset).lineNumber;
  const { request, places } = good;
  const { t } = words;
  const marks: Monaco.editor.IModelDeltaDecoration[] = tintByFate(model, good, words);
  const markedLines = new Set<number>();

  for (const marker of request.markers) {
    const place = places.markers[marker.pointer];
    if (!place) continue;
    const line = lineOf(place.start);
    markedLines.add(line);
    marks.push({
      range: { startLineNumber: line, startColumn: 1, endLineNumber: line, endColumn: 1 },
      options: {
        glyphMarginClassName: `marker-glyph is-${marker.status}`,
        overviewRuler: { color: { id: RULER_COLOR[marker.status] }, position: RULER_LEFT },
        glyphMarginHoverMessage: { value: t("editor.markerHint", { what: describeMarker(marker) }) },
      },
    });
  }

  for (const segment of request.segments) {
    const place = places.segments[segment.pointer];
    if (!place) continue;
    const line = lineOf(place.start);
    if (line < near.from || line > near.to) continue;
    // At the end of a very long line a hint is out of sight: it then stands before the message.
    const long = model.getLineLength(line) > LONG_LINE;
    const column = long ? model.getPositionAt(place.start).column : model.getLineMaxColumn(line);
    const figures = { tokens: formatCount(segment.tokens), sum: formatCount(segment.prefix) };
    const hint = {
      content: ` ${t("editor.tokenHint", figures)} `,
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
              glyphMarginHoverMessage: { value: t("editor.segmentHint") },
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

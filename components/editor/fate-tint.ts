/** Tints the text by what would become of it if the very same request were sent again at once. */
import type * as Monaco from "monaco-editor/editor";
import type { GoodAnalysis } from "../../lib/store/playground-state";
import type { Words } from "../../lib/words/create-words";

type Decoration = Monaco.editor.IModelDeltaDecoration;

const HINTS = { read: "editor.wouldBeRead", uncached: "editor.wouldBeUncached" } as const;

/** Lines of one fate. */
interface Run {
  readonly fate: keyof typeof HINTS;
  readonly from: number;
  to: number;
}

/** Read up to the last breakpoint, uncached behind it: a request that is repeated writes nothing. */
export function tintByFate(
  model: Monaco.editor.ITextModel,
  { request, places }: GoodAnalysis,
  { t }: Words,
): Decoration[] {
  const read = request.breakpoints.at(-1)?.prefix ?? 0;
  const lineOf = (offset: number): number => model.getPositionAt(offset).lineNumber;
  const runs: Run[] = [];
  // Messages that follow each other line by line are one stretch: a long conversation has hundreds.
  const tint = (fate: Run["fate"], from: number, to: number): void => {
    const last = runs.at(-1);
    if (from > to) return;
    if (last?.fate === fate && from >= last.from && from <= last.to + 1) last.to = Math.max(last.to, to);
    else runs.push({ fate, from, to });
  };
  const tools = places.segments["/tools"];
  if (tools && request.toolTokens > 0) {
    tint(request.toolTokens <= read ? "read" : "uncached", lineOf(tools.start), lineOf(tools.end));
  }
  for (const { pointer, members, tokens, prefix } of request.segments) {
    if (pointer === "/tools") continue;
    // Where a part's end is the breakpoint, the message is read up to the marker on it.
    const inside = prefix > read && prefix - tokens < read;
    const marker = inside
      ? request.markers.find((each) => each.segment === pointer && each.prefix === read)
      : undefined;
    const cut = marker && places.markers[marker.pointer];
    for (const member of members) {
      const place = places.segments[member];
      if (!place) continue;
      const first = lineOf(place.start);
      const last = lineOf(place.end);
      if (!cut) tint(prefix <= read ? "read" : "uncached", first, last);
      else {
        const line = lineOf(cut.end);
        tint("read", first, line);
        tint("uncached", line + 1, last);
      }
    }
  }
  return runs.map(({ fate, from, to }) => ({
    range: { startLineNumber: from, startColumn: 1, endLineNumber: to, endColumn: 1 },
    options: {
      isWholeLine: true,
      className: `fate-text is-${fate}`,
      linesDecorationsClassName: `fate-bar is-${fate}`,
      linesDecorationsTooltip: t(HINTS[fate]),
    },
  }));
}

/** Says which tokens of a request each part takes. */
import type { LintContext } from "./lint-context";

/** Tokens from the start of the request. */
export interface TokenSpan {
  readonly start: number;
  readonly end: number;
}

/** By part pointer; template tokens around a part count with it, tools with none. */
export function partSpans({ measured, model }: LintContext): ReadonlyMap<string, TokenSpan> {
  const spans = new Map<string, TokenSpan>();
  measured.segments.forEach(({ cuts, prefix, tokens }, order) => {
    let start = prefix - tokens;
    const tools = order === 0 ? measured.tools : 0;
    const toolsLast = model?.template === "qwen3";
    if (!toolsLast) start += tools;
    cuts.forEach((cut, index) => {
      const end = cut.prefix - (toolsLast && index === cuts.length - 1 ? tools : 0);
      spans.set(cut.pointer, { start: Math.min(start, end), end });
      start = cut.prefix;
    });
  });
  return spans;
}

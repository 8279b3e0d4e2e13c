/** Draws texts that change as chips in the editor, and finds the one at a place. */
import type * as Monaco from "monaco-editor/editor";
import type { ChangingView } from "../../lib/pipeline/analysis";
import type { GoodAnalysis } from "../../lib/store/playground-state";
import type { Words } from "../../lib/words/create-words";
import { describeChanging } from "../changing/describe-changing";
import { toRange } from "./editor-problems";

/** On the words behind a chip that say how it changes: a click there opens its menu. */
export const CHIP_HINT = "changing-hint";

/** How the words change, beside them. */
const HOW = {
  request: "editor.eachRequest",
  clock: "editor.byMinute",
  day: "editor.byDay",
  conversation: "editor.eachConversation",
  never: "editor.never",
} as const;

/** The chips of one model; places come from the text the analysis was made of. */
export function drawChips(
  model: Monaco.editor.ITextModel,
  { timeline, request }: GoodAnalysis,
  { t }: Words,
): Monaco.editor.IModelDeltaDecoration[] {
  const marked = request.breakpoints.at(-1)?.prefix ?? null;
  return timeline.changing.map((span) => ({
    range: toRange(model, span.range),
    options: {
      inlineClassName: `changing-chip ${span.change === "never" ? "is-still" : ""}`,
      hoverMessage: {
        value: t("editor.chipHint", { what: describeChanging(span, marked) }),
      },
      after: {
        content: ` ↻ ${t(HOW[span.change])} `,
        inlineClassName: CHIP_HINT,
        inlineClassNameAffectsLetterSpacing: true,
      },
    },
  }));
}

/** The chip at an offset of the document, its ends included. */
export const findChip = (spans: readonly ChangingView[], offset: number): ChangingView | null =>
  spans.find(({ range }) => range.start <= offset && offset <= range.end) ?? null;

/** The words of a stretch of JSON text within one string; null where it is no such stretch. */
export function readWords(written: string): string | null {
  try {
    const words: unknown = JSON.parse(`"${written}"`);
    return typeof words === "string" && words.trim() !== "" ? words : null;
  } catch {
    return null;
  }
}

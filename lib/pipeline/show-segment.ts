/** One segment of one request, token by token: what the model sees. */
import { findModel } from "../offers/catalogue";
import { readingsFor } from "../offers/readings";
import { renderPrompt } from "../tokens/render";
import type { CounterFor } from "../tokens/token-counter";
import type { TokenList } from "../tokens/token-list";
import type { Settings } from "./analysis";
import type { DocumentOpener } from "./open-document";

/** Which segment of which request is to be shown token by token; the tail has the segment `tail`. */
export interface SegmentQuestion {
  readonly kind: "show-segment";
  readonly text: string;
  readonly settings: Settings;
  readonly turn: number;
  readonly segment: string;
  readonly limit: number;
}

/** What follows the last message. */
export const TAIL = "tail";

/** Null where the text is no request, or has no such turn or segment. */
export function showSegment(
  { text, settings, turn, segment, limit }: Omit<SegmentQuestion, "kind">,
  open: DocumentOpener,
  counterFor: CounterFor,
): TokenList | null {
  const request = open(text, settings).document?.turns[turn]?.ready.prompt;
  if (!request) return null;
  const model = findModel(request.model ?? settings.model);
  const readings = readingsFor(request.model ?? settings.model, settings);
  const { segments, tail } = renderPrompt(request, model, { readings });
  const shown = segment === TAIL ? tail : segments.find(({ pointer }) => pointer === segment)?.content.text;
  return shown === undefined ? null : counterFor(model).list(shown, limit);
}

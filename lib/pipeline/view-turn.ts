/** One request of the timeline in full: counted, cut and marked by the system that plays it. */
import type { RequestView, Settings, ShownTurn, TimelineView } from "./analysis";
import type { OpenDocument } from "./open-document";
import { playElsewhere } from "./play-elsewhere";
import { viewPlayedRequest } from "./view-played-request";
import { viewRequest } from "./view-request";

/** Null where there is no such request. */
export function viewTurn(document: OpenDocument, settings: Settings, index: number): RequestView | null {
  const ready = document.turns[index]?.ready;
  if (!ready) return null;
  const elsewhere = playElsewhere(document, settings);
  return elsewhere ? viewPlayedRequest(ready, elsewhere, index) : viewRequest(ready);
}

/**
 * One request of the timeline with its place in it; null where there is none.
 * @param own view of the document's own request: the same object, so that it travels to the page once
 */
export function showTurn(
  document: OpenDocument,
  settings: Settings,
  timeline: Pick<TimelineView, "turns">,
  index: number,
  own: RequestView,
): ShownTurn | null {
  const turn = timeline.turns[index];
  const request = index === 0 ? own : viewTurn(document, settings, index);
  return turn && request ? { ...turn, index, request } : null;
}

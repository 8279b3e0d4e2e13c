/** Which placement suits a document's scenario best: all known ones ranked, and the best that a search finds. */
import { type BakeOff, bakeOff } from "../placement/bake-off";
import { type SearchProgress, type SearchResult, searchPlacements } from "../placement/search-placements";
import type { Settings } from "./analysis";
import type { DocumentOpener } from "./open-document";
import { simulationOptions } from "./play-script";

export interface PlacementReport {
  readonly bakeOff: BakeOff;
  readonly search: SearchResult;
}

/**
 * Yields how far the search is, so that the caller may stop it. Null where the text is no request.
 * The document's own markers compete as they are drawn, whatever placement is chosen.
 */
export function* reportPlacements(
  text: string,
  { placement: _, ...settings }: Settings,
  open: DocumentOpener,
): Generator<SearchProgress, PlacementReport | null> {
  const { document } = open(text, settings);
  if (!document) return null;
  const { implicit: __, ...options } = simulationOptions(settings);
  const input = {
    ...options,
    requests: document.turns.map(({ timed, ready }) => ({ ...timed, prompt: ready.prompt })),
  };
  const search = yield* searchPlacements(input);
  return { bakeOff: bakeOff(input, search.ranked[0]?.placement ?? null), search };
}

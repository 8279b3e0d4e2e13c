/** Which placement suits a document's scenario best: all known ones ranked, and the best that a search finds. */
import { type BakeOff, bakeOff } from "../placement/bake-off";
import type { PlacementInput } from "../placement/map-anchors";
import { AS_DRAWN, type Placement } from "../placement/placement";
import { type SearchProgress, type SearchResult, searchPlacements } from "../placement/search-placements";
import { applyEdits } from "../prompt/apply-edits";
import { setModel } from "../prompt/model-edit";
import type { Settings } from "./analysis";
import type { DocumentOpener } from "./open-document";
import { simulationOptions } from "./play-script";

export interface PlacementReport {
  readonly bakeOff: BakeOff;
  readonly search: SearchResult;
  /** The placement that was chosen when this was asked. */
  readonly yours: Placement;
}

/** What placements are compared on: the document's scenario as it is without any. */
function listRequests(text: string, settings: Settings, open: DocumentOpener): PlacementInput | null {
  const { document } = open(text, settings);
  if (!document) return null;
  const { implicit: _, ...options } = simulationOptions(settings);
  return {
    ...options,
    requests: document.turns.map(({ timed, ready }) => ({ ...timed, prompt: ready.prompt })),
  };
}

/**
 * Yields how far the search is, so that the caller may stop it. Null where the text is no request.
 * The document's own markers compete as they are drawn, whatever placement is chosen.
 */
export function* reportPlacements(
  text: string,
  { placement: yours = AS_DRAWN, ...settings }: Settings,
  open: DocumentOpener,
): Generator<SearchProgress, PlacementReport | null> {
  const input = listRequests(text, settings, open);
  if (!input) return null;
  const search = yield* searchPlacements(input);
  return { bakeOff: bakeOff(input, search.ranked[0]?.placement ?? null, yours), search, yours };
}

/**
 * The same placements on another model, by its own rules and prices: the document and its recorded requests are sent to
 * it instead. Null where the text is no request.
 * @param best what a search found on the document's own model
 * @param open remembers documents apart from those of the page, which keep their model
 */
export function reportOnModel(
  { text, settings, model, best }: ModelQuestion,
  open: DocumentOpener,
): BakeOff | null {
  const { placement: yours = AS_DRAWN, ...others } = withModel(settings, model);
  const input = listRequests(writeModel(text, model), others, open);
  return input && bakeOff(input, best, yours);
}

export interface ModelQuestion {
  readonly text: string;
  readonly settings: Settings;
  readonly model: string;
  readonly best: Placement | null;
}

/** A bare array of messages names no model: the settings do. */
export function writeModel(text: string, model: string): string {
  const written = setModel(text, model);
  return written.ok ? applyEdits(text, written.edits) : text;
}

/** Recorded requests go to the model, too; a scenario without any stays the same object. */
export function withModel({ scenario, ...settings }: Settings, model: string): Settings {
  if (!scenario?.turns.some(({ body }) => body !== undefined)) return { ...settings, model, scenario };
  const turns = scenario.turns.map((turn) =>
    turn.body === undefined ? turn : { ...turn, body: writeModel(turn.body, model) },
  );
  return { ...settings, model, scenario: { ...scenario, turns } };
}

/** What choosing a placement would make of a document and its settings, without changing either. */
import { type ToldReadings, toldOf } from "../offers/readings";
import { applyEdits } from "../prompt/apply-edits";
import type { TextEdit } from "../prompt/prompt";
import type { Failure } from "../values/failure";
import type { Placement } from "./placement";
import type { PlaySettings } from "./play-settings";
import { writePlacement } from "./write-placement";

export interface PlacementPreview<Kept> {
  readonly ok: true;
  /** The document with the placement's markers. */
  readonly text: string;
  /** What leads from the document as it is to `text`. */
  readonly edits: readonly TextEdit[];
  /** The settings with the placement, which keeps its name; `as-drawn` is the absence of one. */
  readonly settings: Kept;
}

/** Text and settings as they are once the placement is chosen; a failure where the text cannot be read. */
export function previewPlacement<Kept extends PlaySettings & ToldReadings & { readonly model: string }>(
  text: string,
  settings: Kept,
  placement: Placement,
): PlacementPreview<Kept> | Failure {
  const written = writePlacement(text, placement, settings.model, toldOf(settings));
  if (!written.ok) return written;
  const { placement: _, ...others } = settings;
  const kept = placement.kind === "as-drawn" ? others : { ...others, placement };
  return { ok: true, text: applyEdits(text, written.edits), edits: written.edits, settings: kept as Kept };
}

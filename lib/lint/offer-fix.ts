/** Turns edits into the mend of a diagnostic. */
import type { EditResult } from "../prompt/marker-edits";
import type { Said } from "../words/message";
import type { Fix } from "./diagnostic";

/** The mend, or nothing where the edit is refused or changes nothing. */
export function offerFix(title: Said, result: EditResult): { fix?: Fix } {
  return result.ok && result.edits.length > 0 ? { fix: { title, edits: result.edits } } : {};
}

/** The first of several mends that can be done. */
export function offerFirst(...offers: readonly { fix?: Fix }[]): { fix?: Fix } {
  return offers.find((offer) => offer.fix) ?? {};
}

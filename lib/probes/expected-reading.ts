/** What a probe should find where the documentation is right, or where what is assumed in its place is. */
import { findModel, granularityOf } from "../offers/catalogue";
import { readingOf, type SwitchId } from "../offers/readings";

/** The reading that stands for the documentation or the assumption, as a probe of that model would name it. */
export function expectedReading(id: SwitchId, model: string): string {
  // A probe finds which of the two the model does, not that it does as documented.
  return id === "granularity" ? granularityOf(findModel(model)) : readingOf({}, id);
}

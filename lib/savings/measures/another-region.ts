/** Sends the conversation to the region where the same model costs the least. */

import { REGIONS } from "../../offers/regions";
import { answerWhatIf, compareCosts } from "../../pipeline/what-if";
import { fail } from "../../values/failure";
import { tell } from "../../words/message";
import { CONTEXT_CACHE, type Measure, NOTHING_SAVED } from "../measure";

export const anotherRegion: Measure = {
  id: "another-region",
  title: tell("measures.anotherRegion"),
  kind: "service",
  evidence: "documented",
  ...CONTEXT_CACHE,
  risk: tell("measures.anotherRegionRisk"),
  find({ text, settings, open }) {
    const now = answerWhatIf(text, settings, open)?.totals;
    if (!now) return fail(tell("measures.noRequest"));
    const offers = REGIONS.filter(({ id }) => id !== settings.region).flatMap(({ id, name }) => {
      const there = { ...settings, region: id, isRegionAssumed: false };
      const totals = answerWhatIf(text, there, open)?.totals;
      // Prices in another currency are compared nowhere: the rate of the day would decide.
      const change = totals ? compareCosts(now, totals) : null;
      return change && change.after < change.before - NOTHING_SAVED
        ? [{ there, name, after: change.after }]
        : [];
    });
    const [cheapest] = offers.sort((one, other) => one.after - other.after);
    if (!cheapest) return fail(tell("measures.noCheaperRegion"));
    return {
      ok: true,
      text,
      settings: cheapest.there,
      what: tell("measures.sendTo", { name: cheapest.name }),
    };
  },
};

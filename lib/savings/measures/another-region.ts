/** Sends the conversation to the region where the same model costs the least. */

import { REGIONS } from "../../offers/regions";
import { answerWhatIf, compareCosts } from "../../pipeline/what-if";
import { fail } from "../../values/failure";
import { ENGLISH } from "../../words/plain-words";
import { CONTEXT_CACHE, type Measure, NOTHING_SAVED } from "../measure";

export const anotherRegion: Measure = {
  id: "another-region",
  title: "Use the region where it costs the least",
  kind: "service",
  evidence: "documented",
  ...CONTEXT_CACHE,
  risk: "Data is processed there, a key of that region is needed, and answers may take longer.",
  find({ text, settings, open }) {
    const now = answerWhatIf(text, settings, open)?.totals;
    if (!now) return fail("The text is no request.");
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
    if (!cheapest) return fail("No other region sells this model for less in the same currency.");
    return { ok: true, text, settings: cheapest.there, what: `Send it to ${ENGLISH.say(cheapest.name)}` };
  },
};

/** Lets entries live an hour, where the model sells that and a pause is longer than they live now. */
import { findModel } from "../../offers/catalogue";
import { reportKeepAlive } from "../../pipeline/keep-alive-report";
import { fail } from "../../values/failure";
import { formatDuration } from "../../values/figures";
import { CONTEXT_CACHE, type Measure } from "../measure";

const HOUR = 3600;

export const longerLife: Measure = {
  id: "longer-life",
  title: "Let entries live an hour",
  kind: "cache",
  evidence: "documented",
  ...CONTEXT_CACHE,
  risk: "Writing an entry that lives an hour costs more, also where nobody comes back to it.",
  find({ text, settings, open }) {
    const first = open(text, settings, "aside").document?.first;
    const name = first?.modelName ?? settings.model;
    if (!findModel(name)?.ttl.includes(HOUR)) return fail(`No longer life of entries is sold for ${name}.`);
    const report = reportKeepAlive(text, settings, (other, its) => open(other, its, "aside"));
    if (!report || report.life >= HOUR) return fail("Entries live an hour already.");
    if (report.longPauses.length === 0)
      return fail(`No pause is longer than the ${formatDuration(report.life)} that entries live.`);
    return {
      ok: true,
      text,
      settings: { ...settings, ttl: HOUR },
      what: "Ask for entries that live an hour",
    };
  },
};

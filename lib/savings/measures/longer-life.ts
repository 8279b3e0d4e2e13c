/** Lets entries live an hour, where the model sells that and a pause is longer than they live now. */
import { findModel } from "../../offers/catalogue";
import { reportKeepAlive } from "../../pipeline/keep-alive-report";
import { fail } from "../../values/failure";
import { tell } from "../../words/message";
import { CONTEXT_CACHE, type Measure } from "../measure";

const HOUR = 3600;

export const longerLife: Measure = {
  id: "longer-life",
  title: tell("measures.longerLife"),
  kind: "cache",
  evidence: "documented",
  ...CONTEXT_CACHE,
  risk: tell("measures.longerLifeRisk"),
  find({ text, settings, open }) {
    const first = open(text, settings, "aside").document?.first;
    const name = first?.modelName ?? settings.model;
    if (!findModel(name)?.ttl.includes(HOUR)) return fail(tell("measures.noLongerLife", { model: name }));
    const report = reportKeepAlive(text, settings, (other, its) => open(other, its, "aside"));
    if (!report || report.life >= HOUR) return fail(tell("measures.hourAlready"));
    if (report.longPauses.length === 0)
      return fail(tell("measures.noLongPause", { life: { seconds: report.life } }));
    return {
      ok: true,
      text,
      settings: { ...settings, ttl: HOUR },
      what: tell("measures.askHour"),
    };
  },
};

/** Sends the conversation to the next smaller model of the same line. */
import { findModel } from "../../offers/catalogue";
import { withModel, writeModel } from "../../pipeline/placement-report";
import { fail } from "../../values/failure";
import { tell } from "../../words/message";
import { CONTEXT_CACHE, costOf, type Measure } from "../measure";

/** From the largest to the smallest, as the names of a line say. */
const SIZES = ["max", "plus", "flash"] as const;

/** Names of the smaller models of the same line that the catalogue knows, the next one first. */
function listSmaller(name: string): readonly string[] {
  const at = SIZES.findIndex((size) => name.endsWith(`-${size}`));
  if (at < 0) return [];
  const line = name.slice(0, name.lastIndexOf("-"));
  return SIZES.slice(at + 1)
    .map((size) => `${line}-${size}`)
    .filter((other) => findModel(other) !== null);
}

export const anotherModel: Measure = {
  id: "another-model",
  title: tell("measures.anotherModel"),
  kind: "service",
  evidence: "documented",
  ...CONTEXT_CACHE,
  risk: tell("measures.anotherModelRisk"),
  find(situation) {
    const { text, settings, open } = situation;
    const first = open(text, settings, "aside").document?.first;
    if (!first) return fail(tell("measures.noRequest"));
    const name = first.modelName ?? settings.model;
    for (const smaller of listSmaller(name)) {
      const changed = { text: writeModel(text, smaller), settings: withModel(settings, smaller) };
      if (costOf({ ...situation, ...changed }) !== null)
        return { ok: true, ...changed, what: tell("measures.sendTo", { name: smaller }) };
    }
    return fail(tell("measures.noSmaller", { model: name }));
  },
};

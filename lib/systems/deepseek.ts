/** DeepSeek's cache on disk: a request reads whole stored prefixes only, and nothing of it is asked for or paid to be written. */

import { tell } from "../words/message";
import type { ComparableRequest, ComparableSystem, PlayedFact } from "./comparable";
import { findUnit, openUnits, storeUnits, type UnitLookUp } from "./kernels/unit-store";

/** Tokens that reads are counted in (assumption `deepseek-steps`). */
const STEP = 64;

const floorTo = (tokens: number): number => Math.floor(tokens / STEP) * STEP;

function explain(
  { unit, common, pending }: UnitLookUp,
  read: number,
  request: ComparableRequest,
): PlayedFact[] {
  const facts: PlayedFact[] = [];
  if (read > 0) {
    const message = tell("systems.unitRead", { read, unit });
    facts.push({ code: "hit", message });
  }
  if (pending > 0) {
    const message = tell("systems.unitPending", { pending });
    facts.push({ code: "not_yet_written", message, tokens: floorTo(pending) - read });
  }
  if (common > unit && common > pending && common < request.prompt) {
    const pointer = request.segments.find(({ prefix }) => prefix > common)?.pointer;
    const message = tell("systems.unitParts", { common });
    const tokens = floorTo(common) - read;
    facts.push({ code: "messages_changed", message, tokens, ...(pointer === undefined ? {} : { pointer }) });
  }
  if (unit > 0 && read === 0) {
    const message = tell("systems.unitTooFew", { unit, step: STEP });
    facts.push({ code: "below_minimum", message });
  }
  if (facts.length > 0) return facts;
  return [{ code: "first_write", message: tell("systems.noneBefore") }];
}

export const deepseek: ComparableSystem = {
  id: "deepseek",
  family: "unit",
  name: "DeepSeek",
  options: { peak: { type: "boolean", default: false } },
  kindOf: () => "automatic",
  assumptionsOf: (_model, { peak }) => [
    "deepseek-steps",
    "deepseek-units",
    ...(peak === true ? [] : ["deepseek-off-peak"]),
  ],
  open() {
    const state = openUnits();
    return {
      state,
      step(request, asked) {
        const found = findUnit(state, request);
        storeUnits(state, request);
        const read = floorTo(found.unit);
        return { read, written: [], facts: asked ? explain(found, read, request) : [] };
      },
    };
  },
};

/** A scenario that sends given request bodies, one after the other. */
import type { Scenario } from "./scenario";

/** Seconds between two of them, where no times are known. */
const GAP = 30;

/** @param bodies JSON texts of the requests that follow the document's own; null where there are none */
export const scenarioOfBodies = (name: string, bodies: readonly string[]): Scenario | null =>
  bodies.length === 0
    ? null
    : {
        name,
        duration: 3,
        reply: "",
        turns: bodies.map((body) => ({ mode: "body", gap: GAP, user: "", reply: "", body })),
      };

/** The shape of `readings` in a request to the HTTP API: which reading of what the documentation leaves open is played. */
import { z } from "zod";
import { isReading, isSwitch, restoreReadings, SWITCH_IDS, SWITCHES } from "../offers/readings";
import { complain } from "./check-shape";

/** By switch, one of its readings; each wrong one is told with those that there are. */
export const readingsSchema = z
  .record(z.string(), z.unknown(), complain("api.readingsAsked"))
  .superRefine((readings, context) => {
    for (const [id, reading] of Object.entries(readings)) {
      if (isSwitch(id) && isReading(id, reading)) continue;
      const message = isSwitch(id)
        ? complain("api.readingUnknown", { id, choices: SWITCHES[id].readings.join(", ") })
        : complain("api.switchUnknown", { id: id.slice(0, 60), choices: SWITCH_IDS.join(", ") });
      context.addIssue({ code: "custom", message, path: [id] });
    }
  })
  .transform(restoreReadings);

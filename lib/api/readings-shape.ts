/** The shape of `readings` in a request to the HTTP API: which reading of what the documentation leaves open is played. */
import { z } from "zod";
import { isReading, isSwitch, restoreReadings, SWITCH_IDS, SWITCHES } from "../offers/readings";
import { complain } from "./check-shape";

/** `behind-place`: the complaint follows the place that it is about; `sentence`: it stands alone. */
type Form = "behind-place" | "sentence";

const KEYS = {
  "behind-place": { shape: "api.readingsAsked", reading: "api.readingAsked", id: "api.switchAsked" },
  sentence: { shape: "api.readingsWrong", reading: "api.readingUnknown", id: "api.switchUnknown" },
} as const;

/** By switch, one of its readings; each wrong one is told with those that there are. */
export const readingsSchema = (form: Form) =>
  z
    .record(z.string(), z.unknown(), complain(KEYS[form].shape))
    .superRefine((readings, context) => {
      for (const [id, reading] of Object.entries(readings)) {
        if (isSwitch(id) && isReading(id, reading)) continue;
        const message = isSwitch(id)
          ? complain(KEYS[form].reading, { id, choices: SWITCHES[id].readings.join(", ") })
          : complain(KEYS[form].id, { id: id.slice(0, 60), choices: SWITCH_IDS.join(", ") });
        context.addIssue({ code: "custom", message, path: [id] });
      }
    })
    .transform(restoreReadings);

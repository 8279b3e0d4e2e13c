/** More than four markers: is the request refused, or do the first or the last four count? */
import { answerOf, type Probe, reads, wasRefused } from "../probe";
import { chat, marked, message } from "../write-body";

/** Tokens of each marked message: the first prefix is long enough alone. */
const EACH = 1300;
const MARKERS = 5;

export const extraMarkers: Probe = {
  id: "extra-markers",
  switches: ["extra-markers"],
  needs: [],
  repeats: 2,
  calls: () => [
    {
      id: "five",
      mayBeRefused: true,
      most: { input: MARKERS * EACH + 100, output: 8 },
      write: ({ words }) =>
        // On models with entries at messages each marked message is a place of its own.
        chat(
          Array.from({ length: MARKERS }, (_, order) =>
            marked(order % 2 === 0 ? "user" : "assistant", words(EACH, `place ${order}`)),
          ),
        ),
    },
    {
      id: "first",
      after: { call: "five", from: "end", seconds: 1 },
      most: { input: EACH + 100, output: 8 },
      write: ({ words }) =>
        chat([
          marked("user", words(EACH, "place 0")),
          message("assistant", "Yes."),
          message("user", "Are you sure?"),
        ]),
    },
  ],
  read(results) {
    if (wasRefused(results, "five")) return { readings: reads("extra-markers", "refused") };
    const [five, first] = [answerOf(results, "five"), answerOf(results, "first")];
    if (!five || !first) return null;
    const countsFifth = five.prompt - five.written < EACH / 2;
    const countsFirst = first.read > 0;
    if (countsFifth === countsFirst) return null;
    return { readings: reads("extra-markers", countsFirst ? "first-four" : "last-four") };
  },
};

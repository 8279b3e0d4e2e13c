/** Two markers in one message: an entry at each part, or one at the message's end? */
import { answerOf, type Probe, reads } from "../probe";
import { chat, MARKER, message, part } from "../write-body";

const LENGTH = 1300;

export const twoInAMessage: Probe = {
  id: "two-in-a-message",
  switches: ["granularity"],
  needs: [],
  repeats: 2,
  calls: () => [
    {
      id: "both",
      most: { input: 2 * LENGTH + 100, output: 8 },
      write: ({ words }) =>
        chat([
          message("user", [part(words(LENGTH, "first"), MARKER), part(words(LENGTH, "second"), MARKER)]),
        ]),
    },
    {
      id: "first-alone",
      after: { call: "both", from: "end", seconds: 1 },
      most: { input: LENGTH + 200, output: 8 },
      // Only an entry that ends within the message can be read here.
      write: ({ words }) =>
        chat([message("user", [part(words(LENGTH, "first"), MARKER), part("What does it say?")])]),
    },
  ],
  read(results) {
    const [both, alone] = [answerOf(results, "both"), answerOf(results, "first-alone")];
    if (!both || !alone || both.written < 2 * LENGTH - 200) return null;
    return { readings: reads("granularity", alone.read > 0 ? "part" : "message") };
  },
};

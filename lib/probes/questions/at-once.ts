/** Two requests that write the same prefix at the same moment: does each pay? */
import { answerOf, type Probe, type ProbeCall, reads } from "../probe";
import { chat, marked, QUESTION } from "../write-body";

const LENGTH = 4000;

const call = (id: string, rest: Partial<ProbeCall> = {}): ProbeCall => ({
  id,
  most: { input: LENGTH + 100, output: 8 },
  write: ({ words }) => chat([marked("system", words(LENGTH, "shared")), QUESTION]),
  ...rest,
});

export const atOnce: Probe = {
  id: "at-once",
  switches: ["at-once"],
  needs: [],
  repeats: 3,
  calls: () => [
    call("left"),
    call("right"),
    call("later", { expects: "hit", after: { call: "right", from: "end", seconds: 2 } }),
  ],
  read(results) {
    const [left, right] = [answerOf(results, "left"), answerOf(results, "right")];
    if (!left || !right) return null;
    const pays = [left, right].filter(({ read, written }) => read === 0 && written > 0).length;
    if (pays === 0) return null;
    return { readings: reads("at-once", pays === 2 ? "each-pays" : "one-pays") };
  },
};

/** A second key, workspace or region of one account: does it read what the first one wrote? */
import { answerOf, type Probe, type ProbeCall } from "../probe";
import { chat, marked, QUESTION } from "../write-body";

const LENGTH = 1400;

const call = (id: string, rest: Partial<ProbeCall> = {}): ProbeCall => ({
  id,
  most: { input: LENGTH + 100, output: 8 },
  write: ({ words }) => chat([marked("system", words(LENGTH, "shared")), QUESTION]),
  ...rest,
});

export const sharing: Probe = {
  id: "sharing",
  switches: ["second-key", "second-workspace", "second-region"],
  needs: ["second"],
  repeats: 2,
  calls: () => [
    call("first", { expects: "write" }),
    call("second", { bySecond: true, after: { call: "first", from: "end", seconds: 2 } }),
    // The first key must still find it, or the second's miss says nothing.
    call("first-again", { expects: "hit", after: { call: "second", from: "end", seconds: 1 } }),
  ],
  read(results, { second }) {
    const other = answerOf(results, "second");
    if (!other || second === null) return null;
    return { readings: { [`second-${second}`]: other.read > 0 ? "shared" : "apart" } };
  },
};

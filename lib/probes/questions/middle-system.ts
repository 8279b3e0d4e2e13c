/** A system message between others on the Anthropic endpoint: refused, merged into the start, or left where it is? */
import type { JsonObject } from "../../values/json";
import { answerOf, type Probe, type ProbeCall, reads, wasRefused } from "../probe";
import { anthropic, MARKER, message, part } from "../write-body";

const LENGTH = 1400;

const call = (id: string, between: readonly JsonObject[], rest: Partial<ProbeCall>): ProbeCall => ({
  id,
  dialect: "anthropic",
  most: { input: LENGTH + 300, output: 8 },
  write: ({ words }) =>
    anthropic(
      [
        message("user", "Hello."),
        message("assistant", "Hello."),
        ...between,
        message("user", "Answer with one word."),
      ],
      { system: [part(words(LENGTH, "system"), MARKER)] },
    ),
  ...rest,
});

export const middleSystem: Probe = {
  id: "middle-system",
  switches: ["middle-system"],
  needs: ["message-level"],
  repeats: 2,
  calls: () => [
    call("without", [], { expects: "write" }),
    call("with", [message("system", "Be brief from here on, and friendly.")], {
      mayBeRefused: true,
      after: { call: "without", from: "end", seconds: 1 },
    }),
  ],
  read(results) {
    if (wasRefused(results, "with")) return { readings: reads("middle-system", "refused") };
    const between = answerOf(results, "with");
    return between && { readings: reads("middle-system", between.read > 0 ? "in-place" : "merged") };
  },
};

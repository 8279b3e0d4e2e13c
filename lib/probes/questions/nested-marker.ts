/** A marker within the content of a tool result, on the Anthropic endpoint: does it count? */
import { answerOf, type Probe, type ProbeCall, reads } from "../probe";
import { anthropic, MARKER, message, part } from "../write-body";

const LENGTH = 1400;

const call = (id: string, rest: Partial<ProbeCall> = {}): ProbeCall => ({
  id,
  dialect: "anthropic",
  most: { input: LENGTH + 500, output: 8 },
  write: ({ words }) =>
    anthropic(
      [
        message("user", "Look it up."),
        message("assistant", [{ type: "tool_use", id: "toolu_1", name: "look_up", input: { what: "it" } }]),
        message("user", [
          { type: "tool_result", tool_use_id: "toolu_1", content: [part(words(LENGTH, "result"), MARKER)] },
        ]),
      ],
      { tools: [{ name: "look_up", description: "Looks something up.", input_schema: { type: "object" } }] },
    ),
  ...rest,
});

export const nestedMarker: Probe = {
  id: "nested-marker",
  switches: ["nested-marker"],
  needs: [],
  repeats: 2,
  calls: () => [call("cold"), call("warm", { after: { call: "cold", from: "end", seconds: 1 } })],
  read(results) {
    const [cold, warm] = [answerOf(results, "cold"), answerOf(results, "warm")];
    if (!cold || !warm) return null;
    if (cold.written > 0 && warm.read > 0) return { readings: reads("nested-marker", "result-end") };
    const isNothing = cold.written === 0 && warm.read === 0 && warm.written === 0;
    return isNothing ? { readings: reads("nested-marker", "ignored") } : null;
  },
};

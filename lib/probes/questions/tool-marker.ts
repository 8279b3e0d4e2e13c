/** A marker on a tool: does it create anything? */
import { answerOf, type Probe, reads } from "../probe";
import { chat, MARKER, QUESTION } from "../write-body";

const LENGTH = 1400;

const writeTool = (description: string) => ({
  type: "function",
  function: { name: "look_up", description, parameters: { type: "object", properties: {} } },
  ...MARKER,
});

export const toolMarker: Probe = {
  id: "tool-marker",
  switches: ["tool-marker"],
  needs: [],
  repeats: 2,
  calls: () =>
    ["cold", "warm"].map((id) => ({
      id,
      most: { input: LENGTH + 500, output: 8 },
      ...(id === "warm" ? { after: { call: "cold", from: "end" as const, seconds: 1 } } : {}),
      write: ({ words }) =>
        chat([QUESTION], { tools: [writeTool(words(LENGTH, "tool"))], tool_choice: "none" }),
    })),
  read(results) {
    const [cold, warm] = [answerOf(results, "cold"), answerOf(results, "warm")];
    if (!cold || !warm) return null;
    if (cold.written > 0 && warm.read > 0) return { readings: reads("tool-marker", "system-end") };
    const isNothing = cold.written === 0 && warm.written === 0 && warm.read === 0;
    return isNothing ? { readings: reads("tool-marker", "ignored") } : null;
  },
};

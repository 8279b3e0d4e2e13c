/** A marker on the first of three tool results: where does it take effect? */
import type { JsonObject } from "../../values/json";
import { answerOf, type Probe, reads } from "../probe";
import { chat, MARKER, message, part } from "../write-body";

const LENGTH = 1300;
/** Tokens of a result. */
const RESULT = 300;

const NAMES = ["one", "two", "three"] as const;

const CALLS: JsonObject = {
  role: "assistant",
  content: "",
  tool_calls: NAMES.map((name) => ({
    id: `call_${name}`,
    type: "function",
    function: { name: "look_up", arguments: JSON.stringify({ what: name }) },
  })),
};

const TOOL: JsonObject = {
  type: "function",
  function: {
    name: "look_up",
    description: "Looks something up.",
    parameters: { type: "object", properties: { what: { type: "string" } } },
  },
};

export const resultMarker: Probe = {
  id: "result-marker",
  switches: ["result-marker"],
  needs: [],
  repeats: 2,
  calls: () => [
    {
      id: "marked",
      most: { input: LENGTH + 3 * RESULT + 500, output: 8 },
      write: ({ words }) =>
        chat(
          [
            message("user", words(LENGTH, "question")),
            CALLS,
            ...NAMES.map((name) => ({
              role: "tool",
              tool_call_id: `call_${name}`,
              content: [part(words(RESULT, name), name === "one" ? MARKER : {})],
            })),
          ],
          { tools: [TOOL] },
        ),
    },
  ],
  read(results) {
    const marked = answerOf(results, "marked");
    if (!marked || marked.read > 0) return null;
    const rest = marked.prompt - marked.written;
    if (marked.written === 0) return { readings: reads("result-marker", "ignored") };
    return { readings: reads("result-marker", rest > RESULT ? "own-end" : "turn-end") };
  },
};

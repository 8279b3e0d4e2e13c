/** Reasoning in the history, and thinking on or off: what counts as input, and what parts the prefixes. */
import { findModel } from "../../offers/catalogue";
import type { ReadingOf } from "../../offers/readings";
import { parsePrompt } from "../../prompt/parse";
import { renderPrompt } from "../../tokens/render";
import type { JsonObject } from "../../values/json";
import { answerOf, type Probe, type ProbeCall, type Results } from "../probe";
import { chat, marked, message, QUESTION } from "../write-body";

const LENGTH = 1400;
/** Tokens of the reasoning. */
const THOUGHT = 300;
/** Tokens of an answer that may think. */
const THINKING_ANSWER = 400;

const CALL = {
  tool_calls: [{ id: "call_1", type: "function", function: { name: "look_up", arguments: "{}" } }],
};
const TOOLS = {
  tools: [
    {
      type: "function",
      function: {
        name: "look_up",
        description: "Looks it up.",
        parameters: { type: "object", properties: {} },
      },
    },
  ],
};

/** A history whose answer was thought about: before a new question, or within a tool loop. */
const HISTORIES: Readonly<Record<"past" | "loop", (thought: JsonObject) => JsonObject>> = {
  past: (thought) =>
    chat([message("user", "Hello."), { role: "assistant", content: "Hello.", ...thought }, QUESTION]),
  loop: (thought) =>
    chat(
      [
        message("user", "Look it up."),
        { role: "assistant", content: "", ...thought, ...CALL },
        { role: "tool", tool_call_id: "call_1", content: "Nothing." },
      ],
      TOOLS,
    ),
};

type Place = keyof typeof HISTORIES;
const PLACES = ["past", "loop"] as const satisfies readonly Place[];

const listHistories = (): ProbeCall[] =>
  PLACES.flatMap((place) => [
    { id: `${place}-without`, most: { input: 300, output: 8 }, write: () => HISTORIES[place]({}) },
    {
      id: `${place}-with`,
      most: { input: THOUGHT + 300, output: 8 },
      write: ({ words }) => HISTORIES[place]({ reasoning_content: words(THOUGHT, "thought") }),
    },
  ]);

const listSwitched = (): ProbeCall[] => [
  {
    id: "off",
    expects: "write",
    most: { input: LENGTH + 100, output: 8 },
    write: ({ words }) => chat([marked("system", words(LENGTH, "switch")), QUESTION]),
  },
  {
    id: "on",
    after: { call: "off", from: "end", seconds: 1 },
    most: { input: LENGTH + 100, output: THINKING_ANSWER },
    write: ({ words }) =>
      chat([marked("system", words(LENGTH, "switch")), QUESTION], {
        enable_thinking: true,
        thinking_budget: 64,
        max_tokens: THINKING_ANSWER,
      }),
  },
];

/** Whether the reasoning of that place was in the count; null where the difference is neither. */
function isShown(results: Results, place: Place): boolean | null {
  const [with_, without] = [answerOf(results, `${place}-with`), answerOf(results, `${place}-without`)];
  if (!with_ || !without) return null;
  const more = with_.prompt - without.prompt;
  if (more > THOUGHT * 0.6) return true;
  return more < THOUGHT * 0.1 ? false : null;
}

const WORD = "unmistakable";

/** Whether the chat template of the model shows it. */
function isShownByTemplate(place: Place, model: string): boolean {
  const { prompt } = parsePrompt(JSON.stringify({ model, ...HISTORIES[place]({ reasoning_content: WORD }) }));
  const { segments } = prompt ? renderPrompt(prompt, findModel(model)) : { segments: [] };
  return segments.some(({ content }) => content.text.includes(WORD));
}

function findShown(results: Results, model: string): ReadingOf<"reasoning-shown"> | null {
  const shown = PLACES.map((place) => isShown(results, place));
  if (PLACES.every((place, order) => isShownByTemplate(place, model) === shown[order])) return "by-template";
  if (shown.every((one) => one === true)) return "always";
  return shown.every((one) => one === false) ? "never" : null;
}

export const reasoning: Probe = {
  id: "reasoning",
  switches: ["reasoning-shown", "thinking-switch"],
  needs: ["thinking"],
  repeats: 2,
  calls: () => [...listHistories(), ...listSwitched()],
  read(results, { model }) {
    const on = answerOf(results, "on");
    const shown = findShown(results, model);
    if (!on || shown === null) return null;
    return { readings: { "reasoning-shown": shown, "thinking-switch": on.read > 0 ? "shared" : "apart" } };
  },
};

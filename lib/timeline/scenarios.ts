/** Scenarios that fit any document; presets bring one of their own. */
import type { Scenario, ScriptedCall, ToolRound, Turn } from "./scenario";

const again = (gap: number): Turn => ({ mode: "repeat", gap, user: "", reply: "Done." });

const followUp = (user: string, reply: string, gap = 45): Turn => ({ mode: "append", gap, user, reply });

const call = (name: string, subject: string, resultTokens: number): ScriptedCall => ({
  name,
  arguments: JSON.stringify({ subject }),
  result: "",
  resultTokens,
});

const round = (...calls: ScriptedCall[]): ToolRound => ({ gap: 8, calls });

const FIRST_REPLY = "Here is a first answer, with the main points in order.";
const MORE = followUp(
  "Thanks. Can you go into more detail on the second point?",
  "Certainly. The second point has two parts.",
);
const ADVICE = followUp(
  "What would you recommend?",
  "I would begin with the first part and measure before going on.",
);
const SUMMARY = followUp(
  "Summarise this in three sentences, please.",
  "In short: begin small, measure, then decide.",
);

/** Two turns as they are, then `turn` with what happens before it, then one more. */
const halfWay = (name: string, turn: Turn): Scenario => ({
  name,
  duration: 4,
  reply: FIRST_REPLY,
  turns: [MORE, ADVICE, turn, followUp("And what comes after that?", "Then repeat it with the next part.")],
});

const question = (number: number): Turn => ({
  mode: "append",
  gap: 60,
  user: `Follow-up question ${number}.`,
  reply: `Answer ${number + 1}.`,
  userTokens: 40,
  replyTokens: 160,
});

/** What a document plays that brings no conversation: it borrows no words from any other. */
export const NEUTRAL_SCENARIO: Scenario = {
  name: "Three follow-up questions, 60 s apart",
  duration: 4,
  reply: "Answer 1.",
  turns: [question(1), question(2), question(3)],
};

/** Questions of a conversation of ten turns: the document asks the first. */
const NEXT_NINE = Array.from({ length: 9 }, (_, index) => question(index + 1));

const TEN_TURNS: Scenario = { ...NEUTRAL_SCENARIO, name: "Ten turns, 60 s apart", turns: NEXT_NINE };

const TEN_AGENT_TURNS: Scenario = {
  ...NEUTRAL_SCENARIO,
  name: "Ten agent turns, a tool call in each",
  turns: NEXT_NINE.map((turn, index) => ({
    ...turn,
    rounds: [round(call("search", `part ${index + 2}`, 400))],
  })),
};

/** The plainest one in which a cache can be of use. */
export const REPEATED: Scenario = {
  name: "Same request, five times",
  duration: 3,
  reply: "Done.",
  turns: [again(30), again(30), again(30), again(30)],
};

export const scenarios: readonly Scenario[] = [
  NEUTRAL_SCENARIO,
  TEN_TURNS,
  TEN_AGENT_TURNS,
  { name: "Three follow-up turns", duration: 4, reply: FIRST_REPLY, turns: [MORE, ADVICE, SUMMARY] },
  REPEATED,
  {
    name: "Same request after a long break",
    duration: 3,
    reply: "Done.",
    turns: [again(60), again(420), again(60)],
  },
  { name: "One request", duration: 3, reply: "Done.", turns: [] },
  {
    name: "Agent, three tool rounds",
    duration: 5,
    reply: FIRST_REPLY,
    turns: [
      {
        ...followUp(
          "Look into it and report what you find.",
          "I have looked at all of it; here is the report.",
        ),
        rounds: [
          round(call("search", "overview", 400), call("search", "details", 600)),
          round(
            call("read", "first source", 900),
            call("read", "second source", 700),
            call("read", "third source", 800),
          ),
          round(call("check", "figures", 150), call("check", "dates", 120)),
        ],
      },
      SUMMARY,
    ],
  },
  {
    name: "Clock in the system text",
    duration: 4,
    reply: FIRST_REPLY,
    turns: [MORE, { ...ADVICE, events: [{ kind: "clock" }] }, SUMMARY],
  },
  halfWay("Tools shuffled half-way", { ...SUMMARY, events: [{ kind: "shuffle-tools", seed: 1 }] }),
  halfWay("History compacted half-way", {
    ...SUMMARY,
    events: [
      {
        kind: "compact",
        summary:
          "Summary so far: the main points were named, the second was explained, and measuring was advised.",
      },
    ],
  }),
  {
    name: "Ten workers at once",
    duration: 6,
    reply: "Ready to share out the work.",
    turns: [
      {
        mode: "append",
        gap: 10,
        user: "You are worker {n} of 10. Do your share.",
        reply: "My share is done.",
        copies: 10,
      },
      followUp("Put the shares together.", "All shares are put together."),
    ],
  },
  {
    name: "Pings over a coffee break",
    duration: 3,
    reply: FIRST_REPLY,
    turns: [
      MORE,
      { mode: "ping", gap: 240, user: "", reply: "", times: 4 },
      followUp("I am back. Where were we?", "At the second point.", 120),
    ],
  },
  {
    name: "Batch of 50 rows",
    duration: 2,
    reply: "Done.",
    turns: [
      {
        mode: "replace",
        gap: 5,
        user: "Row {n}: please process it as described.",
        reply: "Done.",
        times: 49,
      },
    ],
  },
  halfWay("Model switched half-way", {
    ...SUMMARY,
    events: [{ kind: "switch-model", model: "qwen3.6-plus" }],
  }),
];

/** A long conversation that borrows no words: of an agent where the request offers tools. */
export const tenTurns = (toolCount: number): Scenario => (toolCount > 0 ? TEN_AGENT_TURNS : TEN_TURNS);

const needs = (tools: number, { events = [], rounds = [] }: Turn): boolean =>
  (rounds.length > 0 && tools < 1) || (events.some(({ kind }) => kind === "shuffle-tools") && tools < 2);

/** The ready scenarios that have a meaning for a request. @param toolCount tools that it offers the model */
export const listFitting = (toolCount: number): readonly Scenario[] =>
  scenarios.filter(({ turns }) => !turns.some((turn) => needs(toolCount, turn)));

/** Scenarios that fit any document; presets bring one of their own. */
import type { Scenario, Turn } from "./scenario";

const again = (gap: number): Turn => ({ mode: "repeat", gap, user: "", reply: "Done." });

const followUp = (user: string, reply: string): Turn => ({ mode: "append", gap: 45, user, reply });

export const scenarios: readonly Scenario[] = [
  {
    name: "Three follow-up turns",
    duration: 4,
    reply: "Here is a first answer, with the main points in order.",
    turns: [
      followUp(
        "Thanks. Can you go into more detail on the second point?",
        "Certainly. The second point has two parts.",
      ),
      followUp("What would you recommend?", "I would begin with the first part and measure before going on."),
      followUp("Summarise this in three sentences, please.", "In short: begin small, measure, then decide."),
    ],
  },
  {
    name: "Same request, five times",
    duration: 3,
    reply: "Done.",
    turns: [again(30), again(30), again(30), again(30)],
  },
  {
    name: "Same request after a long break",
    duration: 3,
    reply: "Done.",
    turns: [again(60), again(420), again(60)],
  },
  { name: "One request", duration: 3, reply: "Done.", turns: [] },
];

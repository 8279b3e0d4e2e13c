/** Turns and rounds to begin with: what the menus of the editor add. */
import type { ScriptedCall, ToolRound, Turn } from "../../lib/timeline/scenario";

export const newCall = (number: number): ScriptedCall => ({
  name: "search",
  arguments: JSON.stringify({ query: `question ${number}` }),
  result: "",
  resultTokens: 400,
});

/** A round of so many calls at once. */
export const newRound = (calls: number): ToolRound => ({
  gap: 8,
  calls: Array.from({ length: calls }, (_, index) => newCall(index + 1)),
});

const next = (changes: Partial<Turn> = {}): Turn => ({
  mode: "append",
  gap: 45,
  user: "Thanks. What about the next point?",
  reply: "The next point follows from the first.",
  ...changes,
});

/** Short enough for a menu's line. */
const newTurns: readonly { readonly label: string; readonly turn: Turn }[] = [
  { label: "Next user message", turn: next() },
  { label: "Same request again", turn: { mode: "repeat", gap: 30, user: "", reply: "Done." } },
  { label: "Next message after 7 min", turn: next({ gap: 420, user: "I am back. Where were we?" }) },
  { label: "Keep-alive pings", turn: { mode: "ping", gap: 240, user: "", reply: "", times: 4 } },
  {
    label: "Ten at once",
    turn: next({ gap: 10, user: "You are worker {n}. Do your share.", reply: "Done.", copies: 10 }),
  },
  {
    label: "Batch of 50 rows",
    turn: { mode: "replace", gap: 5, user: "Row {n}: please process it.", reply: "Done.", times: 50 },
  },
  {
    label: "Tool rounds",
    turn: next({
      user: "Look into it and report what you find.",
      reply: "Here is the report.",
      rounds: [newRound(2), newRound(1)],
    }),
  },
];

/** A model without tools has none to call. */
export const offerTurns = (hasTools: boolean): typeof newTurns =>
  newTurns.filter(({ turn }) => hasTools || turn.rounds === undefined);

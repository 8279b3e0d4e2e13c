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

type NewTurnKey = `scenario.new${"Next" | "Same" | "Late" | "Pings" | "TenAtOnce" | "Batch" | "Rounds"}`;

/** Short enough for a menu's line. */
const newTurns: readonly { readonly labelKey: NewTurnKey; readonly turn: Turn }[] = [
  { labelKey: "scenario.newNext", turn: next() },
  { labelKey: "scenario.newSame", turn: { mode: "repeat", gap: 30, user: "", reply: "Done." } },
  { labelKey: "scenario.newLate", turn: next({ gap: 420, user: "I am back. Where were we?" }) },
  { labelKey: "scenario.newPings", turn: { mode: "ping", gap: 240, user: "", reply: "", times: 4 } },
  {
    labelKey: "scenario.newTenAtOnce",
    turn: next({ gap: 10, user: "You are worker {n}. Do your share.", reply: "Done.", copies: 10 }),
  },
  {
    labelKey: "scenario.newBatch",
    turn: { mode: "replace", gap: 5, user: "Row {n}: please process it.", reply: "Done.", times: 50 },
  },
  {
    labelKey: "scenario.newRounds",
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

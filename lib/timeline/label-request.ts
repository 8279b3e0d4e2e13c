/** Names the requests of a scenario for a reader, in a few words. */
import { type Message, type MessageKey, tell } from "../words/message";
import type { TurnMode } from "./scenario";

/** Which of how many, each from 1. */
export interface Count {
  readonly copy: number;
  readonly copies: number;
  readonly time: number;
  readonly times: number;
}

const NAMES = {
  append: "turns.next",
  replace: "turns.other",
  repeat: "turns.same",
  ping: "turns.ping",
  body: "turns.recorded",
} as const satisfies Readonly<Record<TurnMode, MessageKey>>;

/** e.g. `next message`, `copy 2 of 10`, `ping 2 of 3`. */
export function labelRequest(mode: TurnMode, { copy, copies, time, times }: Count): Message {
  const name = copies > 1 ? tell("turns.copyOf", { copy, copies }) : tell(NAMES[mode]);
  if (times === 1) return name;
  return tell(copies > 1 ? "turns.copyAndTimeOf" : "turns.timeOf", { name, time, times });
}

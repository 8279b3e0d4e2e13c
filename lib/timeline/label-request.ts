/** Names the requests of a scenario for a reader, in a few words. */
import type { TurnMode } from "./scenario";

/** Which of how many, each from 1. */
export interface Count {
  readonly copy: number;
  readonly copies: number;
  readonly time: number;
  readonly times: number;
}

const NAMES: Readonly<Record<TurnMode, string>> = {
  append: "next message",
  replace: "other message",
  repeat: "same request",
  ping: "ping",
  body: "recorded request",
};

/** e.g. `next message`, `copy 2 of 10`, `ping 2 of 3`. */
export function labelRequest(mode: TurnMode, { copy, copies, time, times }: Count): string {
  const name = copies > 1 ? `copy ${copy} of ${copies}` : NAMES[mode];
  if (times === 1) return name;
  return copies > 1 ? `${name}, time ${time} of ${times}` : `${name} ${time} of ${times}`;
}

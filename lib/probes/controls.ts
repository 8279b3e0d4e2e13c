/** What every repeat asks besides its question: whether the service caches now, and says so. */
import type { ProbeCall } from "./probe";
import { chat, marked, QUESTION } from "./write-body";

/** Tokens of a control's prefix: clearly more than the minimum. */
const LENGTH = 1400;

const control = (id: string, name: string, rest: Omit<ProbeCall, "id" | "most" | "write">): ProbeCall => ({
  id,
  most: { input: LENGTH + 100, output: 8 },
  write: ({ words }) => chat([marked("system", words(LENGTH, name)), QUESTION]),
  ...rest,
});

const pair = (name: string, start: ProbeCall["after"]): ProbeCall[] => [
  control(`${name}-cold`, name, { expects: "write", ...(start ? { after: start } : {}) }),
  control(`${name}-warm`, name, { expects: "hit", after: { call: `${name}-cold`, from: "end", seconds: 1 } }),
];

/**
 * A prefix that no cache knows is written and then read, at the start of a repeat and again at its end: a service that
 * claims reads of what it cannot have, or none of what it has, or that changes meanwhile, is found out.
 * @param last the call after which the repeat is over
 */
export const addControls = (calls: readonly ProbeCall[], last: string): readonly ProbeCall[] => [
  ...pair("opening", undefined),
  ...calls,
  ...pair("closing", { call: last, from: "end", seconds: 1 }),
];

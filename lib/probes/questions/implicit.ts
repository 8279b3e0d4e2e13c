/** The implicit cache: from how many tokens on, in which steps, how often and for how long it reads. */
import { findModel, minimumImplicitOf } from "../../offers/catalogue";
import type { ReadingOf } from "../../offers/readings";
import { answerOf, type Probe, type ProbeCall, type ProbeSetup, type Results } from "../probe";
import { chat, message } from "../write-body";

/** Tokens of prompts for the smallest read: each clearly above a minimum in question, and below the next. */
const SIZES = [330, 640, 1250] as const;
/** Tokens of prompts for the step: most are 64 apart, so that of two neighbours one is no multiple of the next larger step; the last is odd against them. */
const ODD_SIZES = [1400, 1464, 1528, 1592, 1637] as const;
/** Seconds that a service may need to store what it has computed. */
const PAUSE = 10;
const IDLE = { five: 310, hour: 3610 } as const;
const IDLE_SIZE = 1800;

const ask = (id: string, name: string, tokens: number, rest: Partial<ProbeCall> = {}): ProbeCall => ({
  id,
  byImplicit: true,
  most: { input: tokens + 100, output: 8 },
  // The end differs from call to call, as in a conversation.
  write: ({ words }) =>
    chat([message("system", words(tokens, name)), message("user", `Answer "${id}" alone.`)]),
  ...rest,
});

const pair = (name: string, tokens: number, seconds: number): ProbeCall[] => [
  ask(`${name}-cold`, name, tokens, { expects: "miss" }),
  ask(`${name}-warm`, name, tokens, { after: { call: `${name}-cold`, from: "end", seconds } }),
];

const readOf = (results: Results, name: string): number => answerOf(results, `${name}-warm`)?.read ?? 0;

function findMinimum(results: Results, { model }: ProbeSetup): ReadingOf<"implicit-minimum"> | null {
  const size = SIZES.find((tokens) => readOf(results, `size ${tokens}`) > 0);
  if (size === undefined) return null;
  const least = ([256, 512, 1024] as const)[SIZES.indexOf(size)];
  if (least === minimumImplicitOf(findModel(model))) return "as-documented";
  return least === 256 ? "from-256" : least === 512 ? "from-512" : null;
}

function findStep(amounts: readonly number[]): ReadingOf<"implicit-step"> | null {
  const divides = (step: number): boolean => amounts.every((tokens) => tokens % step === 0);
  if (amounts.length < ODD_SIZES.length) return null;
  if (divides(256)) return "steps-256";
  if (divides(128)) return "steps-128";
  if (divides(64)) return "steps-64";
  return divides(2) ? null : "to-the-token";
}

function findLife(results: Results): ReadingOf<"implicit-life"> {
  if (readOf(results, "idle hour") > 0) return "not-fixed";
  return readOf(results, "idle five") > 0 ? "hour" : "five-minutes";
}

export const implicit: Probe = {
  id: "implicit",
  switches: ["implicit-minimum", "implicit-step", "implicit-life"],
  needs: ["implicit"],
  repeats: 2,
  calls: () => [
    ...SIZES.flatMap((tokens) => pair(`size ${tokens}`, tokens, PAUSE)),
    ...ODD_SIZES.flatMap((tokens) => pair(`odd ${tokens}`, tokens, PAUSE)),
    ...pair("idle five", IDLE_SIZE, IDLE.five),
    ...pair("idle hour", IDLE_SIZE, IDLE.hour),
  ],
  read(results, setup) {
    const amounts = ODD_SIZES.map((tokens) => readOf(results, `odd ${tokens}`)).filter(
      (tokens) => tokens > 0,
    );
    const often = amounts.length / ODD_SIZES.length;
    if (often === 0) return null;
    const [minimum, step] = [findMinimum(results, setup), findStep(amounts)];
    return {
      readings: {
        // Where reads are missing that nothing stands against, one that is missing says nothing of length or wait.
        ...(minimum === null || often < 1 ? {} : { "implicit-minimum": minimum }),
        ...(step === null ? {} : { "implicit-step": step }),
        ...(often < 1 ? {} : { "implicit-life": findLife(results) }),
      },
      figures: { often },
    };
  },
};

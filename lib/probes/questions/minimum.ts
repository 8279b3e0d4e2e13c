/** The minimum to the token: which tokens must reach it, and whether exactly 1,024 are enough. */
import { SWITCHES } from "../../offers/readings";
import { DEFAULT_LIMITS } from "../../systems/resolve-markers";
import { answerOf, type Probe, type ProbeCall, type Results } from "../probe";
import { chat, marked, QUESTION } from "../write-body";

const { minimum: MINIMUM } = DEFAULT_LIMITS;
/** Words that are a token each stand behind the others, so that a length can be set to the token. */
const BASE = 600;
const WORD = " a";
/** So many of them in the call that is measured. */
const MEASURED = 700;

/** Tokens around a system message's words: `<|im_start|>system`, its newline and `<|im_end|>`. */
const FRAME = 4;

/** Prefixes that are tried, against the minimum: counted whole, without the frame, or with all that follows the marker. */
const TRIED = { prefix: [-1, 0, 1], words: [FRAME - 1, FRAME, FRAME + 1], request: [-1, 0, 1] } as const;

const most = { input: MINIMUM + 400, output: 8 };

const write =
  (count: number): ProbeCall["write"] =>
  ({ words }) =>
    chat([marked("system", `${words(BASE, "exact")}${WORD.repeat(count)}`), QUESTION]);

/** Of the request whose prefix was written whole: tokens of the prefix, and of what follows it. */
function measure(results: Results): { readonly prefix: number; readonly tail: number } | null {
  const measured = answerOf(results, "measured");
  return measured && measured.written > 0
    ? { prefix: measured.written, tail: measured.prompt - measured.written }
    : null;
}

const OFFSETS = Object.entries(TRIED).flatMap(([by, offsets]) =>
  offsets.map((offset) => ({ id: `${by} ${offset < 0 ? "−" : "+"}${Math.abs(offset)}`, by, offset })),
);

/** The length of the prefix that a call is to have. */
function targetOf({ by, offset }: (typeof OFFSETS)[number], results: Results): number {
  return MINIMUM + offset - (by === "request" ? (measure(results)?.tail ?? 0) : 0);
}

export const minimum: Probe = {
  id: "minimum",
  switches: ["minimum-of", "minimum-itself"],
  needs: [],
  repeats: 2,
  calls: () => [
    { id: "measured", expects: "write", most, write: write(MEASURED) },
    ...OFFSETS.map(
      (one): ProbeCall => ({
        id: one.id,
        after: { call: "measured", from: "end", seconds: 1 },
        most,
        write: (told) => {
          const beyond = (measure(told.results)?.prefix ?? 0) - targetOf(one, told.results);
          return write(Math.max(0, MEASURED - beyond))(told);
        },
      }),
    ),
  ],
  read(results) {
    const size = measure(results);
    if (!size) return null;
    const tried = OFFSETS.map((one) => {
      const answer = answerOf(results, one.id);
      return {
        prefix: targetOf(one, results),
        prompt: answer?.prompt ?? 0,
        isWritten: (answer?.written ?? 0) > 0,
      };
    });
    // A word that is no token of its own would make the lengths wrong.
    if (tried.some(({ prefix, prompt }) => prompt !== prefix + size.tail)) return null;
    const written = tried.filter(({ isWritten }) => isWritten).map(({ prefix }) => prefix);
    const least = Math.min(...written);
    if (tried.some(({ prefix, isWritten }) => isWritten !== prefix >= least)) return null;
    const thresholds = { prefix: MINIMUM, "marked-words": MINIMUM + FRAME, request: MINIMUM - size.tail };
    for (const of of SWITCHES["minimum-of"].readings) {
      const itself = least - thresholds[of];
      if (itself === 0 || itself === 1) {
        return { readings: { "minimum-of": of, "minimum-itself": itself === 0 ? "counts" : "too-short" } };
      }
    }
    return null;
  },
};

/** How many tokens the model's own vocabulary takes for each of ours, by kind of text. */
import { COUNTED_TEXTS, SHORT_TEXT } from "../counted-texts";
import { answerOf, type Probe } from "../probe";
import { chat, message } from "../write-body";

const SHORT = "short";

export const counting: Probe = {
  id: "counting",
  switches: [],
  needs: [],
  repeats: 1,
  calls: () =>
    [{ kind: SHORT, ...SHORT_TEXT }, ...COUNTED_TEXTS].map(({ kind, text, tokens }) => ({
      id: kind,
      most: { input: tokens * 2 + 100, output: 8 },
      write: () => chat([message("user", text)]),
    })),
  read(results) {
    const short = answerOf(results, SHORT);
    if (!short) return null;
    // What stands around the text is the same in all of them.
    const counted = COUNTED_TEXTS.map(({ kind, tokens }) => ({
      kind,
      ours: tokens - SHORT_TEXT.tokens,
      theirs: (answerOf(results, kind)?.prompt ?? 0) - short.prompt,
    }));
    if (counted.some(({ theirs, ours }) => theirs < ours / 4)) return null;
    const sum = (side: "ours" | "theirs"): number => counted.reduce((total, one) => total + one[side], 0);
    return {
      readings: {},
      figures: {
        ...Object.fromEntries(counted.map(({ kind, ours, theirs }) => [kind, theirs / ours])),
        all: sum("theirs") / sum("ours"),
      },
    };
  },
};

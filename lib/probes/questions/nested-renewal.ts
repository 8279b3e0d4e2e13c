/** A read of a long entry: does it renew the shorter one within it? */
import { answerOf, type Probe, type ProbeCall, reads } from "../probe";
import { chat, marked, message, part, QUESTION } from "../write-body";

const SHORT = 1300;
const REST = 600;
/** Seconds: the first within the life of what was written, the second beyond it. */
const READ_AT = 200;
const LOOK_AT = 400;

const after = (call: string, seconds: number): Pick<ProbeCall, "after"> => ({
  after: { call, from: "start", seconds },
});

const most = { input: SHORT + REST + 100, output: 8 };

export const nestedRenewal: Probe = {
  id: "nested-renewal",
  switches: ["nested-renewal"],
  needs: [],
  repeats: 2,
  calls: () => [
    {
      id: "both",
      expects: "write",
      most,
      write: ({ words }) =>
        chat([marked("system", words(SHORT, "short")), marked("user", words(REST, "long"))]),
    },
    {
      id: "untouched",
      expects: "write",
      most,
      write: ({ words }) => chat([marked("system", words(SHORT, "untouched")), QUESTION]),
    },
    {
      id: "long-read",
      expects: "hit",
      ...after("both", READ_AT),
      most,
      write: ({ words }) =>
        chat([message("system", [part(words(SHORT, "short"))]), marked("user", words(REST, "long"))]),
    },
    {
      id: "short-late",
      ...after("both", LOOK_AT),
      most,
      write: ({ words }) => chat([marked("system", words(SHORT, "short")), QUESTION]),
    },
    {
      // What nobody has used has to be gone by then.
      id: "untouched-late",
      expects: "miss",
      ...after("untouched", LOOK_AT),
      most,
      write: ({ words }) => chat([marked("system", words(SHORT, "untouched")), QUESTION]),
    },
  ],
  read(results) {
    const short = answerOf(results, "short-late");
    return short && { readings: reads("nested-renewal", short.read > 0 ? "all-within" : "own-markers") };
  },
};

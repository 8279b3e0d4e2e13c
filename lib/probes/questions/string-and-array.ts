/** A text as an array of one part and as a string: the same prefix? */
import { answerOf, type Probe, reads } from "../probe";
import { chat, marked, message } from "../write-body";

const LENGTH = 1300;

export const stringAndArray: Probe = {
  id: "string-and-array",
  switches: ["string-and-array"],
  needs: [],
  repeats: 2,
  calls: () => [
    {
      id: "array",
      expects: "write",
      most: { input: LENGTH + 100, output: 8 },
      write: ({ words }) => chat([marked("user", words(LENGTH, "text"))]),
    },
    {
      id: "string",
      after: { call: "array", from: "end", seconds: 1 },
      most: { input: LENGTH + 200, output: 8 },
      write: ({ words }) =>
        chat([
          message("user", words(LENGTH, "text")),
          message("assistant", "Yes."),
          marked("user", "Are you sure?"),
        ]),
    },
  ],
  read(results) {
    const string = answerOf(results, "string");
    return string && { readings: reads("string-and-array", string.read > 0 ? "same" : "apart") };
  },
};

/** Claude Code's billing line, which differs in every request: does it part the prefixes? */
import { answerOf, type Probe, type ProbeCall, reads } from "../probe";
import { anthropic, MARKER, message, part } from "../write-body";

const LENGTH = 1400;

const write = (id: string, line: string, rest: Partial<ProbeCall>): ProbeCall => ({
  id,
  dialect: "anthropic",
  most: { input: LENGTH + 200, output: 8 },
  write: ({ words }) =>
    anthropic([message("user", "Answer with one word.")], {
      system: [
        part(`x-anthropic-billing-header: cc_version=2.1.150.a1f; cc_entrypoint=cli; cch=${line};`),
        part(words(LENGTH, "system"), MARKER),
      ],
    }),
  ...rest,
});

export const clientHeader: Probe = {
  id: "client-header",
  switches: ["client-header"],
  needs: [],
  repeats: 2,
  calls: () => [
    write("first", "5f0c2", { expects: "write" }),
    write("same", "5f0c2", { expects: "hit", after: { call: "first", from: "end", seconds: 1 } }),
    write("other", "a91d7", { after: { call: "same", from: "end", seconds: 1 } }),
  ],
  read(results) {
    const other = answerOf(results, "other");
    return other && { readings: reads("client-header", other.read > 0 ? "left-out" : "counts") };
  },
};

/** The look-up: how many blocks it reaches over, and what counts as one. */
import { answerOf, type Probe, type ProbeCall, type Results } from "../probe";
import { chat, marked, message, part } from "../write-body";

const LENGTH = 1300;
/** Blocks between the entry and the marker. */
const DISTANCES = [18, 19, 20, 21, 22] as const;
/** Messages of two parts each: as blocks too far, as messages near. */
const PAIRS = 15;

const roleAt = (order: number): string => (order % 2 === 0 ? "assistant" : "user");

const ask = (id: string, write: ProbeCall["write"]): ProbeCall => ({
  id,
  after: { call: "entry", from: "end", seconds: 1 },
  most: { input: LENGTH + 1200, output: 8 },
  write,
});

const LAST = "And that is all.";

export const lookback: Probe = {
  id: "lookback",
  switches: ["lookback", "block-unit"],
  needs: [],
  repeats: 2,
  calls: () => [
    {
      id: "entry",
      expects: "write",
      most: { input: LENGTH + 100, output: 8 },
      write: ({ words }) => chat([marked("user", words(LENGTH, "entry"))]),
    },
    ...DISTANCES.map((distance) =>
      ask(`between-${distance}`, ({ words }) =>
        chat([
          message("user", [part(words(LENGTH, "entry"))]),
          // Each has words of its own, so that no request finds the entry of another.
          ...Array.from({ length: distance }, (_, order) =>
            message(roleAt(order), `Step ${order} of ${distance}.`),
          ),
          marked("user", LAST),
        ]),
      ),
    ),
    ask("pairs", ({ words }) =>
      chat([
        message("user", [part(words(LENGTH, "entry"))]),
        ...Array.from({ length: PAIRS }, (_, order) =>
          message(roleAt(order), [part(`Pair ${order}.`), part("Second part.")]),
        ),
        marked("user", LAST),
      ]),
    ),
  ],
  read(results: Results) {
    const isRead = (id: string): boolean => (answerOf(results, id)?.read ?? 0) > 0;
    const [nearest, ...others] = DISTANCES.map((distance) => isRead(`between-${distance}`));
    const reach = others.indexOf(false);
    // Once it does not reach, it must not reach further.
    if (!nearest || reach < 1 || others.slice(reach).some(Boolean)) return null;
    const found = (["between-19", "between-20", "between-21"] as const)[reach - 1];
    if (found === undefined) return null;
    return { readings: { lookback: found, "block-unit": isRead("pairs") ? "messages" : "content-items" } };
  },
};

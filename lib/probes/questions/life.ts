/** The life of an entry: how long it is, from when it counts, and whether use starts it again. */
import type { ReadingOf } from "../../offers/readings";
import { answerOf, type Probe, type ProbeCall, type Results } from "../probe";
import { chat, marked, message, QUESTION } from "../write-body";

const LENGTH = 1400;
/** Seconds of idleness. Each has an entry of its own, since a read renews. */
const IDLE = { short: 290, five: 310, ten: 610, hour: 3610 } as const;

const LIVES = { "five-minutes": 300, "ten-minutes": 600, hour: 3600 } as const;
type Life = keyof typeof LIVES;
const NAMES = Object.keys(LIVES) as readonly Life[];

/** Seconds that a long answer takes at least, so that start and end lie apart. */
const LASTS = 30;
/** Tokens of such an answer. */
const LONG_ANSWER = 3000;
/** Seconds behind the end of a life that counts from the start. */
const BEHIND = 12;

const call = (id: string, name: string, rest: Partial<ProbeCall> = {}): ProbeCall => ({
  id,
  most: { input: LENGTH + 100, output: 8 },
  write: ({ words }) => chat([marked("system", words(LENGTH, name)), QUESTION]),
  ...rest,
});

const after = (first: string, seconds: number): Pick<ProbeCall, "after"> => ({
  after: { call: first, from: "start", seconds },
});

const listIdle = (): ProbeCall[] =>
  Object.entries(IDLE).flatMap(([name, seconds]) => [
    call(`${name}-write`, name, { expects: "write" }),
    call(`${name}-read`, name, {
      ...after(`${name}-write`, seconds),
      ...(name === "short" ? { expects: "hit" } : {}),
    }),
  ]);

/** An answer that lasts, and a read right behind a life that counts from its request's start. */
const listLong = (): ProbeCall[] =>
  NAMES.flatMap((life) => [
    call(`${life}-long`, `${life} long`, {
      lasts: LASTS,
      most: { input: LENGTH + 100, output: LONG_ANSWER },
      write: ({ words }) =>
        chat(
          [
            marked("system", words(LENGTH, `${life} long`)),
            message("user", "Write the numbers from 1 to 700 in words, one in each line, and nothing else."),
          ],
          { max_tokens: LONG_ANSWER },
        ),
    }),
    call(`${life}-behind`, `${life} long`, after(`${life}-long`, LIVES[life] + BEHIND)),
  ]);

/** A read at two thirds of a life, and another one as long after. */
const listRenewed = (): ProbeCall[] =>
  NAMES.flatMap((life) => {
    const [first, middle, last] = [`${life}-first`, `${life}-middle`, `${life}-last`];
    const step = (LIVES[life] * 2) / 3;
    return [
      call(first, `${life} renewed`, { expects: "write" }),
      call(middle, `${life} renewed`, after(first, step)),
      call(last, `${life} renewed`, after(middle, step)),
    ];
  });

const isRead = (results: Results, id: string): boolean => (answerOf(results, id)?.read ?? 0) > 0;

/** Null where an entry outlives an hour, or times contradict each other. */
function findLife(results: Results): Life | null {
  if (isRead(results, "hour-read")) return null;
  if (isRead(results, "ten-read")) return isRead(results, "five-read") ? "hour" : null;
  return isRead(results, "five-read") ? "ten-minutes" : "five-minutes";
}

function findOrigin(results: Results, life: Life): ReadingOf<"life-from"> | null {
  const long = answerOf(results, `${life}-long`);
  if (!long || long.lasted < BEHIND + 3) return null;
  return isRead(results, `${life}-behind`) ? "end" : "start";
}

export const life: Probe = {
  id: "life",
  switches: ["life", "life-from", "life-renewed"],
  needs: [],
  repeats: 2,
  calls: () => [...listIdle(), ...listLong(), ...listRenewed()],
  read(results) {
    const found = findLife(results);
    if (found === null || !isRead(results, `${found}-middle`)) return null;
    const origin = findOrigin(results, found);
    return {
      readings: {
        life: found,
        ...(origin === null ? {} : { "life-from": origin }),
        "life-renewed": isRead(results, `${found}-last`) ? "by-use" : "never",
      },
    };
  },
};

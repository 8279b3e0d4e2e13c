/** DeepSeek reads whole stored prefixes: the documented cases, and a naive store on random conversations. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { deepseek } from "./deepseek";
import { conversations, listTokens, playShort, type ShortRequest } from "./fixtures/play-segments";

const readsOf = (rows: readonly ShortRequest[]) => playShort(deepseek, {}, rows).map(({ read }) => read);

describe("reads", () => {
  it.each<[string, ShortRequest[], number[]]>([
    [
      "all of an earlier input",
      [
        [0, "A:640 B:640"],
        [1, "A:640 B:640 C:640"],
      ],
      [0, 1280],
    ],
    [
      "a common start only once two requests have shown it",
      [
        [0, "A:640 B:640"],
        [1, "A:640 C:640"],
        [2, "A:640 D:640"],
      ],
      [0, 0, 640],
    ],
    [
      "in steps of 64",
      [
        [0, "A:8600"],
        [1, "A:8600 B:1400"],
      ],
      [0, 8576],
    ],
    [
      "all of the same prompt",
      [
        [0, "A:6400"],
        [10, "A:6400"],
      ],
      [0, 6400],
    ],
    [
      "what a request stored once it has ended, and for good",
      [
        [0, "A:640", 10],
        [9, "A:640", 10],
        [10, "A:640"],
        [90_000, "A:640 B:63"],
      ],
      [0, 0, 640, 640],
    ],
    [
      "an input that is a start of another one only when its own request has ended",
      [
        [0, "A:640", 100],
        [1, "A:640 B:64", 1],
        [5, "A:640 C:1"],
        [100, "A:640 D:1"],
      ],
      [0, 0, 0, 640],
    ],
    [
      "nothing of a longer input, whose start is no unit",
      [
        [0, "A:640 B:640"],
        [1, "A:640"],
        [2, "A:640 C:640"],
      ],
      [0, 0, 640],
    ],
  ])("%s", (_name, rows, reads) => {
    expect(readsOf(rows)).toEqual(reads);
  });
});

it("says why", () => {
  const played = playShort(deepseek, {}, [
    [0, "A:640 B:640", 5],
    [1, "A:640 B:640 C:1", 1],
    [9, "A:640 C:640"],
    [20, "A:640 D:640"],
    [30, "Z:60"],
    [31, "Z:60"],
  ]);
  expect(played.map(({ facts }) => facts.map(({ code }) => code))).toEqual([
    ["first_write"],
    ["not_yet_written"],
    ["messages_changed"],
    ["hit"],
    ["first_write"],
    ["below_minimum"],
  ]);
  expect(played[2]?.facts[0]?.pointer).toBe("/segments/1");
});

/** All earlier requests are compared, one by one. */
function readNaively(rows: readonly ShortRequest[]): number[] {
  const units: { text: string; tokens: number; from: number }[] = [];
  const earlier: string[][] = [];
  return rows.map(([at, written, duration = 0]) => {
    const tokens = listTokens(written);
    const fits = units.filter(
      ({ text, tokens: size, from }) => from <= at && text === tokens.slice(0, size).join(),
    );
    const unit = Math.max(0, ...fits.map((one) => one.tokens));
    const keep = (size: number) =>
      units.push({ text: tokens.slice(0, size).join(), tokens: size, from: at + duration });
    keep(tokens.length);
    for (const other of earlier) {
      let common = 0;
      while (common < tokens.length && tokens[common] === other[common]) common++;
      if (common > 0 && common < Math.min(tokens.length, other.length)) keep(common);
    }
    earlier.push(tokens);
    return Math.floor(unit / 64) * 64;
  });
}

it("reads what a naive store reads", () => {
  const gaps = fc.array(fc.tuple(fc.integer({ min: 0, max: 4 }), fc.integer({ min: 0, max: 6 })), {
    minLength: 25,
    maxLength: 25,
  });
  fc.assert(
    fc.property(conversations(25), gaps, (prompts, times) => {
      let at = 0;
      const rows = prompts.map((prompt, index): ShortRequest => {
        const [gap = 0, duration = 0] = times[index] ?? [];
        at += gap;
        // Sizes about the step, so that it matters.
        return [at, prompt.replaceAll(/:(\d)/g, (_match, size) => `:${Number(size) * 13}`), duration];
      });
      expect(readsOf(rows)).toEqual(readNaively(rows));
    }),
    { numRuns: 300 },
  );
});

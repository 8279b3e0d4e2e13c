/** Worked examples of every cache system: the call that compares them reproduces every one. */
import { describe, expect, it } from "vitest";
import fixture from "../compare/fixtures/system-cases.json";
import type { TokenCounter } from "../tokens/token-counter";
import { ENGLISH } from "../words/plain-words";
import { compareBody } from "./compare-body";

type Row = Readonly<Record<string, unknown>>;
interface Case {
  readonly name: string;
  readonly request: unknown;
  readonly expect: {
    readonly turns: readonly Row[];
    readonly totals?: Row;
    readonly objects?: readonly Row[];
  };
}

const cases = fixture.cases as unknown as readonly Case[];
/** No case holds text. */
const counter = { count: (text: string) => text.length } as TokenCounter;

/** Amounts to nine digits; what is refused says why in one sentence. */
const toExpect = (row: Row): Row =>
  Object.fromEntries(
    Object.entries(row).map(([key, value]) => {
      if (key === "refused") return [key, expect.stringMatching(/^[A-Z].+\.$/)];
      return [key, typeof value === "number" && !Number.isInteger(value) ? expect.closeTo(value, 9) : value];
    }),
  );

function play(request: unknown) {
  const result = compareBody(request, () => counter);
  if (!result.ok) throw new Error(ENGLISH.say(result.error.message));
  const [system] = result.value.systems;
  if (!system) throw new Error("No system has been played.");
  return system;
}

describe("figures", () => {
  it.each(cases.map((one) => [one.name, one] as const))("%s", (_, one) => {
    const { turns, totals, objects } = play(one.request);
    const said = turns.map((turn) =>
      turn.refused === undefined ? turn : { ...turn, refused: ENGLISH.say(turn.refused) },
    );
    expect(said).toMatchObject(one.expect.turns.map(toExpect));
    expect(turns).toHaveLength(one.expect.turns.length);
    if (one.expect.totals) expect(totals).toMatchObject(toExpect(one.expect.totals));
    if (one.expect.objects) expect(objects).toMatchObject(one.expect.objects.map(toExpect));
    for (const { prompt, read, written, uncached, refused } of turns) {
      expect(read + written + uncached).toBe(refused === undefined ? prompt : 0);
    }
  });
});

/** The implicit cache reads now and then: what it did not read says something only where it read all else. */
import { expect, it } from "vitest";
import type { ProbeResult, Results } from "../probe";
import { implicit } from "./implicit";

const SETUP = { model: "qwen3-max", second: null };

const answer = (read: number): ProbeResult => ({
  kind: "answered",
  prompt: 2000,
  read,
  written: 0,
  completion: 1,
  lasted: 1,
  usage: {},
});

/** Every warm call reads steps of 128, save those that are named. */
const resultsWithout = (...unread: string[]): Results =>
  new Map(
    implicit
      .calls(SETUP)
      .filter(({ id }) => id.endsWith("-warm"))
      .map(({ id }) => {
        const tokens = Number(/\d+/.exec(id)?.[0] ?? 1800);
        return [id, answer(unread.includes(id) ? 0 : Math.floor(tokens / 128) * 128)];
      }),
  );

it("tells the least prompt that is read, where all that is longer is", () => {
  const reading = implicit.read(resultsWithout("size 330-warm"), SETUP);
  expect(reading?.readings["implicit-minimum"]).toBe("from-512");
  expect(reading?.figures).toEqual({ often: 1 });
});

it("tells neither minimum nor life where longer prompts are read now and then alone", () => {
  const reading = implicit.read(resultsWithout("size 330-warm", "odd 1464-warm"), SETUP);
  expect(reading).toEqual({ readings: {}, figures: { often: 0.8 } });
});

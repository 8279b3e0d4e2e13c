/** The strip and the first difference say exactly where two requests part. */
import fc from "fast-check";
import { expect, it } from "vitest";
import { parsePrompt } from "../prompt/parse";
import { compareTurns, findNearest, renderTurn } from "./compare-turns";

const body = (...texts: string[]) => ({
  model: "qwen3.7-max",
  messages: texts.map((content, index) => ({ role: index === 0 ? "system" : "user", content })),
});

function render(request: unknown) {
  const { prompt } = parsePrompt(JSON.stringify(request));
  if (!prompt) throw new Error("no request");
  return renderTurn(prompt, "qwen3.7-max");
}
const compare = (here: unknown, there: unknown) => compareTurns(1, 0, render(here), render(there));
const states = (here: unknown, there: unknown) => compare(here, there).strip.map(({ state }) => state);

it("a conversation that grew shares its start and adds the rest", () => {
  expect(states(body("S", "a", "b"), body("S", "a"))).toEqual(["same", "same", "added"]);
  expect(compare(body("S", "a", "b"), body("S", "a")).first).toBeNull();
});

it("an edited message ends the match; what follows is behind it", () => {
  const found = compare(body("S", "Hello you", "b"), body("S", "Hello there", "b"));
  expect(found.strip.map(({ state }) => state)).toEqual(["same", "changed", "behind"]);
  expect(found.first).toMatchObject({ pointer: "/messages/1", role: "user", line: 1, column: 7 });
  expect(found.first?.shared).toMatch(/Hello $/);
  expect(found.first?.before).toMatch(/^there/);
  expect(found.first?.after).toMatch(/^you/);
});

it("names the line and column of a clock", () => {
  const clock = (time: string) => body(`You are terse.\nNow: ${time}\nMore.`, "Hi");
  const { first } = compare(clock("10:41"), clock("10:42"));
  expect(first).toMatchObject({ pointer: "/messages/0", line: 2, column: 10 });
  expect(first?.before.startsWith("2")).toBe(true);
  expect(first?.after.startsWith("1")).toBe(true);
});

it("counts the lines of the system text alone, wherever the template puts the tools", () => {
  const tools = [{ type: "function", function: { name: "now", parameters: {} } }];
  for (const model of ["qwen3.7-max", "qwen3-max"]) {
    const build = (number: number) => ({ ...body(`You are terse.\nBuild ${number}.`, "Hi"), model, tools });
    const first = compare(build(4712), build(4711)).first;
    expect(first).toMatchObject({ role: "system", line: 2, column: 10 });
    expect(first?.after.startsWith("2")).toBe(true);
  }
});

it("counts what is no longer there", () => {
  expect(compare(body("S"), body("S", "a", "b"))).toMatchObject({ missing: 2, first: null });
});

it("never splits a surrogate pair", () => {
  const { first } = compare(body("🧊"), body("🧋"));
  expect(first?.after.startsWith("🧊")).toBe(true);
  expect(first?.before.startsWith("🧋")).toBe(true);
});

it("finds the nearest earlier request, the later of equals", () => {
  const earlier = [body("S", "a"), body("S", "a", "b"), body("T"), body("S", "a", "b")].map(render);
  expect(findNearest(render(body("S", "a", "b", "c")), earlier)).toBe(3);
  expect(findNearest(render(body("T", "x")), earlier)).toBe(2);
});

it("for any two requests: same up to the first difference, and the texts agree up to its offset", () => {
  const texts = fc.array(fc.string({ maxLength: 8 }), { minLength: 1, maxLength: 5 });
  fc.assert(
    fc.property(texts, texts, (a, b) => {
      const found = compare(body(...a), body(...b));
      const parted = found.strip.findIndex(({ state }) => state !== "same");
      const same = parted < 0 ? found.strip.length : parted;
      expect(a.slice(0, same).map((text) => text.trim())).toEqual(
        b.slice(0, same).map((text) => text.trim()),
      );
      if (found.first) expect(found.first.before).not.toBe(found.first.after);
    }),
  );
});

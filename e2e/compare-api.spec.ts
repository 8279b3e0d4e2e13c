/** The call that compares cache systems gives the figures of every worked case, and refuses bad input with its place. */
import { readFileSync } from "node:fs";
import { expect, test } from "@playwright/test";

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

const { cases } = JSON.parse(readFileSync("lib/compare/fixtures/system-cases.json", "utf8")) as {
  readonly cases: readonly Case[];
};

/** Amounts to nine digits; what is refused says why. */
const toExpect = (row: Row): Row =>
  Object.fromEntries(
    Object.entries(row).map(([key, value]) => {
      if (key === "refused") return [key, expect.any(String)];
      return [key, typeof value === "number" && !Number.isInteger(value) ? expect.closeTo(value, 9) : value];
    }),
  );

for (const { name, request: data, expect: expected } of cases) {
  test(name, async ({ request }) => {
    const response = await request.post("/api/v1/compare", { data });
    const answer = await response.json();
    expect(response.status(), JSON.stringify(answer)).toBe(200);
    const [system] = answer.systems;
    expect(system).toMatchObject({
      turns: expected.turns.map(toExpect),
      ...(expected.totals ? { totals: toExpect(expected.totals) } : {}),
      ...(expected.objects ? { objects: expected.objects.map(toExpect) } : {}),
    });
  });
}

test("a system that nobody knows is refused with its place", async ({ request }) => {
  const data = { requests: [{ at: 0, segments: [], markers: [] }], systems: [{ system: "abacus" }] };
  const response = await request.post("/api/v1/compare", { data });
  expect(response.status()).toBe(400);
  expect(await response.json()).toMatchObject({ error: { pointer: "/systems/0/system" } });
});

test("only POST is answered", async ({ request }) => {
  expect((await request.get("/api/v1/compare")).status()).toBe(405);
});

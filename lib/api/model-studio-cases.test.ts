/** Worked examples of Model Studio's documentation and of the readings: the simulator reproduces every one. */
import { describe, expect, it } from "vitest";
import type { ReasonCode } from "../bill/ledger";
import fixture from "../timeline/fixtures/model-studio-cases.json";
import { loadTestCounters } from "../tokens/fixtures/load-counters";
import { ENGLISH } from "../words/plain-words";
import { compareBody } from "./compare-body";
import { simulateBody } from "./simulate-body";

type Figures = Partial<Record<"prompt" | "read" | "written" | "uncached" | "completion", number>>;
interface Case {
  readonly name: string;
  readonly request: unknown;
  readonly expect: { readonly turns: readonly Figures[]; readonly totals?: { readonly costRatio: number } };
}
const counterFor = loadTestCounters();
const cases = fixture.cases as readonly Case[];

function play(request: unknown) {
  const result = simulateBody(request, counterFor);
  if (!result.ok) throw new Error(ENGLISH.say(result.error.message));
  return result.value;
}

describe("figures", () => {
  it.each(cases.map((one) => [one.name, one] as const))("%s", (_, one) => {
    const { turns, totals } = play(one.request);
    expect(turns).toHaveLength(one.expect.turns.length);
    expect(turns).toMatchObject(one.expect.turns);
    if (one.expect.totals) {
      expect((totals.cost ?? 0) / (totals.costWithoutCache ?? 1)).toBeCloseTo(one.expect.totals.costRatio, 6);
    }
    for (const { prompt, read, written, uncached } of turns) expect(read + written + uncached).toBe(prompt);
  });
});

interface Simulated {
  readonly model?: string;
  readonly system?: string;
  readonly region?: string;
  readonly implicit?: string;
  readonly requests: readonly (Readonly<Record<string, unknown>> & {
    readonly body?: { readonly model?: string };
  })[];
}

/** What a comparison can be asked for too: one model for all, and no wish that only a simulation takes. */
const isComparable = ({ requests, model, ...given }: Simulated): boolean =>
  Object.keys(given).every((key) => ["system", "region", "implicit"].includes(key)) &&
  (given.implicit === undefined || typeof given.implicit === "string") &&
  requests.every(({ body, ...one }) => !("ttl" in one || "automatic" in one || "tail" in one)) &&
  requests.every(({ body }) => body?.model === undefined || model === undefined || body.model === model);

const compared = cases.filter(({ request }) => isComparable(request as Simulated));

describe("the same figures beside other systems", () => {
  it("are asked for of a third of the cases", () =>
    expect(compared.length).toBeGreaterThan(cases.length / 3));

  it.each(compared.map((one) => [one.name, one] as const))("%s", (_, one) => {
    const { system = "model-studio", model, requests, ...options } = one.request as Simulated;
    const systems = [{ system, options, ...(model === undefined ? {} : { model }) }];
    const result = compareBody({ requests, systems }, counterFor);
    if (!result.ok) throw new Error(ENGLISH.say(result.error.message));
    const { turns, totals } = play(one.request);
    const told = result.value.systems[0];
    expect(turns).toMatchObject((told?.turns ?? []).map(({ life = 0, ...turn }) => ({ ...turn, life })));
    expect(told?.turns).toHaveLength(turns.length);
    expect(told?.totals.cost).toBe(totals.cost);
  });
});

/** The telling codes of the cases' last turn, or of the turn named. */
const told: [start: string, turn: number, code: ReasonCode][] = [
  ["V1:", 0, "first_write"],
  ["V1:", 1, "hit"],
  ["V9: 20", 1, "hit"],
  ["V9: 21", 1, "beyond_lookback"],
  ["V12:", 1, "implicit_not_promised"],
  ["V14:", 0, "marker_dropped"],
  ["window: the marked part is not between, the other parts of its message are (22", 1, "beyond_lookback"],
  ["minimum: 1,023", 0, "below_minimum"],
  ["minimum: on a body", 0, "below_minimum"],
  ["tools: a marker on a tool alone", 0, "no_marker"],
  ["tools: another order misses", 1, "tools_changed"],
  ["tools: another order of fields", 1, "tools_changed"],
  ["tools: one removed", 1, "tools_changed"],
  ["life: gone at 301 s", 1, "expired"],
  ["life counts from the start", 1, "expired"],
  ["parallel requests", 1, "not_yet_written"],
  ["parallel requests", 2, "not_yet_written"],
  ["another model", 1, "model_changed"],
  ["a request without markers", 1, "no_marker"],
  ["an edited message", 1, "messages_changed"],
  ["two messages exchanged", 1, "messages_changed"],
  ["no entry where no marker was", 1, "messages_changed"],
  ["an entry beyond the marker", 1, "no_marker"],
];

describe("reasons", () => {
  it.each(told)("%s turn %i: %s", (start, turn, code) => {
    const one = cases.find(({ name }) => name.startsWith(start));
    const codes = play(one?.request).turns[turn]?.reasons.map((reason) => reason.code);
    expect(codes).toContain(code);
  });

  it("calls a changed system message one", () => {
    const one = cases.find(({ name }) => name.startsWith("window: counted on the body"));
    const codes = play(one?.request).turns[2]?.reasons.map((reason) => reason.code);
    expect(codes).toEqual(["system_changed"]);
  });
});

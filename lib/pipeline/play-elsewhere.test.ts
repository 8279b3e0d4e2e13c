/** Another system plays the whole page: the comparison's own figures, and for Model Studio those of the ordinary analysis. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { openComparison } from "../compare/compare-systems";
import { playLedger } from "../compare/play-ledger";
import { listShownSystems } from "../compare/shown-systems";
import { FIRST_HOST } from "../systems/own-host";
import { presets } from "../timeline/presets/presets";
import { loadTestCounters, loadTestServiceCounters } from "../tokens/fixtures/load-counters";
import { analyse } from "./analyse";
import type { Settings } from "./analysis";
import { reportComparison, toGiven } from "./compare-report";
import { createDocumentOpener } from "./open-document";
import { playScript, simulationOptions } from "./play-script";
import { answerWhatIf } from "./what-if";

const counterFor = loadTestCounters();
const counters = { counterFor, serviceCounters: loadTestServiceCounters() };
const open = createDocumentOpener(counterFor, counters.serviceCounters);

const find = (id: string) => presets.find((each) => each.id === id) as (typeof presets)[number];
const agent = find("agent");
const settingsOf = (
  { model, scenario }: (typeof presets)[number],
  more: Partial<Settings> = {},
): Settings => ({
  model,
  region: "intl",
  scenario,
  ...more,
});

function play(preset: (typeof presets)[number], more: Partial<Settings>, turn = 0) {
  const { timeline, shown, request } = analyse(preset.text, settingsOf(preset, more), open, turn);
  if (!timeline || !shown || !request) throw new Error("Nothing was played.");
  return { timeline, shown, request };
}

it("gives for Model Studio the rows, lives and sums of the ordinary analysis", () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...presets),
      fc.array(fc.integer({ min: 0, max: 700 }), { minLength: 12, maxLength: 12 }),
      fc.boolean(),
      (preset, gaps, always) => {
        const turns = preset.scenario?.turns.map((turn, order) => ({ ...turn, gap: gaps[order] ?? 5 })) ?? [];
        const scenario = preset.scenario && { ...preset.scenario, turns };
        const settings = settingsOf(preset, { scenario, ...(always ? { implicit: "always" } : {}) });
        const { document } = open(preset.text, settings);
        if (!document) throw new Error("The example is no request.");
        const own = {
          requests: document.turns.map(({ timed }) => timed),
          options: simulationOptions(settings),
        };
        const requests = document.turns.map(toGiven);
        const ledger = playLedger(openComparison({ requests, explain: true, own }, counters), {
          system: "model-studio",
          model: null,
          name: null,
          options: {},
        });
        const ordinary = playScript(document, settings);
        expect(ledger.rows).toEqual(ordinary.turns.map((turn) => turn.ledger));
        expect(ledger.entries).toEqual(ordinary.entries);
        expect(ledger.totals).toEqual(ordinary.totals);
      },
    ),
    { numRuns: 40 },
  );
}, 60_000);

const rows = listShownSystems({ ownHost: { ...FIRST_HOST, currency: "EUR", life: 60 } });

describe.each(rows.map(({ id }) => id))("%s", (id) => {
  const more = { played: id, ownHost: { ...FIRST_HOST, currency: "EUR", life: 60 } } as const;
  const settings = settingsOf(agent, more);
  const { timeline, request } = play(agent, more);

  it("costs on the map what its row in the comparison says", () => {
    const work = reportComparison({ text: agent.text, settings }, open, counters);
    let next = work.next();
    while (!next.done) next = work.next();
    const row = next.value?.rows.find((each) => each.id === id);
    const { cost, read, written, uncached } = timeline.totals;
    expect([read, written, uncached]).toEqual([row?.totals.read, row?.totals.written, row?.totals.uncached]);
    if (cost === null || !row?.totals.cost) expect(cost).toBe(row?.totals.cost ?? null);
    else expect(cost).toBeCloseTo(row.totals.cost, 9);
    expect(timeline.playedBy?.currency).toBe(row?.currency);
    // What a change is weighed by is the same play.
    expect(answerWhatIf(agent.text, settings, open)?.totals).toEqual(timeline.totals);
  });

  it("says of every row what adds up to its prompt and its cost, and why", () => {
    for (const { ledger, bounds, breakpoints } of timeline.turns) {
      expect(ledger.read + ledger.written + ledger.uncached).toBe(ledger.prompt);
      expect(ledger.reasons.length).toBeGreaterThan(0);
      expect([...bounds, ...breakpoints].every((tokens) => tokens <= ledger.prompt)).toBe(true);
      const amounts = ledger.lines.map(({ amount }) => amount);
      if (ledger.cost !== null) {
        expect(amounts.reduce<number>((sum, amount) => sum + (amount ?? Number.NaN), 0)).toBeCloseTo(
          ledger.cost,
          9,
        );
      }
    }
    for (const { createdBy, createdAt, readableAt, expiresAt, readBy } of timeline.entries) {
      expect(timeline.turns[createdBy]?.at).toBe(createdAt);
      expect(expiresAt).toBeGreaterThan(createdAt);
      for (const reader of readBy) {
        const at = timeline.turns[reader]?.at ?? Number.NaN;
        expect(at >= readableAt && at < expiresAt).toBe(true);
      }
    }
  });

  it("counts the request on the screen as its row does", () => {
    expect(request.total).toBe(timeline.turns[0]?.ledger.prompt);
    const added = request.segments.reduce((sum, { tokens }) => sum + tokens, 0);
    expect(added + request.tail).toBe(request.total);
    expect(request.breakpoints.map(({ prefix }) => prefix)).toEqual(timeline.turns[0]?.breakpoints);
  });
});

describe("Anthropic", () => {
  it("keeps what is marked for five minutes, and says a clock that moved as the change it is", () => {
    const { timeline, shown } = play(presets[0] as (typeof presets)[number], { played: "anthropic" }, 5);
    expect(timeline.playedBy).toMatchObject({
      name: "Anthropic",
      model: "claude-sonnet-5-5",
      currency: "USD",
    });
    expect(timeline.entries.length).toBeGreaterThan(0);
    for (const { expiresAt, createdAt, renewals } of timeline.entries) {
      expect(expiresAt - (renewals.at(-1) ?? createdAt)).toBe(300);
    }
    expect(timeline.misses.map(({ index, code }) => [index, code])).toEqual([
      [5, "system_changed"],
      [7, "system_changed"],
    ]);
    expect(shown.ledger.reasons.map(({ code }) => code)).toContain("system_changed");
  });

  it("refuses a fifth marker: the row has no tokens, and its markers have no effect", () => {
    const content = (text: string) => [{ type: "text", text, cache_control: { type: "ephemeral" } }];
    const messages = [1, 2, 3, 4, 5].map((each) => ({
      role: "user",
      content: content(`${each} `.repeat(900)),
    }));
    const five = { ...agent, text: JSON.stringify({ model: agent.model, messages }), scenario: null };
    const { timeline, request } = play(five as never, { played: "anthropic" });
    expect(timeline.playedBy?.refused).toBe(1);
    expect(timeline.turns[0]?.ledger).toMatchObject({ read: 0, written: 0, uncached: 0, cost: 0 });
    expect(timeline.turns[0]?.ledger.reasons[0]?.code).toBe("failed");
    expect(request.markers.map(({ status }) => status)).toEqual(Array(5).fill("ignored"));
  });
});

it("looks at no markers where the system reads common prefixes", () => {
  const { request, timeline } = play(agent, { played: "kimi" });
  expect(timeline.playedBy?.readsMarkers).toBe(false);
  expect(request.markers.every(({ status }) => status === "ignored")).toBe(true);
  expect(request.maxMarkers).toBe(0);
});

it("plays Model Studio where no row has the name", () => {
  const { timeline } = play(agent, { played: "nobody" });
  expect(timeline).toEqual(play(agent, {}).timeline);
});

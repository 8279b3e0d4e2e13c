/** A recorded session opens in the playground as it happened. */

import { expect, it } from "vitest";
import { analyse } from "../pipeline/analyse";
import { createDocumentOpener } from "../pipeline/open-document";
import { loadTestCounters } from "../tokens/fixtures/load-counters";
import { inEnglish } from "../words/fixtures/in-english";
import { ENGLISH } from "../words/plain-words";
import { LOOP_MODEL } from "./fixtures/agent-loop";
import { explainWhole } from "./fixtures/explain-whole";
import { exchangeOf, recordLoop, recordUsages, sessionOf } from "./fixtures/record-loop";
import { sessionToScenario } from "./session-to-scenario";
import { writeSessionJson, writeSessionMarkdown } from "./write-session-report";

const counterFor = loadTestCounters();
const session = recordLoop([]);

const view = explainWhole(session, { model: LOOP_MODEL, region: "intl" }, counterFor);

it("plays in the playground just as it was explained", () => {
  const opened = sessionToScenario(session, null, [], ENGLISH);
  if (!opened.ok) throw new Error(ENGLISH.say(opened.reason));
  const { text, scenario, notes } = opened;
  expect(notes).toEqual([]);
  const settings = { model: LOOP_MODEL, region: "intl", scenario } as const;
  const { timeline } = analyse(text, settings, createDocumentOpener(counterFor));
  expect(timeline?.problems).toEqual([]);
  const played = timeline?.turns.map(({ at, ledger: { read, written, uncached } }) => ({
    at,
    read,
    written,
    uncached,
  }));
  expect(played).toEqual(
    view.requests.map(({ at, predicted }) => ({
      at,
      read: predicted?.read,
      written: predicted?.written,
      uncached: predicted?.uncached,
    })),
  );
});

it("takes one lane with its own gaps", () => {
  const lane = view.lanes.find(({ name }) => ENGLISH.say(name) === "sub-agent 1") ?? null;
  const opened = sessionToScenario(session, lane, [], ENGLISH);
  expect(opened).toMatchObject({
    ok: true,
    scenario: { turns: [{ mode: "body", gap: 10, reply: "Done." }] },
  });
});

it("says of each request of several lanes which is its own; of one lane alone nothing", () => {
  const whole = sessionToScenario(session, null, view.lanes, ENGLISH);
  if (!whole.ok || !whole.scenario) throw new Error("The session cannot be opened.");
  const { lane: first, turns } = whole.scenario;
  const said = [first, ...turns.map(({ lane }) => lane)];
  const numbers = session.exchanges.filter(({ kind }) => kind === "chat").map(({ number }) => number);
  const lanes = inEnglish(view.lanes);
  const known = numbers.map((number) => lanes.find(({ requests }) => requests.includes(number))?.name);
  expect(said).toEqual(known);
  expect(new Set(said).size).toBeGreaterThan(1);

  const main = view.lanes[0] ?? null;
  const alone = sessionToScenario(session, main, view.lanes, ENGLISH);
  expect(alone.ok && JSON.stringify(alone.scenario)).not.toContain('"lane"');
});

it("says what it leaves out, and that nothing is left to open", () => {
  const { exchanges } = session;
  const lacking = exchanges.map((exchange) =>
    exchange.number === 3
      ? { ...exchange, body: null }
      : exchange.number === 5
        ? { ...exchange, status: 500 }
        : exchange,
  );
  const opened = sessionToScenario(sessionOf(lacking), null, [], ENGLISH);
  if (!opened.ok) throw new Error(ENGLISH.say(opened.reason));
  expect(opened.scenario?.turns).toHaveLength(17);
  expect(opened.scenario?.turns[1]?.gap).toBe(19);
  expect(opened.notes.map(ENGLISH.say)).toEqual([
    "Left out: 1 request that the service refused or did not answer.",
    "Left out: 1 request without a body, or with one that is too large.",
  ]);
  expect(
    sessionToScenario(recordUsages([{ read: 0, written: 1, uncached: 1 }]), null, [], ENGLISH),
  ).toMatchObject({
    ok: false,
  });
});

it("shortens gaps of more than a day", () => {
  const body = session.exchanges[0]?.body ?? null;
  const opened = sessionToScenario(
    sessionOf([exchangeOf(1, 0, body, null), exchangeOf(2, 200_000, body, null)]),
    null,
    [],
    ENGLISH,
  );
  expect(opened).toMatchObject({ ok: true, scenario: { turns: [{ gap: 86_400 }] } });
});

it("reports every request for people and for programs", () => {
  const markdown = writeSessionMarkdown(session, view, null, ENGLISH);
  const rows = markdown.split("\n").filter((line) => /^\| \d+ \|/.test(line));
  expect(rows).toHaveLength(20);
  for (const { name } of view.lanes) expect(markdown).toContain(`- ${ENGLISH.say(name)}: `);
  for (const { mend } of view.statistics.costliest) expect(markdown).toContain(ENGLISH.say(mend));
  const told = JSON.parse(writeSessionJson(session, view, null, ENGLISH));
  expect(told.requests).toHaveLength(20);
  expect(told.lanes).toEqual(inEnglish(view.lanes));
  expect(told.cheapest).toBeNull();
});

/** Rule, markers, simulation and bill give one answer where a cache is not offered, and a question where nobody chose the region. */
import { expect, it } from "vitest";
import { loadTestCounters } from "../tokens/fixtures/load-counters";
import { ENGLISH } from "../words/plain-words";
import { analyse } from "./analyse";
import type { Settings } from "./analysis";
import { fixAll } from "./fix-all";
import { createDocumentOpener } from "./open-document";

const open = createDocumentOpener(loadTestCounters());
const long = "Answer in the words of the manual and name the page. ".repeat(300);

const write = (model: string) =>
  JSON.stringify({
    model,
    messages: [
      { role: "system", content: [{ type: "text", text: long, cache_control: { type: "ephemeral" } }] },
      { role: "user", content: "Hello" },
    ],
  });

const settings = (changes: Partial<Settings>): Settings => ({
  model: "qwen3.7-max",
  region: "intl",
  implicit: "always",
  scenario: {
    name: "two",
    duration: 2,
    reply: "Hi.",
    turns: [{ mode: "append", gap: 30, user: "More", reply: "Yes." }],
  },
  ...changes,
});

const analyseIn = (model: string, changes: Partial<Settings> = {}) => {
  const { diagnostics, request, timeline } = analyse(write(model), settings(changes), open);
  return {
    found: diagnostics.find(({ rule }) => rule === "explicit-not-offered"),
    rules: diagnostics.map(({ rule }) => rule),
    marker: request?.markers[0],
    rows: timeline?.turns.map(({ ledger }) => ledger) ?? [],
  };
};

it.each([
  ["qwen-turbo", "intl"],
  ["glm-5.3", "intl"],
  ["qwen3.7-max", "eu"],
] as const)(
  "%s in %s: no entry, nothing written, and the request plays as one without a marker",
  (model, region) => {
    const { found, rules, marker, rows } = analyseIn(model, { region });
    expect(found?.severity).toBe("error");
    expect(rules).not.toContain("markers-without-effect");
    expect(marker).toMatchObject({ status: "ignored" });
    expect(ENGLISH.say(marker?.reason ?? "")).toMatch(/has no explicit cache/);
    expect(rows.map(({ written }) => written)).toEqual([0, 0]);
    expect(rows[0]?.reasons[0]).toMatchObject({ code: "not_offered", pointer: marker?.pointer });
    expect(rows[1]?.read).toBe(
      region === "eu" ? 0 : rows[1]?.lines.find(({ kind }) => kind === "read:implicit")?.tokens,
    );
  },
);

it("not known: plays, with the doubt said", () => {
  const { found, marker, rows } = analyseIn("qwen3.7-plus");
  expect(found).toMatchObject({ severity: "info" });
  expect(found?.message).toMatch(/is not known/);
  expect(marker?.status).toBe("effective");
  expect(rows[0]?.written).toBeGreaterThan(1024);
});

it("a region that nobody chose is a question, takes no marker away and no part in mending everything", () => {
  const assumed = { isRegionAssumed: true };
  const { found, marker, rows } = analyseIn("kimi-k2.6", assumed);
  expect(found).toMatchObject({ severity: "warning" });
  expect(found?.message).toBe(
    "Which region is your key from? Singapore is only preselected, and kimi-k2.6 has no explicit cache there; it is offered in Beijing.",
  );
  expect(found?.fix).toBeUndefined();
  expect(marker?.status).toBe("effective");
  expect(rows[0]?.written).toBeGreaterThan(1024);
  const fixed = fixAll(write("kimi-k2.6"), settings(assumed), open);
  expect(JSON.stringify(fixed)).not.toMatch(/explicit-not-offered/);
});

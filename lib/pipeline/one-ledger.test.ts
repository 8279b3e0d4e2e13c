/** Whatever a view shows of a price, a life or a cache is what was played and billed. */
import { expect, it } from "vitest";
import { ratesOf } from "../bill/bill";
import { loadTestCounters } from "../tokens/fixtures/load-counters";
import { analyse } from "./analyse";
import type { Settings } from "./analysis";
import { reportKeepAlive } from "./keep-alive-report";
import { createDocumentOpener } from "./open-document";

const open = createDocumentOpener(loadTestCounters());
const long = "The quick brown fox jumps over the lazy dog. ".repeat(400);

const write = (model: string, marker: object | null, extra: object = {}) =>
  JSON.stringify({
    model,
    messages: [
      {
        role: "system",
        content: [{ type: "text", text: long, ...(marker ? { cache_control: marker } : {}) }],
      },
      { role: "user", content: "Hello" },
    ],
    ...extra,
  });

const settings = (changes: Partial<Settings> = {}): Settings => ({
  model: "qwen3.7-max",
  region: "intl",
  scenario: {
    name: "two",
    duration: 2,
    reply: "Hi.",
    turns: [{ mode: "append", gap: 30, user: "More", reply: "Yes." }],
  },
  ...changes,
});

const rowsOf = (text: string, changes: Partial<Settings> = {}) =>
  analyse(text, settings(changes), open).timeline?.turns.map(({ ledger }) => ledger) ?? [];

it("a session's bill has the session's rates, markers or none", () => {
  const [first, second] = rowsOf(write("qwen3.7-max", null), { system: "model-studio-session" });
  expect(first?.system).toBe("model-studio-session");
  expect(ratesOf(first?.lines ?? [])).toMatchObject({ read: 0.25, written: 3.125, uncached: 2.5 });
  expect(second?.read).toBeGreaterThan(4000);
});

it("a marker of Qwen4 that asks for an hour is billed for an hour, and pinged for one", () => {
  const text = write("qwen4-max", { type: "ephemeral", ttl: "1h" });
  const [first] = rowsOf(text);
  expect(first).toMatchObject({ system: "qwen4", life: 3600 });
  expect(ratesOf(first?.lines ?? [])).toMatchObject({ written: 3, read: 0.075 });
  const report = reportKeepAlive(text, settings(), open);
  // 3,600 s · (3 / 0.075 − 1)
  expect(report).toMatchObject({ life: 3600, interval: 3540, horizon: 140_400 });
});

it("entries of five minutes are pinged every four", () => {
  const report = reportKeepAlive(write("qwen4-max", { type: "ephemeral" }), settings(), open);
  expect(report).toMatchObject({ life: 300, interval: 240, horizon: 300 * (1.875 / 0.075 - 1) });
});

it("thinking has its own rate where the price table has one", () => {
  const completionOf = (thinking: boolean) =>
    ratesOf(rowsOf(write("qwen-plus", null, { enable_thinking: thinking }))[0]?.lines ?? []).completion;
  expect([completionOf(true), completionOf(false)]).toEqual([4, 1.2]);
});

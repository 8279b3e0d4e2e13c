/** The cheap set, previews of bodies, and the words of probes. */
import { describe, expect, it } from "vitest";
import { en } from "../words/en";
import { zh } from "../words/zh";
import { listAskable, listCheap } from "./cheap-set";
import { estimateProbe } from "./plan";
import { previewBody } from "./preview-body";
import { PROBE_IDS } from "./probe";

const setup = { model: "qwen3.7-max", region: "intl", second: null } as const;

describe("the cheap set", () => {
  it("holds what needs no wait, nothing that cannot be asked, and costs less than a dollar", () => {
    const cheap = listCheap(setup);
    expect(cheap).toContain("tool-marker");
    for (const id of ["life", "implicit", "sharing", "qwen4", "at-once"] as const) {
      expect(cheap).not.toContain(id);
    }
    const most = cheap.reduce((sum, id) => sum + (estimateProbe(setup, id).most ?? 0), 0);
    expect(most).toBeGreaterThan(0);
    expect(most).toBeLessThan(1);
    expect(listCheap({ ...setup, second: "key" })).toContain("sharing");
  });

  it("leaves nothing out for its price where prices are unknown", () => {
    expect(listCheap({ ...setup, region: null })).toContain("at-once");
    expect(listAskable(setup)).not.toContain("sharing");
  });
});

it("shows a body whole, save for long texts", () => {
  const shown = previewBody(
    { model: "m", messages: [{ content: "x".repeat(500) }], n: 1 },
    (count) => `~${count}`,
  );
  expect(JSON.parse(shown)).toEqual({ model: "m", messages: [{ content: `${"x".repeat(80)}~500` }], n: 1 });
});

it.each(PROBE_IDS)("says in every language what %s is called and asks", (id) => {
  for (const { probes } of [en, zh]) {
    const texts: Readonly<Record<string, string>> = probes;
    expect(texts[`title_${id}`]).toMatch(/./);
    expect(texts[`asks_${id}`]).toMatch(/[?？]$/);
  }
});

it("has words in every language for each need, figure and reason", () => {
  for (const { probePage } of [en, zh]) {
    const texts: Readonly<Record<string, string>> = probePage;
    const needs = ["before-qwen4", "qwen4", "message-level", "implicit", "thinking", "second"];
    const figures = ["often", "all", "english", "chinese", "russian", "code", "json", "numbers"];
    for (const need of needs) expect(texts[`need_${need}`]).toMatch(/./);
    for (const figure of figures) expect(texts[`figure_${figure}`]).toMatch(/./);
  }
});

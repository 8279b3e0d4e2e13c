/** Placements are compared on the same requests, and the comparison says what to learn from it. */
import { describe, expect, it } from "vitest";
import type { Prompt } from "../prompt/prompt";
import { bakeOff } from "./bake-off";
import { makeBatch, makeChat } from "./fake-conversations";
import { layOutAll } from "./fake-requests";
import { PLACEMENTS } from "./known-placements";
import { placeMarkers } from "./place-markers";
import { nameOf, type Placement } from "./placement";
import { findBestPlacement } from "./search-placements";

const input = (prompts: readonly Prompt[], gap?: number) => ({
  requests: layOutAll(prompts, gap),
  region: "intl" as const,
});

const last: Placement = { kind: "anchors", name: "mine", anchors: [{ kind: "last" }] };

describe("a bake-off", () => {
  it("ranks all known placements, the drawn one and the best, each once", () => {
    const chat = input(makeChat(5));
    const best = findBestPlacement(chat).ranked[0]?.placement ?? null;
    const { rows, sentence } = bakeOff(chat, best);
    const names = rows.flatMap((row) => row.names);
    const known = PLACEMENTS.map(({ placement }) => nameOf(placement));
    expect(names.sort()).toEqual([...known, "As drawn", "Best found"].sort());
    const savings = rows.map(({ saving }) => saving ?? Number.NaN);
    expect(savings).toEqual([...savings].sort((a, b) => b - a));
    const found = rows.find((row) => row.names.includes("Best found"));
    expect(found?.saving).toBeCloseTo(savings[0] ?? Number.NaN, 12);
    expect(sentence).toMatch(/ costs the least: \d+ % below the cost without a cache\.$/);
  });

  it("puts placements that mark alike in one row, with the evidence of each", () => {
    const { rows } = bakeOff(input(makeChat(3)), null);
    const row = rows.find(({ names }) => names.includes("Claude Code"));
    expect(row?.names).toContain("System + last message");
    expect(row?.known.length).toBe(row?.names.length);
  });

  it("plays the document's own markers as they are", () => {
    const drawn = placeMarkers(makeChat(4), last);
    const { rows } = bakeOff(input(drawn), null);
    const of = (name: string) => rows.find(({ names }) => names.includes(name))?.totals;
    expect(of("As drawn")).toEqual(of("Last message"));
    expect(of("As drawn")?.read).toBeGreaterThan(0);
    expect(of("No markers")?.read).toBe(0);
  });

  it("says when caching loses", () => {
    const { rows, sentence } = bakeOff(input(makeChat(3), 400), null);
    expect(rows[0]?.names).toContain("No markers");
    expect(sentence).toMatch(/^Without markers it is cheaper: /);
    const lost = rows.find(({ names }) => names.includes("Last message"));
    expect(lost?.saving).toBeLessThan(0);
  });

  it("says when nothing is long enough to matter, and when prices are missing", () => {
    const batch = makeBatch(2).map((prompt) => ({ ...prompt, messages: prompt.messages.slice(1) }));
    expect(bakeOff(input(batch), null).sentence).toMatch(/^No placement makes a difference/);
    const unknown = makeBatch(2).map((prompt) => ({ ...prompt, model: "nobody-knows" }));
    const { rows, sentence } = bakeOff(input(unknown), null);
    expect(rows.every(({ saving }) => saving === null)).toBe(true);
    expect(sentence).toMatch(/no price is known/);
  });

  it("shows what an ideal implicit cache would read, without ranking it", () => {
    const { rows, idealImplicit } = bakeOff(input(makeChat(4)), null);
    expect(idealImplicit.read).toBeGreaterThan(0);
    expect(idealImplicit.written).toBe(0);
    expect(rows.map(({ totals }) => totals)).not.toContain(idealImplicit);
  });
});

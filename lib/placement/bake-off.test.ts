/** Placements are compared on the same requests, and the comparison says what to learn from it. */
import { describe, expect, it } from "vitest";
import type { Prompt } from "../prompt/prompt";
import { ENGLISH } from "../words/plain-words";
import { type BakeOffRow, bakeOff } from "./bake-off";
import { makeBatch, makeChat } from "./fake-conversations";
import { layOutAll } from "./fake-requests";
import { PLACEMENTS } from "./known-placements";
import { placeMarkers } from "./place-markers";
import { nameOf, type Placement, placementKey } from "./placement";
import { findBestPlacement } from "./search-placements";

const input = (prompts: readonly Prompt[], gap?: number) => ({
  requests: layOutAll(prompts, gap),
  region: "intl" as const,
});

const last: Placement = { kind: "anchors", name: "mine", anchors: [{ kind: "last" }] };

const namesOf = ({ entrants }: BakeOffRow): string[] => entrants.map(({ name }) => ENGLISH.say(name));

describe("a bake-off", () => {
  it("ranks all known placements, the drawn one and the best, each once", () => {
    const chat = input(makeChat(5));
    const best = findBestPlacement(chat).ranked[0]?.placement ?? null;
    const { rows } = bakeOff(chat, best);
    const names = rows.flatMap(namesOf);
    const known = PLACEMENTS.map(({ placement }) => ENGLISH.say(nameOf(placement)));
    expect(names.filter((name) => name !== "Best found").sort()).toEqual([...known, "As drawn"].sort());
    const savings = rows.map(({ saving }) => saving ?? Number.NaN);
    expect(savings).toEqual([...savings].sort((a, b) => b - a));
    const found = rows.find(({ entrants }) =>
      entrants.some(({ placement }) => best && placementKey(placement) === placementKey(best)),
    );
    expect(found?.saving).toBeCloseTo(savings[0] ?? Number.NaN, 12);
  });

  it("leaves out what the service would refuse, which would cost nothing", () => {
    const five: Placement = {
      kind: "anchors",
      name: "mine",
      anchors: [{ kind: "system" }, ...[0, 1, 2, 3].map((back) => ({ kind: "last" as const, back }))],
    };
    const readings = { "extra-markers": "refused" } as const;
    const chat = { requests: layOutAll(makeChat(4), 30, readings), region: "intl" as const, readings };
    const { rows, refused } = bakeOff(chat, null, five);
    expect(refused.map(({ name }) => ENGLISH.say(name))).toEqual(["mine"]);
    expect(rows.flatMap(namesOf)).not.toContain("mine");
    expect(bakeOff(input(makeChat(4)), null, five).refused).toEqual([]);
  });

  it("puts placements that mark alike in one row, with the evidence of each", () => {
    const { rows } = bakeOff(input(makeChat(3)), null);
    const row = rows.find((each) => namesOf(each).includes("Claude Code"));
    expect(row && namesOf(row)).toContain("System + last message");
    expect(row?.entrants.every(({ known }) => known !== null)).toBe(true);
  });

  it("plays the document's own markers as they are", () => {
    const drawn = placeMarkers(makeChat(4), last);
    const { rows } = bakeOff(input(drawn), null);
    const of = (name: string) => rows.find((row) => namesOf(row).includes(name))?.totals;
    expect(of("As drawn")).toEqual(of("Last message"));
    expect(of("As drawn")?.read).toBeGreaterThan(0);
    expect(of("No markers")?.read).toBe(0);
  });

  it("lets a placement of the user's own compete, and ranks none where prices are missing", () => {
    const mine: Placement = { ...last, name: "Mine" } as Placement;
    expect(bakeOff(input(makeChat(3)), null, mine).rows.flatMap(namesOf)).toContain("Mine");
    const unknown = makeBatch(2).map((prompt) => ({ ...prompt, model: "nobody-knows" }));
    expect(bakeOff(input(unknown), null).rows.every(({ saving }) => saving === null)).toBe(true);
  });

  it("shows what an ideal implicit cache would read, without ranking it", () => {
    const { rows, idealImplicit } = bakeOff(input(makeChat(4)), null);
    expect(idealImplicit.read).toBeGreaterThan(0);
    expect(idealImplicit.written).toBe(0);
    expect(rows.map(({ totals }) => totals)).not.toContain(idealImplicit);
  });
});

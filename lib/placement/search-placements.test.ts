/** The search finds what suits a conversation, and what it calls the best of all is. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Prompt } from "../prompt/prompt";
import { simulate } from "../timeline/simulate";
import { tell } from "../words/message";
import { ENGLISH } from "../words/plain-words";
import type { Anchor } from "./anchor";
import { countSets } from "./choose-sets";
import { MODEL, makeBatch, makeChat, makeFanOut } from "./fake-conversations";
import { filler, layOutAll, readPrompt } from "./fake-requests";
import { PLACEMENTS } from "./known-placements";
import type { PlacementInput } from "./map-anchors";
import { placeMarkers } from "./place-markers";
import type { Placement } from "./placement";
import { findBestPlacement, type SearchResult, searchPlacements } from "./search-placements";

const input = (prompts: readonly Prompt[], gap?: number): PlacementInput => ({
  requests: layOutAll(prompts, gap),
  region: "intl",
});

/** What the whole pipeline makes of a placement, without any of the search's short cuts. */
function costOf(prompts: readonly Prompt[], placement: Placement, gap?: number): number {
  const requests = layOutAll(placeMarkers(prompts, placement), gap);
  return simulate({ requests, region: "intl", implicit: "never" }).totals.cost ?? Number.NaN;
}

const anchors = (...list: Anchor[]): Placement => ({ kind: "anchors", name: "test", anchors: list });

const kinds = ({ ranked }: SearchResult): string[] =>
  ranked[0]?.placement.kind === "anchors" ? ranked[0].placement.anchors.map(({ kind }) => kind) : [];

describe("the best placement", () => {
  it("of a growing chat marks the last message, and system alone is worse", () => {
    const chat = makeChat(8);
    const found = findBestPlacement(input(chat));
    expect(found.proven).toBe(true);
    expect(kinds(found)).toContain("last");
    expect(found.ranked[0]?.totals.cost).toBeLessThan(costOf(chat, anchors({ kind: "system" })));
  });

  it("of a batch marks the common beginning and not the last message", () => {
    const batch = makeBatch(8);
    const found = findBestPlacement(input(batch));
    expect(kinds(found)).toEqual(["system"]);
    expect(found.ranked[0]?.totals.cost).toBeLessThan(costOf(batch, anchors({ kind: "last" })));
  });

  it("of a single request is none", () => {
    const { ranked } = findBestPlacement(input(makeChat(1)));
    expect(ranked[0]).toMatchObject({ placement: { kind: "none" }, anchors: [], totals: { written: 0 } });
  });

  it("of requests more than five minutes apart is none", () => {
    expect(findBestPlacement(input(makeChat(4), 400)).ranked[0]?.placement).toEqual({ kind: "none" });
  });

  it("of turns with more results than a look-up spans has a second marker that reaches back", () => {
    const loop = makeFanOut(5, 30);
    const found = findBestPlacement(input(loop));
    expect(kinds(found)).toContain("last");
    expect(kinds(found).some((kind) => kind === "previous-end" || kind === "before-end")).toBe(true);
    expect(found.ranked[0]?.totals.cost).toBeLessThan(
      costOf(loop, anchors({ kind: "system" }, { kind: "last" })),
    );
  });

  it("reaches back with bridges alone where no marker may stand at the previous end", () => {
    const loop = makeFanOut(5, 30);
    const last: Anchor = { kind: "last" };
    const bridged = findBestPlacement(input(loop), { anchors: [last, { kind: "before-end", blocks: 22 }] });
    expect(kinds(bridged)).toEqual(["last", "before-end"]);
    expect(bridged.ranked[0]?.anchors.map(({ paysFrom }) => paysFrom !== null)).toEqual([true, true]);
  });

  it("costs no more than any known placement", () => {
    for (const prompts of [makeChat(5), makeBatch(5), makeFanOut(4, 12), makeFanOut(4, 25)]) {
      const known = PLACEMENTS.map(({ placement }) => placement);
      const all = known.flatMap((placement) => (placement.kind === "anchors" ? placement.anchors : []));
      const found = findBestPlacement(input(prompts), { anchors: all, budget: Number.POSITIVE_INFINITY });
      const costs = known.map((placement) => costOf(prompts, placement));
      expect(found.proven).toBe(true);
      expect(found.ranked[0]?.totals.cost).toBeLessThanOrEqual(Math.min(...costs) + 1e-12);
    }
  });
});

describe("what a marker is worth", () => {
  it("is told from the request on that pays for it", () => {
    const found = findBestPlacement(input(makeBatch(3)), { anchors: [{ kind: "system" }] });
    expect(found.ranked[0]?.anchors[0]).toMatchObject({
      paysFrom: 1,
      sentence: tell("placement.paysFrom", { request: 2 }),
    });
  });

  it("is nothing or a loss where it never pays", () => {
    const { ranked } = findBestPlacement(input(makeBatch(3)), {
      anchors: [{ kind: "system" }, { kind: "last" }],
    });
    const both = ranked.find((found) => found.anchors.length === 2);
    const alone = ranked.find(({ placement }) => JSON.stringify(placement).includes('[{"kind":"last"}]'));
    expect(both?.anchors[1]?.sentence).toEqual(tell("placement.neverPays"));
    expect(alone?.anchors[0]?.saving).toBeLessThan(0);
  });
});

/** Conversations of a few messages each, in which beginnings are often shared. */
const someMessages = fc.array(fc.constantFrom("u", "a", "u2", "t"), { minLength: 1, maxLength: 5 });
const someRequests = fc.array(someMessages, { minLength: 1, maxLength: 5 }).map((requests) =>
  requests.map((names) =>
    readPrompt({
      model: MODEL,
      messages: [
        { role: "system", content: filler("s", 900) },
        ...names.map((name) => ({
          role: name === "a" ? "assistant" : name === "t" ? "tool" : "user",
          content: filler(name, 500),
        })),
      ],
    }),
  ),
);
const gap = fc.constantFrom(10, 200, 290, 310);
const FEW: readonly Anchor[] = [
  { kind: "system" },
  { kind: "last" },
  { kind: "previous-end" },
  { kind: "pin", pointer: "/messages/1" },
];

describe("every search", () => {
  it("that tried all finds what trying all by hand finds", () => {
    fc.assert(
      fc.property(someRequests, gap, (prompts, seconds) => {
        const subsets = Array.from({ length: 2 ** FEW.length }, (_, bits) =>
          FEW.filter((__, index) => bits & (1 << index)),
        );
        const byHand = subsets.map((subset) => costOf(prompts, anchors(...subset), seconds));
        const found = findBestPlacement(input(prompts, seconds), { anchors: FEW });
        expect(found.proven).toBe(true);
        expect(found.ranked[0]?.totals.cost).toBeCloseTo(Math.min(...byHand), 12);
      }),
      { numRuns: 25 },
    );
  });

  it("gives the costs that the whole pipeline gives, the cheapest first", () => {
    fc.assert(
      fc.property(someRequests, gap, (prompts, seconds) => {
        const { ranked } = findBestPlacement(input(prompts, seconds));
        const costs = ranked.map(({ totals }) => totals.cost ?? Number.NaN);
        expect(costs).toEqual([...costs].sort((a, b) => a - b));
        ranked.forEach(({ placement }, index) => {
          expect(costOf(prompts, placement, seconds)).toBeCloseTo(costs[index] ?? Number.NaN, 12);
        });
      }),
      { numRuns: 25 },
    );
  });

  it("keeps to its budget, and then claims no proof", () => {
    fc.assert(
      fc.property(someRequests, fc.integer({ min: 1, max: 40 }), (prompts, budget) => {
        const found = findBestPlacement(input(prompts), { budget });
        const sets = countSets(found.candidates.length, 4);
        expect(found.tried).toBeLessThanOrEqual(Math.min(budget, sets));
        expect(found.proven).toBe(sets <= budget);
        expect(ENGLISH.say(found.sentence)).toMatch(
          found.proven ? /^Best of all / : /a better one may exist\.$/,
        );
      }),
      { numRuns: 30 },
    );
  });

  it("can be stopped between reports of progress that never get worse", () => {
    const search = searchPlacements(input(makeFanOut(5, 30)));
    const bests: number[] = [];
    for (let next = search.next(); !next.done; next = search.next()) {
      expect(next.value.tried).toBeLessThanOrEqual(next.value.total);
      bests.push(next.value.best ?? Number.NaN);
    }
    expect(bests.length).toBeGreaterThan(1);
    expect(bests).toEqual([...bests].sort((a, b) => b - a));
    const stopped = searchPlacements(input(makeFanOut(5, 30)));
    stopped.next();
    stopped.return(undefined as never);
    expect(stopped.next().done).toBe(true);
  });

  it("by climbing finds the same on a conversation of the usual kind", () => {
    const all = findBestPlacement(input(makeFanOut(5, 30)));
    const climbed = findBestPlacement(input(makeFanOut(5, 30)), {
      budget: countSets(all.candidates.length, 4) - 1,
    });
    expect(climbed.proven).toBe(false);
    expect(climbed.tried).toBeLessThan(all.tried);
    expect(climbed.ranked[0]?.totals.cost).toBeCloseTo(all.ranked[0]?.totals.cost ?? Number.NaN, 12);
  });
});

/** Placements that cost the same share a row, the user's own is told from the others, and one wins with a reason. */
import { describe, expect, it } from "vitest";
import type { Prompt } from "../prompt/prompt";
import { ENGLISH } from "../words/plain-words";
import { bakeOff } from "./bake-off";
import { explainWinner } from "./explain-winner";
import { makeBatch, makeChat } from "./fake-conversations";
import { layOutAll } from "./fake-requests";
import { findCheapestRow, foldTies, NOTHING, nameTied } from "./fold-ties";
import { PLACEMENTS } from "./known-placements";
import { AS_DRAWN, nameOf, type Placement } from "./placement";
import { findBestPlacement } from "./search-placements";

const input = (prompts: readonly Prompt[], gap?: number) => ({
  requests: layOutAll(prompts, gap),
  region: "intl" as const,
});
const known = (id: string): Placement => {
  const found = PLACEMENTS.find((each) => each.id === id);
  if (!found) throw new Error(`There is no placement ${id}.`);
  return found.placement;
};
const chat = input(makeChat(10));
const best = findBestPlacement(chat).ranked[0]?.placement ?? null;

describe("rows of a ten-turn conversation", () => {
  const rows = foldTies(bakeOff(chat, best), AS_DRAWN);

  it("hold every placement once, each row at a cost of its own", () => {
    const names = rows.flatMap(({ entrants }) => entrants.map(({ name }) => ENGLISH.say(name)));
    expect(new Set(names).size).toBe(names.length);
    for (const { placement } of PLACEMENTS) expect(names).toContain(ENGLISH.say(nameOf(placement)));
    const costs = rows
      .filter(({ entrants: [first] }) => first.placement.kind !== "none")
      .map(({ totals }) => totals.cost ?? Number.NaN);
    for (const [index, cost] of costs.entries()) {
      if (index > 0) expect(cost - (costs[index - 1] ?? 0)).toBeGreaterThan(NOTHING);
    }
    expect(rows.length).toBeLessThan(PLACEMENTS.length / 2);
  });

  it("are led by the simplest of those that tie", () => {
    const [first] = rows;
    expect(first?.entrants.length).toBeGreaterThan(1);
    expect(first?.entrants[0].known?.group).toBe("plain");
  });

  it("have one winner, with what it does that the next does not", () => {
    expect(ENGLISH.say(explainWinner(rows))).toMatch(
      /^[A-Z].* costs the least: [\d.]+% below the cost without a cache, [\d.]+% below yours\. It (reads|writes) .* than .*, the next best\.$/,
    );
  });
});

it("the chosen placement stands for its row, under its own name", () => {
  const yours = known("claude-code");
  const rows = foldTies(bakeOff(chat, best, yours), yours);
  const own = rows.filter(({ isYours }) => isYours);
  expect(own).toHaveLength(1);
  expect(own[0]?.entrants[0].name).toBe("Claude Code");
});

it("a placement that nobody knows competes under the name it has", () => {
  const yours: Placement = { kind: "anchors", name: "Mine", anchors: [{ kind: "last", back: 5 }] };
  const own = foldTies(bakeOff(chat, best, yours), yours).find(({ isYours }) => isYours);
  expect(own?.entrants[0]).toEqual({ name: "Mine", placement: yours, known: null });
});

it("no markers keep a row of their own where nothing makes a difference", () => {
  const short = input(makeBatch(2).map((prompt) => ({ ...prompt, messages: prompt.messages.slice(1) })));
  const rows = foldTies(bakeOff(short, null), AS_DRAWN);
  expect(rows.map(({ entrants: [first] }) => ENGLISH.say(first.name)).toSorted()).toEqual([
    "As drawn",
    "No markers",
  ]);
  expect(ENGLISH.say(explainWinner(rows))).toMatch(/^No placement makes a difference/);
});

it("says that caching loses, and by how much", () => {
  const rows = foldTies(bakeOff(input(makeChat(3), 400), null), AS_DRAWN);
  expect(ENGLISH.say(explainWinner(rows))).toMatch(/^Without markers it is cheaper: .* still adds [\d.]+%/);
  expect(findCheapestRow(rows)?.totals.written).toBe(0);
});

it("has no winner where no price is known", () => {
  const unknown = makeBatch(2).map((prompt) => ({ ...prompt, model: "nobody-knows" }));
  const rows = foldTies(bakeOff(input(unknown), null), AS_DRAWN);
  expect(findCheapestRow(rows)).toBeNull();
  expect(ENGLISH.say(explainWinner(rows))).toMatch(/no price is known/);
});

it("has no winner where the price of a write is missing: what is not known may be lower", () => {
  const [first, ...others] = foldTies(bakeOff(chat, best), AS_DRAWN);
  if (!first) throw new Error("There are no rows.");
  const rows = [{ ...first, totals: { ...first.totals, cost: null } }, ...others];
  expect(findCheapestRow(rows)).toBeNull();
  expect(ENGLISH.say(explainWinner(rows))).toMatch(/^Placements cannot be compared/);
});

it("placements that differ on the other model are told apart", () => {
  const one = bakeOff(chat, null);
  const elsewhere = bakeOff(input(makeChat(10), 400), null);
  const together = foldTies(one, AS_DRAWN, elsewhere);
  expect(together.every(({ compared }) => compared !== null)).toBe(true);
  expect(together.length).toBeGreaterThanOrEqual(foldTies(one, AS_DRAWN).length);
});

it.each([
  [["a"], "a"],
  [["a", "b"], "a and b"],
  [["a", "b", "c"], "a, b and c"],
  [["a", "b", "c", "d"], "a, b and 2 others"],
])("%j share a row as %s", (names, said) => {
  const [first = "", ...others] = names;
  const entrant = (name: string) => ({ name, placement: AS_DRAWN, known: null });
  expect(ENGLISH.say(nameTied([entrant(first), ...others.map(entrant)]))).toBe(said);
});

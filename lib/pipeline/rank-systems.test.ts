/** Costs are compared within a currency only, what refuses is never the cheapest, and files say the same as the page. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createWords } from "../words/create-words";
import { ENGLISH } from "../words/plain-words";
import { zh } from "../words/zh";
import type { SystemRow } from "./compare-report";
import { rankSystems, SORT_ORDERS } from "./rank-systems";
import {
  sayChange,
  sayCounts,
  sayGrade,
  sayRefusal,
  writeComparisonCsv,
  writeComparisonMarkdown,
} from "./write-comparison";

const BASE: SystemRow = {
  id: "a",
  name: "A",
  model: "m",
  models: ["m"],
  kind: "explicit",
  currency: "USD",
  tokens: "estimate",
  vocabulary: "qwen3",
  spread: { less: 0.25, more: 0.25 },
  requests: [{ read: 60, written: 20, uncached: 20, completion: 5, cost: 1 }],
  totals: { read: 60, written: 20, uncached: 20, completion: 5, cost: 1, costWithoutCache: 2 },
  storage: null,
  refusals: [],
  assumptions: ["frame-of-four"],
  readsMarkers: true,
  isYours: false,
  isOwn: false,
};

interface Made extends Partial<Omit<SystemRow, "totals">> {
  readonly cost?: number | null;
}

const row = ({ cost = 1, ...rest }: Made): SystemRow => ({
  ...BASE,
  ...rest,
  totals: { ...BASE.totals, cost },
});

const REFUSED = [{ message: "At most 4 markers are allowed; there are 5.", requests: [0] }];
const ALL = { kinds: new Set<never>(), order: "cost" } as const;
const idsOf = (groups: ReturnType<typeof rankSystems>) =>
  groups.map(({ rows }) => rows.map((each) => each.row.id));

describe("ranking", () => {
  const rows = [
    row({ id: "dear", cost: 4 }),
    row({ id: "yuan", currency: "CNY", cost: 3 }),
    row({ id: "cheap", cost: 2 }),
    row({ id: "engine", currency: null, cost: null, kind: "own-hardware" }),
    row({ id: "refuses", cost: 0, refusals: REFUSED }),
    row({ id: "unknown", cost: null }),
  ];

  it("has a group a currency, what has no price last, and refusing rows behind those that answer", () => {
    const groups = rankSystems(rows, ALL);
    expect(groups.map(({ currency }) => currency)).toEqual(["USD", "CNY", null]);
    expect(idsOf(groups)).toEqual([["cheap", "dear", "unknown", "refuses"], ["yuan"], ["engine"]]);
  });

  it("ranks each against the cheapest of its own currency that refuses nothing", () => {
    const [dollars, yuan, none] = rankSystems(rows, ALL);
    expect(dollars?.rows.map(({ againstCheapest }) => againstCheapest)).toEqual([0, 1, null, null]);
    expect(dollars?.rows.map(({ isCheapest }) => isCheapest)).toEqual([true, false, false, false]);
    expect(yuan?.rows[0]).toMatchObject({ isCheapest: true, againstNoCache: 0.5 });
    expect(none?.rows[0]).toMatchObject({ isCheapest: false, againstNoCache: null, readShare: 0.6 });
  });

  it("shows the kinds that are asked for, the cheapest among them", () => {
    const groups = rankSystems([...rows, row({ id: "rented", kind: "rented", cost: 9 })], {
      kinds: new Set(["rented"] as const),
      order: "cost",
    });
    expect(idsOf(groups)).toEqual([["rented"]]);
    expect(groups[0]?.rows[0]?.isCheapest).toBe(true);
  });

  it("keeps the document's own model in front in its own order, and ranks it among all", () => {
    const own = [row({ id: "none", isOwn: true, cost: 5 }), row({ id: "drawn", isOwn: true, cost: 1 })];
    const groups = rankSystems([...own, ...rows], { kinds: new Set(["rented"] as const), order: "name" });
    expect(idsOf(groups)).toEqual([["none", "drawn"]]);
    const all = rankSystems([...own, ...rows], ALL);
    expect(idsOf(all)[0]).toEqual(["none", "drawn"]);
    const cheapest = all.flatMap((group) => group.rows).filter(({ isCheapest }) => isCheapest);
    expect(cheapest.map(({ row: each }) => each.id)).toEqual(["drawn", "yuan"]);
  });

  const some = fc.record({
    isOwn: fc.boolean(),
    id: fc.string(),
    name: fc.string(),
    currency: fc.constantFrom("USD" as const, "CNY" as const, null),
    cost: fc.option(fc.double({ min: 0, max: 100, noNaN: true })),
    refusals: fc.constantFrom([], REFUSED),
  });

  it("keeps every row once, whatever it is sorted by, and nothing known is cheaper than the cheapest", () => {
    fc.assert(
      fc.property(fc.array(some.map(row)), fc.constantFrom(...SORT_ORDERS), (given, order) => {
        const groups = rankSystems(given, { kinds: new Set(), order });
        const shown = groups.flatMap((group) => group.rows);
        expect(new Set(shown.map((each) => each.row))).toEqual(new Set(given));
        expect(shown).toHaveLength(given.length);
        for (const { againstCheapest } of shown) expect(againstCheapest ?? 0).toBeGreaterThanOrEqual(0);
        for (const { currency, rows: own } of groups) {
          expect(own.every((each) => each.row.currency === currency)).toBe(true);
        }
      }),
    );
  });
});

describe("words", () => {
  it.each([
    [-0.4872, "−48.7%"],
    [0.1, "+10%"],
    [0.0001, "±0%"],
    [null, "–"],
  ])("says a change of %s as %s", (share, said) => expect(sayChange(share)).toBe(said));

  it("says how sure the counts are", () => {
    expect(ENGLISH.say(sayCounts({ tokens: "exact", spread: null, vocabulary: "o200k_base" }))).toBe(
      "exact with o200k_base",
    );
    expect(ENGLISH.say(sayCounts({ tokens: "given", spread: null, vocabulary: null }))).toBe("as given");
    expect(ENGLISH.say(sayGrade({ tokens: "exact", spread: null }))).toBe("exact");
    expect(ENGLISH.say(sayGrade({ tokens: "estimate", spread: { less: 0.25, more: 0.25 } }))).toBe(
      "estimate ±25%",
    );
    expect(ENGLISH.say(sayGrade({ tokens: "estimate", spread: { less: 0.1, more: 0.01 } }))).toBe(
      "estimate −10% to +1%",
    );
  });

  it.each([
    [[0], 1, "Refuses the request: No."],
    [[1], 3, "Refuses request 2: No."],
    [[0, 2], 3, "Refuses requests 1, 3: No."],
    [[0, 1, 2], 3, "Refuses all 3 requests: No."],
    [[0, 1, 2, 3, 4, 5, 6], 9, "Refuses requests 1, 2, 3, 4, 5 and 2 more: No."],
  ])("names the requests %j of %i that are refused", (requests, all, said) =>
    expect(ENGLISH.say(sayRefusal({ message: "No.", requests }, all))).toBe(said),
  );
});

describe("files", () => {
  const groups = rankSystems(
    [
      row({ id: "a", name: "A, plain", cost: 2 }),
      row({ id: "b", name: "B|C", cost: 0, refusals: REFUSED }),
      row({ id: "c", name: "C", currency: "CNY", cost: 7 }),
    ],
    ALL,
  );

  const left = { outcome: "ignored", message: "Left out.", pointer: "/x" } as const;
  const JUDGED = { a: [left, { outcome: "refused", message: "Never.", pointer: "/y" } as const], c: [left] };

  it("writes a line a row, shares as fractions", () => {
    const lines = writeComparisonCsv(groups, ENGLISH).split("\r\n");
    expect(lines[1]).toBe(
      '"A, plain",m,explicit,estimate ±25%,qwen3,60,20,20,5,USD,2,2,0,0,,,frame-of-four,',
    );
    expect(lines[2]).toContain("Refuses the request: At most 4 markers are allowed; there are 5.");
    expect(lines).toHaveLength(5);
    const judged = writeComparisonCsv(groups, ENGLISH, JUDGED).split("\r\n");
    expect(judged[1]).toBe(
      '"A, plain",m,explicit,estimate ±25%,qwen3,60,20,20,5,USD,2,2,0,0,,Ignored at /x: Left out. Refused at /y: Never.,frame-of-four,',
    );
  });

  it("say which rows play an open question otherwise", () => {
    const read = groups.map((group) => ({
      ...group,
      rows: group.rows.map((ranked) => ({
        ...ranked,
        row: { ...ranked.row, readings: { life: "hour", lookback: "between-20" } as const },
      })),
    }));
    expect(writeComparisonCsv(read, ENGLISH).split("\r\n")[1]).toMatch(/,frame-of-four,life=hour$/);
    expect(writeComparisonMarkdown(read, "My agent", ENGLISH)).toContain(
      "- m: How long does an entry live without use? An hour.",
    );
    expect(writeComparisonMarkdown(groups, "My agent", ENGLISH)).not.toContain("Open questions");
  });

  it("writes a table a currency, with refusals and assumptions in words", () => {
    const report = writeComparisonMarkdown(groups, "My | agent", ENGLISH);
    expect(report).toContain("# My \\| agent on every cache system");
    expect(report).toMatch(/## Billed in USD[\s\S]*\| A, plain \|.*\| \$2\.000 \| ±0% \| cheapest \|/);
    expect(report).toContain("- B\\|C: Refuses the request: At most 4 markers");
    expect(report).toMatch(/## Billed in CNY[\s\S]*¥7\.000/);
    expect(report).toContain("four tokens around each message");
    expect(report).not.toContain("The markers of the document");
    const judged = writeComparisonMarkdown(groups, "My agent", ENGLISH, JUDGED);
    expect(judged).toContain("- A, plain; C: Ignored at /x: Left out.");
    expect(judged).toContain("- A, plain: Refused at /y: Never.");
  });

  it("writes both in another language, columns for programs alike", () => {
    const words = createWords("zh", zh);
    const [columns, first] = writeComparisonCsv(groups, words).split("\r\n");
    expect(columns).toBe(writeComparisonCsv(groups, ENGLISH).split("\r\n")[0]);
    expect(first).toContain("估算 ±25%");
    const report = writeComparisonMarkdown(groups, "T", words, JUDGED);
    expect(report).toMatch(/^# T：.*\n[\s\S]*## 以 USD 计费[\s\S]*\| 系统 \| 模型 \|[\s\S]*最便宜/);
    expect(report).toContain("- A, plain; C: /x 处被忽略：Left out.");
  });
});

/** Files and usage objects that people had in hand: each opens as what it is, with the figures that were billed. */
import { describe, expect, it } from "vitest";
import { readField } from "./fixtures/read-field";
import { importAll } from "./fixtures/read-fixture";

type Billed = readonly [read: number, written: number, uncached: number];

/** The kind is the cache that the usage tells of; null = it does not say. */
it.each<[string, Billed, "explicit" | "implicit" | null]>([
  ["10-usage-created.json", [0, 7447, 13], "explicit"],
  ["10-usage-read.json", [7447, 200, 13], "explicit"],
  ["10-usage-responses.json", [2000, 400, 200], "explicit"],
  ["11-usage.json", [53_429, 649, 3], "explicit"],
  ["11-record.json", [53_429, 649, 3], "explicit"],
  ["11-session.har", [53_429, 649, 3], "explicit"],
  ["12-usage.json", [9000, 0, 800], "implicit"],
  ["12-usage-explicit.json", [0, 29_713, 6], "explicit"],
  ["12-usage-nested.json", [2048, 500, 471], "explicit"],
  ["31-completion-usage.txt", [2048, 900, 71], "explicit"],
  ["31-console-log.txt", [64, 0, 60], "implicit"],
  ["31-usage-metadata-dict.txt", [60_024, 0, 2370], null],
  ["39-explicit.json", [8000, 0, 2000], "explicit"],
  ["39-implicit.json", [8000, 0, 2000], "implicit"],
])("%s: read, written and uncached as billed", async (name, billed, kind) => {
  const { usages } = await importAll(readField(name));
  expect(usages.map(({ usage }) => [usage?.read, usage?.written, usage?.uncached])).toEqual([billed]);
  expect(usages[0]?.usage?.kind).toBe(kind);
  expect(usages[0]?.usage).not.toMatchObject({ readKnown: false });
});

it.each<[string, Billed, object]>([
  // What was written is not told: it counts as uncached, and that is said.
  ["31-generation-stats.json", [90_100, 0, 3400], { writtenKnown: false }],
  ["31-usage-metadata-plain.txt", [60_024, 0, 2370], { writtenKnown: false }],
  // These fields tell nothing of a cache.
  ["31-ai-sdk-4.json", [0, 0, 787], { readKnown: false, writtenKnown: false }],
])("%s: what is not told is no zero", async (name, [read, written, uncached], known) => {
  const { usages, understood } = await importAll(readField(name));
  expect(usages[0]?.usage).toMatchObject({ read, written, uncached, kind: null, ...known });
  expect(understood.join(" ")).toMatch(/does not say/);
});

describe("a batch", () => {
  it.each(["15-input.jsonl", "15-bare-bodies.jsonl"])("%s opens as one", async (name) => {
    const { title, understood, layout } = await importAll(readField(name));
    expect(title).toBe("A batch file with 3 requests.");
    expect(understood[0]).toMatch(/half as much.*no discount for cached tokens.*times.*mean nothing/);
    expect(understood.join(" ")).not.toMatch(/assumed/);
    expect(layout?.play).toEqual({ system: "model-studio-batch" });
    expect(layout?.scenario?.turns.map(({ gap }) => gap)).toEqual([0, 0]);
  });

  it("of bare bodies says what it is taken for, and the way out", async () => {
    const { understood } = await importAll(readField("15-bare-bodies.jsonl"));
    expect(understood[1]).toMatch(/taken as a batch file.*one by one, choose “As the markers say”/);
  });

  it("has the usage of its answers by name", async () => {
    const { usages } = await importAll(readField("15-output.jsonl"));
    expect(
      usages.map(({ conversation, usage, isBatch }) => [conversation, usage?.prompt, usage?.read, isBatch]),
    ).toEqual([
      ["r-0", 1742, 0, true],
      ["r-1", 1743, 0, true],
      ["r-2", 1744, 0, true],
    ]);
  });

  const body = (text: string, more: object = {}) => ({
    messages: [{ role: "user", content: text }],
    ...more,
  });
  const lines = (...bodies: object[]) => bodies.map((each) => JSON.stringify(each)).join("\n");
  const answer = { role: "assistant", content: "Late." };
  it.each<[string, string]>([
    [
      "a conversation that grows",
      lines(body("a"), { messages: [...body("a").messages, answer, ...body("b").messages] }),
    ],
    ["the same request again", lines(body("a"), body("a"))],
    ["streamed requests", lines(body("a", { stream: true }), body("b", { stream: true }))],
    [
      "requests of the Anthropic dialect",
      lines(body("a", { system: "Be brief." }), body("b", { system: "Be brief." })),
    ],
    ["requests with times", lines({ at: 0, body: body("a") }, { at: 9, body: body("b") })],
    ["a list", JSON.stringify([body("a"), body("b")])],
  ])("is not seen in %s", async (_name, text) => {
    const { title, layout } = await importAll(text);
    expect(title).toBe("A recorded session with 2 requests.");
    expect(layout?.play).toBeUndefined();
  });
});

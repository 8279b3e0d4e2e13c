/** An import is named by what opens, and its figures are told only where they are known. */
import { describe, expect, it } from "vitest";
import type { Imported, ImportedUsage } from "../../lib/import/imported";
import type { Turn } from "../../lib/timeline/scenario";
import { ENGLISH } from "../../lib/words/plain-words";
import { hasOneReading, listFigures, nameDocument, nameImported } from "./describe-import";

const turn = (gap: number): Turn => ({ mode: "body", gap, user: "", reply: "", body: "{}" });

const withTurns = (...gaps: number[]): Imported["layout"] => ({
  text: "{}",
  scenario: { name: "Recorded", duration: 3, reply: "", turns: gaps.map(turn) },
});

const make = (change: Partial<Imported>): Imported => ({
  kind: "requests",
  title: "Requests.",
  layout: null,
  usages: [],
  understood: [],
  dropped: [],
  redacted: [],
  ...change,
});

const usage = (
  at: number | null,
  model: string | null,
  conversation: string | null = null,
): ImportedUsage => ({
  place: "Line 1",
  at,
  model,
  conversation,
  usage: null,
});

const figures = (imported: Imported) =>
  Object.fromEntries(
    listFigures(imported).map(({ label, value }) => [
      ENGLISH.say({ key: label }),
      typeof value === "object" && "seconds" in value ? ENGLISH.duration(value.seconds) : ENGLISH.say(value),
    ]),
  );

describe("the name of what was imported", () => {
  it.each([
    [make({ layout: { text: "{}", scenario: null } }), "one request"],
    [make({ layout: withTurns() }), "one request"],
    [make({ layout: withTurns(1, 2) }), "3 requests"],
    [make({ kind: "layout", layout: withTurns(1, 2) }), "the layout"],
  ])("case %#", (imported, name) => expect(ENGLISH.say(nameImported(imported))).toBe(name));
});

describe("the name among the kept layouts", () => {
  const asking = (content: string, ...gaps: number[]): Imported => {
    const layout = withTurns(...gaps);
    const messages = [
      { role: "system", content: "Be brief." },
      { role: "user", content },
    ];
    return make({ layout: layout && { ...layout, text: JSON.stringify({ messages }) } });
  };

  it.each([
    [asking("Which fern\n grows in shade?"), "Import: Which fern grows in shade?"],
    [asking("Which fern grows in shade?", 1, 2), "Import: 3 requests, Which fern grows in shade?"],
    [
      asking("Which fern of the old garden grows in shade?"),
      "Import: Which fern of the old garden grows in…",
    ],
    [asking("蕨".repeat(60)), `Import: ${"蕨".repeat(40)}…`],
    [make({ layout: { text: "[]", scenario: null, model: "qwen3.7-max" } }), "Import: qwen3.7-max"],
    [make({ layout: { text: "{}", scenario: null } }), "Import: one request"],
  ])("case %#", (imported, name) => expect(nameDocument(imported, [], ENGLISH)).toBe(name));

  it("is nobody else's", () => {
    const taken = ["Import: Who?", "Import: Who? (2)"];
    expect(nameDocument(asking("Who?"), taken, ENGLISH)).toBe("Import: Who? (3)");
  });
});

describe("figures", () => {
  it("are those of the scenario where something opens", () => {
    const layout = withTurns(30, 45.4);
    expect(
      figures(make({ layout: layout && { ...layout, model: "qwen3.7-max", region: "intl" } })),
    ).toMatchObject({
      Requests: "3",
      "First to last": "1 min 15 s",
      Model: "qwen3.7-max",
      "First request": "2 B",
    });
  });

  it("are those of the usages where nothing opens", () => {
    const usages = [usage(100, "a", "main"), usage(50, "b", "sub-agent 1"), usage(null, "a", "main")];
    expect(figures(make({ kind: "usage", usages }))).toEqual({
      Requests: "3",
      "First to last": "50 s",
      Models: "a, b",
      Conversations: "2",
    });
  });

  it("leave out what is not known", () => {
    expect(figures(make({ usages: [usage(null, null)] }))).toEqual({ Requests: "1" });
  });
});

describe("what opens without a question", () => {
  it("is a request, or one conversation, of which nothing was left out", () => {
    expect(hasOneReading(make({ layout: withTurns() }))).toBe(true);
    expect(hasOneReading(make({ layout: withTurns(8, 30), usages: [usage(0, null, "main")] }))).toBe(true);
  });

  it("is nothing that needs a look first", () => {
    expect(hasOneReading(make({ usages: [usage(0, null)] }))).toBe(false);
    expect(hasOneReading(make({ layout: withTurns(), dropped: ["Line 2 is not JSON: left out."] }))).toBe(
      false,
    );
    const two = [usage(0, null, "main"), usage(1, null, "sub-agent 1")];
    expect(hasOneReading(make({ layout: withTurns(8), usages: two }))).toBe(false);
  });
});

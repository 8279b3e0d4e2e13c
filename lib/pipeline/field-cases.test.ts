/** Requests that people had in hand: what is wrong with them, where, the mend, and what they read and write. */
import { describe, expect, it } from "vitest";
import { readField } from "../import/fixtures/read-field";
import { importAll } from "../import/fixtures/read-fixture";
import { applyEdits } from "../prompt/apply-edits";
import { loadTestCounters } from "../tokens/fixtures/load-counters";
import { ENGLISH } from "../words/plain-words";
import { analyse } from "./analyse";
import type { Settings } from "./analysis";
import { fixAll } from "./fix-all";
import { createDocumentOpener } from "./open-document";

const open = createDocumentOpener(loadTestCounters());
const settings = (more: Partial<Settings> = {}): Settings => ({
  model: "qwen3.7-max",
  region: "intl",
  isRegionAssumed: true,
  scenario: null,
  ...more,
});

const analyseText = (text: string, more: Partial<Settings> = {}) => {
  const { diagnostics, request, timeline } = analyse(text, settings(more), open);
  return {
    diagnostics,
    find: (rule: string) => diagnostics.filter((each) => each.rule === rule),
    markers: request?.markers.map(({ prefix, status }) => [prefix, status]),
    rows: timeline?.turns.map(({ ledger: { read, written, uncached } }) => [read, written, uncached]),
    precision: request?.precision,
    misses: timeline?.misses ?? [],
  };
};
const analyseField = (name: string, more?: Partial<Settings>) => analyseText(readField(name), more);

/** An import as the page opens and plays it. */
async function playImport(text: string) {
  const { layout } = await importAll(text);
  if (!layout) throw new Error("no layout");
  const { scenario, play } = layout;
  return { text: layout.text, ...analyseText(layout.text, { scenario, ...play }) };
}

describe("what the service refuses is named at its place, with its mend", () => {
  it.each<[string, string, string, RegExp, string]>([
    [
      "01-request.json",
      "request-shape",
      "/messages/0/role",
      /unknown role "developer"/,
      "Write system instead",
    ],
    [
      "02-request.json",
      "request-shape",
      "/messages/1/content/0",
      /takes audio as .*input_audio/,
      "Write input_audio instead",
    ],
    [
      "05-request.json",
      "content-missing",
      "/messages/2",
      /Field required: input\.messages\.2\.content/,
      'Write "content": ""',
    ],
  ])("%s", (name, rule, pointer, message, title) => {
    const { diagnostics } = analyseField(name);
    const errors = diagnostics.filter(({ severity }) => severity === "error");
    expect(errors.map((each) => [each.rule, each.pointer, each.fix && ENGLISH.say(each.fix.title)])).toEqual([
      [rule, pointer, title],
    ]);
    expect(ENGLISH.say(errors[0]?.message ?? "")).toMatch(message);
    expect(errors[0]?.evidence).toBe("observed");
    const mended = applyEdits(readField(name), errors[0]?.fix?.edits ?? []);
    expect(analyseText(mended).diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
  });
});

it("a system prompt in the role developer keeps both markers though only the preselected region denies them", () => {
  const fixed = fixAll(readField("01-request.json"), settings(), open);
  const { markers, find } = analyseText(fixed.text);
  expect(markers).toEqual([
    [1845, "effective"],
    [1861, "effective"],
  ]);
  expect(ENGLISH.say(find("explicit-not-offered")[0]?.message ?? "")).toMatch(
    /^Which region is your key from\?/,
  );
});

it("sound is mended into the form that is known to be taken, and its tokens stay open", () => {
  const text = readField("02-request.json");
  const { find } = analyseText(text);
  const mended = applyEdits(text, find("request-shape")[0]?.fix?.edits ?? []);
  expect(JSON.parse(mended)).toEqual(JSON.parse(readField("02-mended.json")));
  const after = analyseText(mended);
  expect(ENGLISH.say(after.find("uncounted-content")[0]?.message ?? "")).toMatch(
    /holds audio: its tokens are not counted/,
  );
  expect(after.find("unknown-model").map(({ fix }) => fix)).toEqual([undefined]);
});

it("adaptive thinking without a budget: thinking is on, the report is told, and rule, markers and play agree", () => {
  const here = analyseField("07-request.json");
  expect(here.find("thinking-budget")).toMatchObject([
    {
      severity: "warning",
      evidence: "third-party",
    },
  ]);
  expect(ENGLISH.say(here.find("thinking-budget")[0]?.message ?? "")).toMatch(/adaptive.*refused with 400/);
  // Six tokens follow the last message where Qwen3.5 and later think.
  expect(here.rows).toEqual([[0, 1847, 6]]);
  expect(ENGLISH.say(here.find("explicit-not-offered")[0]?.message ?? "")).toMatch(
    /is not known.*played as if it had/,
  );
  const denied = analyseField("07-request.json", { region: "eu", isRegionAssumed: false });
  expect(denied.markers).toEqual([
    [null, "ignored"],
    [null, "ignored"],
  ]);
  expect(denied.rows).toEqual([[0, 0, 1853]]);
});

describe("a batch", () => {
  it.each(["15-input.jsonl", "15-bare-bodies.jsonl"])(
    "%s: no marker counts, and no rule asks for one",
    async (name) => {
      const { rows, markers, diagnostics } = await playImport(readField(name));
      expect(rows?.map(([read, written]) => [read, written])).toEqual([
        [0, 0],
        [0, 0],
        [0, 0],
      ]);
      expect(markers).toEqual([[1840, "ignored"]]);
      expect(diagnostics.filter(({ severity }) => severity !== "info")).toEqual([]);
      expect(diagnostics.map(({ message }) => message).join(" ")).not.toMatch(/marker|cache/);
    },
  );
});

describe("a context that every request appends, marks and drops", () => {
  const session = readField("16-session.jsonl");
  const withoutClock = session.replaceAll(/\\nnow: [^\\]*/g, "");

  // The last message takes 37 tokens: its date alone is ten, one a character.
  it.each([
    ["with a clock", session, [2888, 642, 949, 1256]],
    ["without one", withoutClock, [2868, 622, 929, 1236]],
  ])(
    "%s: what is read stays at the system text, and the marked message is named with its mend",
    async (_name, text, written) => {
      const { rows, find, misses, text: document } = await playImport(text);
      expect(rows?.map(([read]) => read)).toEqual([0, 2553, 2553, 2553]);
      expect(rows?.map(([, each]) => each)).toEqual(written);
      expect(misses.map(({ index, code }) => [index, code])).toEqual([
        [1, "messages_changed"],
        [2, "messages_changed"],
        [3, "messages_changed"],
      ]);
      const [found] = find("marker-on-changing-tail");
      expect(found).toMatchObject({ pointer: "/messages/2/content/0/cache_control" });
      expect(ENGLISH.say(found?.fix?.title ?? "")).toMatch(/^Move the marker to messages\[1\]/);
      const mended = JSON.parse(applyEdits(document, found?.fix?.edits ?? []));
      expect(mended.messages[2].content[0].cache_control).toBeUndefined();
    },
  );
});

it("a date that opens the system text is the cause of the miss over midnight, and moves behind the marker", async () => {
  const { text, rows, find } = await playImport(readField("17-two-days.jsonl"));
  expect(rows?.map(([read]) => read)).toEqual([0, 0]);
  const [found] = find("volatile-before-marker");
  expect(found).toMatchObject({
    pointer: "/system/0/text",
  });
  expect(ENGLISH.say(found?.fix?.title ?? "")).toBe("Move the line behind the last marker");
  const mended = applyEdits(text, found?.fix?.edits ?? []);
  expect(mended).toContain("today:2026/2/28");
  const days = readField("17-two-days.jsonl")
    .split("\n")
    .filter((line) => line.trim() !== "");
  const both = days.map((line) => {
    const day = JSON.parse(line);
    const body = JSON.stringify(day.body, null, 2);
    const [own] = analyseText(body).find("volatile-before-marker");
    return JSON.stringify({ ...day, body: JSON.parse(applyEdits(body, own?.fix?.edits ?? [])) });
  });
  const after = await playImport(both.join("\n"));
  expect(after.rows?.[1]?.[0]).toBe(after.rows?.[0]?.[1]);
});

describe("names of models", () => {
  it.each([
    ["27-litellm.json", "qwen3.6-plus"],
    ["27-router.json", "qwen3.7-max"],
  ])("%s means %s", (name, meant) => {
    const { find } = analyseField(name);
    expect(find("unknown-model")).toEqual([]);
    expect(ENGLISH.say(find("model-by-another-name")[0]?.message ?? "")).toContain(
      `means ${meant} and is played as that`,
    );
  });

  it.each(["27-glm.json", "27-glm52.json", "27-kimi.json", "27-tokenplan.json"])(
    "%s is not in the list, and no other product is offered",
    (name) => {
      const { find } = analyseField(name);
      expect(find("unknown-model").map(({ fix }) => fix)).toEqual([undefined]);
      expect(find("model-by-another-name")).toEqual([]);
    },
  );
});

describe("odd but legal", () => {
  it("a null marker is none; what is not counted is named at its place", () => {
    const { markers, find, precision } = analyseField("33-anthropic.json");
    expect(markers?.map(([, status]) => status)).toEqual([
      "ignored",
      "effective",
      "effective",
      "effective",
      "ignored",
    ]);
    expect(find("request-shape")).toEqual([]);
    expect(
      find("uncounted-content").map(({ message }) => /holds ([^:]*):/.exec(ENGLISH.say(message))?.[1]),
    ).toEqual([
      "a PDF document",
      "a search result",
      "hidden thinking",
      "a call of the service's own tool",
      "a result of the service's own tool",
    ]);
    expect(precision?.kind).toBe("estimate");
  });

  it("a refusal and a file are no unknown types", () => {
    const { find, rows } = analyseField("33-openai.json");
    expect(find("request-shape")).toEqual([]);
    expect(find("uncounted-content")).toHaveLength(2);
    expect(rows).toEqual([[0, 2075, 79]]);
  });

  it("a legacy list of functions widens the band, so nothing is exact", () => {
    const { find, precision } = analyseField("33-legacy-functions.json");
    expect(
      find("uncounted-content")
        .map(({ message }) => ENGLISH.say(message))
        .join(" "),
    ).toMatch(/`functions` list/);
    expect(precision?.high).toBeGreaterThan((precision?.low ?? 0) + 700);
  });

  it("a request without messages yet, and strings among the parts, are said and not thrown", () => {
    expect(analyseField("33-no-messages-yet.json").diagnostics).toMatchObject([{ rule: "request-shape" }]);
    const { find, rows } = analyseField("33-strings-in-content.json");
    expect(find("request-shape")).toHaveLength(1);
    expect(rows).toEqual([[0, 0, 1854]]);
  });
});

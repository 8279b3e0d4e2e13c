/** Changing words are found where they stand, in the text and in tokens, and can be put behind the last marker. */
import { expect, it } from "vitest";
import { applyEdits } from "../prompt/apply-edits";
import { loadTestCounters } from "../tokens/fixtures/load-counters";
import { analyse } from "./analyse";
import type { Settings } from "./analysis";
import { createDocumentOpener } from "./open-document";

const open = createDocumentOpener(loadTestCounters());
const long = "Answer in the words of the manual and name the page. ".repeat(150);
const marker = { cache_control: { type: "ephemeral" } };
const alone: Settings = { model: "qwen3.7-max", region: "intl", scenario: null };

const view = (body: object, settings: Partial<Settings> = {}) => {
  const text = JSON.stringify(body, null, 2);
  const { timeline, request, diagnostics } = analyse(text, { ...alone, ...settings }, open);
  return { text, changing: timeline?.changing ?? [], segments: request?.segments ?? [], diagnostics };
};

const system = (...texts: readonly string[]) => ({
  role: "system",
  content: texts.map((text, at) => ({ type: "text", text, ...(at === texts.length - 1 ? marker : {}) })),
});
const question = { role: "user", content: "Hello" };

it("names the place in the text and in the prefix", () => {
  const clock = "2026-11-21 09:30:12";
  const body = {
    model: "qwen3.7-max",
    messages: [system(`${long}\nCurrent time:${clock}\n${long}`), question],
  };
  const { text, changing, segments } = view(body);
  const [found] = changing;
  expect(text.slice(found?.range.start, found?.range.end)).toBe(clock);
  expect(found).toMatchObject({
    segment: "/messages/0",
    change: "clock",
    isTold: false,
    tokens: clock.length,
  });
  // The same text without all that follows the clock says where it begins.
  const [cut] = view({ ...body, messages: [system(`${long}\nCurrent time:`), question] }).segments;
  expect(found?.prefix).toBe((cut?.tokens ?? 0) - 1);
  expect(found?.prefix).toBeLessThan(segments[0]?.prefix ?? 0);
});

it("counts from the part in which the words stand, and finds those of tools", () => {
  const tools = [
    {
      type: "function",
      function: { name: "look_up", description: `Session id: 7f3a91c04e. "Quoted"`, parameters: {} },
    },
    {
      type: "function",
      function: { name: "other", description: `Session id: 7f3a91c04e. "Quoted"`, parameters: {} },
    },
  ];
  const body = { model: "qwen3-max", tools, messages: [system(long, "Nonce: a8f5f167f44f4964"), question] };
  const { text, changing, segments } = view(body);
  expect(changing.map(({ words }) => words)).toEqual(["7f3a91c04e", "7f3a91c04e", "a8f5f167f44f4964"]);
  for (const { range, words } of changing) expect(text.slice(range.start, range.end)).toBe(words);
  const places = changing.map(({ prefix }) => prefix);
  expect(places.toSorted((a, b) => a - b).every((at) => at > 0 && at < (segments[0]?.prefix ?? 0))).toBe(
    true,
  );
  expect(new Set(places).size).toBe(3);
});

it("offers a mend only before the last marker, and never for tools", () => {
  const body = {
    model: "qwen3.7-max",
    tools: [
      { type: "function", function: { name: "a", description: "Request id: 7f3a91c04e", parameters: {} } },
    ],
    messages: [system(`Current time: 09:30\n${long}`), { role: "user", content: "Nonce: a8f5f167f44f4964" }],
  };
  const { text, changing } = view(body);
  expect(changing.map(({ mend }) => mend !== null)).toEqual([false, true, false]);
  const mended = applyEdits(text, changing[1]?.mend?.edits ?? []);
  const { timeline } = analyse(mended, alone, open);
  expect(timeline?.changing.map(({ segment }) => segment)).toEqual([
    "/messages/0",
    "/messages/1",
    "/messages/1",
  ]);
});

it("takes words that the user names for changing, and none that never change", () => {
  const body = {
    model: "qwen3.7-max",
    messages: [system(`Tenant Alpha. Current time: 09:30\n${long}`), question],
  };
  const changing = [
    { words: "Tenant Alpha", change: "request" },
    { words: "09:30", change: "never" },
  ] as const;
  const named = view(body, { changing });
  expect(named.changing).toMatchObject([
    { words: "Tenant Alpha", kind: "other", isTold: true },
    { words: "09:30", change: "never", isTold: true },
  ]);
  const problems = named.diagnostics.filter(({ rule }) => rule === "volatile-before-marker");
  expect(problems.map(({ range }) => named.text.slice(range.start, range.end))).toEqual(["Tenant Alpha"]);
});

it("draws nothing where requests are given verbatim", () => {
  const body = { model: "qwen3.7-max", messages: [system(`Current time: 09:30\n${long}`), question] };
  const turns = [{ mode: "body" as const, gap: 60, user: "", reply: "", body: JSON.stringify(body) }];
  expect(view(body, { scenario: { name: "", duration: 1, reply: "", turns } }).changing).toEqual([]);
});

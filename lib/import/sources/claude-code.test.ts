/** Transcripts of Claude Code: what was billed to the token, and bodies that follow the conversation. */
import { describe, expect, it } from "vitest";
import { parsePrompt } from "../../prompt/parse";
import { ENGLISH } from "../../words/plain-words";
import { listRecords, readFixtures, readRecords } from "../fixtures/read-records";
import { claudeCode } from "./claude-code";

interface Body {
  readonly model: string;
  readonly system: readonly { readonly text: string }[];
  readonly messages: readonly { readonly role: string; readonly content: unknown }[];
}

const bodyOf = ({ body }: { readonly body: unknown }): Body => body as Body;
const read = () => readFixtures(claudeCode, "claude-code.jsonl");
const main = () => read().exchanges.filter(({ conversation }) => conversation === "main");

it("recognises each of its lines, and none of other formats", () => {
  for (const { record } of listRecords("claude-code.jsonl")) expect(claudeCode.recognises(record)).toBe(true);
  const others = ["qwen-code-chat.jsonl", "qwen-code-log.json", "opencode.json", "usage-list.json"];
  for (const { record } of others.flatMap(listRecords)) expect(claudeCode.recognises(record)).toBe(false);
});

describe("a session with parallel tools, a sub-agent and an error", () => {
  it("has one request for each response", () => {
    const { exchanges, title } = read();
    expect(title).toBe("A Claude Code session transcript with 4 requests.");
    expect(exchanges.map(({ conversation }) => conversation)).toEqual([
      "main",
      "sub-agent 1",
      "main",
      "main",
    ]);
    expect(
      main().map(({ usage }) => [usage?.uncached, usage?.written, usage?.read, usage?.completion]),
    ).toEqual([
      [9, 18000, 0, 97],
      [7, 310, 18000, 30],
      [7, 120, 18310, 4],
    ]);
  });

  it("joins the blocks of a response and answers both of its calls", () => {
    const [first, second] = main().map(bodyOf);
    expect(first?.messages).toMatchObject([
      { role: "user", content: [{ text: "Why does the checkout test fail?" }] },
    ]);
    expect(second?.messages.map(({ role }) => role)).toEqual(["user", "assistant", "user"]);
    expect(second?.messages[1]?.content).toMatchObject([
      { type: "text" },
      { id: "call_1" },
      { id: "call_2" },
    ]);
    expect(second?.messages[2]?.content).toMatchObject([
      { tool_use_id: "call_1" },
      { tool_use_id: "call_2", cache_control: { type: "ephemeral" } },
    ]);
  });

  it("leaves the program's own notes out and joins what the user said around them", () => {
    const { dropped } = read();
    expect(dropped).toEqual([expect.stringMatching(/^Line 15 .*left out\.$/)]);
    expect(bodyOf(main()[2] ?? { body: null }).messages.at(-1)?.content).toMatchObject([
      { text: "Mend it." },
      { text: "Try again.", cache_control: { type: "ephemeral" } },
    ]);
  });

  it("stands in for the system prompt so that the first prompt has its billed size, and says so", () => {
    const { understood } = read();
    const [system] = bodyOf(main()[0] ?? { body: null }).system;
    expect(system?.text).toMatch(/^This text stands in for the system prompt and the tools of main/);
    expect(system?.text.match(/ a(?= |$)/g)?.length).toBeGreaterThan(17_900);
    expect(understood.join(" ")).toMatch(/neither the system prompt nor the tools.*assumed/);
  });

  it("keeps a sub-agent as it is told first, and its copy once", () => {
    const { exchanges, understood } = read();
    const side = exchanges.find(({ conversation }) => conversation === "sub-agent 1");
    expect(side).toMatchObject({ model: "qwen3.7-plus", reply: "It is in checkout.ts.", duration: 2 });
    expect(understood.join(" ")).toMatch(/repeat an answer \(1\)/);
  });

  it("knows when a request was sent and how long its answer took", () => {
    expect(main().map(({ duration }) => duration)).toEqual([4.99, 4, 3]);
    expect(main()[0]?.at).toBe(Date.UTC(2026, 10, 20, 9, 14, 0, 10) / 1000);
  });

  it("writes bodies that parse, with one marker on the system text and one on the last message", () => {
    for (const { body } of read().exchanges) {
      const { prompt, errors } = parsePrompt(JSON.stringify(body));
      expect(errors).toEqual([]);
      expect(prompt?.dialect).toBe("anthropic");
      expect(prompt?.markers.map(({ place }) => place)).toEqual(["part", "part"]);
    }
  });
});

it("follows the branch of the conversation that an answer belongs to", () => {
  const line = (uuid: string, parentUuid: string | null, type: "user" | "assistant") => ({
    type,
    uuid,
    parentUuid,
    isSidechain: false,
    sessionId: "s",
    message: { id: uuid, role: type, content: uuid, usage: { input_tokens: 1, output_tokens: 1 } },
  });
  const lines = [
    line("u1", null, "user"),
    line("a1", "u1", "assistant"),
    line("u2", "a1", "user"),
    line("a2", "u2", "assistant"),
    // The user goes back to the first answer.
    line("u3", "a1", "user"),
    line("a3", "u3", "assistant"),
  ];
  const bodies = readRecords(claudeCode, lines).exchanges.map(bodyOf);
  expect(JSON.stringify(bodies[2]?.messages)).toMatch(/u1.*a1.*u3/);
  expect(JSON.stringify(bodies[2]?.messages)).not.toMatch(/u2|a2/);
  // Without parents the order of the file decides.
  const flat = lines.slice(0, 4).map(({ parentUuid: _, ...rest }) => rest);
  expect(bodyOf(readRecords(claudeCode, flat).exchanges[1] ?? { body: null }).messages).toHaveLength(3);
});

it("asks for an hour where the usage tells of one", () => {
  const usage = { input_tokens: 1, output_tokens: 1, cache_creation: { ephemeral_1h_input_tokens: 2000 } };
  const message = { id: "m", model: "qwen4-max", content: "Hello", usage };
  const lines = [
    { type: "user", sessionId: "s", uuid: "u", parentUuid: null, message: { content: "Hi" } },
    { type: "assistant", sessionId: "s", uuid: "a", parentUuid: "u", message },
  ];
  const [exchange] = readRecords(claudeCode, lines).exchanges;
  expect(exchange?.usage?.written).toBe(2000);
  expect(JSON.stringify(exchange?.body)).toContain('"ttl":"1h"');
});

it("shows each request reading what the one before has read and written", () => {
  // Token counts of version 2.1.12 as published; the texts are invented.
  const { exchanges } = readFixtures(claudeCode, "claude-code-series.jsonl");
  const usages = exchanges.map(({ usage }) => usage);
  expect(usages).toHaveLength(15);
  expect(usages.map((usage) => usage?.written)).toEqual([
    27176, 2617, 1916, 821, 484, 481, 478, 369, 926, 529, 523, 268, 227, 1770, 545,
  ]);
  for (const [index, usage] of usages.entries()) {
    const before = usages[index - 1];
    expect(usage?.read).toBe((before?.read ?? 0) + (before?.written ?? 0));
    expect(usage?.uncached).toBe(index === 0 || index === 14 ? 9 : 7);
  }
});

it("names what cannot be read of a bad transcript and takes the rest", () => {
  const { exchanges, dropped } = readFixtures(claudeCode, "claude-code-bad.jsonl");
  expect(exchanges.map(({ reply, usage }) => [reply, usage?.prompt])).toEqual([
    ["", undefined],
    ["Still read.", 5],
  ]);
  expect(dropped.map((sentence) => ENGLISH.say(sentence).slice(0, 6))).toEqual(["Line 1", "Line 2"]);
});

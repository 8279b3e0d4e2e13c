/** What Qwen Code keeps: its log with whole requests, and its chats with messages and tokens. */
import { describe, expect, it } from "vitest";
import { parsePrompt } from "../../prompt/parse";
import { listRecords, readFixtures } from "../fixtures/read-records";
import { qwenCodeChat } from "./qwen-code-chat";
import { qwenCodeLog } from "./qwen-code-log";

it("tells its formats apart, and from others", () => {
  for (const name of ["qwen-code-log.json", "qwen-code-log-text.json"]) {
    for (const { record } of listRecords(name)) {
      expect([qwenCodeLog.recognises(record), qwenCodeChat.recognises(record)]).toEqual([true, false]);
    }
  }
  for (const { record } of listRecords("qwen-code-chat.jsonl")) {
    expect([qwenCodeLog.recognises(record), qwenCodeChat.recognises(record)]).toEqual([false, true]);
  }
  for (const { record } of ["claude-code.jsonl", "opencode.json", "usage-list.json"].flatMap(listRecords)) {
    expect([qwenCodeLog.recognises(record), qwenCodeChat.recognises(record)]).toEqual([false, false]);
  }
  const recorded = { request: { messages: [{ role: "user", content: "Hi" }] }, timestamp: "2026-11-20" };
  expect(qwenCodeLog.recognises(recorded)).toBe(false);
});

describe("a log", () => {
  const names = ["qwen-code-log.json", "qwen-code-log-text.json", "qwen-code-log-bad.json"];

  it("keeps the bodies with their markers, also where they are text", () => {
    const { exchanges, dropped, title } = readFixtures(qwenCodeLog, ...names);
    expect(title).toBe("A Qwen Code log with 2 requests and 1 that failed.");
    expect(exchanges[1]?.body).toEqual(exchanges[0]?.body);
    expect(parsePrompt(JSON.stringify(exchanges[0]?.body)).prompt?.markers).toHaveLength(2);
    expect(exchanges.map(({ conversation }) => conversation)).toEqual(["main", "sub-agent 1"]);
    expect(dropped).toEqual([expect.stringMatching(/^Line 3 .*without an answer/)]);
  });

  it("says that writes are not told, rather than that there were none", () => {
    const { exchanges, understood } = readFixtures(qwenCodeLog, "qwen-code-log.json");
    expect(exchanges[0]).toMatchObject({ duration: 3.5, reply: "Here is the test.", conversation: null });
    expect(exchanges[0]?.usage).toMatchObject({
      read: 13000,
      written: 0,
      uncached: 1655,
      writtenKnown: false,
    });
    expect(understood.join(" ")).toMatch(/usage of one request does not say what was written/);
  });
});

describe("a chat", () => {
  it("takes the answers with their tokens, and calls beside it by their usage alone", () => {
    const { exchanges, understood, dropped } = readFixtures(qwenCodeChat, "qwen-code-chat.jsonl");
    expect(
      exchanges.map(({ conversation, usage, duration, body }) => [
        conversation,
        usage?.prompt,
        duration,
        body === null,
      ]),
    ).toEqual([
      ["main", 14655, 3.8, false],
      ["main", 14760, 2, false],
      ["sub-agent 1", 6908, 0.9, true],
    ]);
    expect(exchanges[1]?.usage).toMatchObject({
      read: 14600,
      written: 0,
      uncached: 160,
      writtenKnown: false,
    });
    expect(understood.join(" ")).toMatch(/does not say what was written/);
    expect(dropped).toEqual([]);
  });

  it("rebuilds requests without thoughts, marked on the system text and the last message", () => {
    const { exchanges } = readFixtures(qwenCodeChat, "qwen-code-chat.jsonl");
    const { prompt, errors } = parsePrompt(JSON.stringify(exchanges[1]?.body));
    expect(errors).toEqual([]);
    expect(prompt?.dialect).toBe("openai");
    expect(prompt?.messages.map(({ role }) => role)).toEqual(["system", "user", "assistant", "tool"]);
    expect(prompt?.messages[2]).toMatchObject({
      parts: [{ text: "I read the basket." }],
      calls: [{ name: "read_file" }],
    });
    expect(prompt?.markers.map(({ pointer }) => pointer)).toEqual([
      "/messages/0/content/0/cache_control",
      "/messages/3/content/0/cache_control",
    ]);
  });

  it("that is broken loses its bad lines alone", () => {
    const { exchanges, dropped } = readFixtures(qwenCodeChat, "qwen-code-chat-bad.jsonl");
    expect(exchanges.map(({ usage }) => usage?.prompt)).toEqual([undefined, 10]);
    expect(dropped).toEqual([
      expect.stringMatching(/^Line 2 has a usage that cannot be read/),
      expect.stringMatching(/^Line 4 has a usage that cannot be read/),
    ]);
  });
});

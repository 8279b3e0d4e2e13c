/** Exports of OpenCode: one request a call, and writes that are only told by some providers. */
import { expect, it } from "vitest";
import { parsePrompt } from "../../prompt/parse";
import { listRecords, readFixtures } from "../fixtures/read-records";
import { openCode } from "./opencode";

it("recognises an export and nothing else", () => {
  expect(openCode.recognises(listRecords("opencode.json")[0]?.record)).toBe(true);
  for (const { record } of ["claude-code.jsonl", "qwen-code-chat.jsonl", "usage-list.json"].flatMap(
    listRecords,
  )) {
    expect(openCode.recognises(record)).toBe(false);
  }
});

it("has a request for each call, with its tokens and times", () => {
  const { exchanges, title } = readFixtures(openCode, "opencode.json");
  expect(title).toBe("An OpenCode session with 2 requests.");
  expect(exchanges.map(({ usage, duration, reply }) => ({ ...usage, duration, reply }))).toMatchObject([
    { read: 0, written: 9400, uncached: 9, completion: 34, duration: 4, reply: "I read it." },
    { read: 9400, written: 80, uncached: 6, completion: 12, duration: 2, reply: "Here is the test." },
  ]);
});

it("rebuilds the requests of an Anthropic provider with the markers that OpenCode places", () => {
  const { exchanges } = readFixtures(openCode, "opencode.json");
  const { prompt, errors } = parsePrompt(JSON.stringify(exchanges[1]?.body));
  expect(errors).toEqual([]);
  expect(prompt?.dialect).toBe("anthropic");
  expect(prompt?.markers.map(({ pointer }) => pointer)).toEqual([
    "/system/0/cache_control",
    "/messages/1/content/1/cache_control",
    "/messages/2/content/0/cache_control",
  ]);
});

it("takes writes that are zero throughout as not told, and places no marker", () => {
  const { exchanges, understood } = readFixtures(openCode, "opencode-untold.json");
  expect(exchanges[0]?.usage).toMatchObject({
    prompt: 310,
    read: 200,
    written: 0,
    uncached: 110,
    writtenKnown: false,
  });
  expect(parsePrompt(JSON.stringify(exchanges[0]?.body)).prompt).toMatchObject({
    dialect: "openai",
    markers: [],
  });
  expect(understood[0]).toMatch(/OpenAI-compatible provider does not report it/);
});

it("names what it leaves out of a bad export", () => {
  const { exchanges, dropped } = readFixtures(openCode, "opencode-bad.json");
  expect(exchanges.map(({ usage, reply }) => [usage, reply])).toEqual([[null, "Said."]]);
  expect(dropped).toEqual([
    expect.stringMatching(/^Line 1, message 1 is neither/),
    expect.stringMatching(/^Line 1, message 4 was broken off/),
  ]);
});

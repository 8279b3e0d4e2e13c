/** Sentences about turns and events say what happens, when and how often. */
import { expect, it } from "vitest";
import { createWords } from "../words/create-words";
import { ENGLISH } from "../words/plain-words";
import { zh } from "../words/zh";
import { describeEvent, labelEvent } from "./describe-event";
import { describeTurn } from "./describe-turn";
import { labelRequest } from "./label-request";
import type { Turn } from "./scenario";
import { scenarios } from "./scenarios";

const plain: Turn = { mode: "append", gap: 45, user: "", reply: "" };
const round = { gap: 5, calls: [{ name: "look", arguments: "{}", result: "" }] };

it.each<[Partial<Turn>, string]>([
  [{}, "45 s later, the next message is sent."],
  [{ gap: 0 }, "At once, the next message is sent."],
  [{ mode: "repeat", gap: 420 }, "7 min later, the same request is sent."],
  [{ gap: 400 }, "6 min 40 s later, the next message is sent."],
  [{ mode: "replace", times: 50 }, "50 times, 45 s apart, another message in place of the last is sent."],
  [{ copies: 10 }, "45 s later, 10 next messages are sent at once."],
  [{ mode: "ping", gap: 5400 }, "1 h 30 min later, the request is sent again for one token."],
  [
    { rounds: [round, round], events: [{ kind: "clock" }] },
    "45 s later, the next message is sent, with 2 tool rounds, after one change.",
  ],
])("%j", (changes, expected) => {
  expect(ENGLISH.say(describeTurn({ ...plain, ...changes }))).toBe(expected);
});

it.each<[Partial<Turn>, string]>([
  [{}, "45 秒后发送下一条消息。"],
  [{ gap: 0, mode: "repeat" }, "立即发送相同请求。"],
  [{ mode: "replace", times: 50 }, "共 50 次，每次间隔 45 秒，发送另一条消息，代替最后一条。"],
  [{ copies: 10 }, "45 秒后发送 10 条后续消息（同时）。"],
  [{ mode: "ping", gap: 5400 }, "1 小时 30 分钟后再次发送请求，只取一个 Token。"],
  [
    { rounds: [round, round], events: [{ kind: "clock" }] },
    "45 秒后发送下一条消息，含 2 轮工具调用，此前有 1 处变化。",
  ],
])("%j in Chinese", (changes, expected) => {
  expect(createWords("zh", zh).say(describeTurn({ ...plain, ...changes }))).toBe(expected);
});

it.each<[Parameters<typeof labelRequest>, string]>([
  [["append", { copy: 1, copies: 1, time: 1, times: 1 }], "next message"],
  [["ping", { copy: 1, copies: 1, time: 2, times: 3 }], "ping 2 of 3"],
  [["append", { copy: 2, copies: 10, time: 1, times: 1 }], "copy 2 of 10"],
  [["repeat", { copy: 2, copies: 10, time: 1, times: 3 }], "copy 2 of 10, time 1 of 3"],
])("names a request %#", (given, expected) => {
  expect(ENGLISH.say(labelRequest(...given))).toBe(expected);
});

it("shortens long texts in a sentence", () => {
  const sentence = ENGLISH.say(describeEvent({ kind: "compact", summary: `so far\n${"x".repeat(500)}` }));
  expect(sentence).toMatch(/^The history is replaced by the summary "so far x+…"\.$/);
  expect(sentence.length).toBeLessThan(100);
});

it("says something of everything that the ready scenarios do", () => {
  for (const turn of scenarios.flatMap(({ turns }) => turns)) {
    expect(ENGLISH.say(describeTurn(turn))).toMatch(/^[A-Z0-9].*\.$/);
    for (const event of turn.events ?? []) {
      expect(ENGLISH.say(describeEvent(event))).toMatch(/^[A-Z].*\.$/);
      expect(ENGLISH.say(labelEvent(event))).toMatch(/^[a-z].*[^.]$/);
    }
  }
});

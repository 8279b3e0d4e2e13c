/** A row is one sentence, in the order and with the signs of each language. */
import { expect, it } from "vitest";
import type { TurnView } from "../../lib/pipeline/analysis";
import { createWords } from "../../lib/words/create-words";
import { ENGLISH } from "../../lib/words/plain-words";
import { zh } from "../../lib/words/zh";
import { sayRow, writeOutcome } from "./say-row";

const CHINESE = createWords("zh", zh);

const turn: TurnView = {
  at: 90,
  duration: 1,
  turn: 0,
  kind: "request",
  label: { key: "turns.next" },
  events: [{ key: "turns.clock" }, { key: "turns.toolsShuffled" }],
  model: "qwen3.7-max",
  bounds: [],
  breakpoints: [],
  implicitAtBest: 0,
  ledger: {
    prompt: 1097,
    read: 1024,
    written: 73,
    uncached: 0,
    completion: 20,
    cost: 0.02,
    costWithoutCache: 0.1,
    lines: [],
    currency: "USD",
    system: "model-studio-explicit",
    life: 300,
    reasons: [],
  },
};
const ofConversation = { ...turn, lane: "sub-agent 1" };
const ping: TurnView = { ...turn, kind: "ping", label: { key: "turns.ping" }, events: [] };
const pricey = { index: 2, code: "expired", tokens: 2100, about: false, money: 0.01 } as const;

it("says what became of a request", () => {
  const outcome = writeOutcome(turn, undefined, null);
  expect(ENGLISH.say(outcome.text)).toBe("hit 1,024");
  expect(CHINESE.say(outcome.text)).toBe("命中 1,024");
  expect(ENGLISH.say(writeOutcome(ping, undefined, null).text)).toBe("ping, hit 1,024");
});

it("says how long before a request its entry had ended, once where a sign says that it missed", () => {
  const missed = { ...turn, ledger: { ...turn.ledger, read: 0 } };
  const outcome = writeOutcome(missed, pricey, 50);
  expect(ENGLISH.say(outcome.text)).toBe("miss: expired 40 s earlier");
  expect(ENGLISH.say(outcome.short)).toBe("expired 40 s earlier");
  expect(CHINESE.say(outcome.short)).toContain("（40 秒前）");
});

it("says a whole row", () => {
  const outcome = writeOutcome(turn, undefined, null);
  expect(ENGLISH.say(sayRow(turn, 2, outcome, undefined, "USD"))).toBe(
    "Request 3 at 1:30; hit 1,024; 1,024 read, 73 written, 20 completion tokens; $0.02000; before it clock in the system text, tools shuffled",
  );
  expect(CHINESE.say(sayRow(turn, 2, outcome, undefined, "USD"))).toBe(
    "请求 3，1:30；命中 1,024；Token：命中 1,024，创建 73，输出 20；$0.02000；此前：系统文本含时钟，工具顺序打乱",
  );
});

it("names the conversation of a row, and what a request is that is none of the conversation", () => {
  const said = (one: TurnView) =>
    ENGLISH.say(sayRow(one, 0, writeOutcome(one, undefined, null), undefined, "USD"));
  expect(said(ofConversation)).toMatch(/^Request 1 at 1:30, sub-agent 1; hit 1,024; /);
  expect(said(ping)).toMatch(/^Request 1 at 1:30; ping, ping, hit 1,024; /);
});

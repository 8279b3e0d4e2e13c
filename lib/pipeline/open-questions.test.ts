/** Every reading of every open question plays other figures than the first one does, on a small conversation made for it. */
import { describe, expect, it } from "vitest";
import { isOfAccounts } from "../offers/open-questions";
import { type Readings, SWITCH_IDS, SWITCHES, type SwitchId } from "../offers/readings";
import { loadTestCounters } from "../tokens/fixtures/load-counters";
import { analyse } from "./analyse";
import type { Settings } from "./analysis";
import { createDocumentOpener } from "./open-document";

const open = createDocumentOpener(loadTestCounters());

/** Ten tokens a time, and one for the space at its end. */
const words = (times: number, about = "fox"): string =>
  `The quick brown ${about} jumps over the lazy dog. `.repeat(times);
/** 1,024 tokens with the frame of the system turn. */
const EXACT = words(102).trimEnd();
const LONG = words(200);
const part = (text: string, marker?: object) => ({
  type: "text",
  text,
  ...(marker ? { cache_control: marker } : {}),
});
const MARK = { type: "ephemeral" };
const HOUR = { type: "ephemeral", ttl: "1h" };
const system = (...content: object[]) => ({ role: "system", content });
const user = (content: string | object[]) => ({ role: "user", content });
const assistant = (content: string | object[]) => ({ role: "assistant", content });
const call = (id: string) => ({ id, type: "function", function: { name: "read", arguments: "{}" } });
const result = (id: string, text: string, marker?: object) => ({
  role: "tool",
  tool_call_id: id,
  content: [part(text, marker)],
});

interface Conversation {
  readonly model?: string;
  readonly bodies: readonly object[];
  /** Seconds between the requests; 10 each unless given. */
  readonly gaps?: readonly number[];
  readonly duration?: number;
  readonly implicit?: Settings["implicit"];
}

/** What each request read and wrote, as `read+written`; what it holds where that is what differs. */
function play(
  { model = "qwen3-max", bodies, gaps = [], duration = 2, implicit = "never" }: Conversation,
  readings: Readings,
): string {
  const [first, ...later] = bodies.map((body) => JSON.stringify({ model, ...body }));
  const settings: Settings = {
    model,
    region: "intl",
    implicit,
    readings,
    scenario: {
      name: "given",
      duration,
      reply: "",
      turns: later.map((body, order) => ({
        mode: "body",
        gap: gaps[order] ?? 10,
        user: "",
        reply: "",
        body,
      })),
    },
  };
  const turns = analyse(first ?? "", settings, open).timeline?.turns ?? [];
  expect(turns).toHaveLength(bodies.length);
  return turns.map(({ ledger: { read, written, prompt } }) => `${read}+${written} of ${prompt}`).join(", ");
}

const twice = (body: object) => [body, body];
const marked = (marker: object = MARK) => ({ messages: [system(part(LONG, marker)), user("Hi")] });
const blocksBetween = (count: number) => ({
  messages: [
    system(part(LONG)),
    ...Array.from({ length: count }, (_, index) => (index % 2 === 0 ? user("Go on") : assistant("Yes"))),
    user([part("Now", MARK)]),
  ],
});
const results = (second: string, marker?: object) => ({
  messages: [
    system(part(LONG)),
    user("Read both"),
    { role: "assistant", content: null, tool_calls: [call("a"), call("b")] },
    result("a", "One.", MARK),
    result("b", second, marker),
  ],
});
const twoParts = (second: string) => ({ messages: [system(part(LONG, MARK), part(second)), user("Hi")] });
const header = (version: string) => ({
  system: [part(`x-anthropic-billing-header: cc_version=${version};`), part(LONG, MARK)],
  max_tokens: 100,
  messages: [user("Hi")],
});
const middle = (note: string) => ({
  system: [part(LONG, MARK)],
  max_tokens: 100,
  messages: [user("Hi"), assistant("Yes?"), { role: "system", content: note }, user("Go on")],
});
const thinks = {
  messages: [
    system(part(LONG)),
    user("Read it"),
    { role: "assistant", content: "I did.", reasoning_content: words(5) },
    user("Again"),
    { role: "assistant", content: null, reasoning_content: words(7), tool_calls: [call("a")] },
    result("a", "One."),
  ],
};

interface Case extends Conversation {
  readonly switch: SwitchId;
  /** By reading, the first one included; those of another conversation are left out. */
  readonly played: Readonly<Record<string, string>>;
}

const CASES: readonly Case[] = [
  {
    switch: "extra-markers",
    bodies: [
      {
        messages: [
          system(part(LONG, MARK)),
          user([part("B", MARK)]),
          assistant([part("C", MARK)]),
          user([part("D", MARK)]),
          assistant([part("E", MARK)]),
          user("F"),
        ],
      },
      { messages: [system(part(LONG, MARK)), user("Other")] },
    ],
    played: {
      "last-four": "0+2029 of 2039, 0+2005 of 2015",
      "first-four": "0+2023 of 2039, 2005+0 of 2015",
      refused: "0+0 of 0, 0+2005 of 2015",
    },
  },
  {
    switch: "tool-marker",
    bodies: twice({
      tools: [
        {
          type: "function",
          function: { name: "read", description: LONG, parameters: { type: "object", properties: {} } },
          cache_control: MARK,
        },
      ],
      messages: [system(part("Be brief.")), user("Hi")],
    }),
    played: { ignored: "0+0 of 2129, 0+0 of 2129", "system-end": "0+2119 of 2129, 2119+0 of 2129" },
  },
  {
    switch: "granularity",
    bodies: [twoParts("One."), twoParts("Two.")],
    played: { "as-documented": "0+2004 of 2016, 2004+0 of 2016", message: "0+2006 of 2016, 0+2006 of 2016" },
  },
  {
    switch: "granularity",
    model: "qwen3.7-max",
    bodies: [twoParts("One."), twoParts("Two.")],
    played: { "as-documented": "0+2006 of 2018, 0+2006 of 2018", part: "0+2004 of 2018, 2004+0 of 2018" },
  },
  {
    switch: "result-marker",
    bodies: [results("Two."), results("Other.")],
    played: {
      "own-end": "0+2055 of 2066, 2055+0 of 2066",
      "turn-end": "0+2062 of 2066, 0+2062 of 2066",
      ignored: "0+0 of 2066, 0+0 of 2066",
    },
  },
  {
    switch: "hour-before-qwen4",
    bodies: twice(marked(HOUR)),
    gaps: [600],
    played: {
      "five-minutes": "0+2005 of 2015, 0+2005 of 2015",
      hour: "0+2005 of 2015, 2005+0 of 2015",
      "no-entry": "0+0 of 2015, 0+0 of 2015",
      refused: "0+0 of 0, 0+0 of 0",
    },
  },
  {
    switch: "life",
    bodies: twice(marked()),
    gaps: [400],
    played: {
      "five-minutes": "0+2005 of 2015, 0+2005 of 2015",
      "ten-minutes": "0+2005 of 2015, 2005+0 of 2015",
      hour: "0+2005 of 2015, 2005+0 of 2015",
    },
  },
  {
    switch: "life",
    bodies: twice(marked()),
    gaps: [700],
    played: {
      "five-minutes": "0+2005 of 2015, 0+2005 of 2015",
      "ten-minutes": "0+2005 of 2015, 0+2005 of 2015",
      hour: "0+2005 of 2015, 2005+0 of 2015",
    },
  },
  {
    switch: "life-from",
    bodies: twice(marked()),
    gaps: [350],
    duration: 100,
    played: { start: "0+2005 of 2015, 0+2005 of 2015", end: "0+2005 of 2015, 2005+0 of 2015" },
  },
  {
    switch: "life-renewed",
    bodies: [...twice(marked()), marked()],
    gaps: [200, 200],
    played: {
      "by-use": "0+2005 of 2015, 2005+0 of 2015, 2005+0 of 2015",
      never: "0+2005 of 2015, 2005+0 of 2015, 0+2005 of 2015",
    },
  },
  {
    switch: "client-header",
    bodies: [header("1.0"), header("1.1")],
    played: { counts: "0+2020 of 2030, 0+2020 of 2030", "left-out": "0+2005 of 2015, 2005+0 of 2015" },
  },
  {
    switch: "lookback",
    bodies: [marked(), blocksBetween(20)],
    played: {
      "between-20": "0+2005 of 2015, 2005+136 of 2145",
      "between-19": "0+2005 of 2015, 0+2141 of 2145",
    },
  },
  {
    switch: "lookback",
    bodies: [marked(), blocksBetween(21)],
    played: {
      "between-20": "0+2005 of 2015, 0+2148 of 2152",
      "between-21": "0+2005 of 2015, 2005+143 of 2152",
    },
  },
  {
    switch: "block-unit",
    bodies: [
      marked(),
      {
        messages: [
          system(part(LONG)),
          user(Array.from({ length: 25 }, () => part("More."))),
          assistant("Yes"),
          user([part("Now", MARK)]),
        ],
      },
    ],
    played: {
      "content-items": "0+2005 of 2015, 0+2048 of 2052",
      messages: "0+2005 of 2015, 2005+43 of 2052",
    },
  },
  {
    switch: "at-once",
    bodies: twice(marked()),
    gaps: [0],
    played: { "each-pays": "0+2005 of 2015, 0+2005 of 2015", "one-pays": "0+2005 of 2015, 2005+0 of 2015" },
  },
  {
    switch: "implicit-minimum",
    bodies: twice({ messages: [system(part(words(60))), user("Hi")] }),
    implicit: "always",
    played: {
      "as-documented": "0+0 of 615, 0+0 of 615",
      "from-256": "0+0 of 615, 512+0 of 615",
      "from-512": "0+0 of 615, 512+0 of 615",
    },
  },
  {
    switch: "implicit-step",
    bodies: twice({ messages: [system(part(words(147))), user("Hi")] }),
    implicit: "always",
    played: {
      "steps-128": "0+0 of 1485, 1408+0 of 1485",
      "steps-64": "0+0 of 1485, 1472+0 of 1485",
      "steps-256": "0+0 of 1485, 1280+0 of 1485",
      "to-the-token": "0+0 of 1485, 1485+0 of 1485",
    },
  },
  {
    switch: "implicit-life",
    bodies: [
      ...twice({ messages: [system(part(LONG)), user("Hi")] }),
      { messages: [system(part(LONG)), user("Hi")] },
    ],
    gaps: [400, 4000],
    implicit: "always",
    played: {
      "not-fixed": "0+0 of 2015, 1920+0 of 2015, 1920+0 of 2015",
      "five-minutes": "0+0 of 2015, 0+0 of 2015, 0+0 of 2015",
      hour: "0+0 of 2015, 1920+0 of 2015, 0+0 of 2015",
    },
  },
  {
    switch: "minimum-of",
    bodies: twice({ messages: [system(part(words(102), MARK)), user("Hi")] }),
    played: { prefix: "0+1025 of 1035, 1025+0 of 1035", "marked-words": "0+0 of 1035, 0+0 of 1035" },
  },
  {
    switch: "minimum-of",
    bodies: twice({ messages: [system(part(words(50), MARK)), user(words(60))] }),
    played: { prefix: "0+0 of 1115, 0+0 of 1115", request: "0+505 of 1115, 505+0 of 1115" },
  },
  {
    switch: "minimum-itself",
    bodies: twice({ messages: [system(part(EXACT, MARK)), user("Hi")] }),
    played: { counts: "0+1024 of 1034, 1024+0 of 1034", "too-short": "0+0 of 1034, 0+0 of 1034" },
  },
  {
    switch: "reasoning-shown",
    model: "qwen3.7-max",
    bodies: [thinks],
    played: { "by-template": "0+0 of 2130", always: "0+0 of 2184", never: "0+0 of 2060" },
  },
  {
    switch: "thinking-switch",
    model: "qwen3.7-max",
    bodies: [
      { ...marked(), enable_thinking: true },
      { ...marked(), enable_thinking: false },
    ],
    played: { shared: "0+2004 of 2016, 2004+0 of 2018", apart: "0+2004 of 2016, 0+2004 of 2018" },
  },
  {
    switch: "string-and-array",
    bodies: [
      { messages: [user(LONG), assistant("Yes"), user([part("Now", MARK)])] },
      { messages: [user([part(LONG)]), assistant("Yes"), user([part("Now", MARK)])] },
    ],
    played: { same: "0+2017 of 2021, 2017+0 of 2021", apart: "0+2017 of 2021, 0+2017 of 2021" },
  },
  {
    switch: "nested-renewal",
    bodies: [
      { messages: [system(part(LONG, MARK)), user([part("B", MARK)])] },
      { messages: [system(part(LONG)), user([part("B", MARK)])] },
      { messages: [system(part(LONG, MARK)), user("Other")] },
    ],
    gaps: [200, 200],
    played: {
      "own-markers": "0+2011 of 2015, 2011+0 of 2015, 0+2005 of 2015",
      "all-within": "0+2011 of 2015, 2011+0 of 2015, 2005+0 of 2015",
    },
  },
  {
    switch: "qwen4-life-field",
    model: "qwen4-max",
    bodies: twice(marked(HOUR)),
    gaps: [600],
    played: {
      "either-marker": "0+2004 of 2016, 2004+0 of 2016",
      "cache-control": "0+2004 of 2016, 2004+0 of 2016",
      breakpoint: "0+2004 of 2016, 0+2004 of 2016",
      none: "0+2004 of 2016, 0+2004 of 2016",
    },
  },
  {
    switch: "qwen4-life-field",
    model: "qwen4-max",
    bodies: twice({
      messages: [
        system({ type: "text", text: LONG, prompt_cache_breakpoint: { mode: "explicit", ttl: "1h" } }),
        user("Hi"),
      ],
    }),
    gaps: [600],
    played: {
      "either-marker": "0+2004 of 2016, 2004+0 of 2016",
      "cache-control": "0+2004 of 2016, 0+2004 of 2016",
    },
  },
  {
    switch: "qwen4-automatic-field",
    model: "qwen4-max",
    bodies: twice({ messages: [system(part(LONG)), user("Hi")], cache_control: MARK }),
    played: { unknown: "0+0 of 2016, 0+0 of 2016", "top-cache-control": "0+2010 of 2016, 2010+0 of 2016" },
  },
  {
    switch: "qwen4-automatic-field",
    model: "qwen4-max",
    bodies: twice({
      messages: [system(part(LONG)), user("Hi")],
      prompt_cache_breakpoint: { mode: "explicit" },
    }),
    played: { unknown: "0+0 of 2016, 0+0 of 2016", "top-breakpoint": "0+2010 of 2016, 2010+0 of 2016" },
  },
  {
    switch: "middle-system",
    model: "qwen3.7-max",
    bodies: [middle("Note one."), middle("Note two.")],
    played: {
      merged: "0+2008 of 2034, 0+2008 of 2034",
      "in-place": "0+2004 of 2038, 2004+0 of 2038",
      refused: "0+0 of 0, 0+0 of 0",
    },
  },
  {
    switch: "nested-marker",
    bodies: twice({
      system: "Be brief.",
      max_tokens: 100,
      messages: [
        user("Read"),
        assistant([{ type: "tool_use", id: "a", name: "read", input: {} }]),
        user([{ type: "tool_result", tool_use_id: "a", content: [part(LONG, MARK)] }]),
      ],
    }),
    played: { ignored: "0+0 of 2045, 0+0 of 2045", "result-end": "0+2041 of 2045, 2041+0 of 2045" },
  },
];

describe.each(CASES)("$switch", ({ switch: id, played, ...conversation }) => {
  it.each(Object.entries(played))("%s", (reading, figures) => {
    expect(play(conversation, { [id]: reading })).toBe(figures);
  });

  it("plays the first reading where nothing is chosen", () => {
    const [first] = SWITCHES[id].readings;
    expect(play(conversation, {})).toBe(played[first]);
  });
});

it("every reading of every question changes a figure, save those of several keys, workspaces and regions", () => {
  const changing = new Map<SwitchId, Set<string>>();
  for (const { switch: id, played } of CASES) {
    const [first] = SWITCHES[id].readings;
    for (const [reading, figures] of Object.entries(played)) {
      if (figures !== played[first]) changing.set(id, (changing.get(id) ?? new Set()).add(reading));
    }
  }
  for (const id of SWITCH_IDS) {
    const [, ...others] = SWITCHES[id].readings;
    const expected = isOfAccounts(id) ? [] : others;
    expect([...(changing.get(id) ?? [])].sort(), id).toEqual([...expected].sort());
  }
});

/** Services say why they read what they read, in the kinds of reasons that all systems share. */
import { describe, expect, it } from "vitest";
import { findListedModel, findService } from "../offers/listed-prices";
import { ENGLISH } from "../words/plain-words";
import type { SystemOptions } from "./comparable";
import { findComparable } from "./comparables";
import { readShort, type ShortRequest } from "./fixtures/play-segments";

/** Codes of the last request's facts. */
function told(id: string, name: string, options: SystemOptions, ...rows: readonly ShortRequest[]): string[] {
  const service = findService(id);
  const play = findComparable(id)?.open(service && findListedModel(service, name), options);
  const facts = readShort(rows).map((request) => play?.step(request, true).facts ?? []);
  for (const { message } of facts.flat()) expect(ENGLISH.say(message)).toMatch(/^[A-Z0-9].*\.$/);
  return facts.at(-1)?.map(({ code }) => code) ?? [];
}

const many = (name: string, count: number) =>
  Array.from({ length: count }, (_, order) => `${name}${order}:9`).join(" ");

describe("Anthropic", () => {
  it.each<[string, ShortRequest[], string[]]>([
    ["a first write", [[0, "A:2000|"]], ["first_write"]],
    [
      "a read",
      [
        [0, "A:2000|"],
        [1, "A:2000|"],
      ],
      ["hit"],
    ],
    [
      "a read and a write",
      [
        [0, "A:2000|"],
        [1, "A:2000 B:9|"],
      ],
      ["hit", "first_write"],
    ],
    ["no marker", [[0, "A:2000"]], ["no_marker"]],
    ["too short a prefix", [[0, "A:511|"]], ["below_minimum"]],
    [
      "an entry that has ended",
      [
        [0, "A:2000|"],
        [300, "A:2000|"],
      ],
      ["expired"],
    ],
    [
      "an entry that is being written",
      [
        [0, "A:2000|", 9],
        [1, "A:2000|"],
      ],
      ["not_yet_written"],
    ],
    [
      "an entry out of sight",
      [
        [0, "A:2000|"],
        [1, `A:2000 ${many("b", 19)} c:9|`],
      ],
      ["beyond_lookback"],
    ],
    [
      "an entry behind the marker",
      [
        [0, "A:2000 B:9|"],
        [1, "A:2000| B:9"],
      ],
      ["no_marker"],
    ],
  ])("%s", (_, rows, codes) => {
    expect(told("anthropic", "claude-opus-5", {}, ...rows)).toEqual(codes);
  });
});

it.each<[string, ShortRequest[], string[]]>([
  ["a first write", [[0, "A:2000"]], ["first_write"]],
  [
    "a read",
    [
      [0, "A:2000"],
      [1, "A:2000 B:9"],
    ],
    ["hit", "first_write"],
  ],
  [
    "an entry that has ended",
    [
      [0, "A:2000"],
      [1800, "A:2000"],
    ],
    ["expired"],
  ],
  ["too short a prefix", [[0, "A:1023"]], ["below_minimum"]],
])("OpenAI: %s", (_, rows, codes) => {
  expect(told("openai", "gpt-6-sol", {}, ...rows)).toEqual(codes);
});

it("OpenAI: an entry at a place that is not looked up", () => {
  const rows: ShortRequest[] = [
    [0, "A:2000| B:9"],
    [1, "A:2000 B:9|"],
  ];
  expect(told("openai", "gpt-6-sol", { mode: "explicit" }, ...rows)).toEqual(["beyond_lookback"]);
  expect(told("openai", "gpt-6-sol", { mode: "explicit" }, [0, "A:2000"])).toEqual(["no_marker"]);
});

it.each<[string, SystemOptions, ShortRequest[], string[]]>([
  [
    "nothing in common",
    {},
    [
      [0, "A:2000"],
      [1, "B:2000"],
    ],
    ["first_write"],
  ],
  [
    "a read",
    {},
    [
      [0, "A:2000"],
      [1, "A:2000"],
    ],
    ["hit"],
  ],
  [
    "less than a step",
    { step: 4000 },
    [
      [0, "A:2000"],
      [1, "A:2000"],
    ],
    ["below_minimum"],
  ],
  [
    "too long ago",
    { life: 10 },
    [
      [0, "A:2000"],
      [10, "A:2000"],
    ],
    ["expired"],
  ],
  [
    "a read that was not drawn",
    { probability: 0 },
    [
      [0, "A:2000"],
      [1, "A:2000"],
    ],
    ["implicit_not_promised"],
  ],
])("a common prefix: %s", (_, options, rows, codes) => {
  expect(told("glm", "glm-5", options, ...rows)).toEqual(codes);
});

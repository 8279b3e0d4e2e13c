/** Every reason code, in a case of its own and with its figures. */
import { describe, expect, it } from "vitest";
import type { LedgerRow } from "../bill/ledger";
import { createPrefixIndex } from "../layout/prefix-index";
import { findModel } from "../offers/catalogue";
import { layOutSegments } from "../systems/lay-out";
import { ENGLISH } from "../words/plain-words";
import { simulate } from "./simulate";

/** `[at, duration, "A:2000 B:500", markers, model?]` */
type Step = [number, number, string, number[], string?];

function play(steps: Step[], implicit: "never" | "always" = "never"): readonly LedgerRow[] {
  const index = createPrefixIndex();
  const requests = steps.map(([at, duration, text, markers, modelName = "qwen3.7-max"]) => {
    const segments = text.split(" ").map((segment) => {
      const [id = "", tokens] = segment.split(":");
      return { id, tokens: Number(tokens), blocks: 1 };
    });
    const model = findModel(modelName);
    return {
      at,
      duration,
      completion: 0,
      ...layOutSegments({ model, modelName, segments, markers, tail: 4 }, index),
    };
  });
  return simulate({ requests, region: "intl", implicit }).turns;
}

const between = (count: number) => Array.from({ length: count }, (_, order) => `m${order}:1`).join(" ");
const doc: Step = [0, 2, "A:2000 q:10", [0]];

describe("the reason of the last request", () => {
  it.each<[string, Step[], [string, string][]]>([
    [
      "first write",
      [doc],
      [
        [
          "first_write",
          "Wrote 2,000 tokens, for the first time; they can be read once this response has ended, 2 s after its start.",
        ],
      ],
    ],
    [
      "hit",
      [doc, [9, 2, "A:2000 r:10", [0]]],
      [["hit", "Read 2,000 tokens from the entry that request 1 wrote; its five minutes start again."]],
    ],
    [
      "hit and increment",
      [doc, [9, 2, "A:2000 q:10 a:20 r:10", [3]]],
      [
        ["hit", "Read 2,000 tokens from the entry that request 1 wrote; its five minutes start again."],
        [
          "first_write",
          "Wrote 40 tokens beyond what was read, for the first time; they can be read once this response has ended, 2 s after its start.",
        ],
      ],
    ],
    [
      "expired",
      [doc, [301, 2, "A:2000 q:10", [0]]],
      [
        [
          "expired",
          "The entry of 2,000 tokens was last written or renewed 301 s before this request and lives 300 s.",
        ],
      ],
    ],
    [
      "not yet written",
      [doc, [0.5, 2, "A:2000 q:10", [0]]],
      [
        [
          "not_yet_written",
          "The entry of 2,000 tokens that request 1 is writing can be read once a response that writes it has ended, 1.5 s after this request starts.",
        ],
      ],
    ],
    [
      "beyond the look-up",
      [doc, [9, 2, `A:2000 ${between(21)} B:9`, [22]]],
      [
        [
          "beyond_lookback",
          "A live entry of 2,000 tokens lies 21 content blocks before the next marker; a look-up goes back 20.",
        ],
      ],
    ],
    [
      "entry behind the last marker",
      [
        [0, 2, "A:2000 B:100", [1]],
        [9, 2, "A:2000 B:100", [0]],
      ],
      [
        [
          "no_marker",
          "A live entry of 2,100 tokens ends after the last breakpoint; with no marker there it is not looked up.",
        ],
      ],
    ],
    [
      "below the minimum",
      [[0, 2, "A:1023 q:10", [0]]],
      [["below_minimum", "The prefix up to this marker is 1,023 tokens; below 1,024 no entry is made."]],
    ],
    [
      "another model",
      [doc, [9, 2, "A:2000 q:10", [0], "qwen3-max"]],
      [
        [
          "model_changed",
          "The model changed: request 1 went to qwen3.7-max, this one to qwen3-max, and entries are private to a model.",
        ],
      ],
    ],
    [
      "other content",
      [doc, [9, 2, "B:2000 q:10", [0]]],
      [
        [
          "messages_changed",
          "The content differs from request 1 from /segments/0 on, so nothing that it wrote matches.",
        ],
      ],
    ],
    [
      "content changed after what was read",
      [
        [0, 2, "A:2000 B:100", [0, 1]],
        [9, 2, "A:2000 C:100", [0, 1]],
      ],
      [
        ["hit", "Read 2,000 tokens from the entry that request 1 wrote; its five minutes start again."],
        [
          "messages_changed",
          "The content differs from request 1 from /segments/1 on: the first 2,000 tokens match, and no longer entry ends there.",
        ],
      ],
    ],
    [
      "no marker",
      [doc, [9, 2, "A:2000 q:10", []]],
      [
        [
          "no_marker",
          "No marker: the request uses the implicit cache and writes no entry. The live entry of 2,000 tokens that request 1 wrote stays unread.",
        ],
        [
          "implicit_not_promised",
          "The implicit cache may read a common prefix at a lower price, but promises nothing: no read is counted.",
        ],
      ],
    ],
  ])("%s", (_, steps, reasons) => {
    expect(
      play(steps)
        .at(-1)
        ?.reasons.map(({ code, message }) => [code, ENGLISH.say(message)]),
    ).toEqual(reasons);
  });

  it("names dropped markers once", () => {
    const [row] = play([[0, 2, "a:1100 b:1 c:1 d:1 e:1 f:1", [0, 1, 2, 3, 4, 5]]]);
    expect(row?.reasons).toMatchObject([
      { code: "first_write", pointer: "/segments/5" },
      { code: "marker_dropped", pointer: "/markers/0" },
    ]);
    expect(ENGLISH.say(row?.reasons[1]?.message ?? "")).toMatch(
      /the last 4 count.* The same goes for 1 more\.$/,
    );
  });
});

describe("with implicit reads", () => {
  it.each<[string, Step[], string[]]>([
    [
      "read",
      [
        [0, 2, "A:2000 q:10", []],
        [9, 2, "A:2000 r:10", []],
      ],
      ["hit", "no_marker", "implicit_not_promised"],
    ],
    [
      "too little in common",
      [
        [0, 2, "A:900 q:10", []],
        [9, 2, "A:900 r:10", []],
      ],
      ["no_marker", "below_minimum"],
    ],
    [
      "nothing in common",
      [
        [0, 2, "A:2000", []],
        [9, 2, "B:2000", []],
      ],
      ["no_marker"],
    ],
  ])("%s", (_, steps, codes) => {
    expect(
      play(steps, "always")
        .at(-1)
        ?.reasons.map(({ code }) => code),
    ).toEqual(codes);
  });
});

/** Lanes are the conversations of a recording, in the order in which they begin. */
import { expect, it } from "vitest";
import { layLanes } from "./lay-lanes";

it("numbers the lanes as they begin, and knows where each one ends", () => {
  const turns = ["main", "sub-agent 1", "main", "sub-agent 2", "sub-agent 1"].map((lane) => ({ lane }));
  expect(layLanes(turns)).toEqual({
    lanes: [
      { name: "main", from: 0, to: 2 },
      { name: "sub-agent 1", from: 1, to: 4 },
      { name: "sub-agent 2", from: 3, to: 3 },
    ],
    ofRow: [0, 1, 0, 2, 1],
  });
});

it("draws none where there is one conversation, named or not", () => {
  expect(layLanes([{}, {}])).toBeNull();
  expect(layLanes([{ lane: "main" }, { lane: "main" }])).toBeNull();
  expect(layLanes([])).toBeNull();
});

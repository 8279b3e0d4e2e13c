/** What a menu of cache systems offers, by the way a request goes. */
import { expect, it } from "vitest";
import { ENGLISH } from "../words/plain-words";
import { listMenu } from "./systems";

const say = (viaResponses: boolean) => listMenu(viaResponses).map(({ id, menu }) => [id, ENGLISH.say(menu)]);

it("a chat can be played as its markers say, or as a session", () => {
  expect(say(false).map(([id]) => id)).toEqual([
    "model-studio",
    "model-studio-session",
    "model-studio-batch",
  ]);
});

it("Responses are a session unless its header is left out", () => {
  expect(say(true)).toEqual([
    ["model-studio", "Session (Responses API)"],
    ["model-studio-batch", expect.any(String)],
    ["model-studio-implicit", "Implicit, without its header"],
  ]);
});

/** A marker moved in a later request: the rules named put it there, and leave the others where they were. */
import { expect, it } from "vitest";
import { findModel } from "../offers/catalogue";
import { parsePrompt } from "../prompt/parse";
import type { Prompt } from "../prompt/prompt";
import { ENGLISH } from "../words/plain-words";
import { findSpot } from "./find-spot";
import { nameOf } from "./placement";
import { listAnchorsAt, listPlaceRules } from "./rules-for-place";

const promptOf = (count: number): Prompt => {
  const messages = [
    { role: "system", content: "Rules." },
    ...Array.from({ length: count }, (_, index) => ({
      role: index % 2 === 0 ? "user" : "assistant",
      content: `Message ${index}`,
    })),
  ];
  const { prompt } = parsePrompt(JSON.stringify({ model: "qwen3.7-max", messages }));
  if (!prompt) throw new Error("The request cannot be read.");
  return prompt;
};

const [first, previous, prompt] = [promptOf(1), promptOf(3), promptOf(5)];
const setting = { prompt, previous, first, model: findModel("qwen3.7-max") };

it.each(prompt.messages.map(({ pointer }) => pointer))("every rule named for %s leads there", (pointer) => {
  const anchors = listAnchorsAt(setting, pointer);
  expect(anchors.length).toBeGreaterThan(0);
  for (const anchor of anchors) {
    const spot = findSpot(anchor, setting);
    expect(prompt.messages[spot?.message ?? -1]?.pointer).toBe(pointer);
  }
});

it("the plainest comes first, and the other markers keep theirs", () => {
  const rules = listPlaceRules(setting, ["/messages/0"], "/messages/5");
  expect(rules[0] && ENGLISH.say(rules[0].words)).toBe("newest message");
  expect(rules[0] && ENGLISH.say(nameOf(rules[0].placement))).toBe("end of system · newest message");
  expect(rules[0]?.placement.anchors).toEqual([{ kind: "system" }, { kind: "last" }]);
  expect(rules.every(({ placement }) => placement.anchors.length === 2)).toBe(true);
});

it("a message that the first request has can be pinned, one that came later cannot", () => {
  expect(listAnchorsAt(setting, "/messages/1")).toContainEqual({ kind: "pin", pointer: "/messages/1" });
  expect(listAnchorsAt(setting, "/messages/5").some(({ kind }) => kind === "pin")).toBe(false);
});

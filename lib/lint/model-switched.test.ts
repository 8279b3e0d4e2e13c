/** A conversation that changes its model is a problem in both dialects; requests of another kind are none. */
import { describe, expect, it } from "vitest";
import { applyEdits } from "../prompt/apply-edits";
import { ENGLISH } from "../words/plain-words";
import { LONG_TEXT } from "./example-request";
import { fakeContext } from "./fake-context";
import { modelSwitched } from "./rules/model-switched";

const question = { role: "user", content: "Read the page." };
const more = [
  { role: "assistant", content: "I read it." },
  { role: "user", content: "What does it say?" },
];
function check(...bodies: string[]) {
  const context = fakeContext(bodies[0] ?? "", "intl", bodies.slice(1));
  if (!context) throw new Error("no request");
  return modelSwitched.check(context);
}

describe.each([
  [
    "openai",
    (model: string, messages: object[], system = LONG_TEXT) =>
      JSON.stringify({ model, messages: [{ role: "system", content: system }, ...messages] }),
  ],
  [
    "anthropic",
    (model: string, messages: object[], system = LONG_TEXT) =>
      JSON.stringify({ model, max_tokens: 100, system: [{ type: "text", text: system }], messages }),
  ],
])("%s", (_dialect, write) => {
  it("names the request and both models, and mends the document where it is the odd one", () => {
    const first = write("qwen3.7-plus", [question]);
    const [found, ...others] = check(first, write("qwen3.7-max", [question, ...more]));
    expect(others).toEqual([]);
    expect(found?.pointer).toBe("/model");
    expect(ENGLISH.say(found?.message ?? "")).toMatch(
      /^Request 2 of the conversation uses qwen3\.7-max, but request 1 used qwen3\.7-plus: entries are private to a model/,
    );
    const mended = applyEdits(first, found?.fix?.edits ?? []);
    expect(check(mended, write("qwen3.7-max", [question, ...more]))).toEqual([]);
  });

  it("offers no edit of the document where the change comes later", () => {
    const [found] = check(
      write("qwen3.7-max", [question]),
      write("qwen3.7-max", [question, ...more]),
      write("qwen3.7-plus", [question, ...more, ...more]),
    );
    expect(ENGLISH.say(found?.message ?? "")).toMatch(
      /^Request 3 .* qwen3\.7-plus, but request 2 used qwen3\.7-max/,
    );
    expect(found?.fix).toBeUndefined();
  });

  it.each<[string, string[]]>([
    ["the model stays", [write("qwen3.7-max", [question]), write("qwen3.7-max", [question, ...more])]],
    [
      "only a gateway's prefix differs",
      [write("qwen3.7-max", [question]), write("qwen/qwen3.7-max", [question, ...more])],
    ],
    [
      "a side request has a start of its own",
      [write("qwen3.7-max", [question]), write("qwen3.7-plus", [question], "Write a title.")],
    ],
  ])("is silent where %s", (_what, bodies) => {
    expect(check(...bodies)).toEqual([]);
  });
});

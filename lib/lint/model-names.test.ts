/** Names of models as clients and gateways write them: the model meant is said, and no mend sells another product. */
import { expect, it } from "vitest";
import { ENGLISH } from "../words/plain-words";
import { LONG_TEXT } from "./example-request";
import { fakeContext } from "./fake-context";
import { lintPrompt } from "./lint";

const write = (model: string) =>
  JSON.stringify({ model, messages: [{ role: "user", content: LONG_TEXT }] }, null, 2);

function namesIn(model: string) {
  const context = fakeContext(write(model));
  if (!context) throw new Error("no request");
  return lintPrompt(context).filter(({ pointer }) => pointer === "/model");
}

it.each([
  ["qwen/qwen3.7-max", "qwen3.7-max"],
  ["dashscope/qwen3.6-plus", "qwen3.6-plus"],
  ["qwen3.7-max[1m]", "qwen3.7-max"],
])("%s is played as %s, and the page says so", (name, meant) => {
  const [found, ...more] = namesIn(name);
  expect(more).toEqual([]);
  expect(found?.rule).toBe("model-by-another-name");
  expect(ENGLISH.say(found?.message ?? "")).toBe(
    `${name} means ${meant} and is played as that: the rest of the name belongs to a gateway or a client, and Model Studio itself accepts only ${meant}.`,
  );
  expect(ENGLISH.say(found?.fix?.title ?? "")).toBe(`Write ${meant}`);
});

it("says that an alias moves, and mends nothing", () => {
  const [found] = namesIn("qwen-plus-latest");
  expect(ENGLISH.say(found?.message ?? "")).toBe(
    "qwen-plus-latest is an alias that moves with the newest version: it is played as qwen-plus.",
  );
  expect(found?.fix).toBeUndefined();
});

it.each(["glm-5.2", "glm-5.2-fast-preview", "kimi-k2.7-code", "qwen3.6-27b", "qwen3-omni-flash"])(
  "%s is not in the list, and no other product is offered for it",
  (name) => {
    const [found] = namesIn(name);
    expect(found?.rule).toBe("unknown-model");
    expect(found?.fix).toBeUndefined();
  },
);

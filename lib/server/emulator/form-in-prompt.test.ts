/** Objects as prompts describe them. */
import { expect, it } from "vitest";
import { parsePrompt } from "../../prompt/parse";
import { findForm } from "./form-in-prompt";

const schema = JSON.stringify({
  type: "object",
  properties: { name: { type: "string" }, tags: { type: "array", items: { type: "string" } } },
  required: ["name"],
});

const find = (...texts: string[]) => {
  const messages = texts.map((content, index) => ({ role: index % 2 === 0 ? "system" : "user", content }));
  const { prompt } = parsePrompt(JSON.stringify({ model: "qwen3-max", messages }));
  return prompt && findForm(prompt);
};

it.each<[string, string[], unknown]>([
  [
    "a schema",
    [`JSON schema:\n${schema}\nAnswer with an object that matches it.`],
    { name: "example", tags: ["example"] },
  ],
  ["an example", ['Answer like {"city": "Paris", "days": [1]}.', "Hello"], { city: "Paris", days: [1] }],
  ["the last one", ['Answer like {"a": 1}.', 'No, like {"b": "}"}.'], { b: "}" }],
  ["a schema before an example", [`${schema} e.g. {"name": "x"}`], { name: "example", tags: ["example"] }],
  ["neither", ["Answer as JSON.", "Hello { there }"], null],
  ["what does not end", ['Answer like {"a": '], null],
  ["nothing in it", ["{}"], null],
])("%s", (_name, texts, form) => {
  expect(find(...texts)).toEqual(form);
});

it("ends soon where braces only open", () => {
  expect(find("{".repeat(100_000), '{"a": '.repeat(50_000))).toBeNull();
});

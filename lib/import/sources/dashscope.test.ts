/** Native bodies are rewritten in the OpenAI-compatible dialect, and what is lost is named. */
import { expect, it } from "vitest";
import { convertNative } from "../convert-native";
import { bodiesOf, importAll, readFixture } from "../fixtures/read-fixture";

it("rewrites a native body with its parts, markers and parameters", async () => {
  const imported = await importAll(readFixture("dashscope.json"));
  expect(imported.kind).toBe("dashscope");
  expect(bodiesOf(imported)).toEqual([
    {
      model: "qwen-vl-max",
      max_tokens: 200,
      temperature: 0.2,
      messages: [
        {
          role: "system",
          content: [{ type: "text", text: "You describe pictures.", cache_control: { type: "ephemeral" } }],
        },
        {
          role: "user",
          content: [
            { type: "image_url", image_url: { url: "https://example.com/fern.jpg" } },
            { type: "text", text: "What is this?" },
          ],
        },
      ],
    },
  ]);
  expect(imported.dropped).toHaveLength(1);
  expect(imported.dropped[0]).toContain("parameters.incremental_output has no place");
});

it("takes the prompt alone, and names what has no messages", async () => {
  const imported = await importAll(readFixture("dashscope-bad.json"));
  expect(bodiesOf(imported)).toEqual([
    { model: "qwen-plus", messages: [{ role: "user", content: "Which fern grows in shade?" }] },
  ]);
  expect(imported.dropped).toEqual([
    "Item 2 has no input with messages: left out.",
    "Item 3 has no input with messages: left out.",
  ]);
});

it("takes the turns before a prompt", () => {
  const input = { prompt: "And in sun?", history: [{ user: "Which fern grows in shade?", bot: "Many." }] };
  expect(convertNative({ model: "qwen-plus", input })).toEqual({
    body: {
      model: "qwen-plus",
      messages: [
        { role: "user", content: "Which fern grows in shade?" },
        { role: "assistant", content: "Many." },
        { role: "user", content: "And in sun?" },
      ],
    },
    lost: [],
  });
  expect(convertNative({ input: { prompt: "x", history: [1] } })?.lost).toEqual(["input.history"]);
});

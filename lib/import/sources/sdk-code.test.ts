/** Requests are found in programs as people paste them, without running anything. */

import fc from "fast-check";
import { expect, it } from "vitest";
import { importAll } from "../fixtures/read-fixture";
import { readSdkCalls } from "../read-sdk-call";

const KEY = "sk-0123456789abcdef0123456789abcdef";

const PYTHON = `import os
from openai import OpenAI

SYSTEM = """You are terse.
Answer in "one" word."""  # the rules

client = OpenAI(
    api_key="${KEY}",
    base_url="https://dashscope-intl.aliyuncs.com/compatible-mode/v1",
)

def ask(question):
    return client.chat.completions.create(
        model="qwen3.7-max",
        messages=[
            {"role": "system", "content": [{"type": "text", "text": SYSTEM, "cache_control": {"type": "ephemeral"}}]},
            {"role": "user", "content": question},
            {"role": "user", "content": ("one "
                "two" + " three")},
        ],
        temperature=0.2, stream=True,
        timeout=30,
        extra_body={"enable_thinking": False},
    )
`;

it("reads a Python call: names, joined texts, extra fields, and the key is gone", async () => {
  const { layout, title, understood, redacted, kind } = await importAll(PYTHON);
  expect(JSON.parse(layout?.text ?? "")).toEqual({
    model: "qwen3.7-max",
    messages: [
      {
        role: "system",
        content: [
          {
            type: "text",
            text: 'You are terse.\nAnswer in "one" word.',
            cache_control: { type: "ephemeral" },
          },
        ],
      },
      { role: "user", content: "[question]" },
      { role: "user", content: "one two three" },
    ],
    temperature: 0.2,
    stream: true,
    enable_thinking: false,
  });
  expect(kind).toBe("sdk-code");
  expect(title).toBe("A program with one request.");
  expect(layout?.region).toBe("intl");
  expect(understood[0]).toContain("question");
  expect(JSON.stringify([layout, understood])).not.toContain(KEY);
  expect(redacted).toHaveLength(1);
});

it("reads a JavaScript call of the Anthropic SDK", async () => {
  const { layout } = await importAll(`
    const system = \`Be brief.\`;
    const messages = [{ role: "user", content: 'It\\'s me' }]; // so far
    const answer = await anthropic.messages.create(
      { model: "qwen3.7-max", max_tokens: 1_024, system, messages, ...rest },
      { timeout: 5 },
    );`);
  expect(JSON.parse(layout?.text ?? "")).toEqual({
    model: "qwen3.7-max",
    max_tokens: 1024,
    system: "Be brief.",
    messages: [{ role: "user", content: "It's me" }],
  });
});

it("says so where the messages are made by the program", async () => {
  await expect(
    importAll("r = client.chat.completions.create(model='m', messages=build(a, [1]))"),
  ).rejects.toThrow("while the program runs");
});

it("never throws, whatever is cut off", () => {
  fc.assert(
    fc.property(fc.nat(PYTHON.length), fc.string(), (length, more) => {
      readSdkCalls(PYTHON.slice(0, length) + more);
      readSdkCalls(`messages.create(${more}`);
    }),
  );
});

it("comes to an end where names stand for themselves, or for each other over and over", () => {
  const chain = Array.from({ length: 60 }, (_, at) => `a${at + 1} = [a${at}, a${at}]`).join("\n");
  for (const code of ["a = [a, a, a]\n".repeat(20), `a0 = [1, 2]\n${chain}\na = a60\n`, "a = b\nb = a\n"]) {
    expect(readSdkCalls(`${code}client.messages.create(messages=a)`)[0]?.body).toBeNull();
  }
});

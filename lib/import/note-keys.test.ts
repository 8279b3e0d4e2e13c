/** Several keys in one import are noticed where the second comes, and none of them is ever told. */
import { expect, it } from "vitest";
import { importAll } from "./fixtures/read-fixture";

const body = (text: string) => ({ model: "qwen3.7-max", messages: [{ role: "user", content: text }] });
const entry = (key: string, text: string) => ({
  startedDateTime: "2026-11-20T09:00:00.000Z",
  time: 10,
  request: {
    method: "POST",
    url: "https://dashscope-intl.aliyuncs.com/compatible-mode/v1/chat/completions",
    headers: [{ name: "Authorization", value: `Bearer ${key}` }],
    postData: { text: JSON.stringify(body(text)) },
  },
  response: { status: 200, content: { text: "" } },
});
const har = (...keys: string[]) =>
  JSON.stringify({ log: { entries: keys.map((key, index) => entry(key, `${index}`)) } });
const curl = (...keys: string[]) =>
  keys
    .map(
      (key) =>
        `curl https://dashscope-intl.aliyuncs.com/compatible-mode/v1/chat/completions -H "Authorization: Bearer ${key}" -d '${JSON.stringify(body("a"))}'`,
    )
    .join("\n");

it.each([
  ["a HAR file", har("sk-one-1234567890", "sk-one-1234567890", "sk-two-1234567890"), "Entry 3"],
  ["curl commands", curl("sk-one-1234567890", "sk-two-1234567890"), "Command 2"],
])("in %s", async (_what, text, place) => {
  const { understood } = await importAll(text);
  const said = understood.filter((sentence) => /keys/.test(sentence));
  expect(said).toEqual([
    expect.stringContaining(`The requests came with 2 keys, the second from ${place} on.`),
  ]);
  expect(understood.join(" ")).not.toContain("sk-");
});

it.each([
  ["one key", har("sk-one-1234567890", "sk-one-1234567890")],
  ["one variable", curl("$DASHSCOPE_API_KEY", "$DASHSCOPE_API_KEY")],
])("says nothing of %s", async (_what, text) => {
  const { understood } = await importAll(text);
  expect(understood.filter((sentence) => /keys/.test(sentence))).toEqual([]);
});

/** Texts as they are copied: with what stands around a request, several at once, or broken. */
import { expect, it } from "vitest";
import { ENGLISH } from "../words/plain-words";
import { bodiesOf, importAll, importTexts } from "./fixtures/read-fixture";
import { cmdQuoted, json, lines, URL_OF, writePython } from "./fixtures/write-forms";
import { judgePaste } from "./judge-paste";

const asked = { model: "qwen-plus", messages: [{ role: "user", content: "It's me" }] };
const used = [
  [1500, 1400],
  [1600, 1500],
];
const printed = used.map(
  ([prompt, cached]) =>
    `CompletionUsage(completion_tokens=5, prompt_tokens=${prompt}, total_tokens=0, prompt_tokens_details=PromptTokensDetails(audio_tokens=None, cached_tokens=${cached}))`,
);

it.each<[string, string]>([
  [
    "a body in quotes of a logger",
    `time=2026-11-20T09:00:00Z level=INFO msg=sent body=${json(json(asked))} status=200\n`,
  ],
  [
    "a record of a logger with the body as text",
    `${json({ level: "info", ts: 1, body: json(asked) })}\n${json({ level: "info", ts: 2, msg: "done" })}\n`,
  ],
  [
    "a raw request",
    `POST /compatible-mode/v1/chat/completions HTTP/1.1\r\nHost: dashscope.aliyuncs.com\r\nAuthorization: Bearer x\r\n\r\n${json(asked)}\r\n`,
  ],
  ["a fence within a fence", `\`\`\`\`md\n# It\n~~~python\nkwargs = ${writePython(asked)}\n~~~\n\`\`\`\`\n`],
  ["a quoted block of a reply", `> \`\`\`json\n${lines(asked).replaceAll(/^/gm, "> ")}\n> \`\`\`\n`],
  [
    "curl of Windows' own PowerShell",
    `curl -Uri "${URL_OF}" -Method Post -Body '${json(asked).replaceAll("'", "''")}'`,
  ],
  [
    "a program with a block in its words",
    `S = """As\n\`\`\`json\n{"a": 1}\n\`\`\`\n"""\nclient.chat.completions.create(model="qwen-plus", messages=[{"role": "user", "content": "It's me"}])`,
  ],
  [
    "a program that begins with a comment",
    `// ask.mjs\nimport OpenAI from "openai";\nawait new OpenAI().chat.completions.create({ model: "qwen-plus", messages: [{ role: "user", content: "It's me" }] });\n`,
  ],
  [
    "a list whose last item has no comma",
    `messages = [\r\n  {"role": "user", "content": "It's me"}\r\n]\r\nclient.chat.completions.create(model="qwen-plus", messages=messages)\r\n`,
  ],
])("reads %s", async (_name, paste) => {
  expect(bodiesOf(await importAll(paste))).toEqual([asked]);
});

it.each<[string, string]>([
  ["printed one after the other", printed.join("\n")],
  ["within what a script prints", printed.map((usage, index) => `run ${index + 1}: ${usage}`).join("\n")],
  [
    "as objects of a console",
    used
      .map(
        ([prompt, cached]) =>
          `{\n  prompt_tokens: ${prompt},\n  completion_tokens: 5,\n  prompt_tokens_details: { cached_tokens: ${cached} }\n}`,
      )
      .join("\n"),
  ],
])("reads several usages %s", async (_name, paste) => {
  const { usages } = await importAll(paste);
  expect(usages.map(({ usage }) => [usage?.prompt, usage?.read])).toEqual(used);
});

it("says of a list that grows that only the program knows the rest", async () => {
  const { understood } = await importAll(
    'messages = [{"role": "user", "content": "a"}]\nmessages.append(answer)\nclient.chat.completions.create(model="m", messages=messages)\n',
  );
  expect(understood.join(" ")).toContain("messages[…]");
});

it("says where a block is wrong, and where a dict was cut off", async () => {
  const wrong = await importTexts(['It:\n```json\n{\n  "messages": [}\n```\n']);
  expect(wrong.ok ? "" : JSON.stringify(wrong.reason)).toMatch(/importing\.inBlock.*"line":3/);
  const { dropped, layout } = await importAll(
    `${writePython({ messages: [...asked.messages, ...asked.messages] }).slice(0, -12)}`,
  );
  expect(dropped).toEqual([expect.stringMatching(/ends in the middle, at line 1/)]);
  expect(JSON.parse(layout?.text ?? "")).toEqual({ messages: asked.messages });
});

it("takes nothing out of a body that is broken, and says what JSON lacks", async () => {
  const broken = lines(asked).replace('",\n', '"\n');
  const outcome = await importTexts([broken]);
  expect(outcome.ok ? "" : ENGLISH.say(outcome.reason)).toMatch(
    /^This is not JSON\. Line 3, column 3: .*comma/,
  );
  expect(judgePaste(broken, true)).toBe("text");
});

it.each<[string, string]>([
  [
    "Python's prompt",
    `>>> kwargs = ${writePython(asked)}\n>>> r = client.chat.completions.create(**kwargs)\n>>> r.usage\nCompletionUsage(prompt_tokens=12)\n`,
  ],
  ["a notebook", `In [3]: kwargs\nOut[3]: \n${writePython(asked)}\n`],
  [
    "PowerShell's prompt",
    `PS C:\\Users\\me> $b = '${json(asked).replaceAll("'", "''")}'\r\nPS C:\\Users\\me> irm ${URL_OF} -Method Post -Body $b\r\n\r\nusage : @{prompt_tokens=12}\r\n`,
  ],
  [
    "the Windows prompt",
    `C:\\Users\\me>curl ${URL_OF} -d "${cmdQuoted(json(asked))}"\r\n{"choices":[{"message":{"content":"It's."}}]}\r\nC:\\Users\\me>`,
  ],
  [
    "a function that makes the messages",
    `def build(q):\n    return [{"role": "user", "content": "It's me"}]\nclient.chat.completions.create(model="qwen-plus", messages=build(1))`,
  ],
])("reads what was copied with %s", async (_name, paste) => {
  expect(bodiesOf(await importAll(paste))).toEqual([asked]);
});

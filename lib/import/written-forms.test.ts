/** A request reads back equal, whichever way it was written down on its way here. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bodiesOf, importAll, importTexts } from "./fixtures/read-fixture";

const MARKER = { type: "ephemeral" };
const text = fc.string({
  unit: fc.constantFrom(
    "a",
    "é",
    "界",
    "🌿",
    " ",
    "\n",
    "'",
    '"',
    "`",
    "\\",
    "$",
    "%",
    "{",
    "}",
    "[",
    "]",
    "#",
    "//",
    ":",
    ",",
    "it's",
    "&",
    "^",
    "\t",
    "```",
  ),
  maxLength: 24,
});
const part = fc.record({
  type: fc.constant("text"),
  text,
  cache_control: fc.option(fc.constant(MARKER), { nil: undefined }),
});
const body = fc
  .record({
    model: fc.constant("qwen3.7-max"),
    temperature: fc.option(fc.constantFrom(0, 0.5, -1e-7, 12), { nil: undefined }),
    stream: fc.option(fc.boolean(), { nil: undefined }),
    messages: fc.array(
      fc.record({
        role: fc.constantFrom("system", "user", "assistant"),
        content: fc.oneof(text, fc.array(part, { minLength: 1, maxLength: 3 })),
        name: fc.option(fc.constant(null), { nil: undefined }),
      }),
      { minLength: 1, maxLength: 4 },
    ),
  })
  .map((value) => JSON.parse(JSON.stringify(value)));

/** Python's repr: the quotes that need fewer escapes. */
function pythonText(value: string): string {
  const quote = value.includes("'") && !value.includes('"') ? '"' : "'";
  const escaped = value
    .replaceAll("\\", "\\\\")
    .replaceAll("\n", "\\n")
    .replaceAll("\t", "\\t")
    .replaceAll(quote, `\\${quote}`);
  return quote + escaped + quote;
}

function writePython(value: unknown): string {
  if (value === null) return "None";
  if (typeof value === "boolean") return value ? "True" : "False";
  if (typeof value === "string") return pythonText(value);
  if (Array.isArray(value)) return `[${value.map(writePython).join(", ")}]`;
  if (typeof value !== "object") return String(value);
  return `{${Object.entries(value)
    .map(([key, each]) => `'${key}': ${writePython(each)}`)
    .join(", ")}}`;
}

/** A literal of a program: template texts, bare keys, commas at ends, comments. */
function writeScript(value: unknown): string {
  if (typeof value === "string") return `\`${value.replaceAll(/[\\`$]/g, "\\$&")}\``;
  if (Array.isArray(value)) return `[ // a list\n${value.map((each) => `${writeScript(each)},\n`).join("")}]`;
  if (typeof value !== "object" || value === null) return String(value);
  return `{\n${Object.entries(value)
    .map(([key, each]) => `  ${key}: ${writeScript(each)}, /* so */`)
    .join("\n")}\n}`;
}

const URL_OF = "https://dashscope-intl.aliyuncs.com/compatible-mode/v1/chat/completions";
const json = (value: unknown): string => JSON.stringify(value);
const lines = (value: unknown): string => JSON.stringify(value, null, 2);
const cmdQuoted = (value: string): string => value.replace(/(\\*)"/g, '$1$1\\"');

const FORMS: Readonly<Record<string, (value: unknown) => string>> = {
  "Python's repr": writePython,
  "a Python assignment": (value) =>
    `import os\n# the request\nkwargs = ${writePython(value)}\nprint(kwargs)\n`,
  "a Python call": (value) => `client.chat.completions.create(**${writePython(value)})`,
  "a JavaScript literal": (value) => `export const body = ${writeScript(value)};\n`,
  fetch: (value) =>
    `await fetch("${URL_OF}", { method: "POST", body: JSON.stringify(${writeScript(value)}) });`,
  requests: (value) =>
    `import requests\nbody = ${writePython(value)}\nr = requests.post("${URL_OF}", json=body)\n`,
  curl: (value) => `curl ${URL_OF} -d '${json(value).replaceAll("'", "'\\''")}'`,
  "curl of the Windows prompt": (value) => `curl ${URL_OF} ^\r\n  -d "${cmdQuoted(json(value))}"\r\n`,
  PowerShell: (value) =>
    `$body = '${json(value).replaceAll("'", "''")}'\r\nInvoke-RestMethod -Uri "${URL_OF}" -Method Post -Body $body\r\n`,
  "a here-string of PowerShell": (value) =>
    `$body = @'\n${lines(value)}\n'@\nInvoke-RestMethod -Method Post -Uri "${URL_OF}" -Body $body`,
  "a line of a log": (value) =>
    `2026-11-20 09:00:00,120 INFO app: sending ${json(value)} (attempt 1)\n2026-11-20 09:00:01 INFO done\n`,
  "a line of a log with a dict": (value) => `[09:00:00.120] [debug] kwargs=${writePython(value)}\n`,
  "a log over lines": (value) => `09:00:00 INFO request body:\n${lines(value)}\n09:00:01 INFO sent\n`,
  "an escaped string": (value) => json(json(value)),
  "a string escaped twice": (value) => json(json(json(value))),
  "an escaped string without its quotes": (value) => json(json(value)).slice(1, -1),
  "Python's repr of a string": (value) => pythonText(json(value)),
  "with a byte order mark and Windows' line ends": (value) =>
    `\ufeff${lines(value).replaceAll("\n", "\r\n")}\r\n`,
};

describe("reads back equal", () => {
  it.each(Object.entries(FORMS))("%s", async (_name, write) => {
    await fc.assert(
      fc.asyncProperty(body, async (value) => {
        expect(bodiesOf(await importAll(write(value)))).toEqual([value]);
      }),
      { numRuns: 120 },
    );
  });

  it("a fenced block, whatever stands around it", async () => {
    // A text that closes the fence by itself ends the block for every reader.
    const plain = body.filter((value) => !json(value).includes("```"));
    await fc.assert(
      fc.asyncProperty(
        plain,
        fc.constantFrom("```", "````", "~~~"),
        fc.constantFrom("", "json", "python"),
        async (value, fence, name) => {
          const written = name === "python" ? writePython(value) : lines(value);
          const paste = `Here it is:\r\n\r\n${fence}${name}\n${written}\n${fence}\n\nIt's "slow".\n`;
          expect(bodiesOf(await importAll(paste))).toEqual([value]);
        },
      ),
      { numRuns: 120 },
    );
  });

  it("two at once, in one text", async () => {
    await fc.assert(
      fc.asyncProperty(body, body, async (one, other) => {
        const paste = `09:00:01 INFO ${json(one)}\n09:00:09 INFO ${json(other)}\n`;
        const imported = await importAll(paste);
        expect(bodiesOf(imported)).toEqual([one, other]);
        expect(imported.layout?.scenario?.turns[0]?.gap).toBe(8);
      }),
      { numRuns: 60 },
    );
  });
});

it("never throws, whatever is cut off, and takes nothing that is not whole", async () => {
  await fc.assert(
    fc.asyncProperty(
      body,
      fc.constantFrom(...Object.values(FORMS)),
      fc.double({ min: 0, max: 1, noNaN: true }),
      async (value, write, share) => {
        const written = write(value);
        const outcome = await importTexts([written.slice(0, Math.floor(written.length * share))]);
        if (!outcome.ok || !outcome.imported.layout) return;
        for (const read of bodiesOf(outcome.imported))
          expect(Array.isArray(read) || typeof read === "object").toBe(true);
      },
    ),
    { numRuns: 200 },
  );
});

it.each<[string, string]>([
  ["quotation marks that never close", "'\\'".repeat(300_000)],
  ["brackets in prose", "see [1] and {x} in (a [b\n".repeat(20_000)],
  ["a call within a call", "messages.create(".repeat(20_000)],
  [
    "names that stand for names",
    Array.from({ length: 6_000 }, (_, at) => `a${at + 1} = [a${at}, a${at}]`).join("\n"),
  ],
  ["fences that never close", "```json\n{\n".repeat(60_000)],
  ["comments that never close", "{ /* ".repeat(100_000)],
  ["a cut list", `[${'{"a": [1, 2, {"b": "c"}]},'.repeat(40_000)}`],
  ["backslashes", `{\\"a\\": ${"\\".repeat(1_000_000)}`],
  ["carets", "curl ^\n".repeat(100_000)],
  ["PowerShell's brackets", `Invoke-RestMethod -Body ${"@{ a = @( ".repeat(60_000)}`],
])("comes to an end soon: %s", async (_name, paste) => {
  const outcome = await importTexts([paste]);
  expect(typeof outcome.ok).toBe("boolean");
});

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

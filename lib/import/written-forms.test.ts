/** A request reads back equal, whichever way it was written down on its way here. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bodiesOf, importAll, importTexts } from "./fixtures/read-fixture";
import { cmdQuoted, json, lines, pythonText, URL_OF, writePython, writeScript } from "./fixtures/write-forms";

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

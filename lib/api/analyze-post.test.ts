/** What is posted is told apart, answered in JSON or SARIF with the same diagnostics, and its fixes mend it. */
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { RULES } from "../lint/rules/all-rules";
import type { SarifLog } from "../lint/write-sarif";
import { applyEdits } from "../prompt/apply-edits";
import { loadTestCounters } from "../tokens/fixtures/load-counters";
import type { CounterFor } from "../tokens/token-counter";
import { ENGLISH } from "../words/plain-words";
import type { AnalyzeResponse } from "./analyze-body";
import { type AnalyzeAnswer, answerAnalyze } from "./analyze-post";
import { applyPatch } from "./fixtures/apply-patch";

let counterFor: CounterFor;
beforeAll(() => {
  counterFor = loadTestCounters();
});

const BROKEN = { ok: false, error: { code: "json_invalid", message: "Not strict JSON." } } as const;

function readStrictly(text: string): Parameters<typeof answerAnalyze>[0]["json"] {
  try {
    return { ok: true, value: JSON.parse(text) };
  } catch {
    return BROKEN;
  }
}

function post(sent: unknown, query: Record<string, string> = {}): AnalyzeAnswer {
  const text = typeof sent === "string" ? sent : JSON.stringify(sent);
  const at = { origin: "https://cache.example", version: "0.1.0", query: new URLSearchParams(query) };
  return answerAnalyze({ ...at, text, json: readStrictly(text) }, counterFor);
}

const figuresOf = (answer: AnalyzeAnswer): AnalyzeResponse => {
  if (answer.ok && "diagnostics" in answer.value) return answer.value;
  throw new Error(JSON.stringify(answer));
};
const logOf = (answer: AnalyzeAnswer): SarifLog["runs"][number] => {
  const run = answer.ok && "runs" in answer.value ? answer.value.runs[0] : undefined;
  if (run) return run;
  throw new Error(JSON.stringify(answer));
};
const errorOf = (answer: AnalyzeAnswer) =>
  answer.ok ? null : { ...answer.error, message: ENGLISH.say(answer.error.message) };
const rulesOf = (answer: AnalyzeAnswer) => figuresOf(answer).diagnostics.map(({ rule }) => rule);

const hello = [{ role: "user", content: "Hello" }];
const short = {
  model: "qwen3-max",
  messages: [{ role: "user", content: [{ type: "text", text: "Hi", cache_control: { type: "ephemeral" } }] }],
};

describe("what is posted", () => {
  it.each([
    ["a body", { body: short }],
    ["a text", { text: JSON.stringify(short, null, 4) }],
    ["the prompt itself", short],
    ["the prompt with comments", `// draft\n${JSON.stringify(short)}`],
  ])("%s is analysed", (_name, sent) => {
    const { model, markers, diagnostics } = figuresOf(post(sent));
    expect(model).toBe("qwen3-max");
    expect(markers).toMatchObject([{ pointer: "/messages/0/content/0/cache_control", status: "too-short" }]);
    expect(diagnostics.map(({ rule }) => rule)).toContain("below-minimum");
  });

  it("takes model, region and off from the URL for a bare prompt", () => {
    const query = { model: "qwen3-max", region: "cn", off: "below-minimum,no-marker" };
    const answer = figuresOf(post(hello, query));
    expect(answer.model).toBe("qwen3-max");
    expect(answer.diagnostics).toEqual([]);
    expect(rulesOf(post(hello, { model: "qwen3-max" }))).toEqual(["no-marker"]);
  });

  it("lets the request's own settings win over those of the URL", () => {
    expect(figuresOf(post({ body: hello, model: "qwen3-max" }, { model: "qwen4-max" })).model).toBe(
      "qwen3-max",
    );
  });

  it("places diagnostics in the text sent", () => {
    const text = JSON.stringify(short, null, 2);
    const found = figuresOf(post({ text })).diagnostics.find(({ rule }) => rule === "below-minimum");
    const start = text.indexOf('"cache_control"');
    expect(found?.range.start).toEqual({ line: 10, column: 11, offset: start });
    const bare = figuresOf(post(text)).diagnostics.find(({ rule }) => rule === "below-minimum");
    expect(bare?.range).toEqual(found?.range);
    expect(bare?.fix).toEqual(found?.fix);
    expect(found?.fix).not.toHaveProperty("patch");
  });

  it("counts with calibrations and sizes", () => {
    const image = { type: "image_url", image_url: { url: "https://example.com/a.png" } };
    const body = { model: "qwen3.7-max", messages: [{ role: "user", content: [image] }] };
    const mediaSizes = { "/messages/0/content/0": { width: 320, height: 320 } };
    expect(figuresOf(post({ body, mediaSizes })).tokens.media).toMatchObject([
      { sizeFrom: "user", width: 320 },
    ]);
    const { tokens } = figuresOf(post({ body, calibrations: { "qwen3.7-max": 1.1 } }));
    expect(tokens.precision.kind).toBe("calibrated");
  });
});

describe("refuses, saying where", () => {
  it.each([
    ["both", { body: hello, text: "[]" }, "", "both"],
    ["neither", { model: "qwen3-max" }, "", "neither"],
    ["a number", 7, "", "JSON object"],
    ["a body that is none", { body: 7 }, "/body", "`body`"],
    ["a text that is none", { text: 7 }, "/text", "`text`"],
    ["a text that is no JSON", { text: "[1" }, "/text", "Line 1"],
    ["a body without messages", { body: { messages: 7 } }, "/body/messages", "array"],
    ["a prompt without messages", { messages: [] }, "/messages", "no message"],
    ["a region", { body: hello, region: "moon" }, "/region", "one of cn"],
    ["a rule that does not exist", { body: hello, off: ["no-marker", "x"] }, "/off/1", "does not exist"],
    ["too many rules", { body: hello, off: Array(201).fill("no-marker") }, "/off", "200"],
    ["a calibration", { body: hello, calibrations: { "a/b": 9 } }, "/calibrations/a~1b", "from 0.5 to 2"],
    ["calibrations in a list", { body: hello, calibrations: [1] }, "/calibrations", "object"],
    [
      "a size",
      { body: hello, mediaSizes: { "/x": { width: 0, height: 1 } } },
      "/mediaSizes/~1x/width",
      "above 0",
    ],
    ["a size that is none", { body: hello, mediaSizes: { "/x": 1 } }, "/mediaSizes/~1x", "width"],
  ])("%s", (_name, sent, pointer, words) => {
    const error = errorOf(post(sent));
    expect(error).toMatchObject({ pointer, message: expect.stringContaining(words) });
    expect(ENGLISH.say(error?.message ?? "")).toMatch(/^[^\n]+\.$/);
  });

  it("text that is no JSON, as its reader says", () => {
    expect(post("[1")).toBe(BROKEN);
  });

  it.each([
    [{ format: "xml" }, "format must be json or sarif."],
    [{ region: "moon" }, "`region` must be one of"],
    [{ off: "x" }, "`off` has a rule id that does not exist"],
    [{ path: "https://example.com/a.json" }, "scheme"],
    [{ path: "C:\\a.json" }, "backslash"],
    [{ path: "/etc/a.json" }, "slash"],
    [{ path: "a/../../b.json" }, "out of its folder"],
    [{ path: "a\nb" }, "control"],
    [{ path: "./" }, "names no file"],
    [{ path: "a".repeat(1001) }, "1000 characters"],
  ])("%o", (query, words) => {
    const error = errorOf(post(hello, query));
    expect(error).toMatchObject({ code: "invalid_request", message: expect.stringContaining(words) });
    expect(error).not.toHaveProperty("pointer");
  });
});

describe("SARIF", () => {
  const sarif = { format: "sarif" };

  it.each([
    ["cut JSON", "[1", "json-invalid"],
    ["an empty file", "", "json-invalid"],
    ["words", "Dear model,", "json-invalid"],
    ["a number", "7", "request-shape"],
    ["another file", '{"name": "x"}', "request-shape"],
    ["a text in a request", '{"text": "[1"}', "json-invalid"],
  ])("reports %s as a finding", (_name, text, rule) => {
    expect(logOf(post(text, sarif)).results).toMatchObject([{ ruleId: rule, level: "error" }]);
  });

  it("has the findings of the JSON answer, with links to this server", () => {
    const answer = post(short, sarif);
    expect(answer).toMatchObject({ contentType: "application/sarif+json" });
    const { results, tool } = logOf(answer);
    expect(results.map(({ ruleId }) => ruleId)).toEqual(rulesOf(post(short)));
    expect(tool.driver.rules[0]?.helpUri).toBe("https://cache.example/rules/json-invalid");
  });

  it.each([
    [undefined, "request.json"],
    ["prompts/agent.json", "prompts/agent.json"],
    ["./my prompts//ä#1.json", "my%20prompts/%C3%A4%231.json"],
    ["100%.json", "100%25.json"],
  ])("names the file %s", (path, uri) => {
    const { results } = logOf(post(short, { ...sarif, ...(path === undefined ? {} : { path }) }));
    expect(results[0]?.locations[0]?.physicalLocation.artifactLocation.uri).toBe(uri);
  });

  it("leaves out what is switched off, and still lists every rule", () => {
    const { results, tool } = logOf(post(short, { ...sarif, off: "below-minimum,markers-without-effect" }));
    expect(results).toEqual([]);
    expect(tool.driver.rules.length).toBe(RULES.length);
  });
});

/** Rules that compare requests have nothing to say here, where only one is known. */
const alone = RULES.filter(({ examples }) => examples.bad.following === undefined);
const count = (id: string, answer: AnalyzeResponse): number =>
  answer.diagnostics.filter(({ rule }) => rule === id).length;

describe.each(alone.map((rule) => [rule.id, rule.examples.bad] as const))("a fix of %s mends", (id, bad) => {
  const { region } = bad;
  it("the file, as text edits", () => {
    fc.assert(
      fc.property(fc.constantFrom(null, 0, 2, "\t"), (indent) => {
        if (readStrictly(bad.text).ok === false) return;
        const text = indent === null ? bad.text : JSON.stringify(JSON.parse(bad.text), null, indent);
        const before = figuresOf(post({ text, region }));
        expect(count(id, before)).toBeGreaterThan(0);
        for (const { rule, fix } of before.diagnostics) {
          if (!fix) continue;
          const edits = fix.edits.map(({ range, text: put }) => ({
            range: { start: range.start.offset, end: range.end.offset },
            text: put,
          }));
          const after = figuresOf(post({ text: applyEdits(text, edits), region }));
          expect(count(rule, after), ENGLISH.say(fix.title)).toBeLessThan(count(rule, before));
        }
      }),
      { numRuns: 8 },
    );
  });

  it("the body, as a JSON Patch", () => {
    const read = readStrictly(bad.text);
    const body = read.ok ? read.value : hello;
    const before = figuresOf(post({ body, region }));
    for (const { rule, fix } of before.diagnostics) {
      if (!fix) continue;
      const after = figuresOf(post({ body: applyPatch(body, fix.patch ?? []), region }));
      expect(count(rule, after), ENGLISH.say(fix.title)).toBeLessThan(count(rule, before));
    }
  });
});

describe("what is no request as it is sent", () => {
  const native = { model: "qwen-plus", input: { messages: hello }, parameters: {} };
  it.each<[string, unknown, RegExp]>([
    ["a native body", native, /^This is a body of Model Studio's native endpoint, .*\{ "body": \{ "model"/],
    ["a native body in its place", { body: native }, /native endpoint/],
    ["a recorded pair", { request: { url: "https://x.example", body: native } }, /native endpoint/],
    ["a HAR file", { log: { entries: [] } }, /^This is a HAR file/],
    ["a usage", { prompt_tokens: 12, completion_tokens: 3 }, /^This is a usage object/],
    ["a call of Gemini", { contents: [{ role: "user", parts: [{ text: "Hi" }] }] }, /another service|Gemini/],
    ["a command", `curl https://x.example -d '${JSON.stringify(short)}'`, /^This is a curl command/],
    [
      "a Python dict",
      "{'model': 'qwen3-max', 'messages': [{'role': 'user', 'content': None}]}",
      /as a program writes it/,
    ],
    [
      "a fenced block as text",
      { text: `\`\`\`json\n${JSON.stringify(short)}\n\`\`\`` },
      /within another text/,
    ],
    [
      "a log",
      `2026-11-20 09:00:00 INFO {"usage": {"prompt_tokens": 12, "completion_tokens": 3}}`,
      /^This is a usage object/,
    ],
  ])("%s is named", (_name, sent, message) => {
    expect(errorOf(post(sent))?.message).toMatch(message);
  });

  it("is told from a request that is broken", () => {
    expect(errorOf(post(`{"messages": [${JSON.stringify(hello[0])}, {"role": "us`))?.code).toBe(
      "json_invalid",
    );
    expect(errorOf(post('{"messages": [{"role": "user" "content": "Hi"}]}'))?.message).not.toContain(
      "This is",
    );
  });
});

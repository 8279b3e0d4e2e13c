/** The HTTP API gives the figures of every reference case, and refuses bad input with its place. */
import { readFileSync } from "node:fs";
import { expect, test } from "@playwright/test";

interface Turn {
  readonly [figure: string]: number;
}

interface SimulateCase {
  readonly name: string;
  readonly request: unknown;
  readonly expect: { readonly turns: readonly Turn[]; readonly totals?: { readonly costRatio?: number } };
}

interface TextCase {
  readonly name: string;
  readonly text: string;
  readonly tokens: number;
}

interface TemplateCase {
  readonly name: string;
  readonly model: string;
  readonly request: unknown;
  readonly segments: readonly { readonly role: string; readonly tokens: number; readonly prefix: number }[];
  readonly tools?: number;
  readonly tail: number;
  readonly total: number;
}

const readFixture = <T>(path: string): T => JSON.parse(readFileSync(path, "utf8")) as T;

const simulations = readFixture<{ cases: readonly SimulateCase[] }>(
  "lib/timeline/fixtures/model-studio-cases.json",
).cases;
const { texts, templates } = readFixture<{ texts: readonly TextCase[]; templates: readonly TemplateCase[] }>(
  "lib/tokens/fixtures/tokens.json",
);

test.describe("POST /api/v1/simulate", () => {
  for (const { name, request: data, expect: expected } of simulations) {
    test(name, async ({ request }) => {
      const response = await request.post("/api/v1/simulate", { data });
      const answer = await response.json();
      expect(response.status(), JSON.stringify(answer)).toBe(200);
      expect(answer).toMatchObject({ turns: expected.turns });
      const ratio = expected.totals?.costRatio;
      if (ratio !== undefined) {
        expect(answer.totals.cost / answer.totals.costWithoutCache).toBeCloseTo(ratio, 6);
      }
    });
  }
});

test.describe("POST /api/v1/analyze", () => {
  for (const { name, model, request: body, segments, tools, tail, total } of templates) {
    test(name, async ({ request }) => {
      const response = await request.post("/api/v1/analyze", { data: { body, model } });
      const answer = await response.json();
      expect(response.status(), JSON.stringify(answer)).toBe(200);
      expect(answer.tokens).toMatchObject({
        segments,
        tail,
        total,
        ...(tools === undefined ? {} : { tools }),
      });
    });
  }
});

/** `<|im_start|>`, `user`, a newline and `<|im_end|>`. */
const MESSAGE_FRAME = 4;

test("counts the reference texts as the contents of a message", async ({ request }) => {
  // A text that begins with a space or a line end merges with the newline before it.
  const apart = texts.filter(({ text }) => !/^\s/.test(text));
  const counted = await Promise.all(
    apart.map(async ({ name, text }) => {
      const data = { body: [{ role: "user", content: text }], model: "qwen3-max" };
      const answer = await (await request.post("/api/v1/analyze", { data })).json();
      return [name, answer.tokens?.segments[0].tokens - MESSAGE_FRAME];
    }),
  );
  expect(counted).toEqual(apart.map(({ name, tokens }) => [name, tokens]));
});

const badInputs = [
  { name: "no body", data: "", code: "json_invalid", words: "empty" },
  { name: "cut JSON", data: '{"body": {"messages": [', code: "json_invalid", words: "Line 1" },
  { name: "binary", data: Buffer.from([0x1f, 0x8b, 0xff, 0x00]), code: "json_invalid", words: "UTF-8" },
  { name: "100,000 brackets", data: "[".repeat(100_000), code: "json_invalid", words: "nested" },
  { name: "a list", data: "[]", code: /./, words: /./ },
  { name: "a number", data: "7", code: /./, words: /./ },
  { name: "an empty object", data: "{}", code: /./, words: /./ },
];

for (const path of ["/api/v1/analyze", "/api/v1/simulate"]) {
  test.describe(`${path} refuses`, () => {
    for (const { name, data, code, words } of badInputs) {
      test(name, async ({ request }) => {
        // As bytes: Playwright would make JSON of a string that is none.
        const response = await request.post(path, { data: Buffer.from(data) });
        expect(response.status()).toBe(400);
        const { error } = await response.json();
        expect(error.code).toMatch(code);
        expect(error.message).toMatch(words);
      });
    }

    test("more than 10 MB", async ({ request }) => {
      const data = JSON.stringify({
        body: { messages: [{ role: "user", content: "a".repeat(20_000_000) }] },
      });
      const response = await request.post(path, { data, headers: { "Content-Type": "application/json" } });
      expect(response.status()).toBe(413);
      expect(await response.json()).toMatchObject({ error: { code: "body_too_large" } });
    });

    test("other methods", async ({ request }) => {
      const response = await request.get(path);
      expect(response.status()).toBe(405);
      expect(response.headers().allow).toBe("POST");
    });
  });
}

test("takes a body whatever content type it claims", async ({ request }) => {
  const data = JSON.stringify({ body: [{ role: "user", content: "Hello" }], model: "qwen3-max" });
  const response = await request.post("/api/v1/analyze", { data, headers: { "Content-Type": "text/plain" } });
  expect(response.status()).toBe(200);
});

test.describe("checks a prompt file", () => {
  const file = `// What the agent is sent.
{
  "model": "qwen3-max",
  "messages": [
    { "role": "user", "content": [{ "type": "text", "text": "Hi", "cache_control": { "type": "ephemeral" } }] }
  ]
}
`;
  const url = "/api/v1/analyze?format=sarif&path=prompts/agent.json";

  test("as it is, and answers with SARIF for its lines", async ({ request, baseURL }) => {
    const response = await request.post(url, { data: Buffer.from(file) });
    expect(response.status()).toBe(200);
    expect(response.headers()["content-type"]).toBe("application/sarif+json");
    const { version, runs } = await response.json();
    expect(version).toBe("2.1.0");
    const { driver } = runs[0].tool;
    expect(driver).toMatchObject({
      name: "Prompt Cache Playground",
      semanticVersion: expect.stringMatching(/^\d+\.\d+\.\d+$/),
    });
    const found = runs[0].results.find(({ ruleId }: { ruleId: string }) => ruleId === "below-minimum");
    const { artifactLocation, region } = found.locations[0].physicalLocation;
    expect(artifactLocation.uri).toBe("prompts/agent.json");
    expect(region.startLine).toBe(5);
    const { helpUri } = driver.rules[found.ruleIndex];
    expect(helpUri).toBe(`${baseURL}/rules/below-minimum`);
    expect((await request.get(helpUri)).status()).toBe(200);

    const { deletedRegion, insertedContent } = found.fixes[0].artifactChanges[0].replacements[0];
    const end = deletedRegion.charOffset + deletedRegion.charLength;
    const mended = `${file.slice(0, deletedRegion.charOffset)}${insertedContent?.text ?? ""}${file.slice(end)}`;
    const again = await (await request.post(url, { data: Buffer.from(mended) })).json();
    expect(again.runs[0].results.map(({ ruleId }: { ruleId: string }) => ruleId)).toEqual(["no-marker"]);
  });

  test("without the rules that are switched off", async ({ request }) => {
    const off = "&off=below-minimum,markers-without-effect";
    const { runs } = await (await request.post(url + off, { data: Buffer.from(file) })).json();
    expect(runs[0].results).toEqual([]);
  });

  test("that is no JSON, as a finding", async ({ request }) => {
    const response = await request.post(url, { data: Buffer.from('{"messages": [\n') });
    expect(response.status()).toBe(200);
    expect((await response.json()).runs[0].results).toMatchObject([
      { ruleId: "json-invalid", level: "error" },
    ]);
  });

  test("in the fields of a request, with its calibration", async ({ request }) => {
    const text = file.replace("qwen3-max", "qwen3.7-max");
    const data = { text, calibrations: { "qwen3.7-max": 1.1 }, off: ["markers-without-effect"] };
    const answer = await (await request.post("/api/v1/analyze", { data })).json();
    expect(answer.tokens.precision.kind).toBe("calibrated");
    expect(answer.diagnostics).toMatchObject([
      { rule: "below-minimum", range: { start: { line: 5, offset: text.indexOf('"cache_control"') } } },
    ]);
  });

  test("in no other format", async ({ request }) => {
    const response = await request.post("/api/v1/analyze?format=xml", { data: Buffer.from(file) });
    expect(response.status()).toBe(400);
    expect((await response.json()).error.message).toBe("format must be json or sarif.");
  });
});

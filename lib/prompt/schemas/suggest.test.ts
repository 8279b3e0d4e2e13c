/** What is suggested and explained at a place, and that taking it leaves a sound request. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { inEnglish } from "../../words/fixtures/in-english";
import { applyEdits } from "../apply-edits";
import { parsePrompt } from "../parse";
import { explainAt } from "./explain";
import { locateJson } from "./locate-json";
import { requestShape } from "./request-shape";
import { suggestAt } from "./suggest";

const openai = requestShape("openai", ["qwen3.7-max", "qwen3-max"]);
const anthropic = requestShape("anthropic", []);
const responses = requestShape("responses", ["qwen3.7-max"]);

/** A text with its cursor written as `|`. */
function cut(marked: string): { text: string; offset: number } {
  const offset = marked.indexOf("|");
  return { text: marked.slice(0, offset) + marked.slice(offset + 1), offset };
}

function labels(marked: string, shape = openai): string[] {
  const { text, offset } = cut(marked);
  return suggestAt(text, offset, shape)?.items.map(({ label }) => label) ?? [];
}

/** The text after the suggestion was taken, places to fill in left as they are. */
function take(marked: string, label: string, shape = openai): string {
  const { text, offset } = cut(marked);
  const found = suggestAt(text, offset, shape);
  const item = found?.items.find((candidate) => candidate.label === label);
  if (!found || !item) throw new Error(`${label} is not offered`);
  const written = item.body
    .replace(/\$\{\d:((?:\\.|[^}])*)\}/g, "$1")
    .replace(/\$\d/g, "")
    .replace(/\\([\\$}])/g, "$1");
  return applyEdits(text, [...(found.comma ? [found.comma] : []), { range: found.range, text: written }]);
}

describe("of Responses", () => {
  it.each([
    ["in a request", "{|}", ["model", "instructions", "input", "previous_response_id", "store", "text"]],
    ["for a model", '{"model": "|"}', ["qwen3.7-max"]],
    ["in an item", '{"input": [{|}]}', ["type", "role", "call_id", "summary"]],
    ["in a call", '{"input": [{"type": "function_call", |}]}', ["call_id", "name", "arguments"]],
    ["for a kind of item", '{"input": [{"type": "|"}]}', ["function_call_output", "reasoning"]],
    ["in a part", '{"input": [{"role": "user", "content": [{|}]}]}', ["type", "text", "image_url"]],
    ["in a tool", '{"tools": [{"type": "function", |}]}', ["name", "parameters", "strict"]],
    ["in its form", '{"text": {"format": {|}}}', ["type", "schema"]],
    ["for the effort", '{"reasoning": {"effort": "|"}}', ["none", "low"]],
  ])("are offered %s", (_, marked, expected) => {
    expect(labels(marked, responses)).toEqual(expect.arrayContaining(expected));
  });

  it.each(["user message", "tool call item", "tool result item"])("%s is taken as a sound item", (label) => {
    const text = take('{"model": "m", "store": true, "input": [|]}', label, responses);
    const { prompt, errors } = parsePrompt(text);
    expect([prompt?.dialect, errors]).toEqual(["responses", []]);
  });

  it("explains a marker as one that means nothing", () => {
    const text = '{"model": "m", "input": "Hi", "cache_control": {"type": "ephemeral"}}';
    const found = explainAt(text, text.indexOf("cache_control") + 2, responses);
    expect(inEnglish(found)).toMatchObject({ text: expect.stringContaining("means nothing in Responses") });
  });
});

const inMessage = (inside: string): string => `{"messages": [{${inside}}]}`;

describe("fields", () => {
  it.each([
    ["in an empty request", "{|}", ["model", "messages", "tools", "enable_thinking"]],
    ["in a quote just typed", '{"|"}', ["model", "messages"]],
    ["in a bare word", "{mo|}", ["model"]],
    ["in a request that breaks off", '{"model": "x", "|', ["messages"]],
    ["in a message", inMessage("|"), ["role", "content"]],
    ["in a message of a bare array", "[{|}]", ["role", "content"]],
    ["in an assistant message", inMessage('"role": "assistant", |'), ["content", "tool_calls"]],
    ["where the role comes later", inMessage('|, "role": "tool"'), ["tool_call_id"]],
    ["in a part", inMessage('"role": "user", "content": [{|}]'), ["type", "text", "cache_control", "marker"]],
    ["in a tool", '{"tools": [{"function": {|}}]}', ["name", "description", "parameters"]],
    [
      "in a schema inside a schema",
      '{"tools":[{"function":{"parameters":{"properties":{"a":{|}}}}}]}',
      ["type"],
    ],
  ])("are offered %s", (_, marked, expected) => {
    expect(labels(marked)).toEqual(expect.arrayContaining(expected));
  });
  it("are not offered where they are written already, before or behind", () => {
    expect(labels(inMessage('"role": "user", |, "content": ""'))).not.toContain("role");
    expect(labels(inMessage('"role": "user", |, "content": ""'))).not.toContain("content");
  });
  it("come in the order in which they are written", () => {
    expect(labels(inMessage("|")).slice(0, 2)).toEqual(["role", "content"]);
    expect(labels(inMessage('"content": [{|}]')).slice(0, 2)).toEqual(["type", "text"]);
  });
  it("are those of the role", () => {
    expect(labels(inMessage('"role": "user", |'))).not.toContain("tool_calls");
  });
  it("are those of the dialect", () => {
    expect(labels("{|}", anthropic)).toEqual(expect.arrayContaining(["system", "max_tokens", "top_k"]));
    expect(labels('{"tools": [{|}]}', anthropic)).toContain("input_schema");
    expect(labels("{|}")).not.toContain("system");
  });
});

describe("values", () => {
  it.each([
    ['{"model": "|"}', ["qwen3.7-max", "qwen3-max"]],
    [inMessage('"role": |'), ["system", "user", "assistant", "tool", "developer"]],
    ['{"stream": |}', ["true", "false"]],
    ['{"tool_choice": "|"}', ["auto", "none", "required"]],
    ['{"messages": [{"content": [{"cache_control": {"type": "|"}}]}]}', ["ephemeral"]],
  ])("are offered in %s", (marked, expected) => {
    expect(labels(marked)).toEqual(expect.arrayContaining(expected));
  });
  it.each([
    ["prose", inMessage('"role": "user", "content": "say \\"hello|\\" to them"')],
    ["a comment", "{ // mod|\n}"],
    ["a field nobody knows", '{"nonsense": {|}}'],
    ["the end of the text", "{}\n|"],
    ["an empty text", "|"],
    ["a place behind a name", '{"model" |}'],
    ["a place in front of a value", '{"model": |"qwen3-max"}'],
  ])("are not offered in %s", (_, marked) => {
    expect(labels(marked)).toEqual([]);
  });
});

describe("taking a suggestion", () => {
  it.each([
    ['{"|"}', "model", '{"model": ""}'],
    ['{"mo|": "x"}', "model", '{"model": "x"}'],
    ['{|"model": "x"}', "messages", '{"messages": [],"model": "x"}'],
    ['{"model": "x"|}', "messages", '{"model": "x", "messages": []}'],
    ['{"model": "x"\n  |}', "messages", '{"model": "x",\n  "messages": []}'],
    ['{"model": "|"}', "qwen3-max", '{"model": "qwen3-max"}'],
    ['{"stream": |\n "model": "x"}', "true", '{"stream": true,\n "model": "x"}'],
  ])("in %s", (marked, label, expected) => {
    expect(take(marked, label)).toBe(expected);
  });
  it.each([
    ["openai", '{"messages": [|]}', "system message with marker"],
    ["openai", '{"messages": [|]}', "user message with marker"],
    ["openai", '{"messages": ["|"]}', "user message with marker"],
    ["openai", inMessage('"role": "user", "content": |'), "content with marker"],
    ["openai", inMessage('"role": "user", "content": [|]'), "text part with marker"],
    ["openai", inMessage('"role": "user", "content": [{"type": "text", "text": "a"|}]'), "marker"],
    ["anthropic", '{"messages": [{"role": "user", "content": "a"}]|}', "system message with marker"],
    ["anthropic", '{"messages": [|]}', "user message with marker"],
    ["anthropic", '{"messages": [{"role": "user", "content": "a"}], "system": |}', "content with marker"],
    ["anthropic", '{"messages": [{"role": "user", "content": "a"}], "system": [|]}', "text part with marker"],
  ] as const)("%s: %s and %s make one marker", (dialect, marked, label) => {
    const text = take(marked, label, dialect === "openai" ? openai : anthropic);
    expect(parsePrompt(text)).toMatchObject({ errors: [], prompt: { markers: [{ place: "part" }] } });
  });
  it.each([
    ["openai", '{"messages": [|]}', "tool call message"],
    ["openai", '{"messages": [{"role": "user", "content": "a"}|]}', "tool result message"],
    ["openai", '{"messages": [{"role": "user", "content": "a"}], "tools": [|]}', "tool definition"],
    ["anthropic", '{"messages": [|]}', "tool call message"],
    ["anthropic", '{"messages": [|]}', "tool result message"],
    ["anthropic", '{"messages": [{"role": "user", "content": "a"}], "tools": [|]}', "tool definition"],
  ] as const)("%s: %s and %s make a sound request", (dialect, marked, label) => {
    const text = take(marked, label, dialect === "openai" ? openai : anthropic);
    expect(parsePrompt(text).errors).toEqual([]);
    expect(JSON.parse(text)).toBeTypeOf("object");
  });
});

describe("explaining", () => {
  const explain = (marked: string, shape = openai) => {
    const { text, offset } = cut(marked);
    return inEnglish(explainAt(text, offset, shape));
  };
  it("tells what a marker does", () => {
    const found = explain(inMessage('"content": [{"cache_|control": {"type": "ephemeral"}}]'));
    expect(found).toMatchObject({ title: "cache_control" });
    expect(found?.text).toContain("1,024 tokens");
  });
  it("tells that a marker on a tool is ignored", () => {
    expect(explain('{"tools": [{"cache_|control": {}}]}')?.text).toContain("ignored");
  });
  it("covers the whole name, and nothing beside it", () => {
    expect(explain('{|"model": "x"}')?.range).toEqual({ start: 1, end: 8 });
    expect(explain('{"model"|: "x"}')).toBeNull();
  });
  it("explains a value of few, and is silent about prose", () => {
    expect(explain(inMessage('"role": "sys|tem"'))?.text).toContain("Instructions");
    expect(explain('{"enable_thinking": tr|ue}')?.title).toBe("true");
    expect(explain(inMessage('"role": "user", "content": "sys|tem"'))).toBeNull();
  });
});

describe("any text", () => {
  const piece = fc.constantFrom(
    "{",
    "}",
    "[",
    "]",
    ",",
    ":",
    '"',
    '"role"',
    '"user"',
    '"messages":[',
    "//",
    "/*",
    "\\",
    "\n",
    "1",
  );
  it("is read without an error", () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), fc.nat(60), (pieces, at) => {
        const text = pieces.join("");
        const offset = Math.min(at, text.length);
        for (const touch of ["type", "point"] as const) {
          const place = locateJson(text, offset, touch);
          if (!place) continue;
          expect(place.token.start).toBeLessThanOrEqual(offset);
          expect(place.token.end).toBeGreaterThanOrEqual(offset);
        }
        suggestAt(text, offset, openai);
        explainAt(text, offset, anthropic);
      }),
    );
  });
  it("may be 100,000 brackets deep", () => {
    const text = "[".repeat(100_000);
    expect(locateJson(text, text.length, "type")?.steps).toHaveLength(100_000);
    expect(suggestAt(`${text}{"`, text.length + 2, openai)).toBeNull();
  });
  it("may hold a string of 2 million characters", () => {
    const text = `{"messages": [{"content": "${'say \\"x\\" '.repeat(200_000)}", ""}]}`;
    expect(suggestAt(text, text.length - 4, openai)?.items[0]?.label).toBe("role");
  });
  it("finds every field of a request on its own path", () => {
    const document = fc.letrec((tie) => ({
      value: fc.oneof({ depthSize: "small" }, fc.string(), fc.boolean(), tie("list"), tie("object")),
      list: fc.array(tie("value"), { maxLength: 3 }),
      object: fc.dictionary(fc.stringMatching(/^[a-z]{1,6}$/), tie("value"), { maxKeys: 3 }),
    })).object;
    fc.assert(
      fc.property(document, (value) => {
        const text = JSON.stringify(value, null, 2);
        for (const key of Object.keys(value as object)) {
          const offset = text.indexOf(`\n  "${key}":`) + 3;
          expect(locateJson(text, offset, "point")).toMatchObject({
            kind: "key",
            written: key,
            colonAfter: true,
          });
          expect(locateJson(text, offset, "point")?.steps).toHaveLength(1);
        }
      }),
    );
  });
});

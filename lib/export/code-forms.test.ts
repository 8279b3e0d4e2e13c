/** What every form has in common: it compiles, holds the document and no key, goes to the chosen host, and says its losses. */
import { spawnSync } from "node:child_process";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { listEndpoints } from "../offers/endpoints";
import { PLACEMENTS } from "../placement/known-placements";
import { presets } from "../timeline/presets/presets";
import { ENGLISH } from "../words/plain-words";
import { defaultHost } from "./choose-base-url";
import { CODE_FORMS, findCodeForm } from "./code-forms";
import type { CodeInput } from "./code-input";

const base: CodeInput = {
  words: ENGLISH,
  text: '{"model":"qwen3.7-max","messages":[{"role":"user","content":"Hello"}]}',
  scenario: null,
  placement: { kind: "as-drawn" },
  model: "qwen3.7-plus",
  host: "intl",
  workspace: null,
  loop: false,
};
const write = (id: string, more: Partial<CodeInput> = {}) => {
  const form = findCodeForm(id);
  if (!form) throw new Error(`no form ${id}`);
  const { code, notes } = form.write({ ...base, ...more });
  return { code, notes: notes.map(ENGLISH.say) };
};
const documentOf = (value: JsonValue): Partial<CodeInput> => ({ text: JSON.stringify(value) });

const hasPython = spawnSync("python3", ["--version"]).status === 0;
/** Compiles every program, and compares the literals it assigns with the body. */
const CHECK = `
import ast, json, sys
for name, code, text in json.load(sys.stdin):
    tree = ast.parse(code, name)
    compile(code, name, "exec")
    body = {}
    for node in tree.body:
        if isinstance(node, ast.Assign) and getattr(node.targets[0], "id", None) in ("request", "extra"):
            body.update(ast.literal_eval(node.value))
    if text is not None:
        body["model"] = body["model"].removeprefix("dashscope/")
        assert body == json.loads(text), (name, body)
print("fine")
`;

import type { JsonValue } from "../values/json";

const check = (programs: readonly (readonly [string, string, string | null])[]) =>
  spawnSync("python3", ["-c", CHECK], { input: JSON.stringify(programs), encoding: "utf8" });

describe("programs in Python", () => {
  const text = fc.string({ unit: "binary", maxLength: 20 });
  const documents = fc.record(
    {
      model: fc.constant("qwen3.7-max"),
      messages: fc.array(fc.record({ role: fc.constantFrom("system", "user"), content: text }), {
        minLength: 1,
      }),
      temperature: fc.constantFrom(0, 0.5),
      made_up: fc.jsonValue(),
      "class'\"": text,
    },
    { requiredKeys: ["model", "messages"] },
  );

  it.skipIf(!hasPython)("compile and hold the document", () => {
    const programs = fc
      .sample(documents, 60)
      .flatMap((body) =>
        ["python-openai", "python-litellm", "python-dashscope"].map(
          (id) => [id, write(id, documentOf(body as JsonValue)).code, JSON.stringify(body)] as const,
        ),
      );
    const { stdout, stderr } = check(programs);
    expect(stderr).toBe("");
    expect(stdout.trim()).toBe("fine");
    expect(check([["wrong", programs[0]?.[1] ?? "", '{"model": "other"}']]).status).not.toBe(0);
    expect(check([["wrong", "def (", null]]).status).not.toBe(0);
  });

  it.skipIf(!hasPython)("compile for every preset and placement", () => {
    const programs = CODE_FORMS.filter(({ language }) => language === "python").flatMap((form) =>
      [
        ...presets.map((preset) => [preset, PLACEMENTS[1]?.placement] as const),
        ...PLACEMENTS.map(({ placement }) => [presets[0], placement] as const),
      ].map(([preset, placement = base.placement]) => {
        const { text: document = "", scenario = null } = preset ?? {};
        const { code } = form.write({ ...base, text: document, scenario, placement, loop: true });
        return [`${form.id} ${preset?.id}`, code, null] as const;
      }),
    );
    expect(programs.length).toBeGreaterThan(60);
    expect(check(programs).stderr).toBe("");
  });
});

it.each(CODE_FORMS.map(({ id }) => id))(
  "%s reads its key from the environment and its host can be overridden",
  (id) => {
    for (const loop of [false, true]) {
      const { code } = write(id, { loop, host: "us" });
      expect(code).toContain("DASHSCOPE_API_KEY");
      expect(code).toContain("DASHSCOPE_BASE_URL");
      expect(code).toContain("https://dashscope-us.aliyuncs.com/");
      expect(code).not.toMatch(/sk-[a-z0-9]/);
      expect(code.endsWith("\n") && !code.endsWith("\n\n")).toBe(true);
    }
  },
);

it("asks for the workspace where the host is its own", () => {
  const { code, notes } = write("typescript-openai", { host: "workspace-eu" });
  expect(code).toContain("https://YOUR-WORKSPACE-ID.eu-central-1.maas.aliyuncs.com/compatible-mode/v1");
  expect(notes).toContain("Replace YOUR-WORKSPACE-ID with the workspace id.");
  const known = write("python-dashscope", { host: "workspace-eu", workspace: "llm-abc" });
  expect(known.code).toContain("https://llm-abc.eu-central-1.maas.aliyuncs.com/api/v1");
  expect(known.notes.join()).not.toContain("YOUR-WORKSPACE");
  expect(write("python-dashscope", { host: "workspace-eu" }).code).toContain("https://YOUR-WORKSPACE-ID.eu");
});

it("repeats what a plan's terms say", () => {
  const { code, notes } = write("python-dashscope", { host: "coding-plan-intl" });
  expect(notes.join(" ")).toMatch(/coding tools only/);
  expect(notes.join(" ")).toMatch(/no documented host for DashScope/);
  expect(code).toContain("https://coding-intl.dashscope.aliyuncs.com/api/v1");
});

it("has a default host for every region", () => {
  expect(defaultHost("intl")).toBe("intl");
  expect(defaultHost("eu")).toBe("workspace-eu");
  expect(defaultHost("global")).toBe("intl");
  for (const { region } of listEndpoints())
    if (region) expect(listEndpoints().map(({ id }) => id)).toContain(`${defaultHost(region)}-openai`);
});

it("converts a document of the other dialect and says so", () => {
  const { code, notes } = write("python-anthropic");
  expect(notes[0]).toBe("The request is converted to the Anthropic dialect.");
  expect(code).toContain("from anthropic import Anthropic");
  expect(code).toContain('"max_tokens"');
  const back = write(
    "typescript-openai",
    documentOf({
      model: "qwen3.7-max",
      max_tokens: 5,
      system: "Be brief.",
      messages: [{ role: "user", content: "Hi" }],
    }),
  );
  expect(back.code).toContain('{ role: "system", content: "Be brief." }');
  expect(write("curl", documentOf({ model: "m", max_tokens: 5, system: "S", messages: [] })).code).toContain(
    "/v1/messages",
  );
});

it("says what a form cannot carry", () => {
  const marker = { cache_control: { type: "ephemeral" } };
  const parts = [
    { type: "text", text: "One", ...marker },
    { type: "text", text: "Two" },
  ];
  const body = {
    model: "qwen3.7-max",
    messages: [
      { role: "system", content: parts },
      { role: "user", content: "Hi", ...marker },
    ],
  };
  const notes = write("typescript-ai-sdk", documentOf(body)).notes.join("\n");
  expect(notes).toContain("assistant messages as a whole, and never tools");
  expect(notes).toContain("A marker inside a system message is left out");
  expect(notes).toContain("A marker on a message itself is left out");
  expect(write("python-litellm").notes.join()).toContain("content arrays");
  const media = { type: "image_url", image_url: { url: "https://example.com/a.png" }, ...marker };
  const dash = write(
    "python-dashscope",
    documentOf({
      model: "qwen3-vl-plus",
      max_completion_tokens: 9,
      messages: [{ role: "user", content: [media] }],
    }),
  );
  expect(dash.code).toContain(
    '{"image": "https://example.com/a.png", "cache_control": {"type": "ephemeral"}}',
  );
  expect(dash.code).toContain("MultiModalConversation.call(");
  expect(dash.notes).toContain("max_completion_tokens is called max_tokens here.");
});

it("takes the markers out that the placement decides, of bare messages too", () => {
  const content = [{ type: "text", text: "Hello", cache_control: { type: "ephemeral" } }];
  for (const document of [
    [{ role: "user", content }],
    { model: "m", messages: [{ role: "user", content }] },
  ]) {
    const more = { ...documentOf(document), placement: { kind: "none" } as const };
    expect(write("python-openai", { ...more, loop: true }).code).not.toContain("cache_control");
    expect(write("python-openai", more).code).toContain("cache_control");
  }
});

it("places at most four markers", () => {
  const back = [4, 3, 2, 1, 0].map((count) => ({ kind: "last", back: count }) as const);
  const placement = { kind: "anchors", name: "Five", anchors: back } as const;
  const { code, notes } = write("typescript-openai", { placement, loop: true });
  expect(code.match(/^ {2}mark\(/gm)).toHaveLength(4);
  expect(notes).toContain("The placement has more than four anchors: the program places the last four.");
});

it("says when a number is longer than what is kept", () => {
  const text = '{"model":"m","seed":12345678901234567890,"messages":[{"role":"user","content":"Hi"}]}';
  expect(write("curl", { text }).notes).toContain(
    "A number in the document may have more digits than can be kept.",
  );
});

it("gives the reason where there is no request", () => {
  for (const { write: run } of CODE_FORMS) {
    const { code, notes } = run({ ...base, text: '{"messages": ' });
    expect(code).toBe("");
    expect(notes).toHaveLength(1);
  }
});

it("never throws", () => {
  const messages = fc.array(
    fc.oneof(
      fc.jsonValue(),
      fc.record({ role: fc.constantFrom("user", "assistant", "tool", "system"), content: fc.jsonValue() }),
    ),
  );
  const body = fc.oneof(
    fc.jsonValue(),
    messages,
    fc.record({ messages, system: fc.jsonValue(), tools: fc.jsonValue() }, { requiredKeys: ["messages"] }),
  );
  fc.assert(
    fc.property(body, fc.boolean(), fc.constantFrom(...PLACEMENTS), (value, loop, { placement }) => {
      for (const form of CODE_FORMS) {
        const { code, notes } = form.write({ ...base, text: JSON.stringify(value), loop, placement });
        expect(code !== "" || notes.length === 1).toBe(true);
      }
    }),
    { numRuns: 50 },
  );
});

describe("markers that have no effect where the program sends", () => {
  const marked = documentOf({
    model: "qwen3.7-flash",
    messages: [
      { role: "user", content: [{ type: "text", text: "Hello", cache_control: { type: "ephemeral" } }] },
    ],
  });
  const doubts = (id: string, more: Partial<CodeInput>) =>
    write(id, { ...marked, ...more }).notes.filter((note) => /explicit cache/.test(note));

  /** Responses have no markers: what becomes of those of a chat is said by its conversion. */
  const marking = CODE_FORMS.filter(({ dialects }) => dialects.some((dialect) => dialect !== "responses"));
  it.each(marking.map(({ id }) => id))("%s says so in one sentence", (id) => {
    expect(doubts(id, { host: "intl" })).toEqual([
      "qwen3.7-flash has no explicit cache in Singapore, so markers write no entries; it is offered in Beijing.",
    ]);
    expect(doubts(id, { host: "cn" })).toEqual([]);
  });

  it("asks where nobody chose the host", () => {
    expect(doubts("curl", { isHostAssumed: true })).toEqual([
      expect.stringMatching(/^Which region is your key from\?/),
    ]);
  });

  it("says so of markers that only the placement puts", () => {
    const placement = { kind: "anchors", name: "Newest", anchors: [{ kind: "last" }] } as const;
    const unmarked = documentOf({ model: "qwen3.7-flash", messages: [{ role: "user", content: "Hello" }] });
    expect(doubts("python-openai", { ...unmarked, loop: true, placement })).toHaveLength(1);
  });

  it("says nothing where the program sends no marker", () => {
    expect(doubts("curl", base)).toEqual([]);
    expect(doubts("python-openai", { loop: true, placement: { kind: "none" } })).toEqual([]);
  });
});

it("says that the page plays open questions otherwise, of which the program holds no figure", () => {
  const said = (more: Partial<CodeInput>) => write("python-openai", more).notes.join(" ");
  expect(said({ readings: { life: "hour" } })).toContain("plays 1 open question otherwise");
  expect(said({ observed: { "qwen3.7-max": { life: "hour", lookback: "between-19" } } })).toContain("2 open");
  expect(said({ observed: { "qwen3-max": { life: "hour" } } })).not.toContain("open question");
  expect(said({})).not.toContain("open question");
});

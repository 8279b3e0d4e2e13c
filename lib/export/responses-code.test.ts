/** Programs for the Responses API: they compile, ask for the session cache, and send the conversation as it grows. */
import { spawn, spawnSync } from "node:child_process";
import { createServer, type IncomingHttpHeaders } from "node:http";
import { describe, expect, it } from "vitest";
import type { Scenario } from "../timeline/scenario";
import { ENGLISH } from "../words/plain-words";
import { findCodeForm } from "./code-forms";
import type { CodeInput } from "./code-input";

const body = {
  model: "qwen3.7-max",
  instructions: "You keep a shop.",
  input: 'Where is "order" 1?\n',
  tools: [{ type: "function", name: "look", parameters: { type: "object" } }],
  enable_thinking: false,
};
const scenario: Scenario = {
  name: "Two turns",
  duration: 1,
  reply: "Late.",
  turns: [
    {
      mode: "append",
      gap: 5,
      user: "And 2?",
      reply: "Sent.",
      rounds: [{ gap: 1, calls: [{ name: "look", arguments: "{}", result: "sent" }] }],
    },
    { mode: "replace", gap: 5, user: "Say it again.", reply: "Sent." },
  ],
};
const input: CodeInput = {
  words: ENGLISH,
  text: JSON.stringify(body, null, 2),
  scenario,
  placement: { kind: "as-drawn" },
  model: "qwen3.7-max",
  host: "intl",
  workspace: null,
  loop: false,
};

function write(id: string, more: Partial<CodeInput> = {}) {
  const form = findCodeForm(id);
  if (!form) throw new Error(id);
  const { code, notes } = form.write({ ...input, ...more });
  return { code, notes: notes.map(ENGLISH.say) };
}

const PYTHON = `
import ast, sys
code = sys.stdin.read()
compile(code, "program", "exec")
names = {}
for node in ast.parse(code).body:
    if isinstance(node, ast.Assign) and getattr(node.targets[0], "id", None) in ("request", "extra"):
        names[node.targets[0].id] = ast.literal_eval(node.value)
import json
print(json.dumps(names))
`;
const hasPython = spawnSync("python3", ["--version"]).status === 0;
const literals = (code: string) => {
  const { stdout, stderr } = spawnSync("python3", ["-c", PYTHON], { input: code, encoding: "utf8" });
  expect(stderr).toBe("");
  return JSON.parse(stdout);
};

describe.skipIf(!hasPython)("in Python", () => {
  it("holds the document, and what the SDK does not know apart", () => {
    const { code, notes } = write("python-responses");
    const { enable_thinking, ...known } = body;
    expect(literals(code)).toEqual({ request: known, extra: { enable_thinking } });
    expect(code).toContain('default_headers={"x-dashscope-session-cache": "enable"}');
    expect(notes).toEqual([]);
  });

  it("makes a list of the input for a conversation", () => {
    const { code } = write("python-responses", { loop: true });
    expect(literals(code).request.input).toEqual([{ role: "user", content: body.input }]);
    expect(code).toContain('TOOL_RESULTS = {"look": "sent"}');
  });

  it("takes a stream", () => {
    const { code } = write("python-responses", { text: JSON.stringify({ ...body, stream: true }) });
    expect(literals(code).request.stream).toBe(true);
    expect(code).toContain("response.output_text.delta");
  });
});

interface Seen {
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: Record<string, unknown>;
}

/** Answers with a call first, then with words, as the service does. */
async function run(language: "node" | "bash", code: string): Promise<{ seen: Seen[]; stdout: string }> {
  const seen: Seen[] = [];
  const server = createServer(async (incoming, outgoing) => {
    let text = "";
    for await (const chunk of incoming) text += chunk;
    seen.push({ url: incoming.url ?? "", headers: incoming.headers, body: JSON.parse(text) });
    const call = { type: "function_call", call_id: `c${seen.length}`, name: "look", arguments: "{}" };
    const words = { type: "message", role: "assistant", content: [{ type: "output_text", text: "Late." }] };
    const details = { prompt_tokens_details: { cache_creation_input_tokens: 30 } };
    const usage = { input_tokens: 100, output_tokens: 7, input_tokens_details: { cached_tokens: 60 } };
    outgoing.setHeader("content-type", "application/json");
    outgoing.end(
      JSON.stringify({
        id: "resp_1",
        object: "response",
        output: [seen.length === 1 ? call : words],
        usage: { ...usage, x_details: [details] },
      }),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  const env = {
    ...process.env,
    DASHSCOPE_API_KEY: "sk-x",
    DASHSCOPE_BASE_URL: `http://127.0.0.1:${port}/v1`,
  };
  const options = language === "node" ? ["--input-type=module", "-"] : ["-s"];
  const program = spawn(language, options, { env });
  let stdout = "";
  let stderr = "";
  program.stdout.on("data", (chunk) => (stdout += chunk));
  program.stderr.on("data", (chunk) => (stderr += chunk));
  program.stdin.end(code);
  const status = await new Promise((resolve) => program.on("close", resolve));
  server.close();
  if (status !== 0) throw new Error(stderr);
  return { seen, stdout };
}

describe("in TypeScript", () => {
  it("sends the document as it stands and prints its usage", async () => {
    const { seen, stdout } = await run("node", write("typescript-responses").code);
    expect(seen[0]).toMatchObject({ url: "/v1/responses", body });
    expect(seen[0]?.headers["x-dashscope-session-cache"]).toBe("enable");
    expect(stdout).toContain("read 60, written 30, uncached 10, completion 7");
  });

  it("plays the conversation, calls answered", async () => {
    const { seen } = await run("node", write("typescript-responses", { loop: true }).code);
    const inputs = seen.map(({ body: sent }) => sent.input);
    const question = { role: "user", content: body.input };
    const call = { type: "function_call", call_id: "c1", name: "look", arguments: "{}" };
    const output = { type: "function_call_output", call_id: "c1", output: "sent" };
    const words = { type: "message", role: "assistant", content: [{ type: "output_text", text: "Late." }] };
    expect(inputs).toEqual([
      [question],
      [question, call, output],
      [question, call, output, words, { role: "user", content: "And 2?" }],
      [question, call, output, words, { role: "user", content: "Say it again." }],
    ]);
  });
});

it("curl sends every request of the conversation with the header", async () => {
  const { code } = write("curl", { loop: true });
  const { seen } = await run("bash", code);
  expect(seen.map(({ url, headers }) => [url, headers["x-dashscope-session-cache"]])).toEqual(
    seen.map(() => ["/v1/responses", "enable"]),
  );
  expect(seen[0]?.body).toEqual(body);
  const items = seen.map(({ body: sent }) => sent.input);
  expect(items[1]).toEqual([
    { role: "user", content: body.input },
    { role: "assistant", content: "Late." },
    { role: "user", content: "And 2?" },
  ]);
  expect(items[2]).toMatchObject([
    {},
    {},
    {},
    { type: "function_call", call_id: "call_3_0", name: "look", arguments: "{}" },
    { type: "function_call_output", call_id: "call_3_0", output: "sent" },
  ]);
});

it("a chat is converted for it, and its markers are said to be left out", () => {
  const text = JSON.stringify({
    model: "qwen3.7-max",
    messages: [
      { role: "system", content: [{ type: "text", text: "S", cache_control: { type: "ephemeral" } }] },
      { role: "user", content: "Hi" },
    ],
  });
  const { code, notes } = write("typescript-responses", { text });
  expect(notes.slice(0, 2)).toEqual([
    "The request is converted to the Responses dialect.",
    "In Responses the service places its breakpoints itself; the marker is left out.",
  ]);
  expect(code).toContain('instructions: "S"');
  const back = write("python-openai");
  expect(back.notes[0]).toBe("The request is converted to the OpenAI dialect.");
});

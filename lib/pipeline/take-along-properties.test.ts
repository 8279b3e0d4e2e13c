/** Any conversation that is taken along to a service and imported again says the same, with the same markers where the service has them. */

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ServiceTarget } from "../export/service-target";
import { type OpenAiForm, takeAlong } from "../export/take-along";
import { bodiesOf, importAll } from "../import/fixtures/read-fixture";
import { parsePrompt } from "../prompt/parse";
import { isObject } from "../values/json";
import { ENGLISH } from "../words/plain-words";

type Life = "none" | "usual" | "5m" | "1h";
interface Part {
  readonly text: string;
  readonly life: Life;
}

const words = fc.stringMatching(/^[A-Za-z]{1,8}( [a-z"'\\é]{1,6}){0,2}$/);
const life = fc.constantFrom<Life>("none", "none", "usual", "5m", "1h");
const part: fc.Arbitrary<Part> = fc.record({ text: words, life });
const parts = fc.array(part, { minLength: 1, maxLength: 3 });

const written = ({ text, life: asked }: Part) => ({
  type: "text",
  text,
  ...(asked === "none"
    ? {}
    : { cache_control: { type: "ephemeral", ...(asked === "usual" ? {} : { ttl: asked }) } }),
});
const plain = (text: string) => ({ type: "text", text });

/** What a user asks, what the assistant says, and a call with its result in between, or none. */
const turn = fc.record({
  ask: parts,
  call: fc.option(fc.record({ said: words, result: part })),
  reply: words,
});

const conversation = fc
  .record({
    system: part,
    turns: fc.array(turn, { maxLength: 3 }),
    last: parts,
    hasTools: fc.boolean(),
  })
  .map(({ system, turns, last, hasTools }) => ({
    model: "qwen3.7-max",
    max_tokens: 300,
    ...(hasTools || turns.some(({ call }) => call)
      ? { tools: [{ type: "function", function: { name: "look", description: "Looks.", parameters: {} } }] }
      : {}),
    messages: [
      { role: "system", content: [written(system)] },
      ...turns.flatMap(({ ask, call, reply }, index) => [
        { role: "user", content: ask.map(written) },
        ...(call
          ? [
              {
                role: "assistant",
                content: [plain(call.said)],
                tool_calls: [
                  {
                    id: `id${index}`,
                    type: "function",
                    function: { name: "look", arguments: `{"at":${index}}` },
                  },
                ],
              },
              { role: "tool", tool_call_id: `id${index}`, content: [written(call.result)] },
            ]
          : []),
        { role: "assistant", content: [plain(reply)] },
      ]),
      { role: "user", content: last.map(written) },
    ],
  }));

interface Said {
  readonly role: string;
  readonly text: string;
  /** Null where nothing is marked; else what life is asked for, `usual` where none. */
  readonly marker: string | null;
}

const lifeOf = (value: unknown): string =>
  isObject(value) && typeof value.ttl === "string" ? value.ttl : "usual";

/** What is said, in order, by whom and with which marker; the calls; how many markers there are in all. */
function tell(text: string) {
  const { prompt } = parsePrompt(text);
  if (!prompt) throw new Error("no request");
  const said = prompt.messages.flatMap((message) =>
    message.parts
      .filter(({ kind }) => kind !== "tool-call")
      .map(
        (one): Said => ({
          role: message.role === "tool" ? "user" : message.role,
          text: one.text,
          marker: one.marker ? lifeOf(one.marker.value) : null,
        }),
      ),
  );
  const calls = prompt.messages.flatMap((message) =>
    [...message.calls, ...message.parts.flatMap(({ call }) => call ?? [])].map(({ name }) => name),
  );
  return { tools: prompt.tools.map(({ name }) => name), said, calls, markers: prompt.markers.length };
}

async function goAndReturn(target: ServiceTarget, body: object, form: OpenAiForm = "chat") {
  const taken = takeAlong(target, JSON.stringify(body), { form });
  if (!taken.ok) throw new Error(ENGLISH.say(taken.reason));
  const imported = await importAll(taken.text);
  expect(imported.dropped).toEqual([]);
  const [back] = bodiesOf(imported);
  return tell(JSON.stringify(back));
}

const marked = (said: readonly Said[], change: (marker: string, index: number) => string | null) =>
  said.map((one, index) => (one.marker === null ? one : { ...one, marker: change(one.marker, index) }));

const check = (property: (body: object) => Promise<void>) =>
  fc.assert(fc.asyncProperty(conversation, property), { numRuns: 60 });

describe("any conversation comes back", () => {
  it.each<[string, ServiceTarget]>([
    ["Anthropic", { system: "anthropic", model: "claude-opus-5" }],
    ["MiniMax", { system: "minimax", model: "minimax-m2.7", mode: "active" }],
    ["Bedrock", { system: "bedrock", model: "claude-opus-5" }],
    ["Model Studio", { system: "model-studio", model: null }],
  ])("from %s with each marker and its life", (_name, target) =>
    check(async (body) => {
      expect(await goAndReturn(target, body)).toEqual(tell(JSON.stringify(body)));
    }),
  );

  it.each<OpenAiForm>(["chat", "responses"])("from OpenAI as %s with each marker", (form) =>
    check(async (body) => {
      const target = { system: "openai", model: "gpt-6-sol", mode: "explicit" };
      const there = tell(JSON.stringify(body));
      // A breakpoint says no life: that is the service's.
      const expected = { ...there, said: marked(there.said, () => "usual") };
      expect(await goAndReturn(target, body, form)).toEqual(expected);
    }),
  );

  it("from Gemini's object and the call that uses it, with the last marker", () =>
    check(async (body) => {
      const target = { system: "gemini", model: "gemini-3.1-pro", mode: "explicit" };
      const there = tell(JSON.stringify(body));
      const last = there.said.findLastIndex(({ marker }) => marker !== null);
      const said = marked(there.said, (marker, index) => (index === last ? marker : null));
      const expected = { ...there, said, markers: last < 0 ? 0 : 1 };
      expect(await goAndReturn(target, body)).toEqual(expected);
    }));
});

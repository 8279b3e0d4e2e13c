/** What was taken out is counted part by part, so that prompts keep the length they were sent with. */
import fc from "fast-check";
import { expect, it } from "vitest";
import { findModel } from "../offers/catalogue";
import { parsePrompt } from "../prompt/parse";
import type { JsonValue } from "../values/json";
import { compareLengths } from "./compare-lengths";
import { loadTestCounters } from "./fixtures/load-counters";
import { measurePrompt } from "./measure";
import type { Measured } from "./measured";
import { restoreLengths } from "./restore-lengths";

const counterFor = loadTestCounters();

const HOME = "/home/maximiliane-hohenzollern/work";
const MAIL = "maximiliane.hohenzollern@sigmaringen.example.org";

const read = (body: JsonValue) => {
  const { prompt } = parsePrompt(JSON.stringify(body));
  if (!prompt) throw new Error("The body is no request.");
  return prompt;
};

const list = ({ segments, total }: Measured) => ({
  cuts: segments.map(({ cuts, prefix, tokens }) => ({ cuts: cuts.map((cut) => cut.prefix), prefix, tokens })),
  total,
});

/** Counts of a body as it was sent, as it is kept, and as kept with its lengths. */
function compare(name: string, write: (home: string, mail: string) => JsonValue) {
  const model = findModel(name);
  const [sent, kept] = [write(HOME, MAIL), write("/home/[user name 3f2a]/work", "[e-mail address 91bc]")].map(
    read,
  );
  if (!sent || !kept) throw new Error("There are two.");
  const changes = compareLengths(sent, kept, model, counterFor(model));
  const plain = measurePrompt(kept, model, counterFor);
  return {
    sent: list(measurePrompt(sent, model, counterFor)),
    plain: list(plain),
    restored: list(restoreLengths(plain, changes ?? [])),
    changes,
  };
}

const anthropic = (home: string, mail: string): JsonValue => ({
  tools: [{ name: "read", description: `Reads below ${home}.`, input_schema: { type: "object" } }],
  system: [
    { type: "text", text: "You help.", cache_control: { type: "ephemeral" } },
    { type: "text", text: `Working directory: ${home}\nToday is Monday.\nMail: ${mail}\nAnd: ${mail}` },
  ],
  messages: [
    {
      role: "user",
      content: [
        { type: "text", text: "Begin." },
        { type: "text", text: `I am ${mail}.` },
      ],
    },
    {
      role: "assistant",
      content: [{ type: "tool_use", id: "c1", name: "read", input: { path: `${home}/a.ts` } }],
    },
    { role: "user", content: [{ type: "tool_result", tool_use_id: "c1", content: `1 ${home}/a.ts` }] },
  ],
});

const openai = (home: string, mail: string): JsonValue => ({
  messages: [
    { role: "system", content: `Folder: ${home}` },
    { role: "user", content: `Write to ${mail}, please.` },
    {
      role: "assistant",
      content: null,
      tool_calls: [
        { id: "c1", type: "function", function: { name: "mail", arguments: JSON.stringify({ to: mail }) } },
      ],
    },
    { role: "tool", tool_call_id: "c1", content: "Sent." },
    { role: "user", content: "And now?" },
  ],
});

it.each([
  ["qwen3.7-max", "Anthropic's", anthropic],
  ["qwen3-max", "Anthropic's", anthropic],
  ["qwen3.7-max", "OpenAI's", openai],
  ["qwen3-max", "OpenAI's", openai],
] as const)("gives %s, in %s dialect, the lengths that were sent, to the token", (name, _, write) => {
  const { sent, plain, restored } = compare(name, write);
  expect(plain.total).not.toBe(sent.total);
  expect(restored).toEqual(sent);
});

it("finds nothing where nothing was taken out, and leaves the counts as they are", () => {
  const prompt = read(openai(HOME, MAIL));
  expect(compareLengths(prompt, prompt, null, counterFor(null))).toEqual([]);
  const measured = measurePrompt(prompt, null, counterFor);
  expect(restoreLengths(measured, [])).toBe(measured);
});

it("says nothing of prompts that are not built alike", () => {
  const [one, other] = [{ messages: [{ role: "user", content: "Hi" }] }, openai(HOME, MAIL)].map(read);
  if (!one || !other) throw new Error("There are two.");
  expect(compareLengths(one, other, null, counterFor(null))).toBeNull();
});

it("comes out right wherever in ordinary text a word is replaced", () => {
  const words = fc.stringMatching(/^[a-z]{1,12}$/);
  const model = findModel("qwen3-max");
  fc.assert(
    fc.property(fc.array(words, { minLength: 2, maxLength: 60 }), fc.nat(), words, (text, place, secret) => {
      const write = (word: string) =>
        read({ messages: [{ role: "user", content: text.with(place % text.length, word).join(" ") }] });
      const [sent, kept] = [write(secret), write("[key 3f2a]")];
      const changes = compareLengths(sent, kept, model, counterFor(model)) ?? [];
      const restored = restoreLengths(measurePrompt(kept, model, counterFor), changes);
      expect(restored.total).toBe(measurePrompt(sent, model, counterFor).total);
    }),
    { numRuns: 60 },
  );
});

/** What a service would refuse of the markers in a request, and what it would pay no heed to. */
import { describe, expect, it } from "vitest";
import { parsePrompt } from "../prompt/parse";
import { ENGLISH } from "../words/plain-words";
import { judgeFor } from "./judge-for";
import type { ServiceTarget } from "./service-target";

const marker = { type: "ephemeral" };
const hour = { type: "ephemeral", ttl: "1h" };
const text = (said: string, cache?: object) => ({
  type: "text",
  text: said,
  ...(cache ? { cache_control: cache } : {}),
});
const user = (...content: object[]) => ({ role: "user", content });
const assistant = (...content: object[]) => ({ role: "assistant", content });
const ask = user(text("Now?"));

const claude: ServiceTarget = { system: "anthropic", model: "claude-opus-5" };
const bedrock: ServiceTarget = { system: "bedrock", model: "claude-opus-5" };
const nova: ServiceTarget = { system: "bedrock", model: "nova-pro" };
const minimax: ServiceTarget = { system: "minimax", model: "minimax-m2.7", mode: "active" };
const gpt: ServiceTarget = { system: "openai", model: "gpt-6-sol" };
const gptExplicit: ServiceTarget = { ...gpt, mode: "explicit" };
const earlier: ServiceTarget = { system: "openai", model: "gpt-5.4" };
const gemini: ServiceTarget = { system: "gemini", model: "gemini-3.1-pro", mode: "explicit" };
const deepseek: ServiceTarget = { system: "deepseek", model: "deepseek-flash" };
const qwen: ServiceTarget = { system: "model-studio", model: "qwen3.7-max" };

function judge(target: ServiceTarget, messages: object[], more: object = {}) {
  const { prompt } = parsePrompt(JSON.stringify({ model: "m", ...more, messages }));
  if (!prompt) throw new Error("no request");
  return judgeFor(target, prompt).map(({ outcome, pointer, message }) => [
    outcome,
    pointer,
    ENGLISH.say(message),
  ]);
}

const five = [1, 2, 3, 4, 5].map((each) => user(text(`Question ${each}`, marker)));
const onThinking = assistant({ type: "thinking", thinking: "hm", cache_control: marker }, text("So."));
const tool = { name: "f", input_schema: { type: "object" }, cache_control: marker };
const at = (index: number) => `/messages/${index}/content/0/cache_control`;

describe("markers", () => {
  it.each<[string, ServiceTarget, object[], object, [string, string, RegExp][]]>([
    ["as many as are allowed", claude, [...five.slice(0, 4), ask], {}, []],
    ["a fifth one", claude, five, {}, [["refused", at(4), /5 markers: a request may have at most 4/]]],
    [
      "a longer life behind a shorter one",
      claude,
      [user(text("a", marker)), user(text("b", hour))],
      {},
      [["refused", at(1), /shorter life comes before/]],
    ],
    ["a shorter life behind a longer one", bedrock, [user(text("a", hour)), user(text("b", marker))], {}, []],
    [
      "an unknown life",
      claude,
      [user(text("a", { type: "ephemeral", ttl: "2h" }))],
      {},
      [["refused", at(0), /asks for 2h; only 5m or 1h/]],
    ],
    [
      "an hour of Nova",
      nova,
      [user(text("a", hour))],
      {},
      [["refused", at(0), /asks for 1h; only 5m is available/]],
    ],
    [
      "an hour of MiniMax",
      minimax,
      [user(text("a", hour))],
      {},
      [["refused", at(0), /only 5m is available/]],
    ],
    ["thinking", claude, [ask, onThinking, ask], {}, [["refused", at(1), /Thinking cannot carry a marker/]]],
    ["an empty text", claude, [user(text("", marker))], {}, [["refused", at(0), /empty text/]]],
    [
      "a whole message",
      claude,
      [{ ...ask, cache_control: marker }],
      {},
      [["ignored", "/messages/0/cache_control", /whole message/]],
    ],
    ["tools", claude, [ask], { tools: [tool] }, []],
    [
      "tools of Nova",
      nova,
      [ask],
      { tools: [tool] },
      [["ignored", "/tools/0/cache_control", /on a tool has no effect/]],
    ],
    ["a request by itself", claude, [...five.slice(0, 3), ask], { cache_control: marker }, []],
    [
      "a request by itself, as a fifth",
      claude,
      [...five.slice(0, 4), ask],
      { cache_control: marker },
      [["refused", "/cache_control", /5 markers/]],
    ],
    ["its last part already", claude, five.slice(0, 4), { cache_control: marker }, []],
    [
      "its last part already, with another life",
      claude,
      [user(text("a", hour))],
      { cache_control: marker },
      [["refused", "/cache_control", /different life/]],
    ],
    [
      "a request on Bedrock",
      bedrock,
      [ask],
      { cache_control: marker },
      [["ignored", "/cache_control", /marker on the request itself/]],
    ],
  ])("%s, by blocks", (_name, target, messages, more, expected) => {
    const judged = judge(target, messages, more);
    expect(judged.map(([outcome, pointer]) => [outcome, pointer])).toEqual(
      expected.map(([outcome, pointer]) => [outcome, pointer]),
    );
    for (const [index, [, , words]] of expected.entries()) expect(judged[index]?.[2]).toMatch(words);
  });

  it("beside automatic caching are at most three, and agree with it on the last part", () => {
    const automatic: ServiceTarget = { ...claude, mode: "automatic" };
    expect(judge(automatic, [...five.slice(0, 3), ask])).toEqual([]);
    expect(judge(automatic, five.slice(0, 4))).toEqual([]);
    expect(judge(automatic, [...five.slice(0, 4), ask])).toEqual([
      ["refused", at(3), expect.stringMatching(/4 markers besides the automatic one/)],
    ]);
    expect(judge(automatic, [user(text("a", hour))])).toEqual([
      ["refused", at(0), expect.stringMatching(/asks for another life/)],
    ]);
    expect(judge(automatic, [...five.slice(0, 3), ask], { cache_control: marker })).toEqual([]);
  });

  it("of OpenAI stand on parts of what is asked, and four are written", () => {
    expect(judge(gptExplicit, five).map(([outcome, pointer]) => [outcome, pointer])).toEqual([
      ["ignored", at(0)],
    ]);
    expect(judge(gpt, five).map(([, pointer]) => pointer)).toEqual([at(0), at(1)]);
    expect(judge(gpt, five)[0]?.[2]).toMatch(/including the service's own/);
    const odd = judge(
      gpt,
      [assistant(text("x", marker)), { ...user(text("y", hour)), cache_control: marker }],
      { tools: [{ type: "function", function: { name: "f" }, cache_control: marker }] },
    );
    expect(odd.map(([, , message]) => message)).toEqual([
      "A breakpoint can be on a part, not on a tool; it is left out.",
      "A breakpoint on an assistant message has no effect.",
      expect.stringMatching(/1h is left out|not on a message/),
      expect.stringMatching(/1h is left out|not on a message/),
    ]);
  });

  it("of Gemini name one object, which something has to follow", () => {
    expect(judge(gemini, [...five.slice(0, 2), ask]).map(([outcome, pointer]) => [outcome, pointer])).toEqual(
      [["ignored", at(0)]],
    );
    expect(judge(gemini, five.slice(0, 1))).toEqual([
      ["refused", at(0), expect.stringMatching(/Nothing follows/)],
    ]);
    expect(judge(gemini, [{ ...ask, cache_control: marker }])[0]?.[2]).toMatch(/cannot end with a message/);
  });

  it("of Model Studio count from the end, and only on parts", () => {
    expect(judge(qwen, five).map(([outcome, pointer]) => [outcome, pointer])).toEqual([["ignored", at(0)]]);
    expect(judge(qwen, [ask], { tools: [tool] })[0]?.[2]).toMatch(/on a tool has no effect/);
    expect(judge(qwen, [user(text("a", hour))])).toEqual([
      ["ignored", at(0), expect.stringMatching(/Before Qwen4, no marker/)],
    ]);
    expect(judge({ system: "qwen4", model: "qwen4-max" }, [user(text("a", hour))])).toEqual([]);
  });

  it.each<[string, ServiceTarget]>([
    ["an automatic cache", deepseek],
    ["an earlier OpenAI model", earlier],
    ["Gemini's own cache", { ...gemini, mode: "implicit" }],
    ["MiniMax, passive", { ...minimax, mode: "passive" }],
    ["an engine", { system: "vllm", model: null }],
  ])("are nothing to %s", (_name, target) => {
    expect(judge(target, five)).toEqual([
      ["ignored", at(0), expect.stringMatching(/all 5 markers are left out/)],
    ]);
    expect(judge(target, five.slice(0, 1))[0]?.[2]).toMatch(/the marker is left out/);
    expect(judge(target, [ask])).toEqual([]);
  });
});

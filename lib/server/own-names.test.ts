/** Names that every object answers to are names like any other: for models, tools, kinds, options and parts of an address. */
import { describe, expect, it } from "vitest";
import { answerAnalyze } from "../api/analyze-post";
import { compareBody } from "../api/compare-body";
import { simulateBody } from "../api/simulate-body";
import { CODE_FORMS } from "../export/code-forms";
import { assignResults } from "../export/script-conversation";
import { importTexts } from "../import/fixtures/read-fixture";
import { readLayersAddress, writeLayersAddress } from "../layers/layers-address";
import { analyse } from "../pipeline/analyse";
import type { Settings } from "../pipeline/analysis";
import { reportComparison } from "../pipeline/compare-report";
import { createDocumentOpener } from "../pipeline/open-document";
import { reportSavings } from "../savings/report-savings";
import { decodeShare, encodeShare } from "../share/codec";
import { readLayoutFile, writeLayoutFile } from "../share/layout-file";
import { DEFAULT_LAYOUT, type SharedLayout } from "../share/shared-layout";
import { findSystem } from "../systems/systems";
import { loadTestCounters, loadTestServiceCounters } from "../tokens/fixtures/load-counters";
import { ENGLISH } from "../words/plain-words";
import { ask, createWorld } from "./emulator/fixtures/start-emulator";

const NAMES = ["constructor", "toString", "__proto__", "hasOwnProperty", "valueOf", "__defineGetter__"];
/** As long as the name, so that places in a text are the same; no model, tool or kind has it either. */
const plainFor = (name: string): string => "z".repeat(name.length);

const counterFor = loadTestCounters();
const counters = { counterFor, serviceCounters: loadTestServiceCounters() };
const open = createDocumentOpener(counterFor);

function finish<Value>(work: Generator<unknown, Value>): Value {
  for (;;) {
    const next = work.next();
    if (next.done) return next.value;
  }
}

/** A request that uses the name wherever a name may stand; JSON.parse gives `__proto__` as a key of its own. */
const bodyWith = (name: string): string =>
  JSON.stringify({
    model: name,
    messages: [
      { role: "system", content: [{ type: "text", text: "x", cache_control: { type: "ephemeral" } }] },
      { role: "user", content: "Go" },
      {
        role: "assistant",
        content: null,
        tool_calls: [{ id: "c", type: "function", function: { name: "NAME", arguments: '{"NAME":1}' } }],
      },
      { role: "tool", tool_call_id: "c", content: "done", NAME: null },
      { role: "user", content: [{ type: "text", text: "y", NAME: 1 }] },
    ],
    tools: [
      {
        type: "function",
        function: { name: "NAME", parameters: { type: "object", properties: { NAME: { type: "string" } } } },
      },
    ],
    NAME: true,
  }).replaceAll("NAME", name);

const scenarioWith = (name: string) => ({
  name,
  duration: 1,
  reply: "ok",
  turns: [
    {
      mode: "append" as const,
      gap: 1,
      user: "again",
      reply: "yes",
      rounds: [{ calls: [{ name, arguments: "{}", result: "made" }], gap: 1 }],
    },
  ],
});

const settingsWith = (name: string): Settings => ({
  model: name,
  region: "intl",
  isRegionAssumed: true,
  scenario: null,
  calibrations: {},
});

/** Model names alone have no tokens, so everything else of an answer must be as for a name nobody has. */
const onlyModel = (name: string): string =>
  JSON.stringify({ model: name, messages: [{ role: "user", content: "Hello there" }] });

const swapped = (value: unknown, name: string): string =>
  (JSON.stringify(value) ?? "").replaceAll(name, plainFor(name));

const segments = [{ id: "A", tokens: 2000 }];
const request = { at: 0, segments, markers: [0] };

const ENTRIES: readonly [string, (name: string) => unknown][] = [
  ["analyse", (name) => analyse(onlyModel(name), settingsWith("qwen3-max"), open)],
  ["analyse with the model of the settings", (name) => analyse('{"messages":[]}', settingsWith(name), open)],
  ["analyze", (name) => postAnalyze({ body: JSON.parse(onlyModel(name)) })],
  ["analyze with the model beside", (name) => postAnalyze({ body: { messages: [] }, model: name })],
  ["analyze with a region", (name) => postAnalyze({ body: { messages: [] }, region: name })],
  ["simulate", (name) => simulateBody({ model: name, requests: [request] }, counterFor)],
  [
    "simulate on a system",
    (name) => simulateBody({ model: "qwen3-max", system: name, requests: [request] }, counterFor),
  ],
  [
    "compare",
    (name) =>
      compareBody({ requests: [request], systems: [{ system: "glm", model: name }] }, () => counterFor(null)),
  ],
  [
    "compare a system",
    (name) => compareBody({ requests: [request], systems: [{ system: name }] }, () => counterFor(null)),
  ],
  [
    "compare with an option",
    (name) =>
      compareBody(
        {
          requests: [request],
          systems: [JSON.parse(`{"system":"vllm","options":{${JSON.stringify(name)}:1}}`)],
        },
        () => counterFor(null),
      ),
  ],
  [
    "the page's comparison",
    (name) =>
      finish(reportComparison({ text: onlyModel(name), settings: settingsWith(name) }, open, counters)),
  ],
  ["savings", (name) => finish(reportSavings(onlyModel(name), settingsWith(name), open))],
  ["a system", (name) => findSystem(name)],
  ["the layers' address", (name) => writeLayersAddress(readLayersAddress(`#scene=${name}&${name}=1`))],
];

function postAnalyze(sent: unknown): unknown {
  const at = { origin: "https://cache.example", version: "0.1.0", query: new URLSearchParams() };
  return answerAnalyze({ ...at, text: JSON.stringify(sent), json: { ok: true, value: sent } }, counterFor);
}

describe.each(NAMES)("%s", (name) => {
  it.each(ENTRIES)("is a name like any other for %s", (_entry, answer) => {
    expect(swapped(answer(name), name)).toBe(JSON.stringify(answer(plainFor(name))) ?? "");
  });

  it("as a name of everything is analysed and priced", () => {
    const { request: seen, timeline } = analyse(bodyWith(name), settingsWith(name), open);
    expect(seen?.model).toBe(name);
    expect(timeline?.turns[0]?.ledger.uncached).toBeGreaterThan(0);
    const played = analyse(bodyWith(name), { ...settingsWith(name), scenario: scenarioWith(name) }, open);
    expect(played.timeline?.turns.length).toBeGreaterThan(1);
  });

  it("as a name of everything is imported", async () => {
    const outcome = await importTexts([bodyWith(name)]);
    expect(
      outcome.ok ? JSON.parse(outcome.imported.layout?.text ?? "null") : ENGLISH.say(outcome.reason),
    ).toEqual(JSON.parse(bodyWith(name)));
  });

  it("as a name of everything is written as a program of every form", () => {
    for (const form of CODE_FORMS) {
      const { code } = form.write({
        words: ENGLISH,
        text: bodyWith(name),
        scenario: scenarioWith(name),
        placement: { kind: "as-drawn" },
        model: name,
        host: "intl",
        workspace: null,
        loop: true,
      });
      expect(code).toContain(name);
      expect(code).not.toContain("[native code]");
    }
  });

  it("is a tool without a result of its own in an exported program, unless it has one", () => {
    const ask = (results: Readonly<Record<string, string>>): unknown =>
      new Function("name", `${assignResults(results)} return resultOf(name);`)(name);
    expect(ask({})).toBe("done");
    expect(ask(Object.fromEntries([[name, "made"]]))).toBe("made");
  });

  it("comes through a link and a file", async () => {
    const layout: SharedLayout = {
      ...DEFAULT_LAYOUT,
      text: bodyWith(name),
      model: name,
      scenario: scenarioWith(name),
      play: { comparedModels: Object.fromEntries([[name, name]]) },
      offRules: [name],
    };
    for (const read of [
      await decodeShare(await encodeShare(layout)),
      readLayoutFile(JSON.parse(writeLayoutFile(layout))),
    ]) {
      if (!read.ok) throw new Error(ENGLISH.say(read.reason));
      const { text, model, region, scenario } = read.value;
      expect({ text, model, region }).toEqual({ text: layout.text, model: name, region: "intl" });
      expect(scenario?.turns[0]?.rounds?.[0]?.calls[0]?.name).toBe(name);
    }
  });

  it("in every setting of a link leaves the others as they are", async () => {
    const wrong = {
      ...DEFAULT_LAYOUT,
      text: "{}",
      region: name,
      play: { placement: { kind: name }, system: name },
    };
    const read = await decodeShare(await encodeShare(wrong as unknown as SharedLayout));
    if (read.ok)
      analyse(
        read.value.text,
        { ...settingsWith(name), region: read.value.region, ...read.value.play },
        open,
      );
    if (read.ok) expect(["cn", "intl", "global", "eu", "us", "hk"]).toContain(read.value.region);
  });

  it.each([
    "/compatible-mode/v1/chat/completions",
    "/apps/anthropic/v1/messages",
    "/compatible-mode/v1/responses",
    `/compatible-mode/v1/NAME`,
    `/NAME`,
    "/compatible-mode/v1/models/NAME",
  ])("is answered by the emulator at %s as any unknown name is", async (path) => {
    const answer = async (word: string) => {
      const sent = {
        model: word,
        max_tokens: 5,
        messages: [{ role: "user", content: "Hello" }],
        input: "Hello",
      };
      const response = await ask(createWorld(), path.replace("NAME", word), {
        method: path.includes("models") ? "GET" : "POST",
        headers: { Authorization: "Bearer sk-x" },
        ...(path.includes("models") ? {} : { body: JSON.stringify(sent) }),
      });
      return [response.status, Object.keys(await response.json())];
    };
    expect(await answer(name)).toEqual(await answer(plainFor(name)));
  });

  it.each([["x-emulator-fault"], ["x-emulator-calls"], ["x-emulator-script"]])(
    "in %s is a clear answer",
    async (header) => {
      const response = await ask(createWorld(), "/compatible-mode/v1/chat/completions", {
        method: "POST",
        headers: { Authorization: "Bearer sk-x", [header]: name },
        body: bodyWith(name).replace(name, "qwen3-max"),
      });
      expect(response.status).toBeLessThan(500);
    },
  );
});

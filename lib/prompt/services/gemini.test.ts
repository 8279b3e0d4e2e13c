/** A request in calls of Gemini is the same request when it is read back, its last marker at its place. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { JsonObject } from "../../values/json";
import type { Conversion } from "../convert/conversion";
import { parsePrompt } from "../parse";
import { agent, anyBody, asJson, hour } from "./fixtures/requests";
import { fromGemini, isGeminiBody, makesObject } from "./from-gemini";
import { listMarkers } from "./marker-places";
import { toGemini } from "./to-gemini";

/** Without what Gemini does not keep: a thinking block, a second marker. */
const once = (body: JsonObject, keep: number): JsonObject => {
  let count = 0;
  const visit = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(visit);
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).flatMap(([key, one]) =>
        key === "cache_control" && count++ !== keep ? [] : [[key, visit(one)]],
      ),
    );
  };
  return visit(body) as JsonObject;
};

function gemini(body: JsonObject) {
  const conversion: Conversion = { losses: [] };
  const calls = toGemini(conversion, body);
  return { ...calls, losses: conversion.losses.map(({ pointer }) => pointer) };
}

describe("Gemini", () => {
  it("has what stands before the last marker in an object", () => {
    const { create, generate, losses } = gemini(agent);
    expect(create).toEqual({
      model: "models/claude-opus-5",
      tools: [
        {
          functionDeclarations: [
            { name: "track", description: "Finds a parcel.", parametersJsonSchema: { type: "object" } },
          ],
        },
      ],
      systemInstruction: { parts: [{ text: "You help." }] },
      contents: [
        { role: "user", parts: [{ text: "Where is it?" }] },
        {
          role: "model",
          parts: [{ text: "I look." }, { functionCall: { id: "t1", name: "track", args: { parcel: "A1" } } }],
        },
        {
          role: "user",
          parts: [{ functionResponse: { id: "t1", name: "track", response: { output: "On its way." } } }],
        },
      ],
      toolConfig: { functionCallingConfig: { mode: "AUTO" } },
    });
    expect(generate).toEqual({
      cachedContent: "cachedContents/NAME",
      contents: [{ role: "user", parts: [{ text: "Where is it?" }] }],
      generationConfig: {
        maxOutputTokens: 900,
        temperature: 0.2,
        stopSequences: ["END"],
        thinkingConfig: { thinkingBudget: 500 },
      },
    });
    expect(losses).toEqual([]);
  });

  it("is one call where there is no marker, and says what it lacks", () => {
    const { create, generate, losses } = gemini(once(agent, -1));
    expect(create).toBeNull();
    expect(generate).toMatchObject({ systemInstruction: { parts: [{ text: "You help." }] } });
    expect(isGeminiBody(generate)).toBe(true);
    expect(makesObject(generate)).toBe(false);
    expect(losses).toEqual([]);
    const said = { type: "text", text: "x", cache_control: { type: "ephemeral", ttl: "2h" } };
    expect(gemini(asJson({ messages: [{ role: "user", content: [said] }] }))).toMatchObject({
      generate: { contents: [] },
      losses: ["/messages/0/content/0"],
    });
  });

  it.each([1, 2, -1])("is read back as it was, with the marker at place %i", (keep) => {
    const body = once(agent, keep);
    const { create, generate } = gemini(body);
    for (const one of create ? [create, generate] : [generate]) expect(isGeminiBody(one)).toBe(true);
    expect(create === null || makesObject(create)).toBe(true);
    const conversion: Conversion = { losses: [] };
    const { model, ...rest } = body;
    const back = fromGemini(conversion, create, generate);
    // Only an object names its model.
    expect(back).toEqual(create ? { model, ...rest } : rest);
    expect(conversion.losses).toEqual([]);
  });

  it("says that a marker on tools moves to the end of the system text", () => {
    const { create, generate, losses } = gemini(once(agent, 0));
    expect(losses).toEqual(["/tools/0"]);
    const back = fromGemini({ losses: [] }, create, generate);
    expect(listMarkers(back).map(({ owner, ttl }) => [owner, ttl])).toEqual([["/system/0", "1h"]]);
    const { system, ...rest } = once(agent, 0);
    expect(system).toBeDefined();
    expect(gemini(rest).losses).toEqual([]);
  });

  it("joins a turn in whose midst an object ends", () => {
    const content = [
      { type: "text", text: "A long document.", cache_control: hour },
      { type: "text", text: "A question." },
    ];
    const body = asJson({ model: "m", messages: [{ role: "user", content }] });
    const { create, generate } = gemini(body);
    expect(create).toMatchObject({ ttl: "3600s" });
    expect(fromGemini({ losses: [] }, create, generate)).toEqual(body);
  });

  it("gives calls without an id one, and their results the same", () => {
    const { contents = null } = asJson({
      contents: [
        { role: "user", parts: [{ text: "x" }] },
        {
          role: "model",
          parts: [{ text: "hm", thought: true }, { functionCall: { name: "f", args: { q: 1 } } }],
        },
        { role: "user", parts: [{ functionResponse: { name: "f", response: { output: "yes" } } }] },
      ],
    });
    const conversion: Conversion = { losses: [] };
    expect(fromGemini(conversion, null, { contents })).toEqual({
      messages: [
        { role: "user", content: [{ type: "text", text: "x" }] },
        { role: "assistant", content: [{ type: "tool_use", id: "call_1", name: "f", input: { q: 1 } }] },
        { role: "user", content: [{ type: "tool_result", tool_use_id: "call_1", content: "yes" }] },
      ],
    });
    expect(conversion.losses.map(({ pointer }) => pointer)).toEqual(["/contents/1/parts/0"]);
  });
});

/** What is said, in order, with the place of every marker, however it is divided into messages. */
const tell = (body: JsonObject) => {
  const { prompt } = parsePrompt(JSON.stringify(body));
  return prompt?.messages.flatMap(({ role, parts }) =>
    parts.map(({ kind, text: said, marker: own }) => [role, kind, said, own?.value ?? null]),
  );
};

it("comes back from Gemini with its last marker, at the end of the system text where it stands in it", () => {
  fc.assert(
    fc.property(anyBody, (body) => {
      const last = listMarkers(body).length - 1;
      const isInSystem = listMarkers(body).at(-1)?.owner.startsWith("/system") ?? false;
      const kept = once(body, last);
      const back = fromGemini({ losses: [] }, ...callsOf(kept));
      const [here, there] = [tell(kept), tell(back)];
      if (!isInSystem) expect(there).toEqual(here);
      else
        expect(there?.map(([role, kind, said]) => [role, kind, said])).toEqual(
          here?.map(([role, kind, said]) => [role, kind, said]),
        );
      expect(listMarkers(back)).toHaveLength(last < 0 ? 0 : 1);
    }),
  );
});

function callsOf(body: JsonObject): [JsonObject | null, JsonObject] {
  const { create, generate } = toGemini({ losses: [] }, body);
  return [create, generate];
}

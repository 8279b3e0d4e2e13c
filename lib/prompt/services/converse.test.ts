/** A request in the words of Bedrock's Converse is the same request when it is read back. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { JsonObject } from "../../values/json";
import type { Conversion } from "../convert/conversion";
import { agent, anyBody, ask, marker } from "./fixtures/requests";
import { fromConverse, isConverseBody } from "./from-converse";
import { toConverse } from "./to-converse";

function converse(body: JsonObject) {
  const conversion: Conversion = { losses: [] };
  return { body: toConverse(conversion, body), losses: conversion.losses.map(({ pointer }) => pointer) };
}

describe("Converse", () => {
  it("has each marker as a block of its own", () => {
    const { body, losses } = converse(agent);
    expect(losses).toEqual([]);
    expect(body).toMatchObject({
      modelId: "claude-opus-5",
      system: [{ text: "You help." }, { cachePoint: { type: "default" } }],
      toolConfig: {
        tools: [
          {
            toolSpec: {
              name: "track",
              description: "Finds a parcel.",
              inputSchema: { json: { type: "object" } },
            },
          },
          { cachePoint: { type: "default", ttl: "1h" } },
        ],
        toolChoice: { auto: {} },
      },
      inferenceConfig: { maxTokens: 900, temperature: 0.2, stopSequences: ["END"] },
      additionalModelRequestFields: { thinking: { type: "enabled", budget_tokens: 500 } },
    });
    const messages = body.messages as JsonObject[];
    expect(messages[2]).toEqual({
      role: "user",
      content: [
        { toolResult: { toolUseId: "t1", content: [{ text: "On its way." }] } },
        { cachePoint: { type: "default" } },
      ],
    });
  });

  it("is read back as it was", () => {
    const conversion: Conversion = { losses: [] };
    const { body } = converse(agent);
    expect(isConverseBody(body)).toBe(true);
    expect(fromConverse(conversion, body)).toEqual(agent);
    expect(conversion.losses).toEqual([]);
  });

  it.each<[string, JsonObject, string[]]>([
    ["automatic caching", { cache_control: marker }, ["/cache_control"]],
    ["streaming", { stream: true }, ["/stream"]],
    ["a tool of the service", { tools: [{ type: "web_search_20250305", name: "w" }] }, ["/tools/0"]],
    [
      "an image by its address",
      {
        messages: [
          { role: "user", content: [{ type: "image", source: { type: "url", url: "https://x/y" } }] },
        ],
      },
      ["/messages/0/content/0"],
    ],
    [
      "a marker within a result",
      {
        messages: [
          {
            role: "user",
            content: [
              {
                type: "tool_result",
                tool_use_id: "t",
                content: [{ type: "text", text: "x", cache_control: marker }],
              },
            ],
          },
        ],
      },
      ["/messages/0/content/0/content/0"],
    ],
    [
      "a marker on a message",
      { messages: [{ role: "user", content: "x", cache_control: marker }] },
      ["/messages/0"],
    ],
    [
      "a block of another kind",
      { messages: [{ role: "user", content: [{ type: "constructor" }] }] },
      ["/messages/0/content/0"],
    ],
  ])("says that it has no place for %s", (_name, fields, losses) => {
    expect(converse({ model: "m", messages: [ask], ...fields }).losses).toEqual(losses);
  });

  it("names a point that follows nothing", () => {
    const conversion: Conversion = { losses: [] };
    const point = { cachePoint: { type: "default" } };
    const messages = [{ role: "user", content: [point, { text: "x" }, point, point] }];
    expect(fromConverse(conversion, { messages })).toEqual({
      messages: [{ role: "user", content: [{ type: "text", text: "x", cache_control: marker }] }],
    });
    expect(conversion.losses.map(({ pointer }) => pointer)).toEqual([
      "/messages/0/content/0",
      "/messages/0/content/3",
    ]);
  });

  it.each<[string, object]>([
    ["an OpenAI body", { model: "m", messages: [{ role: "user", content: "x" }] }],
    ["an Anthropic body", agent],
    ["parts without a type", { messages: [{ role: "user", content: [{ text: "x" }] }] }],
    ["Gemini's", { contents: [{ parts: [{ text: "x" }] }] }],
    ["nothing", {}],
  ])("is not taken for %s", (_name, body) => {
    expect(isConverseBody(body)).toBe(false);
  });
});

it("comes back from Converse, whatever it is", () => {
  fc.assert(
    fc.property(anyBody, (body) => {
      expect(fromConverse({ losses: [] }, toConverse({ losses: [] }, body))).toEqual(body);
    }),
  );
});

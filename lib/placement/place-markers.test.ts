/** Markers land where the anchors say, in both dialects, and nothing else changes. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Prompt } from "../prompt/prompt";
import { simulate } from "../timeline/simulate";
import type { Anchor } from "./anchor";
import { MODEL, makeChat, makeFanOut } from "./fake-conversations";
import { layOutAll, readPrompt } from "./fake-requests";
import { PLACEMENTS } from "./known-placements";
import { mapAnchors } from "./map-anchors";
import { placeMarkers } from "./place-markers";
import type { Placement } from "./placement";

const anchors = (...list: Anchor[]): Placement => ({ kind: "anchors", name: "test", anchors: list });
const owners = (prompt: Prompt | undefined): string[] => prompt?.markers.map(({ owner }) => owner) ?? [];
const ephemeral = { type: "ephemeral" };

/** One conversation of tools in three requests: the task, the tool loop, the next question. */
const openai = (() => {
  const messages: object[] = [
    { role: "system", content: "S" },
    {
      role: "user",
      content: [
        { type: "text", text: "u1" },
        { type: "image_url", image_url: { url: "i" } },
      ],
    },
  ];
  const task = readPrompt({ messages, tools: [{ type: "function", function: { name: "f" } }] });
  messages.push({
    role: "assistant",
    content: null,
    tool_calls: [{ function: { name: "f", arguments: "{}" } }],
  });
  messages.push({ role: "tool", content: "r1" }, { role: "tool", content: "r2" });
  const loop = readPrompt({ messages });
  messages.push({ role: "assistant", content: "a2" }, { role: "user", content: "u2" });
  return [task, loop, readPrompt({ messages })];
})();

const anthropic = (() => {
  const messages: object[] = [{ role: "user", content: "u1" }];
  const body = {
    model: MODEL,
    max_tokens: 9,
    system: [
      { type: "text", text: "S1" },
      { type: "text", text: "S2" },
    ],
  };
  const task = readPrompt({ ...body, messages });
  const call = { type: "tool_use", id: "1", name: "f", input: {} };
  messages.push({ role: "assistant", content: [{ type: "text", text: "a1" }, call, { ...call, id: "2" }] });
  messages.push({
    role: "user",
    content: ["1", "2"].map((id) => ({ type: "tool_result", tool_use_id: id, content: "r" })),
  });
  const loop = readPrompt({ ...body, messages });
  messages.push({ role: "assistant", content: "a2" }, { role: "user", content: "u2" });
  return [task, loop, readPrompt({ ...body, messages })];
})();

describe("an anchor", () => {
  it.each<[Anchor, string[]]>([
    [{ kind: "system" }, ["/messages/0/content/0", "/messages/0/content/0", "/messages/0/content/0"]],
    [{ kind: "first-user" }, ["/messages/1/content/1", "/messages/1/content/1", "/messages/1/content/1"]],
    [{ kind: "last" }, ["/messages/1/content/1", "/messages/4/content/0", "/messages/6/content/0"]],
    [{ kind: "last", back: 1 }, ["", "/messages/3/content/0", "/messages/5/content/0"]],
    [{ kind: "last", back: 2 }, ["", "/messages/1/content/1", "/messages/4/content/0"]],
    [{ kind: "last-user" }, ["/messages/1/content/1", "/messages/1/content/1", "/messages/6/content/0"]],
    [{ kind: "last-input", back: 1 }, ["", "/messages/3/content/0", "/messages/4/content/0"]],
    [{ kind: "before-user" }, ["", "", "/messages/5/content/0"]],
    [{ kind: "previous-end" }, ["", "/messages/1/content/1", "/messages/4/content/0"]],
    [{ kind: "before-end", blocks: 3 }, ["", "/messages/1/content/1", "/messages/3/content/0"]],
    [
      { kind: "pin", pointer: "/messages/1/content/0" },
      ["/messages/1/content/0", "/messages/1/content/0", "/messages/1/content/0"],
    ],
    [{ kind: "pin", pointer: "/messages/9" }, ["", "", ""]],
  ])("%j in chat completions", (anchor, expected) => {
    expect(placeMarkers(openai, anchors(anchor)).map((prompt) => owners(prompt).join())).toEqual(expected);
  });

  it.each<[Anchor, string[]]>([
    [{ kind: "system" }, ["/system/1", "/system/1", "/system/1"]],
    [{ kind: "last" }, ["/messages/0/content/0", "/messages/2/content/1", "/messages/4/content/0"]],
    [{ kind: "last", back: 1 }, ["", "/messages/1/content/2", "/messages/3/content/0"]],
    [{ kind: "last-user" }, ["/messages/0/content/0", "/messages/0/content/0", "/messages/4/content/0"]],
    [{ kind: "last-input", back: 1 }, ["", "/messages/0/content/0", "/messages/2/content/1"]],
    [{ kind: "previous-end" }, ["", "/messages/0/content/0", "/messages/2/content/1"]],
    [{ kind: "before-end", blocks: 3 }, ["", "/messages/0/content/0", "/messages/1/content/2"]],
    [{ kind: "pin", pointer: "/system" }, ["/system/1", "/system/1", "/system/1"]],
  ])("%j in the Anthropic dialect", (anchor, expected) => {
    expect(placeMarkers(anthropic, anchors(anchor)).map((prompt) => owners(prompt).join())).toEqual(expected);
  });

  it("counts parts where the model has boundaries there", () => {
    const bridge = anchors({ kind: "before-end", blocks: 1 });
    const last = anthropic[1];
    if (!last) throw new Error("There are three requests.");
    expect(owners(placeMarkers([last], bridge)[0])).toEqual(["/messages/1/content/2"]);
    const fine = { ...last, model: "qwen3-max" };
    expect(owners(placeMarkers([fine], bridge)[0])).toEqual(["/messages/2/content/0"]);
    const unnamed = { ...last, model: null };
    expect(owners(placeMarkers([unnamed], bridge, "qwen3-max")[0])).toEqual(["/messages/2/content/0"]);
  });

  it("pins a message only as long as it is still there", () => {
    const say = (text: string) =>
      readPrompt([
        { role: "user", content: text },
        { role: "user", content: "x" },
      ]);
    const marked = placeMarkers([say("a"), say("b"), say("a")], anchors({ kind: "pin", pointer: "/0" }));
    expect(marked.map(owners)).toEqual([["/0/content/0"], [], ["/0/content/0"]]);
  });
});

describe("placing", () => {
  const drawn = readPrompt({
    tools: [{ type: "function", function: { name: "f" }, cache_control: ephemeral }],
    messages: [
      {
        role: "user",
        content: [{ type: "text", text: "a", cache_control: { type: "ephemeral", ttl: "1h" } }],
      },
      { role: "user", content: "b", cache_control: ephemeral },
    ],
    cache_control: ephemeral,
  });

  it("leaves the prompts as they are when drawn, and takes every marker out for none", () => {
    expect(placeMarkers([drawn], { kind: "as-drawn" })[0]).toBe(drawn);
    expect(placeMarkers([drawn], { kind: "none" })[0]?.markers).toEqual([]);
  });

  it("replaces the markers that are drawn", () => {
    const [marked] = placeMarkers([drawn], anchors({ kind: "last" }, { kind: "first-user" }));
    expect(marked?.markers.map(({ pointer, value }) => [pointer, value])).toEqual([
      ["/messages/0/content/0/cache_control", ephemeral],
      ["/messages/1/content/0/cache_control", ephemeral],
    ]);
  });

  it("keeps unchanged messages the same objects, and marks the same message alike", () => {
    const placement = anchors({ kind: "system" }, { kind: "last" });
    const [first, second] = placeMarkers(openai, placement);
    expect(second?.messages[1]).toBe(openai[1]?.messages[1]);
    const [again] = placeMarkers(openai, placement);
    expect(again?.messages[0]).toBe(first?.messages[0]);
    expect(placeMarkers(placeMarkers(openai, placement), placement)[2]).toEqual(
      placeMarkers(openai, placement)[2],
    );
  });

  it("marks a request that is repeated as the same prompt again", () => {
    const [task] = openai;
    if (!task) throw new Error("There are three requests.");
    const [first, second] = placeMarkers([task, task], anchors({ kind: "last" }));
    expect(first?.markers).toHaveLength(1);
    expect(second).toBe(first);
  });

  const conversation = fc.constantFrom(
    openai,
    anthropic,
    [drawn],
    makeChat(3),
    makeChat(3, "qwen3-max"),
    makeFanOut(3, 3, "qwen3-max"),
  );
  const someAnchors = fc.array(
    fc.oneof(
      fc.constantFrom<Anchor>({ kind: "system" }, { kind: "first-user" }, { kind: "before-user" }),
      fc.constantFrom<Anchor>({ kind: "previous-end" }, { kind: "pin", pointer: "/messages/1" }),
      fc.record({ kind: fc.constantFrom("last", "last-user", "last-input"), back: fc.nat(3) }),
      fc.record({ kind: fc.constant("before-end"), blocks: fc.integer({ min: 1, max: 6 }) }),
    ) as fc.Arbitrary<Anchor>,
    { maxLength: 5 },
  );

  it("never alters a text, a count or a boundary", () => {
    fc.assert(
      fc.property(conversation, someAnchors, (prompts, list) => {
        const placed = placeMarkers(prompts, anchors(...list));
        const texts = (all: readonly Prompt[]) =>
          all.map(({ messages }) => messages.map(({ parts }) => parts.map(({ kind, text }) => [kind, text])));
        expect(texts(placed)).toEqual(texts(prompts));
        const cuts = (all: readonly Prompt[]) =>
          layOutAll(all).map(({ layout }) =>
            layout.cuts.map(({ key, prefix, blocks }) => [key, prefix, blocks]),
          );
        expect(cuts(placed)).toEqual(cuts(prompts));
      }),
    );
  });

  it("takes effect at the cuts that the anchors map to", () => {
    fc.assert(
      fc.property(conversation, someAnchors, (prompts, list) => {
        const columns = mapAnchors(layOutAll(prompts), list);
        layOutAll(placeMarkers(prompts, anchors(...list))).forEach(({ layout }, index) => {
          const mapped = new Set(
            columns.flatMap((column) => column[index]?.cut ?? -1).filter((cut) => cut >= 0),
          );
          expect(layout.breakpoints).toEqual([...mapped].sort((a, b) => a - b).slice(-4));
        });
      }),
    );
  });

  it("can be simulated for every known placement", () => {
    for (const { placement } of PLACEMENTS) {
      const requests = layOutAll(placeMarkers(makeChat(4), placement));
      const { totals } = simulate({ requests, region: "intl", implicit: "never" });
      expect(totals.read > 0).toBe(placement.kind === "anchors");
    }
  });
});

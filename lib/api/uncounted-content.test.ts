/** What is not counted is named at its place, widens the band behind it, and leaves "too short" open. */
import { beforeAll, describe, expect, it } from "vitest";
import { analyse } from "../pipeline/analyse";
import { createDocumentOpener, type DocumentOpener } from "../pipeline/open-document";
import { loadTestCounters } from "../tokens/fixtures/load-counters";
import { ENGLISH } from "../words/plain-words";

let open: DocumentOpener;
beforeAll(() => {
  open = createDocumentOpener(loadTestCounters());
});

const cache_control = { type: "ephemeral" };
const ask = { type: "text", text: "Which?", cache_control };

function view(messages: unknown[], more: object = {}) {
  const text = JSON.stringify({ model: "qwen3-max", ...more, messages });
  const analysis = analyse(text, { model: "qwen3.7-max", region: "intl", scenario: null }, open);
  if (!analysis.request) throw new Error("no request");
  const find = (rule: string) => analysis.diagnostics.filter((one) => one.rule === rule);
  return { request: analysis.request, find };
}

/** What a short question with this part before it is said to be. */
const withPart = (part: object, more: object = {}) => view([{ role: "user", content: [part, ask] }], more);

describe("content whose size cannot be told", () => {
  it.each<[string, object, string]>([
    ["a file", { type: "file", file: { file_id: "file-1" } }, "a file"],
    [
      "a PDF document",
      { type: "document", source: { type: "base64", media_type: "application/pdf", data: "JVBERi0xLjQK" } },
      "a PDF document",
    ],
    [
      "audio",
      { type: "input_audio", input_audio: { data: "data:;base64,UklGRiQA", format: "wav" } },
      "audio",
    ],
    [
      "an image in a tool result",
      {
        type: "tool_result",
        tool_use_id: "t",
        content: [{ type: "image", source: { type: "base64", media_type: "image/png", data: "iVBO" } }],
      },
      "an image in a tool result",
    ],
  ])("%s", (_name, part, what) => {
    const { request, find } = withPart(part);
    expect(request.precision.kind).toBe("estimate");
    expect(request.precision.high).toBeGreaterThan(request.total + 50_000);
    expect(request.markers[0]).toMatchObject({ borderline: true });
    expect(ENGLISH.say(find("uncounted-content")[0]?.message ?? "")).toBe(
      `messages[0].content[0] holds ${what}: its tokens are not counted, so the counts from here on are minimums.`,
    );
    expect(find("below-minimum").map(({ severity }) => severity)).toEqual(["warning"]);
    expect(ENGLISH.say(find("below-minimum")[0]?.message ?? "")).toMatch(/borderline/);
    expect(find("request-shape")).toEqual([]);
  });

  it("says nothing of a prefix before it", () => {
    const file = { role: "user", content: [{ type: "file", file: { file_id: "file-1" } }] };
    const { find } = view([{ role: "user", content: [ask] }, file]);
    expect(find("below-minimum").map(({ severity }) => severity)).toEqual(["error"]);
  });
});

describe("fields of other services", () => {
  it("counts no legacy functions, and says so", () => {
    const description = "It tells state, carrier and date. ".repeat(100);
    const functions = [{ name: "get_order", description, parameters: { type: "object", properties: {} } }];
    const messages = [{ role: "user", content: [ask] }];
    const { request, find } = view(messages, { functions });
    expect(request.precision.kind).toBe("estimate");
    expect(ENGLISH.say(request.precision.reason ?? "")).toMatch(/`functions` list is not counted/);
    expect(request.precision.high).toBeGreaterThan(request.total + 700);
    expect(ENGLISH.say(find("uncounted-content")[0]?.message ?? "")).toMatch(
      /^The request holds a `functions` list:/,
    );
    expect(view(messages).request.precision.kind).toBe("exact");
  });

  it.each([
    { type: "refusal", refusal: "I can't tell." },
    {
      type: "search_result",
      source: "https://shop.example",
      title: "T",
      content: [{ type: "text", text: "Late." }],
    },
    { type: "server_tool_use", id: "s", name: "web_search", input: { query: "late" } },
    { type: "web_search_tool_result", tool_use_id: "s", content: [] },
  ])("is no unknown type: $type", (part) => {
    const { find } = withPart(part);
    expect(find("request-shape")).toEqual([]);
    expect(find("uncounted-content")).toHaveLength(1);
  });
});

it("names the form that the service takes sound in", () => {
  const part = { type: "audio_url", audio_url: { url: "data:audio/wav;base64,UklGRiQA" } };
  const { request, find } = withPart(part, { model: "qwen3-omni-flash" });
  expect(ENGLISH.say(find("request-shape")[0]?.message ?? "")).toMatch(
    /unknown type "audio_url"; its content is not counted\. The service takes audio as \{"type": "input_audio"/,
  );
  expect(find("uncounted-content")).toEqual([]);
  expect(request.precision.high).toBeGreaterThan(request.total + 50_000);
});

it("does not take two files for one prefix", () => {
  const marked = { type: "text", text: "word ".repeat(2000), cache_control };
  const body = (id: string) => [{ role: "user", content: [{ type: "file", file: { file_id: id } }, marked] }];
  const turns = (id: string) => {
    const scenario = {
      name: "Two",
      duration: 1,
      reply: "Yes.",
      turns: [
        {
          mode: "body" as const,
          gap: 10,
          user: "",
          reply: "",
          body: JSON.stringify({ model: "qwen3-max", messages: body(id) }),
        },
      ],
    };
    const text = JSON.stringify({ model: "qwen3-max", messages: body("file-1") });
    return analyse(text, { model: "qwen3-max", region: "intl", scenario }, open).timeline?.turns[1]?.ledger
      .read;
  };
  expect(turns("file-1")).toBeGreaterThan(1024);
  expect(turns("file-2")).toBe(0);
});

it("leaves an image's size open where it is sent with limits of pixels", () => {
  const image = { type: "image_url", image_url: { url: "https://shop.example/1.png" }, max_pixels: 100_000 };
  const { request } = withPart(image);
  expect(ENGLISH.say(request.precision.reason ?? "")).toMatch(/pixel limit .* not applied/);
});

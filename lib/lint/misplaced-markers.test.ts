/** Markers where no service looks: each is named, with what is documented and a mend. */
import { describe, expect, it } from "vitest";
import { applyEdits } from "../prompt/apply-edits";
import { ENGLISH } from "../words/plain-words";
import { LONG_TEXT, MARKER } from "./example-request";
import { fakeContext, findWithMends } from "./fake-context";
import type { Finding } from "./rule";
import { markerWhereNobodyLooks } from "./rules/marker-where-nobody-looks";

function check(body: unknown): { text: string; found: Finding[] } {
  const text = JSON.stringify(body, null, 2);
  const context = fakeContext(text);
  if (!context) throw new Error("no request");
  return { text, found: findWithMends(markerWhereNobodyLooks, context) };
}
const user = { role: "user", content: "Hello" };
const marked = (text: string) => [{ type: "text", text, cache_control: MARKER }];

describe.each([
  {
    what: "options of the AI SDK",
    body: [
      { role: "system", content: LONG_TEXT, providerOptions: { alibaba: { cacheControl: MARKER } } },
      user,
    ],
    pointer: "/0/providerOptions/alibaba/cacheControl",
    says: "is a library option",
    mended: [{ role: "system", content: marked(LONG_TEXT) }, user],
  },
  {
    what: "extra_body",
    body: { model: "m", extra_body: { enable_thinking: false, cache_control: MARKER }, messages: [user] },
    pointer: "/extra_body/cache_control",
    says: "Only an SDK unpacks extra_body; sent as it is, the service ignores it",
    mended: {
      model: "m",
      extra_body: { enable_thinking: false },
      messages: [{ role: "user", content: marked("Hello") }],
    },
  },
  {
    what: "a cache point of Amazon Bedrock",
    body: [
      { role: "system", content: [{ type: "text", text: LONG_TEXT }, { cachePoint: { type: "default" } }] },
      user,
    ],
    pointer: "/0/content/1/cachePoint",
    says: "Amazon Bedrock",
    mended: [{ role: "system", content: marked(LONG_TEXT) }, user],
  },
  {
    what: "a block inside a tool's result",
    body: {
      model: "m",
      system: "You help.",
      messages: [
        { role: "assistant", content: [{ type: "tool_use", id: "a", name: "f", input: {} }] },
        { role: "user", content: [{ type: "tool_result", tool_use_id: "a", content: marked("Late.") }] },
      ],
    },
    pointer: "/messages/1/content/0/content/0/cache_control",
    says: "only markers on the parts of a message are documented",
    mended: {
      model: "m",
      system: "You help.",
      messages: [
        { role: "assistant", content: [{ type: "tool_use", id: "a", name: "f", input: {} }] },
        {
          role: "user",
          content: [
            {
              type: "tool_result",
              tool_use_id: "a",
              content: [{ type: "text", text: "Late." }],
              cache_control: MARKER,
            },
          ],
        },
      ],
    },
  },
  {
    what: "another spelling on a part",
    body: [{ role: "user", content: [{ type: "text", text: LONG_TEXT, cacheControl: MARKER }] }],
    pointer: "/0/content/0/cacheControl",
    says: "No service looks for cacheControl",
    mended: [{ role: "user", content: marked(LONG_TEXT) }],
  },
])("$what", ({ body, pointer, says, mended }) => {
  const { text, found } = check(body);
  it("is named at its place", () => {
    expect(found.map((each) => each.pointer)).toEqual([pointer]);
    expect(ENGLISH.say(found[0]?.message ?? "")).toContain(says);
  });
  it("is written where the service looks", () => {
    const after = applyEdits(text, found[0]?.fix?.edits ?? []);
    expect(JSON.parse(after)).toEqual(mended);
    expect(check(mended).found).toEqual([]);
  });
});

it.each([
  ["markers that count", { model: "m", messages: [{ role: "user", content: marked("Hello") }] }],
  [
    "a tool with a parameter of that name",
    {
      model: "m",
      tools: [
        {
          type: "function",
          function: { name: "f", parameters: { properties: { cache_control: { type: "object" } } } },
        },
      ],
      messages: [user],
    },
  ],
  ["a marker that is none", { model: "m", messages: [{ ...user, cacheControl: null }] }],
])("is silent about %s", (_, body) => expect(check(body).found).toEqual([]));

it("takes a second one away where the message has a marker already", () => {
  const part = { type: "text", text: LONG_TEXT, cache_control: MARKER };
  const { text, found } = check([
    { role: "user", content: [part], providerOptions: { x: { cacheControl: MARKER } } },
  ]);
  expect(ENGLISH.say(found[0]?.fix?.title ?? "")).toBe("Remove it");
  expect(JSON.parse(applyEdits(text, found[0]?.fix?.edits ?? []))).toEqual([
    { role: "user", content: [part] },
  ]);
});

/** The relay says in one sentence where the markers of a request have no effect at its endpoint. */
import { expect, it } from "vitest";
import { noteMarkers } from "./note-markers";

const part = (more: object = {}) => ({ type: "text", text: "Answer from the manual.", ...more });
const marked = { cache_control: { type: "ephemeral" } };
const note = (model: string, region: "eu" | "cn" | null, content: object = part(marked)) =>
  noteMarkers(
    new TextEncoder().encode(JSON.stringify({ model, messages: [{ role: "user", content: [content] }] })),
    region,
  );

it("names model, region and where the cache is offered", () => {
  expect(note("qwen3.7-max", "eu")).toMatch(
    /^qwen3\.7-max has no explicit cache in Frankfurt, so markers write no entries; it is offered in .*Singapore/,
  );
});

it("says that markers have no place in Responses", () => {
  const body = new TextEncoder().encode(JSON.stringify({ model: "qwen3.7-max", input: [part(marked)] }));
  expect(noteMarkers(body, "cn", "responses")).toMatch(/^The Responses API has no markers/);
});

it.each<[string, string | null]>([
  ["where the cache is offered", note("qwen3.7-max", "cn")],
  ["where the region is not known", note("qwen3.7-max", null)],
  ["of a request without markers", note("qwen3.7-max", "eu", part())],
  ["of a marker that is null", note("qwen3.7-max", "eu", part({ cache_control: null }))],
  [
    "of words that quote a marker",
    note("qwen3.7-max", "eu", part({ text: 'Write "cache_control": {} there.' })),
  ],
  ["of a model that nobody knows", note("some-model", "eu")],
  ["of a name that no header carries", note("qwen3.7-max\r\nx: y", "eu")],
  ["of a body that is no JSON", noteMarkers(new TextEncoder().encode('{"cache_control": {'), "eu")],
])("says nothing %s", (_what, sentence) => {
  expect(sentence).toBeNull();
});

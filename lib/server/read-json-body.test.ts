/** Bodies of every kind: read, or refused with the place; never more kept than the limit. */
import { expect, it } from "vitest";
import { ENGLISH } from "../words/plain-words";
import { createBodyRoom } from "./body-limits";
import { MAX_BODY_BYTES, readJsonBody } from "./read-json-body";

const post = (body: BodyInit | null, headers: HeadersInit = {}): Request =>
  new Request("http://localhost/", { method: "POST", body, headers });

it.each([
  ["an object", '{"a": [1, "ü\\u2028"]}', { a: [1, "ü\u2028"] }],
  ["a byte order mark", "\ufeff[1]", [1]],
  ["brackets inside strings", JSON.stringify("[{".repeat(5000)), "[{".repeat(5000)],
])("reads %s", async (_name, text, value) => {
  expect(await readJsonBody(post(text, { "Content-Type": "text/plain" }))).toEqual({ ok: true, value });
});

it.each([
  ["nothing", null, "empty"],
  ["an empty text", "", "empty"],
  ["cut JSON", '{\n  "body": [', "Line 2, column 12"],
  ["a missing comma", '{\n  "a": 1\n  "b": 2}', "Line 3, column 3"],
  ["a comment", '{"a": 1 /* one */}', "comments"],
  ["100,000 open brackets", "[".repeat(100_000), "nested deeper"],
  ["100,000 closed brackets", "[".repeat(100_000) + "]".repeat(100_000), "nested deeper"],
  ["a broken string with many escapes", `"${"\\\\".repeat(1_000_000)}`, "string"],
  ["binary", new Uint8Array([0x1f, 0x8b, 0x08, 0xff]), "UTF-8"],
])("refuses %s", async (_name, body, words) => {
  const read = await readJsonBody(post(body));
  expect(read).toMatchObject({ ok: false, status: 400, error: { code: "json_invalid" } });
  expect(ENGLISH.say(read.ok ? "" : read.error.message)).toContain(words);
});

it("takes a body of just 10 MB and refuses one byte more", async () => {
  const largest = `"${"a".repeat(MAX_BODY_BYTES - 2)}"`;
  expect(await readJsonBody(post(largest))).toMatchObject({ ok: true });
  expect(await readJsonBody(post(` ${largest}`))).toMatchObject({
    ok: false,
    status: 413,
    error: { code: "body_too_large" },
  });
});

it("gives up on a body without end", async () => {
  const endless = new ReadableStream<Uint8Array>({
    pull: (controller) => controller.enqueue(new Uint8Array(1024 * 1024)),
  });
  const request = new Request("http://localhost/", {
    method: "POST",
    body: endless,
    duplex: "half",
  } as RequestInit);
  expect(await readJsonBody(request)).toMatchObject({ ok: false, status: 413 });
});

it("says of a body that comes too slowly, or too many at one time, what can be done", async () => {
  const endless = new ReadableStream<Uint8Array>();
  const slow = new Request("http://localhost/", {
    method: "POST",
    body: endless,
    duplex: "half",
  } as RequestInit);
  const room = createBodyRoom({ idleMs: 10, wholeMs: 20, heldBytes: 1 });
  expect(await readJsonBody(slow, room)).toMatchObject({
    status: 408,
    error: { code: "body_late" },
    headers: { connection: "close" },
  });
  expect(await readJsonBody(post("{}"), room)).toMatchObject({
    status: 503,
    error: { code: "body_no_room" },
    headers: { "retry-after": "5" },
  });
});

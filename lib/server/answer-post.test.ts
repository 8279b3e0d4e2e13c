/** A route's answers: the value, the error with its status, and a fault that tells nothing of what was sent. */
import { afterEach, expect, it, vi } from "vitest";
import { tell } from "../words/message";
import { answerPost } from "./answer-post";
import { createBodyRoom, DEFAULT_BODY_LIMITS } from "./body-limits";
import { MAX_BODY_BYTES } from "./read-json-body";
import { ServiceUnavailable } from "./service-unavailable";
import type { AskWork, PostedBody } from "./work/work";

const post = (body: string, headers: HeadersInit = {}): Request =>
  new Request("http://localhost/api/x?off=no-marker", { method: "POST", body, headers });

/** Answers with what was asked. */
const echo = (async (_kind: string, { bytes, ...asked }: PostedBody) => {
  const text = new TextDecoder().decode(bytes);
  const written = new TextEncoder().encode(JSON.stringify({ text, ...asked }));
  return { status: 200, contentType: "application/sarif+json", bytes: written };
}) as AskWork;

const fail = (error: unknown) => (async () => Promise.reject(error)) as AskWork;

afterEach(() => vi.restoreAllMocks());

it("hands over the body with what its answer depends on, and answers with what comes back", async () => {
  const response = await answerPost(post("[1", { "accept-language": "zh-CN" }), "analyze", echo);
  expect(response.status).toBe(200);
  expect(response.headers.get("Content-Type")).toBe("application/sarif+json");
  expect(response.headers.get("Cache-Control")).toBe("no-store");
  expect(await response.json()).toEqual({
    text: "[1",
    query: "?off=no-marker",
    origin: "http://localhost",
    language: "zh",
  });
});

it("says when to ask again where it is worth it", async () => {
  const busy = new ServiceUnavailable(
    { code: "server_busy", message: tell("server.workBusy") },
    { retryAfter: 2 },
  );
  const refused = await answerPost(post("{}"), "analyze", fail(busy));
  expect([refused.status, refused.headers.get("Retry-After")]).toEqual([503, "2"]);
  expect((await refused.json()).error.code).toBe("server_busy");
  const wrong = new ServiceUnavailable({ code: "x_invalid", message: "Wrong." });
  expect((await answerPost(post("{}"), "analyze", fail(wrong))).headers.has("Retry-After")).toBe(false);
});

it("says when to send a body again for which there was no room", async () => {
  const room = createBodyRoom({ ...DEFAULT_BODY_LIMITS, heldBytes: 1 });
  vi.stubGlobal("playgroundBodies", room);
  const refused = await answerPost(post("{}"), "analyze", fail(new Error("unused")));
  vi.unstubAllGlobals();
  expect([refused.status, refused.headers.get("Retry-After")]).toEqual([503, "5"]);
  expect((await refused.json()).error.code).toBe("body_no_room");
});

it("hands nothing over that is too large", async () => {
  const response = await answerPost(
    post("a".repeat(MAX_BODY_BYTES + 1)),
    "analyze",
    fail(new Error("unused")),
  );
  expect(response.status).toBe(413);
});

it("keeps what was sent out of the log and the answer when it fails itself", async () => {
  const written = vi.spyOn(process.stderr, "write").mockReturnValue(true);
  const fault = new Error("cannot handle it\nsecret");
  const response = await answerPost(post('"secret"'), "analyze", fail(fault));
  expect(response.status).toBe(500);
  expect(await response.text()).not.toContain("secret");
  expect(written).toHaveBeenCalledOnce();
  expect(String(written.mock.calls[0]?.[0])).toMatch(/^\/api\/x: Error\n\s+at /);
  expect(String(written.mock.calls[0]?.[0])).not.toContain("secret");
});

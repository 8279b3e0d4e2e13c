/** A route's answers: the value, the error with its status, and a fault that tells nothing of what was sent. */
import { afterEach, expect, it, vi } from "vitest";
import { tell } from "../words/message";
import { answerPost, answerTextPost } from "./answer-post";

const post = (body: string): Request => new Request("http://localhost/api/x", { method: "POST", body });

afterEach(() => vi.restoreAllMocks());

it("answers with the value, not to be stored", async () => {
  const response = await answerPost(post('{"a":1}'), (body) => ({ ok: true, value: { body } }));
  expect(response.status).toBe(200);
  expect(response.headers.get("Cache-Control")).toBe("no-store");
  expect(await response.json()).toEqual({ body: { a: 1 } });
});

it.each([
  ["", "A marker on tools does not count.", "Your host"],
  ["zh-CN,zh;q=0.9", "工具上的标记不起作用。", "自有主机"],
])("puts what lib told into the words of %j", async (language, message, name) => {
  const request = new Request("http://localhost/api/x", {
    method: "POST",
    body: "{}",
    headers: { "accept-language": language },
  });
  const sent = [{ key: "systems" }, { key: "systems.none" }, { key: { type: "string" } }, { key: null }];
  const response = await answerPost(request, () => ({
    ok: true,
    value: { name: tell("compare.yourHost"), reasons: [{ message: tell("systems.toolsUncounted") }], sent },
  }));
  expect(await response.json()).toEqual({ name, reasons: [{ message }], sent });
});

it("takes a body as text, and answers with the content type asked for", async () => {
  const response = await answerTextPost(post("\ufeff[1"), (text) => ({
    ok: true,
    value: { text },
    contentType: "application/sarif+json",
  }));
  expect(response.headers.get("Content-Type")).toBe("application/sarif+json");
  expect(response.headers.get("Cache-Control")).toBe("no-store");
  expect(await response.json()).toEqual({ text: "[1" });
});

it("answers 400 with the error", async () => {
  const error = { code: "request_shape", message: "No messages.", pointer: "/body" };
  const response = await answerPost(post("{}"), () => ({ ok: false, error }));
  expect(response.status).toBe(400);
  expect(await response.json()).toEqual({ error });
});

it("keeps what was sent out of the log and the answer when it fails itself", async () => {
  const written = vi.spyOn(process.stderr, "write").mockReturnValue(true);
  const response = await answerPost(post('"secret"'), (body) => {
    throw new Error(`cannot handle ${String(body)}\nsecret`);
  });
  expect(response.status).toBe(500);
  expect(await response.text()).not.toContain("secret");
  expect(written).toHaveBeenCalledOnce();
  expect(String(written.mock.calls[0]?.[0])).toMatch(/^\/api\/x: Error\n\s+at /);
  expect(String(written.mock.calls[0]?.[0])).not.toContain("secret");
});

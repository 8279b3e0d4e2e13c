/** Recording through the running server: an agent's requests pass unchanged, and can be read and deleted. */
import { expect, test } from "@playwright/test";

const key = "sk-7planted6key5of4the3agent";
const headers = { authorization: `Bearer ${key}`, "content-type": "application/json" };
const chat = {
  model: "qwen3.7-max",
  max_tokens: 20,
  stream: true,
  messages: [{ role: "user", content: "Hello" }],
};

test("an agent is recorded, and its recording deleted", async ({ request }) => {
  const made = await request.post("/api/record", { data: { target: "emulator" } });
  expect(made.status()).toBe(201);
  const { session } = await made.json();
  const base = `/record/${session}/apps/anthropic`;

  expect((await request.head(base)).status()).toBe(200);
  const answer = await request.post(`${base}/v1/messages?beta=true`, { data: chat, headers });
  expect(answer.headers()["content-type"]).toContain("text/event-stream");
  expect(await answer.text()).toContain("message_stop");
  // Larger than what a proxy in front of the route would let through whole.
  const large = { ...chat, stream: false, messages: [{ role: "user", content: "x ".repeat(2_000_000) }] };
  const refused = await request.post(`${base}/v1/messages/count_tokens`, {
    data: { ...large, padding: "y".repeat(8_000_000) },
    headers,
  });
  expect((await refused.json()).error.message).toContain("10 MB");

  await expect
    .poll(async () => {
      const { exchanges } = await (await request.get(`/api/record/${session}?since=0`)).json();
      return exchanges.map(
        ({ kind, status, answer: read }: { kind: string; status: number; answer: unknown }) => [
          kind,
          status,
          read !== null,
        ],
      );
    })
    .toEqual([
      ["other", 200, true],
      ["chat", 200, true],
      ["count", 413, true],
    ]);
  const recording = await (await request.get(`/api/record/${session}`)).text();
  expect(recording).not.toContain(key);
  expect(recording).toContain("larger than 4 MB");

  expect((await request.delete(`/api/record/${session}`)).status()).toBe(204);
  expect((await request.get(`/api/record/${session}`)).status()).toBe(404);
  expect((await request.post(`${base}/v1/messages`, { data: chat, headers })).status()).toBe(404);
});

test("other sites' pages make no recording", async ({ request }) => {
  const data = { target: "emulator" };
  const refused = await request.post("/api/record", { data, headers: { "sec-fetch-site": "cross-site" } });
  expect(refused.status()).toBe(403);
});

/** The relay of the running server: what it offers, and whom it refuses. Nothing leaves this machine. */
import { expect, test } from "@playwright/test";

const headers = { "x-relay-endpoint": "intl-openai", "content-type": "application/json" };
const body = { model: "qwen-plus", messages: [{ role: "user", content: "Hello" }] };

test("tells where requests can go", async ({ request }) => {
  const response = await request.get("/api/relay");
  expect(response.headers()["cache-control"]).toBe("no-store");
  const { endpoints } = await response.json();
  const ids = endpoints.map(({ id }: { id: string }) => id);
  expect(ids).toEqual(expect.arrayContaining(["intl-openai", "cn-anthropic", "workspace-eu-openai"]));
  expect(ids.filter((id: string) => /plan/.test(id))).toEqual([]);
});

test("asks for a key", async ({ request }) => {
  const response = await request.post("/api/relay", { data: body, headers });
  expect(response.status()).toBe(401);
  expect(response.headers()["x-relay-source"]).toBe("relay");
  expect((await response.json()).error.code).toBe("relay_key_missing");
});

test("is there for the playground's own page", async ({ page }) => {
  await page.goto("/rules");
  const answer = await page.evaluate(
    async (init) => {
      const response = await fetch("/api/relay", { method: "POST", ...init });
      return { status: response.status, body: await response.json() };
    },
    { headers, body: JSON.stringify(body) },
  );
  expect(answer).toMatchObject({ status: 401, body: { error: { code: "relay_key_missing" } } });
});

for (const [name, value] of [
  ["Sec-Fetch-Site", "cross-site"],
  ["Origin", "https://elsewhere.example"],
] as const) {
  test(`takes nothing from other sites' pages: ${name}`, async ({ request }) => {
    const response = await request.post("/api/relay", {
      data: body,
      headers: { ...headers, [name]: value, Authorization: "Bearer sk-planted" },
    });
    expect(response.status()).toBe(403);
    expect(await response.text()).not.toContain("planted");
  });
}

test("goes nowhere else", async ({ request }) => {
  const response = await request.post("/api/relay", {
    data: body,
    headers: { ...headers, "x-relay-endpoint": "http://127.0.0.1:1/", Authorization: "Bearer sk-own" },
  });
  expect(response.status()).toBe(400);
  expect((await response.json()).error.code).toBe("relay_endpoint");
});

test("knows no other methods", async ({ request }) => {
  const response = await request.put("/api/relay", { data: "" });
  expect(response.status()).toBe(405);
  expect(response.headers().allow).toBe("GET, POST");
});
